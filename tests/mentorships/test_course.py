"""From approval to the end: trial, work, pause, closing, an early end, and the request behind it."""

from datetime import timedelta

import pytest

from models.errors import ProgrammeError
from models.mentorships import answers, closing, contact, course
from models.mentorships.states import CloseReason, MentorshipState
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.requests import withdraw
from models.requests.states import Outcome, RequestState
from models.requests.tables import MentoringRequest
from models.use_case import Tx
from tests.town import Town


@pytest.fixture
def working(town: Town, offer):
    """A pair with a request that has come through its trial."""

    async def working(state: MentorshipState = MentorshipState.ACTIVE) -> Mentorship:
        mentor = await town.mentor()
        pair = await offer(mentor)
        await (await town.act(mentor))(answers.accept, pair.id)
        await town.change(Mentorship, pair.id, state=state, trial_since=town.clock.now())
        return await town.row(Mentorship, pair.id)

    return working


async def test_it_becomes_work_after_fourteen_days_without_a_no(town: Town, working) -> None:
    pair = await working(MentorshipState.TRIAL)
    town.clock.moment += timedelta(days=13, hours=23)
    assert await town.act_as_system()(course.carry_on_trials) == 0
    town.clock.moment += timedelta(hours=1)
    assert await town.act_as_system()(course.carry_on_trials) == 1
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.ACTIVE


async def test_it_begins_the_trial_with_the_first_meeting_and_may_not_suit(town: Town, working) -> None:
    pair = await working(MentorshipState.APPROVED)
    actor = await town.actor(pair.members[1].person_id)

    def job(session):
        tx = Tx(session, actor, town.clock.moment)
        mentorship = tx.get(Mentorship, pair.id)
        course.first_meeting_held(tx, mentorship)
        course.first_meeting_held(tx, mentorship)
        assert mentorship.state is MentorshipState.TRIAL
        course.not_suitable(tx, mentorship)

    await town.database.write(job)
    row, request = await town.row(Mentorship, pair.id), await town.row(MentoringRequest, pair.request_id)
    assert (row.state, row.close_reason) == (MentorshipState.DECLINED, CloseReason.NOT_SUITABLE)
    assert (request.state, request.rematch_of) == (RequestState.QUEUED, pair.id)


async def test_it_rests_and_goes_on(town: Town, working) -> None:
    pair = await working()
    curator = await town.act(town.curator)
    assert (await curator(closing.pause, pair.id)).state is MentorshipState.PAUSED
    with pytest.raises(ProgrammeError, match="error-state"):
        await curator(closing.pause, pair.id)
    assert (await curator(closing.resume, pair.id)).state is MentorshipState.ACTIVE
    told = [notice.kind for notice in await town.rows(Notice, Notice.person_id == pair.members[0].person_id)]
    assert told[-2:] == [NoticeKind.PAIR_PAUSED, NoticeKind.PAIR_RESUMED]


async def test_it_is_finished_by_the_curator_when_a_side_proposes_it(town: Town, working) -> None:
    pair = await working()
    mentor, curator = await town.act(pair.members[0].person_id), await town.act(town.curator)
    await mentor(closing.propose_finish, pair.id)
    assert (await town.rows(Notice, Notice.person_id == town.curator))[-1].kind == NoticeKind.FINISH_ASKED
    assert (await curator(closing.finish, pair.id)).state is MentorshipState.CLOSING
    assert (await curator(closing.extend, pair.id)).state is MentorshipState.ACTIVE
    await curator(closing.finish, pair.id)
    town.clock.moment += timedelta(days=21)
    assert await town.act_as_system()(closing.complete_closings) == 1
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.COMPLETED
    mentee = await town.act(pair.members[1].person_id)
    done = await mentee(withdraw.say_outcome, pair.request_id, Outcome.PARTLY)
    assert done.state is RequestState.PARTLY_FULFILLED
    with pytest.raises(ProgrammeError, match="error-state"):
        await mentee(withdraw.say_outcome, pair.request_id, Outcome.YES)


@pytest.mark.parametrize(("another", "state"), [(True, RequestState.QUEUED), (False, RequestState.MATCHED)])
async def test_it_may_end_early_with_or_without_another_mentor(town: Town, working, another, state) -> None:
    pair = await working()
    town.clock.moment += timedelta(days=5)
    curator = await town.act(town.curator)
    ended = await curator(closing.terminate, pair.id, CloseReason.MOVED, another)
    assert ended.state is MentorshipState.TERMINATED
    request = await town.row(MentoringRequest, pair.request_id)
    assert request.state is state
    assert (request.waiting_since == town.clock.now()) is another


async def test_it_is_not_ended_for_a_reason_that_does_not_exist(town: Town, working) -> None:
    pair = await working()
    curator = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-gone"):
        await curator(closing.terminate, pair.id, CloseReason.SILENT, False)
    mentor = await town.act(pair.members[0].person_id)
    for use_case in (closing.pause, closing.finish, closing.complete):
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await mentor(use_case, pair.id)
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.ACTIVE


async def test_it_shows_a_contact_by_its_owner_alone(town: Town, working, offer) -> None:
    pair = await working(MentorshipState.APPROVED)
    mentor, mentee = (member.person_id for member in pair.members)
    await (await town.act(mentor))(contact.show_contact, pair.id, "@irina")
    last = (await town.rows(Notice, Notice.person_id == mentee))[-1]
    assert (last.kind, last.payload["shown_by"]) == (NoticeKind.CONTACT_SHOWN, mentor)
    outsider = await town.act(await town.mentor())
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await outsider(contact.show_contact, pair.id, "@x")
    other = await offer(mentor)
    with pytest.raises(ProgrammeError, match="error-state"):
        await (await town.act(mentor))(contact.show_contact, other.id, "@irina")


async def test_it_withdraws_the_offer_with_the_request(town: Town, offer) -> None:
    mentor = await town.mentor()
    pair = await offer(mentor)
    act = await town.act(pair.mentee_id)
    view = await act(withdraw.withdraw, pair.request_id)
    assert view.state is RequestState.WITHDRAWN
    assert await act(withdraw.withdraw, pair.request_id) == view
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.CANCELLED
    told = [notice.kind for notice in await town.rows(Notice, Notice.person_id == mentor)]
    assert NoticeKind.OFFER_CLOSED in told
