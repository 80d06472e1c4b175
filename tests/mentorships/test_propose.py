"""Making pairs: who is asked, whose agreement is there already, and whom no choice may take."""

from datetime import date

import pytest

from models.errors import ProgrammeError
from models.matching.rules import Refusal
from models.mentorships import answers, picks, propose
from models.mentorships.states import Answer, MentorshipState, ProposalOrigin, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.notices.kinds import NoticeKind, class_of
from models.notices.rules import NoticeClass
from models.notices.tables import Notice
from models.oversight.states import SignalCode, SignalState
from models.oversight.sweep import sweep_organisation
from models.oversight.tables import RiskSignal
from models.people.states import MentorState
from models.people.tables import MentorProfile
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import Role
from tests.town import Town


async def kinds_for(town: Town, person: int) -> list[str]:
    """The kinds of notice that a person was posted, in order."""
    return [notice.kind for notice in await town.rows(Notice, Notice.person_id == person)]


async def test_it_asks_both_when_the_curator_chooses(town: Town, ask) -> None:
    mentee, mentor = await town.mentee(), await town.mentor()
    request = await ask(mentee)
    pair = await (await town.act(town.curator))(propose.propose, request.id, mentor)
    assert (pair.state, pair.origin) == (MentorshipState.PROPOSED, ProposalOrigin.CURATOR_CHOICE)
    assert await kinds_for(town, mentor) == [NoticeKind.OFFER]
    assert await kinds_for(town, mentee) == [NoticeKind.OFFER_TO_MENTEE]
    assert (await town.row(MentoringRequest, request.id)).state is RequestState.PROPOSED
    assert (await town.row(Mentorship, pair.id)).reasons[0]["kind"] == "ALL_TOPICS_STRONG"
    await (await town.act(mentor))(answers.accept, pair.id)
    approved = await (await town.act(mentee))(answers.accept, pair.id)
    assert approved.state is MentorshipState.APPROVED
    assert (await town.row(MentoringRequest, request.id)).state is RequestState.MATCHED
    assert await kinds_for(town, mentor) == [NoticeKind.OFFER, NoticeKind.PAIR_APPROVED]
    assert await kinds_for(town, mentee) == [NoticeKind.OFFER_TO_MENTEE]


async def test_it_tells_the_curator_who_proposed_that_the_pair_stands(town: Town, offer) -> None:
    mentor = await town.mentor()
    deputy = await town.person("Котова Нина Ивановна", Role.CURATOR_SCHOOL)
    pair = await offer(mentor)
    assert NoticeKind.PAIR_MADE not in await kinds_for(town, town.curator)
    await (await town.act(mentor))(answers.accept, pair.id)
    assert (await kinds_for(town, town.curator))[-1] == NoticeKind.PAIR_MADE
    assert NoticeKind.PAIR_MADE not in await kinds_for(town, deputy)
    assert class_of(NoticeKind.PAIR_MADE) is NoticeClass.ANSWER


async def test_it_tells_no_curator_what_they_have_just_recorded(town: Town) -> None:
    curator = await town.act(town.curator)
    await curator(propose.already_agreed, await town.mentee(), await town.mentor())
    spoken_for = await curator(propose.make_pair, await town.mentee(account=False), await town.mentor(account=False))
    for side in Side:
        await curator(answers.accept_for, spoken_for.id, side)
    assert (await town.row(Mentorship, spoken_for.id)).state is MentorshipState.APPROVED
    assert NoticeKind.PAIR_MADE not in await kinds_for(town, town.curator)


async def test_it_takes_a_wish_for_the_mentees_agreement(town: Town, offer) -> None:
    mentor = await town.mentor()
    pair = await offer(mentor)
    assert (pair.origin, pair.mentee_answer) == (ProposalOrigin.WISHED, Answer.YES)
    assert await kinds_for(town, pair.mentee_id) == []
    approved = await (await town.act(mentor))(answers.accept, pair.id)
    assert approved.state is MentorshipState.APPROVED
    assert await kinds_for(town, pair.mentee_id) == [NoticeKind.PAIR_APPROVED]


async def test_it_makes_many_pairs_in_a_row_without_requests(town: Town) -> None:
    curator = await town.act(town.curator)
    mentor = await town.mentor(card={"capacity": 3})
    pairs = [await curator(propose.make_pair, await town.mentee(), mentor) for _ in range(3)]
    assert {pair.state for pair in pairs} == {MentorshipState.PROPOSED}
    for pair in pairs:
        await (await town.act(pair.mentee_id))(answers.accept, pair.id)
        done = await (await town.act(mentor))(answers.accept, pair.id)
        assert done.state is MentorshipState.APPROVED


async def test_it_uses_the_open_request_of_the_mentee(town: Town, ask) -> None:
    mentee, mentor = await town.mentee(), await town.mentor()
    request = await ask(mentee)
    pair = await (await town.act(town.curator))(propose.make_pair, mentee, mentor)
    assert (pair.request_id, pair.topics) == (request.id, request.topics)


async def test_it_approves_at_once_what_was_agreed_aloud(town: Town, ask) -> None:
    mentee, mentor = await town.mentee(), await town.mentor()
    request = await ask(mentee)
    pair = await (await town.act(town.curator))(propose.already_agreed, mentee, mentor)
    assert pair.state is MentorshipState.APPROVED
    assert (await town.row(MentoringRequest, request.id)).state is RequestState.MATCHED
    members = await town.rows(MentorshipMember)
    assert {member.answered_by for member in members} == {town.curator}
    assert await kinds_for(town, mentor) == [NoticeKind.PAIR_APPROVED]


async def test_it_replaces_a_standing_offer_by_what_was_agreed_aloud(town: Town, offer) -> None:
    first, second = await town.mentor(), await town.mentor()
    pair = await offer(first)
    agreed = await (await town.act(town.curator))(propose.already_agreed, pair.mentee_id, second)
    assert agreed.state is MentorshipState.APPROVED
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.CANCELLED
    assert (await kinds_for(town, first))[-1] == NoticeKind.OFFER_CLOSED


async def test_it_needs_no_answer_from_a_curator_who_is_the_mentor(town: Town, ask) -> None:
    curator = await town.mentor("Котова Нина Ивановна")
    boss = await town.act(town.curator)
    mentee = await town.mentee()
    request = await ask(mentee, wished_mentor_ids=[curator])
    await town.change(MentorProfile, 1, person_id=town.curator)
    await town.change(MentoringRequest, request.id, wished_mentor_ids=[town.curator])
    pair = await boss(propose.propose, request.id, town.curator)
    assert pair.state is MentorshipState.APPROVED


@pytest.mark.parametrize(
    ("card", "error"),
    [
        ({"state": MentorState.PAUSED}, "error-mentor-state"),
        ({"forms": ["HEAD_HEAD"]}, "error-mentor-form"),
        ({"no_offers_before": date(2027, 1, 1)}, "error-mentor-paused"),
        ({"capacity": 0}, "error-mentor-full"),
    ],
)
async def test_it_respects_the_hard_rules_and_changes_nothing(town: Town, ask, card, error) -> None:
    mentor = await town.mentor(card=card)
    request = await ask(await town.mentee())
    curator = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match=error):
        await curator(propose.propose, request.id, mentor)
    assert await town.rows(Mentorship) == []
    assert (await town.row(MentoringRequest, request.id)).state is RequestState.SUBMITTED


async def test_it_lets_the_curator_go_beyond_the_places_with_a_reason(town: Town, ask) -> None:
    mentor = await town.mentor(card={"capacity": 0})
    request = await ask(await town.mentee(), wished_mentor_ids=[mentor])
    curator = await town.act(town.curator)
    pair = await curator(propose.propose, request.id, mentor, "Единственный физик в школе")
    approved = await (await town.act(mentor))(answers.accept, pair.id)
    assert approved.state is MentorshipState.APPROVED


async def test_it_never_pairs_somebody_with_themselves_or_backwards(town: Town) -> None:
    curator = await town.act(town.curator)
    one, other = await town.mentor(), await town.mentor()
    with pytest.raises(ProgrammeError, match="error-mentor-self"):
        await curator(propose.make_pair, one, one)
    await curator(propose.make_pair, one, other)
    with pytest.raises(ProgrammeError, match="error-mentor-reciprocal"):
        await curator(propose.make_pair, other, one)
    with pytest.raises(ProgrammeError, match="error-pair-exists"):
        await curator(propose.make_pair, one, other)


async def test_it_asks_one_mentor_at_a_time(town: Town, offer) -> None:
    pair = await offer(await town.mentor())
    other = await town.mentor()
    curator = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-already-offered"):
        await curator(propose.propose, pair.request_id, other)
    with pytest.raises(ProgrammeError, match="error-already-offered"):
        await curator(propose.make_pair, pair.mentee_id, other)


async def test_it_stays_within_the_school(town: Town, ask) -> None:
    request = await ask(await town.mentee())
    mentor, foreign = await town.mentor(), await town.mentor(organisation=town.other_school)
    stranger, curator = await town.act(town.other_curator), await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await stranger(propose.propose, request.id, mentor)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await curator(propose.propose, request.id, foreign)
    for nonsense in (0, -1, 10**20):
        with pytest.raises(ProgrammeError, match="error-gone"):
            await curator(propose.propose, request.id, nonsense)


async def test_it_lets_the_curator_answer_for_somebody_without_an_account(town: Town) -> None:
    curator = await town.act(town.curator)
    mentee, mentor = await town.mentee(account=False), await town.mentor()
    pair = await curator(propose.make_pair, mentee, mentor)
    with pytest.raises(ProgrammeError, match="error-answers-themselves"):
        await curator(answers.accept_for, pair.id, Side.MENTOR)
    await curator(answers.accept_for, pair.id, Side.MENTEE)
    approved = await (await town.act(mentor))(answers.accept, pair.id)
    assert approved.state is MentorshipState.APPROVED
    [member] = await town.rows(MentorshipMember, MentorshipMember.side == Side.MENTEE)
    assert member.answered_by == town.curator


async def test_it_orders_whom_the_curator_may_choose(town: Town, offer) -> None:
    best = await town.mentor("Лебедева Ирина Викторовна")
    other = await town.mentor("Сергеева Мария Андреевна", card={"topics": ["METHODS"], "strong_topics": []})
    full = await town.mentor("Титова Нина Павловна", card={"capacity": 0})
    await town.mentor("Белова Анна Петровна", card={"state": MentorState.PAUSED})
    asked = await town.mentor("Громова Вера Ильинична")
    pair = await offer(asked)
    await (await town.act(asked))(answers.decline, pair.id)
    actor = await town.actor(town.curator)
    async with town.database.read() as session:
        page = await picks.mentors_to_pair(session, actor, pair.mentee_id, town.clock.now())
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await picks.mentors_to_pair(session, await town.actor(town.other_curator), pair.mentee_id, town.clock.now())
    found = {one.mentor_id: one.refusal for one in page.items}
    assert list(found)[:2] == [best, other]
    assert found == {best: None, other: None, full: Refusal.CAPACITY, asked: Refusal.ASKED_BEFORE}


async def test_it_lists_those_who_wait_before_those_who_do_not(town: Town, ask) -> None:
    waiting, idle = await town.mentee("Яковлева Анна Петровна"), await town.mentee("Абрамова Вера Ильинична")
    await ask(waiting)
    paired = await town.mentee("Белова Анна Петровна")
    await (await town.act(town.curator))(propose.make_pair, paired, await town.mentor())
    actor = await town.actor(town.curator)
    async with town.database.read() as session:
        page = await picks.mentees_to_pair(session, actor)
    assert [(one.id, one.waits) for one in page.items] == [(waiting, True), (idle, False)]


async def test_it_signals_at_once_when_the_curator_goes_beyond_the_places(town: Town, ask) -> None:
    mentor = await town.mentor(card={"capacity": 1})
    curator, system = await town.act(town.curator), town.act_as_system()
    await curator(propose.already_agreed, await town.mentee(), mentor, "хватит сил")
    assert await town.rows(RiskSignal) == [], "there was a place: nothing to say"
    request = await ask(await town.mentee())
    pair = await curator(propose.propose, request.id, mentor, "опыт нужен двоим")
    [signal] = await town.rows(RiskSignal)
    assert (signal.code, signal.evidence) == (SignalCode.MENTOR_OVERLOAD, {"load": 2, "capacity": 1})
    await system(sweep_organisation, town.school)
    assert (await town.row(RiskSignal, signal.id)).state is SignalState.OPEN
    await (await town.act(mentor))(answers.decline, pair.id, None)
    await system(sweep_organisation, town.school)
    assert (await town.row(RiskSignal, signal.id)).state is SignalState.AUTO_RESOLVED
