"""Writing down that a meeting took place, or did not (§4.4)."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from models.access import Permission
from models.errors import ProgrammeError
from models.forms.open import open_forms
from models.local_time import to_local
from models.meetings.plan import last_meeting
from models.meetings.presence import take_attendance
from models.meetings.reminders import tell_record, void_notices
from models.meetings.rules import EDIT_TIME, check_duration, check_held_at, kind_of_next, overlaps
from models.meetings.states import AHEAD, MEETING, MeetingMethod, MeetingState, Obstacle
from models.meetings.tables import Meeting
from models.meetings.views import MeetingView, Recorded
from models.mentorships.course import first_meeting_held
from models.mentorships.states import MEETING as MEETING_PAIR
from models.mentorships.states import MentorshipState, Side
from models.mentorships.tables import Mentorship
from models.oversight.signals import settle_signal
from models.oversight.states import SignalCode
from models.people.tables import Organisation
from models.use_case import Tx, use_case

LOGGED_PAIRS = (*MEETING_PAIR, MentorshipState.PAUSED)
"""States of a pair in which a meeting without a plan may be entered."""


@use_case(Permission.PLAN)
def record(tx: Tx, meeting_id: int) -> MeetingView:
    """«Да, состоялась»: the record stands, with day, length and method of the plan (OMS-18).

    By the mentor, by the mentee («со слов наставляемого»), or by the curator for people without an account. The first
    answer settles it for both; a second yes changes nothing, but the mentor's yes takes a mentee's record as right.
    Raises ProgrammeError before the meeting has begun, or where it was moved, cancelled or told not to have been.
    """
    meeting = _begun(tx, meeting_id)
    if meeting.state is MeetingState.HELD:
        meeting.from_mentee = meeting.from_mentee and not _is_mentor(tx, meeting)
        return MeetingView.of(meeting, tx.actor)
    meeting.state = MEETING.after(meeting.state, "log")
    _held(tx, meeting)
    return MeetingView.of(meeting, tx.actor)


@use_case(Permission.PLAN)
def not_held(tx: Tx, meeting_id: int, obstacle: Obstacle | None = None) -> MeetingView:
    """«Нет»: stands at once; what got in the way may be said by a second call, who did not come is never asked.

    Raises ProgrammeError as `record` does, and where the meeting is recorded as held.
    """
    meeting = _begun(tx, meeting_id)
    if meeting.state is not MeetingState.NO_SHOW:
        meeting.state = MEETING.after(meeting.state, "not_held")
        _settled(tx, meeting)
    meeting.obstacle = obstacle or meeting.obstacle
    return MeetingView.of(meeting, tx.actor)


@use_case(Permission.PLAN)
def correct(tx: Tx, meeting_id: int) -> MeetingView:
    """«Всё-таки была»: by the mentor within 7 days, later by the curator.

    Raises ProgrammeError for the mentee, and for the mentor after 7 days.
    """
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state is MeetingState.HELD:
        return MeetingView.of(meeting, tx.actor)
    check_corrector(tx, meeting)
    meeting.state = MEETING.after(meeting.state, "correct")
    meeting.obstacle = None
    _held(tx, meeting)
    return MeetingView.of(meeting, tx.actor)


@use_case(Permission.PLAN)
def record_unplanned(
    tx: Tx, mentorship_id: int, held_at: datetime, duration_min: int, method: MeetingMethod
) -> Recorded:
    """Records a meeting that had no plan, from 10 minutes on, at most 30 days back; the curator any day of the cycle.

    Where the day had a plan that has begun, that meeting is recorded. What is recorded already at that time, by a
    second press or by the other side, is returned as it stands.
    Raises ProgrammeError: the pair does not meet, the future, too long ago, too short or long.
    """
    pair = tx.get(Mentorship, mentorship_id)
    if pair.state not in LOGGED_PAIRS:
        raise ProgrammeError("error-meetings-pair-rests")
    check_duration(duration_min)
    zone = ZoneInfo(tx.session.get_one(Organisation, pair.organisation_id).zone)
    is_curator = pair.side_of(tx.actor.person_id) is None
    is_late = check_held_at(held_at, tx.now, zone, is_curator=is_curator)
    known = _first_of(tx, pair, (MeetingState.HELD,), lambda one: overlaps(one, held_at, duration_min))
    if known is not None:
        return Recorded(MeetingView.of(known, tx.actor), is_new=False)
    day = to_local(held_at, zone).date()
    meeting = _first_of(
        tx, pair, AHEAD, lambda one: one.starts_at <= tx.now and to_local(one.starts_at, zone).date() == day
    )
    if meeting is None:
        meeting = _unplanned(tx, pair, held_at, zone)
    meeting.duration_min, meeting.method, meeting.entered_late = duration_min, method, is_late
    meeting.state = MEETING.after(meeting.state, "log_retro" if meeting.unplanned else "log")
    tx.add(meeting)
    _held(tx, meeting)
    return Recorded(MeetingView.of(meeting, tx.actor), is_new=True)


def check_corrector(tx: Tx, meeting: Meeting) -> None:
    """Raises ProgrammeError unless the actor may change the record: its mentor for 7 days, then its curator."""
    side = meeting.mentorship.side_of(tx.actor.person_id)
    if side is Side.MENTEE:
        raise ProgrammeError("error-meetings-mentor-corrects")
    if side is Side.MENTOR and tx.now > (meeting.logged_at or tx.now) + EDIT_TIME:
        raise ProgrammeError("error-meetings-curator-corrects")


def _begun(tx: Tx, meeting_id: int) -> Meeting:
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state is MeetingState.RESCHEDULED:
        raise ProgrammeError("error-meetings-moved")
    if meeting.state in AHEAD and meeting.starts_at > tx.now:
        raise ProgrammeError("error-meetings-not-yet")
    return meeting


def _held(tx: Tx, meeting: Meeting) -> None:
    """What follows from a meeting that took place, however it came to be known."""
    _settled(tx, meeting)
    meeting.from_mentee = meeting.mentorship.side_of(tx.actor.person_id) is Side.MENTEE
    first_meeting_held(tx, meeting.mentorship)
    take_attendance(tx, meeting)
    open_forms(tx, meeting)
    tell_record(tx, meeting)


def _settled(tx: Tx, meeting: Meeting) -> None:
    """The question «Состоялась?» is answered, for everybody who was to be asked."""
    meeting.logged_by, meeting.logged_at = tx.actor.me, tx.now
    void_notices(tx, meeting)
    settle_signal(tx, SignalCode.LOG_OVERDUE, meeting.id)


def _unplanned(tx: Tx, pair: Mentorship, held_at: datetime, zone: ZoneInfo) -> Meeting:
    held = last_meeting(tx, pair.id, MeetingState.HELD)
    return Meeting(
        mentorship_id=pair.id,
        mentorship=pair,
        organisation_id=pair.organisation_id,
        kind=kind_of_next(pair.state, held is not None),
        state=MEETING.initial,
        zone=zone.key,
        starts_at=held_at.replace(second=0, microsecond=0),
        planned_by=tx.actor.me,
        planned_at=tx.now,
        unplanned=True,
    )


def _first_of(
    tx: Tx, pair: Mentorship, states: tuple[MeetingState, ...], fits: Callable[[Meeting], bool]
) -> Meeting | None:
    statement = select(Meeting).where(Meeting.mentorship_id == pair.id, Meeting.state.in_(states))
    return next((one for one in tx.session.scalars(statement.order_by(Meeting.starts_at)) if fits(one)), None)


def _is_mentor(tx: Tx, meeting: Meeting) -> bool:
    return meeting.mentorship.side_of(tx.actor.person_id) is Side.MENTOR
