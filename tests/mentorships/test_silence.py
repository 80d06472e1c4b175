"""A silent mentor does not hold a request: working days pass, weekends and holidays stand still."""

from datetime import UTC, datetime, timedelta

import pytest

from models.errors import ProgrammeError
from models.mentorships import answers, silence
from models.mentorships.states import MentorshipState, ProposalOrigin
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from tests.town import Town

DAY = timedelta(days=1)


async def sweep(town: Town, moment: datetime) -> None:
    """Lets the programme look at its offers at a moment, twice: the second time must change nothing."""
    town.clock.moment = moment
    await town.act_as_system()(silence.chase_silence)
    await town.act_as_system()(silence.chase_silence)


async def told(town: Town, person: int) -> list[str]:
    """The kinds of notice a person was posted, in order."""
    return [notice.kind for notice in await town.rows(Notice, Notice.person_id == person)]


async def test_it_reminds_then_asks_the_curator_then_the_next_candidate(town: Town, offer) -> None:
    mentor, second = await town.mentor(), await town.mentor()
    monday = town.clock.now()
    pair = await offer(mentor)
    await sweep(town, monday + timedelta(hours=23))
    assert await told(town, mentor) == [NoticeKind.OFFER]
    await sweep(town, monday + DAY)
    assert await told(town, mentor) == [NoticeKind.OFFER, NoticeKind.OFFER_REMINDER]
    await sweep(town, monday + 3 * DAY)
    assert (await told(town, town.curator))[-1] == NoticeKind.OFFER_SILENT
    friday, saturday = monday + 4 * DAY, monday + 5 * DAY
    for moment in (friday, saturday, monday + 6 * DAY):
        await sweep(town, moment)
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.PROPOSED
    await sweep(town, monday + 7 * DAY)
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.CANCELLED
    [new] = await town.rows(Mentorship, Mentorship.state == MentorshipState.PROPOSED)
    assert (new.request_id, new.origin, new.proposed_by) == (pair.request_id, ProposalOrigin.SUGGESTED, None)
    assert await told(town, second) == [NoticeKind.OFFER]
    assert (await told(town, mentor))[-1] == NoticeKind.OFFER_CLOSED


async def test_it_needs_the_curators_approval_for_whom_the_programme_asked(town: Town, offer) -> None:
    mentor, second = await town.mentor(), await town.mentor()
    pair = await offer(mentor)
    monday = town.clock.now()
    await sweep(town, monday + 3 * DAY)
    await sweep(town, monday + 7 * DAY)
    [new] = await town.rows(Mentorship, Mentorship.state == MentorshipState.PROPOSED)
    await (await town.act(second))(answers.accept, new.id)
    agreed = await (await town.act(pair.mentee_id))(answers.accept, new.id)
    assert agreed.state is MentorshipState.AGREED
    assert (await told(town, town.curator))[-1] == NoticeKind.PAIR_TO_APPROVE
    approved = await (await town.act(town.curator))(answers.approve, new.id)
    assert approved.state is MentorshipState.APPROVED
    assert (await town.row(MentoringRequest, pair.request_id)).state is RequestState.MATCHED


async def test_it_counts_a_late_yes_while_nobody_else_was_asked(town: Town, offer) -> None:
    mentor = await town.mentor()
    pair = await offer(mentor)
    for days in (1, 3, 7, 20):
        await sweep(town, datetime(2026, 10, 12, 7, tzinfo=UTC) + days * DAY)
    assert (await (await town.act(mentor))(answers.accept, pair.id)).state is MentorshipState.APPROVED


async def test_it_stands_still_over_the_holiday_and_the_weekend(town: Town, offer) -> None:
    town.clock.moment = datetime(2026, 11, 3, 9, tzinfo=UTC)
    mentor = await town.mentor()
    await offer(mentor)
    await sweep(town, datetime(2026, 11, 4, 12, tzinfo=UTC))
    assert await told(town, mentor) == [NoticeKind.OFFER]
    await sweep(town, datetime(2026, 11, 5, 9, tzinfo=UTC))
    assert await told(town, mentor) == [NoticeKind.OFFER, NoticeKind.OFFER_REMINDER]


async def test_it_stands_still_while_a_question_waits(town: Town, offer) -> None:
    mentor = await town.mentor()
    pair = await offer(mentor)
    await (await town.act(mentor))(answers.ask, pair.id, "В каких классах?")
    await sweep(town, town.clock.now() + 30 * DAY)
    assert NoticeKind.OFFER_REMINDER not in await told(town, mentor)


async def test_it_gives_the_curator_three_ways(town: Town, offer) -> None:
    mentor, second = await town.mentor(), await town.mentor()
    pair = await offer(mentor)
    curator = await town.act(town.curator)
    await sweep(town, town.clock.now() + 3 * DAY)
    await curator(silence.remind, pair.id)
    assert (await told(town, mentor)).count(NoticeKind.OFFER_REMINDER) == 1
    waited = await curator(silence.wait, pair.id)
    assert waited.state is MentorshipState.PROPOSED
    assert (await town.row(Mentorship, pair.id)).silent_since == town.clock.now()
    successor = await curator(silence.ask_next, pair.id)
    assert successor.mentor_id == second
    assert successor.origin is ProposalOrigin.CURATOR_CHOICE
    with pytest.raises(ProgrammeError, match="error-offer-closed"):
        await curator(silence.remind, pair.id)
    with pytest.raises(ProgrammeError, match="error-no-candidate"):
        await curator(silence.ask_next, successor.id)
    assert (await town.row(Mentorship, successor.id)).state is MentorshipState.PROPOSED


async def test_it_is_not_for_curators_of_other_schools(town: Town, offer) -> None:
    pair = await offer(await town.mentor())
    stranger = await town.act(town.other_curator)
    for use_case in (silence.remind, silence.wait, silence.ask_next):
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await stranger(use_case, pair.id)
