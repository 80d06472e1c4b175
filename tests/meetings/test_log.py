"""Recording that a meeting took place, or did not."""

import asyncio
from datetime import timedelta

import pytest

from models.errors import ProgrammeError
from models.forms.tables import FeedbackForm
from models.meetings import amend, log, plan
from models.meetings.states import MeetingKind, MeetingMethod, MeetingState, Obstacle
from models.meetings.tables import Meeting, MeetingVersion
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.notices.tables import Notice, NoticeState
from tests.meetings.couple import TOMORROW, Couple, couple_of, waiting
from tests.town import Town


async def test_it_records_in_one_step_what_was_planned(town: Town, couple: Couple) -> None:
    meeting_id = await couple.begun(duration_min=60, place="каб. 214")
    act = await couple.mentor()
    view = await act(log.record, meeting_id)
    assert (view.state, view.duration_min, view.place, view.from_mentee) == (MeetingState.HELD, 60, "каб. 214", False)
    assert (await town.row(Meeting, meeting_id)).logged_by == couple.mentor_id
    assert len(await town.rows(FeedbackForm)) == 2


async def test_it_settles_the_question_for_both_by_the_first_answer(town: Town, couple: Couple) -> None:
    meeting_id = await couple.begun()
    mentor, mentee = await couple.mentor(), await couple.mentee()
    await mentor(log.record, meeting_id)
    about = (Notice.subject == f"meeting:{meeting_id}", Notice.state == NoticeState.WAITING)
    assert {row.kind for row in await town.rows(Notice, *about)} == {"meetings-logged"}
    assert (await mentee(log.record, meeting_id)).from_mentee is False
    with pytest.raises(ProgrammeError, match="error-state"):
        await mentee(log.not_held, meeting_id)


async def test_it_marks_a_mentees_word_until_the_mentor_agrees(town: Town, couple: Couple) -> None:
    meeting_id = await couple.begun()
    mentor, mentee = await couple.mentor(), await couple.mentee()
    assert (await mentee(log.record, meeting_id)).from_mentee
    assert (await waiting(town, couple.mentor_id))["logged"] == town.clock.now()
    assert not (await mentor(log.record, meeting_id)).from_mentee


async def test_it_lets_the_curator_record_for_people_without_an_account(town: Town) -> None:
    couple = await couple_of(town, await town.mentor(account=False), await town.mentee(account=False))
    curator = await town.act(town.curator)
    meeting_id = (await curator(plan.plan, couple.id, TOMORROW)).id
    town.clock.moment = TOMORROW
    assert (await curator(log.record, meeting_id)).state is MeetingState.HELD


async def test_it_starts_the_trial_of_a_pair_with_its_first_meeting(town: Town) -> None:
    couple = await couple_of(town, state=MentorshipState.APPROVED)
    meeting_id = await couple.begun()
    act = await couple.mentor()
    await act(log.record, meeting_id)
    assert (await town.row(Mentorship, couple.id)).state is MentorshipState.TRIAL


async def test_it_records_nothing_before_the_meeting_begins(couple: Couple) -> None:
    meeting_id = await couple.planned()
    act = await couple.mentor()
    for step in (act(log.record, meeting_id), act(log.not_held, meeting_id)):
        with pytest.raises(ProgrammeError, match="error-meetings-not-yet"):
            await step


async def test_it_writes_down_that_a_meeting_was_not_and_what_got_in_the_way(town: Town, couple: Couple) -> None:
    meeting_id = await couple.begun()
    act = await couple.mentee()
    assert (await act(log.not_held, meeting_id)).state is MeetingState.NO_SHOW
    assert (await act(log.not_held, meeting_id, Obstacle.SUBSTITUTION)).obstacle is Obstacle.SUBSTITUTION
    assert (await act(log.not_held, meeting_id)).obstacle is Obstacle.SUBSTITUTION
    assert await waiting(town, couple.mentor_id) == {}


async def test_it_lets_the_mentor_correct_for_a_week_and_then_the_curator(town: Town, couple: Couple) -> None:
    meeting_id = await couple.begun()
    mentor, mentee = await couple.mentor(), await couple.mentee()
    await mentor(log.not_held, meeting_id)
    with pytest.raises(ProgrammeError, match="error-meetings-mentor-corrects"):
        await mentee(log.correct, meeting_id)
    town.clock.moment += timedelta(days=7, minutes=1)
    with pytest.raises(ProgrammeError, match="error-meetings-curator-corrects"):
        await mentor(log.correct, meeting_id)
    curator = await town.act(town.curator)
    assert (await curator(log.correct, meeting_id)).state is MeetingState.HELD


async def test_it_records_a_meeting_without_a_plan(town: Town) -> None:
    couple = await couple_of(town, state=MentorshipState.APPROVED)
    act = await couple.mentor()
    told = await act(
        log.record_unplanned, couple.id, town.clock.now() - timedelta(days=1), 10, MeetingMethod.LESSON_VISIT
    )
    assert told.is_new
    assert (told.meeting.kind, told.meeting.unplanned, told.meeting.state) == (
        MeetingKind.ACQUAINTANCE,
        True,
        MeetingState.HELD,
    )
    assert (await town.row(Mentorship, couple.id)).state is MentorshipState.TRIAL


async def test_it_makes_one_record_of_a_meeting_told_twice_or_by_both(town: Town, couple: Couple) -> None:
    mentor, mentee = await couple.mentor(), await couple.mentee()
    held_at = town.clock.now() - timedelta(days=2)
    told = await asyncio.gather(
        mentor(log.record_unplanned, couple.id, held_at, 30, MeetingMethod.TALK),
        mentor(log.record_unplanned, couple.id, held_at, 30, MeetingMethod.TALK),
        mentee(log.record_unplanned, couple.id, held_at + timedelta(minutes=15), 45, MeetingMethod.TALK),
    )
    assert sum(one.is_new for one in told) == 1
    assert len(await couple.meetings()) == 1


async def test_it_records_the_plan_where_the_day_had_one(couple: Couple) -> None:
    meeting_id = await couple.begun()
    act = await couple.mentor()
    told = await act(log.record_unplanned, couple.id, TOMORROW - timedelta(hours=3), 30, MeetingMethod.DOC_WORK)
    assert (told.meeting.id, told.meeting.duration_min, told.meeting.unplanned) == (meeting_id, 30, False)


@pytest.mark.parametrize(
    ("days", "minutes", "key"),
    [
        (-0.01, 30, "error-meetings-future"),
        (31, 30, "error-meetings-too-old"),
        (1, 9, "error-meetings-duration"),
        (1, 481, "error-meetings-duration"),
    ],
)
async def test_it_refuses_records_that_cannot_be(couple: Couple, days: float, minutes: int, key: str) -> None:
    act = await couple.mentor()
    held_at = couple.town.clock.now() - timedelta(days=days)
    with pytest.raises(ProgrammeError, match=key):
        await act(log.record_unplanned, couple.id, held_at, minutes, MeetingMethod.TALK)
    assert await couple.meetings() == []


async def test_it_lets_the_curator_enter_any_day_of_the_cycle_marked_late(town: Town, couple: Couple) -> None:
    curator = await town.act(town.curator)
    september = town.clock.now() - timedelta(days=41)
    told = await curator(log.record_unplanned, couple.id, september, 45, MeetingMethod.TALK)
    assert told.meeting.entered_late
    with pytest.raises(ProgrammeError, match="error-meetings-other-cycle"):
        await curator(log.record_unplanned, couple.id, september - timedelta(days=2), 45, MeetingMethod.TALK)


async def test_it_keeps_how_a_record_stood_before(town: Town, couple: Couple) -> None:
    meeting_id = await couple.begun()
    mentor, mentee = await couple.mentor(), await couple.mentee()
    await mentee(log.record, meeting_id)
    view = await mentor(amend.edit, meeting_id, duration_min=90, method=MeetingMethod.LESSON_VISIT)
    assert (view.duration_min, view.method, view.from_mentee) == (90, MeetingMethod.LESSON_VISIT, False)
    [version] = await town.rows(MeetingVersion)
    assert (version.duration_min, version.method, version.changed_by) == (45, MeetingMethod.TALK, couple.mentor_id)


async def test_it_lets_only_mentor_and_curator_edit_and_the_curator_says_why(town: Town, couple: Couple) -> None:
    meeting_id = await couple.begun()
    mentor, mentee, curator = await couple.mentor(), await couple.mentee(), await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-state"):
        await mentor(amend.edit, meeting_id, duration_min=60)
    await mentor(log.record, meeting_id)
    with pytest.raises(ProgrammeError, match="error-meetings-mentor-corrects"):
        await mentee(amend.edit, meeting_id, duration_min=60)
    with pytest.raises(ProgrammeError, match="error-meetings-empty"):
        await curator(amend.edit, meeting_id, duration_min=60)
    town.clock.moment += timedelta(days=8)
    with pytest.raises(ProgrammeError, match="error-meetings-curator-corrects"):
        await mentor(amend.edit, meeting_id, duration_min=60)
    assert (await curator(amend.edit, meeting_id, duration_min=60, reason="Опечатка")).duration_min == 60


async def test_it_voids_a_record_by_the_curator_with_a_reason(town: Town, couple: Couple) -> None:
    meeting_id = await couple.begun()
    mentor, curator = await couple.mentor(), await town.act(town.curator)
    await mentor(log.record, meeting_id)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await mentor(amend.void, meeting_id, "Не то")
    with pytest.raises(ProgrammeError, match="error-meetings-empty"):
        await curator(amend.void, meeting_id, "  ")
    assert (await curator(amend.void, meeting_id, "Дважды")).state is MeetingState.VOIDED
    assert {form.state for form in await town.rows(FeedbackForm)} == {"VOID"}
    assert await waiting(town, couple.mentee_id, Notice.subject == f"meeting:{meeting_id}") == {}


async def test_it_lets_nobody_of_another_pair_or_school_record(town: Town, couple: Couple) -> None:
    meeting_id = await couple.begun()
    outsiders = (await town.mentor(), town.other_curator)
    for outsider in outsiders:
        act = await town.act(outsider)
        for step in (
            act(log.record, meeting_id),
            act(log.not_held, meeting_id),
            act(log.correct, meeting_id),
            act(log.record_unplanned, couple.id, town.clock.now(), 30, MeetingMethod.TALK),
        ):
            with pytest.raises(ProgrammeError, match="error-no-access"):
                await step
