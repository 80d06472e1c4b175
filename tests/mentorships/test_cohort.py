"""«Подобрать всем»: a draft of a whole cohort, gone over by curators, published at once or not at all."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from models.errors import ProgrammeError
from models.matching.assign import assign
from models.matching.cohort import MentorLeft, NeedLeft
from models.matching.reasons import ReasonKind
from models.mentorships import cohort_publish, cohort_queries, groups, propose
from models.mentorships.candidates import candidates_of, need_of
from models.mentorships.cohort_draft import DraftView, choose, discard, fix, keep, take_out
from models.mentorships.cohort_facts import facts_of
from models.mentorships.cohort_groups import unite
from models.mentorships.cohort_publish import publish
from models.mentorships.cohort_queries import Part
from models.mentorships.cohort_tables import CohortDraft, CohortLine, CohortRest, LineProblem
from models.mentorships.states import Answer, MentorshipState, Side
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.people.sharing import Visibility, share
from models.people.states import MentorState, PersonState
from models.people.tables import MentorProfile, Person
from models.requests import withdraw
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.retention.sweep import forget
from models.terms import MentoringType, Role
from tests.town import Town

Make = Callable[..., Awaitable[DraftView]]


@pytest.fixture
def make(town: Town) -> Make:
    """A plan for everybody, kept as a draft; of the school by its curator unless told otherwise."""

    async def make(curator: int | None = None, organisation: int | None = None) -> DraftView:
        act = await town.act(curator or town.curator)
        place = organisation or town.school
        async with town.database.read() as session:
            facts = await session.run_sync(facts_of, act.actor, place, town.clock.now())
        return await act(keep, place, facts.version, assign(facts.cohort))

    return make


@pytest.fixture
async def two(town: Town, ask) -> list[int]:
    """Two mentors of one place each, and the requests of three mentees; the second wishes the second mentor."""
    one = {"capacity": 1}
    irina = await town.mentor("Лебедева Ирина Викторовна", card=one)
    pavel = await town.mentor("Титов Павел Львович", card=one | {"topics": ["PARENTS"], "strong_topics": []})
    asked = [await ask(await town.mentee()), await ask(await town.mentee(), wished_mentor_ids=[pavel])]
    asked.append(await ask(await town.mentee(), topics=("EXAM",)))
    return [irina, pavel, *(request.id for request in asked)]


async def lines(town: Town) -> dict[int, CohortLine]:
    return {line.request_id: line for line in await town.rows(CohortLine)}


async def test_it_knows_of_a_cohort_what_it_knows_of_each_request(town: Town, ask, offer, pair) -> None:
    mentor, full = await town.mentor(), await town.mentor(card={"capacity": 1})
    await offer(mentor)
    declined = await offer(full, wished=False)
    await (await town.act(full))(propose_decline(), declined.id)
    await pair()
    both = await town.person(None, Role.MENTEE)
    await ask(both, slots=["TUE_AFTERNOON"], wished_mentor_ids=[mentor])
    await ask(await town.mentee(organisation=town.other_school))
    act = await town.act(town.municipal_curator)
    async with town.database.read() as session:
        facts = await session.run_sync(facts_of, act.actor, town.municipality, town.clock.now())
        open_states = (RequestState.SUBMITTED, RequestState.QUEUED)
        rows = [row for row in await town.rows(MentoringRequest) if row.state in open_states]
        needs = [await session.run_sync(need_of, row) for row in rows]
        mentors = await session.run_sync(candidates_of, town.school)
    assert list(facts.cohort.needs) == needs
    assert list(facts.cohort.mentors) == mentors
    assert len(needs) == 3


def propose_decline():
    from models.mentorships.answers import decline

    return decline


async def test_it_makes_a_draft_and_tells_nobody(town: Town, make: Make, two) -> None:
    irina, pavel, first, second, third = two
    before = len(await town.rows(Notice))
    draft = await make()
    assert (draft.pairs, draft.left) == (2, 1)
    found = await lines(town)
    assert {request: line.mentor_id for request, line in found.items()} == {first: irina, second: pavel, third: None}
    assert found[first].reasons[0]["kind"] == ReasonKind.ALL_TOPICS_STRONG
    assert found[third].left_why is NeedLeft.NO_TOPIC
    assert len(await town.rows(Notice)) == before
    assert [row.state for row in await town.rows(MentoringRequest)] == [RequestState.SUBMITTED] * 3
    assert await town.rows(CohortRest) == []


async def test_it_publishes_all_pairs_as_the_curator_makes_one(town: Town, make: Make, two) -> None:
    irina, pavel, first, second, third = two
    draft = await make()
    curator = await town.act(town.curator)
    done = await curator(publish, draft.id, draft.version)
    assert (done.published, done.changed) == (2, 0)
    one, other = await town.rows(Mentorship)
    assert [pair.state for pair in (one, other)] == [MentorshipState.PROPOSED] * 2
    assert [pair.proposed_by for pair in (one, other)] == [town.curator] * 2
    assert (one.request_id, one.member(Side.MENTOR).person_id) == (first, irina)
    assert one.member(Side.MENTEE).answer is Answer.PENDING
    assert (other.request_id, other.member(Side.MENTEE).answer) == (second, Answer.YES)  # a wish is the mentee's yes
    told = [(row.kind, row.person_id) for row in await town.rows(Notice, Notice.subject.startswith("mentorship:"))]
    assert sorted(told) == sorted(
        [
            (NoticeKind.OFFER.value, irina),
            (NoticeKind.OFFER.value, pavel),
            (NoticeKind.OFFER_TO_MENTEE.value, one.member(Side.MENTEE).person_id),
        ]
    )
    states = {row.id: row.state for row in await town.rows(MentoringRequest)}
    assert states == {first: RequestState.PROPOSED, second: RequestState.PROPOSED, third: RequestState.SUBMITTED}
    assert await town.rows(CohortDraft) == await town.rows(CohortLine) == []
    with pytest.raises(ProgrammeError, match="error-gone"):
        await curator(publish, draft.id, draft.version)
    assert len(await town.rows(Mentorship)) == 2


async def test_it_publishes_nothing_where_one_line_has_changed_and_says_which(town: Town, make: Make, two) -> None:
    _, pavel, first, second, _ = two
    draft = await make()
    curator = await town.act(town.curator)
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == pavel)
    await town.change(MentorProfile, card.id, state=MentorState.PAUSED)
    mentee = (await town.row(MentoringRequest, first)).mentee_id
    await (await town.act(mentee))(withdraw.withdraw, first)
    done = await curator(publish, draft.id, draft.version)
    assert (done.published, done.changed, done.version) == (0, 2, draft.version + 1)
    found = await lines(town)
    assert (found[first].problem, found[second].problem) == (LineProblem.REQUEST, LineProblem.STATE)
    assert await town.rows(Mentorship) == []
    async with town.database.read() as session:
        shown = await cohort_queries.draft(session, curator.actor, draft.id)
    assert shown.problems == 2
    again = await make()
    assert (again.pairs, again.left) == (1, 1)  # Irina is free again and the second request gets her
    assert (await curator(publish, again.id, again.version)).published == 1


async def test_it_sees_a_place_that_somebody_took_meanwhile(town: Town, make: Make, two) -> None:
    irina, _, first, _, _ = two
    draft = await make()
    curator = await town.act(town.curator)
    await curator(propose.make_pair, await town.mentee(), irina)
    done = await curator(publish, draft.id, draft.version)
    assert (done.published, done.changed) == (0, 1)
    assert (await lines(town))[first].problem is LineProblem.CAPACITY


async def test_it_leaves_nothing_behind_when_it_fails_in_the_middle(
    town: Town, make: Make, two, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = await make()
    real, calls = cohort_publish.put_forward, []

    def breaks(tx, mentorship):
        calls.append(mentorship.id)
        if len(calls) == 2:
            raise OSError("the disk is full")
        real(tx, mentorship)

    monkeypatch.setattr(cohort_publish, "put_forward", breaks)
    before = len(await town.rows(Notice))
    curator = await town.act(town.curator)
    with pytest.raises(OSError, match="disk is full"):
        await curator(publish, draft.id, draft.version)
    assert await town.rows(Mentorship) == []
    assert len(await town.rows(Notice)) == before
    assert len(await town.rows(CohortLine)) == 3
    monkeypatch.undo()
    assert (await curator(publish, draft.id, draft.version)).published == 2


async def test_it_keeps_what_a_curator_has_fixed_chosen_and_left_out(town: Town, make: Make, two, ask) -> None:
    irina, pavel, first, second, third = two
    draft = await make()
    curator = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-draft-full"):
        await curator(choose, draft.id, draft.version, third, irina)
    draft = await curator(take_out, draft.id, draft.version, first)
    assert [(row.mentor_id, row.why) for row in await town.rows(CohortRest)] == [(irina, MentorLeft.FREE)]
    draft = await curator(choose, draft.id, draft.version, third, irina)
    assert await town.rows(CohortRest) == []
    newest = await ask(await town.mentee())
    draft = await make()
    found = await lines(town)
    assert {request: (line.mentor_id, line.is_fixed) for request, line in found.items()} == {
        first: (None, True),
        second: (pavel, False),
        third: (irina, True),
        newest.id: (None, False),
    }
    assert found[first].left_why is NeedLeft.BY_HAND
    draft = await curator(fix, draft.id, draft.version, first, False)
    draft = await curator(fix, draft.id, draft.version, third, False)
    draft = await make()
    assert (await lines(town))[first].mentor_id == irina  # her own topics again
    assert (draft.pairs, draft.left) == (2, 2)


async def test_it_publishes_a_mentors_requests_as_one_group_that_takes_no_place_of_a_pair(
    town: Town, make: Make, ask
) -> None:
    irina = await town.mentor("Лебедева Ирина Викторовна", card={"capacity": 2})
    mentees = [await town.mentee() for _ in range(4)]
    asked = [(await ask(one)).id for one in mentees]
    curator = await town.act(town.curator)
    draft = await make()
    found = await lines(town)
    [first, second] = [one for one in asked if found[one].mentor_id == irina]
    others = [one for one in asked if one not in (first, second)]
    with pytest.raises(ProgrammeError, match="error-shape-group"):
        await curator(unite, draft.id, draft.version, others[0], True)
    draft = await curator(unite, draft.id, draft.version, first, True)
    draft = await make()
    assert {one: (line.mentor_id, line.is_grouped) for one, line in (await lines(town)).items()} == {
        **dict.fromkeys((first, second), (irina, True)),
        **dict.fromkeys(others, (irina, False)),
    }
    draft = await curator(take_out, draft.id, draft.version, second)
    assert not (await lines(town))[first].is_grouped, "one mentee is no group"
    draft = await curator(unite, draft.id, draft.version, first, True)
    draft = await curator(unite, draft.id, draft.version, first, False)
    draft = await curator(take_out, draft.id, draft.version, others[1])
    draft = await curator(unite, draft.id, draft.version, first, True)
    async with town.database.read() as session:
        card = await cohort_queries.draft(session, curator.actor, draft.id)
        line = await cohort_queries.line(session, curator.actor, draft.id, first)
    assert (card.pairs, card.groups, card.grouped, card.left, line.is_grouped, len(line.mates)) == (0, 1, 2, 2, True, 1)
    draft = await curator(choose, draft.id, draft.version, second, irina)
    done = await curator(publish, draft.id, draft.version)
    assert (done.published, done.groups) == (2, 1)
    pair, group = await town.rows(Mentorship)
    assert (pair.type, pair.request_id) == (MentoringType.PERSONAL, second)
    assert (group.type, group.state) == (MentoringType.GROUP, MentorshipState.PROPOSED)
    assert {member.request_id for member in group.on(Side.MENTEE)} == {first, others[0]}
    told = await town.rows(Notice, Notice.subject == f"mentorship:{group.id}")
    assert sorted(row.kind for row in told) == [NoticeKind.OFFER, *[NoticeKind.OFFER_TO_MENTEE] * 2]
    states = {row.id: row.state for row in await town.rows(MentoringRequest)}
    assert [states[one] for one in asked].count(RequestState.PROPOSED) == 3


async def test_it_publishes_no_group_of_a_mentor_who_leads_one_by_now(town: Town, make: Make, ask) -> None:
    irina, asked = await town.mentor(), [(await ask(await town.mentee())).id for _ in range(2)]
    curator = await town.act(town.curator)
    draft = await make()
    draft = await curator(unite, draft.id, draft.version, asked[0], True)
    mentees = [await town.mentee(), await town.mentee()]
    await curator(groups.make_group, MentoringType.GROUP, [irina], mentees, agreed=True)
    done = await curator(publish, draft.id, draft.version)
    assert (done.published, done.changed) == (0, 2)
    assert {line.problem for line in (await lines(town)).values()} == {LineProblem.CAPACITY}


async def test_it_shows_the_second_curator_what_the_first_has_changed(town: Town, make: Make, two) -> None:
    _, _, first, second, _ = two
    deputy = await town.person("Громова Инна Олеговна", Role.CURATOR_SCHOOL)
    draft = await make()
    marina, inna = await town.act(town.curator), await town.act(deputy)
    changed = await inna(take_out, draft.id, draft.version, first)
    for step in ((take_out, second), (fix, second, True), (choose, second, two[0])):
        with pytest.raises(ProgrammeError, match="error-draft-changed") as refusal:
            await marina(step[0], draft.id, draft.version, *step[1:])
        assert refusal.value.values == {"person": "Громова И. О."}
    for late in (publish, discard):
        with pytest.raises(ProgrammeError, match="error-draft-changed"):
            await marina(late, draft.id, draft.version)
    async with town.database.read() as session:
        page = await cohort_queries.lines(session, marina.actor, draft.id, Part.LEFT)
    assert [(line.request_id, line.changed_by) for line in page.items if line.version > draft.version] == [
        (first, "Громова И. О.")
    ]
    assert (await marina(publish, draft.id, changed.version)).published == 1


async def test_it_pairs_a_whole_municipality_each_school_by_its_own_mentors(town: Town, make: Make, ask) -> None:
    near, far = await town.mentor(), await town.mentor(organisation=town.other_school)
    here, there = await ask(await town.mentee()), await ask(await town.mentee(organisation=town.other_school))
    draft = await make(town.municipal_curator, town.municipality)
    assert {line.request_id: line.mentor_id for line in await town.rows(CohortLine)} == {here.id: near, there.id: far}
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await make(town.curator, town.municipality)
    school = await town.act(town.curator)
    async with town.database.read() as session:
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await cohort_queries.lines(session, school.actor, draft.id, Part.PAIRS)
    municipal = await town.act(town.municipal_curator)
    assert (await municipal(publish, draft.id, draft.version)).published == 2
    assert {pair.organisation_id for pair in await town.rows(Mentorship)} == {town.school, town.other_school}


async def test_it_offers_whom_else_a_request_could_have(town: Town, make: Make, two) -> None:
    irina, pavel, first, second, third = two
    draft = await make()
    curator = await town.act(town.curator)
    async with town.database.read() as session:
        page = await cohort_queries.choices(session, curator.actor, draft.id, third, town.clock.now())
        shown = await cohort_queries.lines(session, curator.actor, draft.id, Part.PAIRS)
        scopes = await cohort_queries.scopes(session, curator.actor)
    assert sorted((one.mentor_id, one.is_full) for one in page.items) == [(irina, True), (pavel, True)]
    assert [(line.request_id, line.mentor_id) for line in shown.items] == [(first, irina), (second, pavel)]
    assert [scope.organisation_id for scope in scopes] == [town.school]


async def test_it_forgets_a_draft_that_nobody_touches_for_a_week(town: Town, make: Make, two) -> None:
    draft = await make()
    town.clock.moment += timedelta(days=7)
    await town.act_as_system()(forget, town.school)
    assert len(await town.rows(CohortDraft)) == 1
    town.clock.moment += timedelta(seconds=1)
    await town.act_as_system()(forget, town.school)
    assert await town.rows(CohortDraft) == await town.rows(CohortLine) == []
    with pytest.raises(ProgrammeError, match="error-gone"):
        await (await town.act(town.curator))(publish, draft.id, draft.version)


async def test_it_shows_nobody_who_has_withdrawn_the_consent(town: Town, make: Make, two) -> None:
    irina, _, first, second, _ = two
    draft = await make()
    await town.change(Person, irina, state=PersonState.BLOCKED)
    await town.change(Person, (await town.row(MentoringRequest, second)).mentee_id, state=PersonState.BLOCKED)
    curator = await town.act(town.curator)
    async with town.database.read() as session:
        page = await cohort_queries.lines(session, curator.actor, draft.id, Part.PAIRS)
    assert [(line.request_id, line.mentor) for line in page.items] == [(first, "")]
    done = await curator(publish, draft.id, draft.version)
    assert (done.published, done.changed) == (0, 2)


async def test_it_pairs_across_schools_only_with_the_mentors_consent_and_the_second_curator(
    town: Town, ask, make: Make
) -> None:
    own, lent, silent = [
        await town.mentor(organisation=place, card={"capacity": 1})
        for place in (town.school, town.other_school, town.other_school)
    ]
    asked = [(await ask(await town.mentee())).id for _ in range(3)]
    draft = await make(town.municipal_curator, town.municipality)
    assert (draft.pairs, draft.left) == (1, 2)
    await (await town.act(lent))(share, Visibility.MUNICIPAL)
    draft = await make(town.municipal_curator, town.municipality)
    found = await lines(town)
    assert {line.mentor_id for line in found.values()} == {own, lent, None}
    [crossing] = [line for line in found.values() if line.mentor_id == lent]
    assert crossing.reasons[0] == {"kind": ReasonKind.OTHER_SCHOOL, "school": "Школа № 37"}
    act = await town.act(town.municipal_curator)
    [left] = [line.request_id for line in found.values() if line.mentor_id is None]
    with pytest.raises(ProgrammeError, match="error-gone"):
        await act(choose, draft.id, draft.version, left, silent)
    assert (await act(publish, draft.id, draft.version)).published == 2
    pairs = {(pair.lender_id, pair.awaits_lender) for pair in await town.rows(Mentorship)}
    assert pairs == {(None, False), (town.other_school, True)}
    [told] = await town.rows(Notice, Notice.kind == NoticeKind.PAIR_TO_LEND)
    assert (told.person_id, len(asked)) == (town.other_curator, 3)


async def test_it_prefers_a_mentor_of_the_own_school(town: Town, ask, make: Make) -> None:
    mentors = {place: await town.mentor(organisation=place) for place in (town.other_school, town.school)}
    for mentor in mentors.values():
        await (await town.act(mentor))(share, Visibility.MUNICIPAL)
    asked = {place: (await ask(await town.mentee(organisation=place))).id for place in mentors}
    await make(town.municipal_curator, town.municipality)
    found = await lines(town)
    assert all(found[asked[place]].mentor_id == mentors[place] for place in mentors)
