"""Every signal opens when its condition comes and goes by itself when it is gone (§12)."""

from datetime import UTC, datetime

import pytest

from models.errors import ProgrammeError
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.notices.tables import Notice
from models.oversight.conditions.pairs import no_meeting
from models.oversight.finding import School
from models.oversight.signals import dismiss, resolve, take
from models.oversight.states import SignalCode, SignalState
from models.oversight.sweep import sweep_organisation
from models.oversight.tables import RiskSignal
from models.people.tables import MentorProfile
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import Intensity, Role, Severity
from tests.oversight.life import DAY, Life
from tests.town import Town

ELSEWHERE = (SignalCode.NO_PLAN, SignalCode.SCHOOL_SILENT, SignalCode.MENTOR_SHORTAGE)
"""What comes along with the signals of this file: see test_more_signals.py."""


async def sweep(town: Town) -> list[RiskSignal]:
    """Runs the school's nightly sweep and gives the live signals."""
    await town.act_as_system()(sweep_organisation, town.school)
    return await town.rows(RiskSignal, RiskSignal.resolved_at.is_(None), RiskSignal.code.not_in(ELSEWHERE))


async def codes(town: Town) -> list[SignalCode]:
    return [signal.code for signal in await sweep(town)]


@pytest.mark.parametrize(
    ("intensity", "days"), [(Intensity.WEEKLY, 10), (Intensity.FORTNIGHTLY, 21), (Intensity.MONTHLY, 30)]
)
async def test_it_sees_a_silent_pair_by_its_own_rhythm(town: Town, life: Life, intensity: Intensity, days: int) -> None:
    town.clock.moment = datetime(2026, 10, 20, 7, tzinfo=UTC)
    pair = await life.pair(intensity=intensity, approved_days_ago=40)
    await life.meeting(pair, days - 1)
    assert await codes(town) == []
    await life.pass_days(1)
    assert await codes(town) == [SignalCode.PAIR_NO_MEETING]


async def test_it_calls_a_silence_twice_as_long_grave(town: Town, life: Life) -> None:
    pair = await life.pair(intensity=Intensity.WEEKLY, approved_days_ago=30)
    await life.meeting(pair, 19)
    [signal] = await sweep(town)
    assert signal.severity is Severity.WARN
    await life.pass_days(1)
    [signal] = await sweep(town)
    assert signal.severity is Severity.HIGH


async def test_it_forgets_a_silence_with_the_next_meeting(town: Town, life: Life) -> None:
    pair = await life.pair(approved_days_ago=40)
    await life.meeting(pair, 30)
    assert await codes(town) == [SignalCode.PAIR_NO_MEETING]
    await life.meeting(pair, 0.1)
    assert await codes(town) == []
    [signal] = await town.rows(RiskSignal, RiskSignal.code.not_in(ELSEWHERE))
    assert signal.state is SignalState.AUTO_RESOLVED


async def test_it_asks_a_silent_pair_first_and_tells_the_curator_three_days_later(town: Town, life: Life) -> None:
    pair = await life.pair(approved_days_ago=40)
    await life.meeting(pair, 30)
    [signal] = await sweep(town)
    assert signal.shown_from == life.now + 3 * DAY
    asked = {notice.person_id for notice in await town.rows(Notice)}
    members = await town.rows(MentorshipMember)
    assert asked == {member.person_id for member in members}
    await sweep(town)
    assert len(await town.rows(Notice)) == 2


@pytest.mark.parametrize("state", [MentorshipState.PAUSED, MentorshipState.COMPLETED])
async def test_it_leaves_a_resting_pair_in_peace(town: Town, life: Life, state: MentorshipState) -> None:
    pair = await life.pair(state=state, approved_days_ago=40)
    await life.meeting(pair, 30)
    assert await codes(town) == []


async def test_it_counts_silence_from_the_end_of_a_pause(town: Town, life: Life) -> None:
    pair = await life.pair(approved_days_ago=60)
    await life.meeting(pair, 40)
    await town.change(Mentorship, pair, resumed_at=life.now - 5 * DAY)
    assert await codes(town) == []


async def test_it_says_nothing_false_after_the_autumn_holidays(town: Town, life: Life) -> None:
    """Last meeting on Thursday 22 October; ten days of holidays; on 6 November four days of silence have passed."""
    town.clock.moment = datetime(2026, 11, 6, 7, tzinfo=UTC)
    pair = await life.pair(intensity=Intensity.WEEKLY, approved_days_ago=45)
    await life.meeting(pair, 15)
    new = await life.pair(state=MentorshipState.APPROVED, approved_days_ago=14)
    assert await codes(town) == []
    await life.pass_days(5)
    assert {(signal.code, signal.subject_id) for signal in await sweep(town)} == {(SignalCode.PAIR_NO_MEETING, pair)}
    await life.pass_days(1)
    assert (SignalCode.PAIR_NOT_STARTED, new) in {(one.code, one.subject_id) for one in await sweep(town)}


async def test_it_sees_a_pair_that_does_not_begin(town: Town, life: Life) -> None:
    pair = await life.pair(state=MentorshipState.APPROVED, approved_days_ago=9)
    assert await codes(town) == []
    await life.pass_days(1)
    assert await codes(town) == [SignalCode.PAIR_NOT_STARTED]
    await life.meeting(pair, 0.1)
    await town.change(Mentorship, pair, state=MentorshipState.TRIAL)
    assert await codes(town) == []


async def test_it_sees_a_pair_fade_and_come_back(town: Town, life: Life) -> None:
    """Eight meetings in the first eight weeks, then one in four."""
    town.clock.moment = datetime(2026, 12, 16, 7, tzinfo=UTC)
    pair = await life.pair(intensity=Intensity.MONTHLY, approved_days_ago=100)
    for week in range(8):
        await life.meeting(pair, 98 - 7 * week)
    await life.meeting(pair, 5)
    assert await codes(town) == [SignalCode.PAIR_FADING]
    await life.meeting(pair, 4)
    assert await codes(town) == []


async def test_it_does_not_call_a_young_pair_fading(town: Town, life: Life) -> None:
    pair = await life.pair(intensity=Intensity.MONTHLY, approved_days_ago=60)
    for day in (60, 55, 50, 45, 40, 20):
        await life.meeting(pair, day)
    assert await codes(town) == []


async def test_it_sees_a_meeting_without_a_record_after_72_hours(town: Town, life: Life) -> None:
    pair = await life.pair()
    meeting = await life.meeting(pair, 3, MeetingState.PLANNED)
    assert await codes(town) == []
    await life.pass_days(0.1)
    assert await codes(town) == [SignalCode.LOG_OVERDUE]
    await town.change(Meeting, meeting, state=MeetingState.NO_SHOW)
    assert await codes(town) == []


async def test_it_sees_low_answers_and_waits_until_they_are_good_again(town: Town, life: Life) -> None:
    pair = await life.pair(approved_days_ago=20)
    marks = iter(range(20, 0, -1))

    async def answered(usefulness: int) -> list[SignalCode]:
        meeting = await life.meeting(pair, next(marks))
        await life.answer(pair, meeting, usefulness)
        return await codes(town)

    assert await answered(2) == []
    assert await answered(4) == []
    assert await answered(1) == [SignalCode.LOW_RATING]
    assert await answered(4) == [SignalCode.LOW_RATING], "mean 2.75 of four"
    assert await answered(4) == [SignalCode.LOW_RATING], "mean 3.0: no condition any more, not yet good"
    assert await answered(5) == [SignalCode.LOW_RATING], "mean 3.33"
    assert await answered(5) == []


async def test_it_does_not_count_what_mentors_answer(town: Town, life: Life) -> None:
    pair = await life.pair(approved_days_ago=20)
    for day in (9, 6, 3):
        await life.answer(pair, await life.meeting(pair, day), 1, Side.MENTOR)
    assert await codes(town) == []


async def test_it_hands_low_answers_up_where_the_curator_belongs_to_the_pair(town: Town, life: Life) -> None:
    pair = await life.pair(mentor=town.curator, approved_days_ago=20)
    for day in (9, 6):
        await life.answer(pair, await life.meeting(pair, day), 1)
    [signal] = await sweep(town)
    assert signal.goes_up
    [notice] = await town.rows(Notice)
    assert notice.person_id == town.municipal_curator
    await sweep(town)
    assert len(await town.rows(Notice)) == 1


async def test_it_sees_who_waits_too_long_for_a_mentor(town: Town, life: Life) -> None:
    young = await town.mentee(position="учитель математики, первый год")
    first_year, usual = await life.request(7, mentee=young), await life.request(14)
    assert await codes(town) == []
    await life.pass_days(1)
    assert {signal.subject_id for signal in await sweep(town)} == {first_year, usual}
    await life.pass_days(16)
    severities = {signal.subject_id: signal.severity for signal in await sweep(town)}
    assert severities == {first_year: Severity.WARN, usual: Severity.HIGH}
    await town.change(MentoringRequest, usual, state=RequestState.MATCHED)
    assert {signal.subject_id for signal in await sweep(town)} == {first_year}


async def test_it_tells_the_level_above_of_a_request_that_nobody_reads(town: Town, life: Life) -> None:
    """Handed in on Friday 9 October at 10:00: a working day is over on Monday, five are on Friday."""
    request = await life.request(3, RequestState.SUBMITTED)
    assert await codes(town) == []
    await life.pass_days(0.1)
    [signal] = await sweep(town)
    assert (signal.code, signal.goes_up) == (SignalCode.REQUEST_UNREAD, False)
    await life.pass_days(4)
    [signal] = await sweep(town)
    assert signal.goes_up
    assert [notice.person_id for notice in await town.rows(Notice)] == [town.municipal_curator]
    await town.change(MentoringRequest, request, read_at=life.now)
    assert await codes(town) == []


async def test_it_sees_an_offer_without_an_answer_but_not_a_question(town: Town, life: Life) -> None:
    pair = await life.pair(state=MentorshipState.PROPOSED, approved_at=None, trial_since=None)
    await town.change(Mentorship, pair, silent_since=life.now)
    await life.pass_days(3)
    assert await codes(town) == []
    await life.pass_days(0.1)
    assert await codes(town) == [SignalCode.OFFER_UNANSWERED]
    await town.change(Mentorship, pair, silent_since=None)
    assert await codes(town) == []


async def test_it_sees_a_mentor_with_more_pairs_than_places(town: Town, life: Life) -> None:
    mentor = await town.mentor()
    pairs = [await life.pair(mentor=mentor) for _ in range(3)]
    [signal] = await sweep(town)
    [profile] = await town.rows(MentorProfile, MentorProfile.person_id == mentor)
    assert (signal.code, signal.subject_id) == (SignalCode.MENTOR_OVERLOAD, profile.id)
    await town.change(Mentorship, pairs[0], state=MentorshipState.COMPLETED)
    assert await codes(town) == []


async def test_it_keeps_quiet_for_fourteen_days_about_what_was_dismissed(town: Town, life: Life) -> None:
    await life.request(20)
    [signal] = await sweep(town)
    act = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-reason"):
        await act(dismiss, signal.id, "  ")
    await act(dismiss, signal.id, "летом")
    await life.pass_days(13)
    assert await codes(town) == []
    await life.pass_days(1)
    assert await codes(town) == [SignalCode.REQUEST_UNMATCHED]


async def test_it_lets_a_curator_take_and_resolve_but_no_stranger(town: Town, life: Life) -> None:
    await life.request(20)
    [signal] = await sweep(town)
    act = await town.act(town.curator)
    assert await act(take, signal.id) is SignalState.IN_WORK
    assert await act(resolve, signal.id) is SignalState.RESOLVED
    assert await act(resolve, signal.id) is SignalState.RESOLVED
    outsider = await town.act(town.other_curator)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await outsider(take, signal.id)


async def test_it_sweeps_one_school_without_touching_another(town: Town, life: Life) -> None:
    mentor = await town.mentor(organisation=town.other_school)
    mentee = await town.person(None, Role.MENTEE, organisation=town.other_school)
    pair = await life.pair(mentor=mentor, mentee=mentee, organisation=town.other_school, approved_days_ago=50)
    assert await codes(town) == []
    async with town.database.read() as session:
        found = await session.run_sync(lambda sync: no_meeting(School.at(sync, town.other_school, life.now)))
    assert [finding.subject_id for finding in found] == [pair]
