"""Two teams, which the curator above approves (R-06), within a school and across two."""

from datetime import timedelta
from typing import Any

import pytest

from models.errors import ProgrammeError
from models.mentorships import answers, groups, queries, silence, teams
from models.mentorships.across import Awaited
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.mentorships.views import PairView
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.oversight.area import area_of
from models.oversight.lines import LineKind
from models.people.tables import Organisation, RoleGrant
from models.terms import MentoringType, OrgKind, Role
from tests.town import Town

DAY = timedelta(days=1)


async def told(town: Town, person: int, kind: NoticeKind) -> int:
    """How often a person was posted a kind of notice."""
    return len(await town.rows(Notice, Notice.person_id == person, Notice.kind == kind.value))


async def refused(town: Town, person: int, case: Any, *args: Any, **fields: Any) -> str:
    """The key of the refusal."""
    with pytest.raises(ProgrammeError) as refusal:
        await (await town.act(person))(case, *args, **fields)
    return refusal.value.key


async def two_teams(town: Town, **fields: Any) -> PairView:
    """Two teams of school № 25 on whom everybody has agreed aloud."""
    mentors, mentees = [await town.mentor() for _ in range(2)], [await town.mentee() for _ in range(2)]
    act = await town.act(fields.pop("by", town.curator))
    return await act(groups.make_group, MentoringType.TEAM, mentors, mentees, agreed=True, **fields)


@pytest.fixture
async def regional(town: Town) -> int:
    """The curator of the region above the municipality."""
    region = await town.organisation("Ярославская область", OrgKind.REGION)
    await town.change(Organisation, town.municipality, parent_id=region)
    return await town.person("Громова Инна Олеговна", Role.CURATOR_REGIONAL, organisation=region)


async def card_for(town: Town, person: int, pair_id: int) -> queries.PairCard:
    """The card as the person sees it."""
    async with town.database.read() as session:
        return await queries.pair_card(session, await town.actor(person), pair_id)


async def test_it_waits_for_the_municipality_and_tells_the_region(town: Town, regional: int) -> None:
    pair = await two_teams(town)
    assert pair.state is MentorshipState.AGREED
    assert await told(town, town.municipal_curator, NoticeKind.PAIR_TO_APPROVE) == 1
    seen = [await card_for(town, one, pair.id) for one in (town.curator, town.municipal_curator)]
    assert [(one.decides, one.decider) for one in seen] == [(False, "Фомина Е. Ю."), (True, "Фомина Е. Ю.")]
    for person, key in ((town.curator, "error-no-access"), (town.other_curator, "error-no-access")):
        assert await refused(town, person, teams.approve_teams, pair.id) == key
    assert await refused(town, town.curator, answers.approve, pair.id) == "error-above-awaited"
    municipal = await town.act(town.municipal_curator)

    async def waiting() -> tuple[list[int], int, int]:
        async with town.database.read() as session:
            page = await queries.pairs_awaiting(session, municipal.actor, town.municipality, Awaited.ABOVE)
            week = await session.run_sync(area_of, town.municipality, town.clock.now())
            menus = [
                (await queries.menu_facts(session, await town.actor(one), town.clock.now())).to_approve
                for one in (town.municipal_curator, town.curator)
            ]
        assert menus[1] == 0
        return [one.id for one in page.items], sum(one.kind is LineKind.TEAMS for one in week.wait), menus[0]

    assert await waiting() == ([pair.id], 1, 1)
    approved = await municipal(teams.approve_teams, pair.id)
    assert approved.state is MentorshipState.APPROVED
    assert await municipal(teams.approve_teams, pair.id) == approved
    assert await waiting() == ([], 0, 0)
    assert [await told(town, one, NoticeKind.PAIR_ACROSS) for one in (regional, town.municipal_curator)] == [1, 0]
    assert [await told(town, one.person_id, NoticeKind.PAIR_APPROVED) for one in pair.members] == [1] * 4
    async with town.database.read() as session:
        lacking = await queries.without_order(session, await town.actor(town.curator))
    assert lacking is not None and [one.id for one in lacking.pairs] == [pair.id]


async def test_it_comes_back_with_a_reason_and_goes_up_again_with_the_schools_answer(town: Town) -> None:
    pair = await two_teams(town)
    municipal, curator = await town.act(town.municipal_curator), await town.act(town.curator)
    assert await refused(town, town.municipal_curator, teams.send_back, pair.id, " ") == "error-request-words-none"
    await municipal(teams.send_back, pair.id, "Нужен ещё один наставник")
    for case, *more in ((teams.approve_teams,), (teams.send_back, "И ещё")):
        assert await refused(town, town.municipal_curator, case, pair.id, *more) == "error-offer-closed"
    assert await told(town, town.curator, NoticeKind.OFFER_QUESTION) == 1
    card = await card_for(town, town.curator, pair.id)
    assert (card.is_returned, card.question, card.answer) == (True, "Нужен ещё один наставник", "")
    member = pair.members[0].person_id
    assert await refused(town, member, answers.answer, card.question_id, "Готово") == "error-no-access"
    town.clock.moment += DAY
    await curator(answers.answer, card.question_id, "Пригласили Орлову")
    assert await told(town, town.municipal_curator, NoticeKind.PAIR_TO_APPROVE) == 2
    assert await told(town, member, NoticeKind.OFFER_QUESTION_ANSWERED) == 0
    assert (await card_for(town, town.municipal_curator, pair.id)).answer == "Пригласили Орлову"
    await municipal(teams.send_back, pair.id, "Пока нет")
    await curator(answers.cancel, pair.id)
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.CANCELLED
    assert await refused(town, town.municipal_curator, teams.approve_teams, pair.id) == "error-offer-closed"


async def test_it_reminds_the_municipality_and_then_asks_the_region(town: Town, regional: int) -> None:
    pair, monday = await two_teams(town), town.clock.now()
    for days, counts in ((1, (2, 0)), (2, (2, 0)), (3, (2, 1)), (4, (2, 1))):
        town.clock.moment = monday + days * DAY
        await town.act_as_system()(silence.chase_silence)
        asked = (town.municipal_curator, regional)
        assert tuple([await told(town, one, NoticeKind.PAIR_TO_APPROVE) for one in asked]) == counts
    assert (await (await town.act(regional))(teams.approve_teams, pair.id)).state is MentorshipState.APPROVED


async def test_it_is_the_regions_matter_or_the_schools_own_where_nobody_is_between(town: Town, regional: int) -> None:
    by_municipality = await two_teams(town, by=town.municipal_curator)
    assert by_municipality.state is MentorshipState.APPROVED, "the proposal is the approval"
    waiting = await two_teams(town)
    [post] = await town.rows(RoleGrant, RoleGrant.person_id == town.municipal_curator)
    await town.change(RoleGrant, post.id, ended_at=town.clock.now())
    assert (await two_teams(town)).state is MentorshipState.AGREED
    assert await told(town, regional, NoticeKind.PAIR_TO_APPROVE) == 1
    [post] = await town.rows(RoleGrant, RoleGrant.person_id == regional)
    await town.change(RoleGrant, post.id, ended_at=town.clock.now())
    assert (await two_teams(town)).state is MentorshipState.APPROVED
    curator = await town.act(town.curator)
    assert (await curator(teams.approve_teams, waiting.id)).state is MentorshipState.APPROVED
