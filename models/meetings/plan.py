"""Planning a meeting, confirming, moving and cancelling it (§4.4)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select

from models.access import Permission
from models.errors import ProgrammeError
from models.meetings.presence import known_row
from models.meetings.reminders import post_reminders, tell_others, void_notices
from models.meetings.rules import MAX_PLACE, USUAL_DURATION, check_duration, check_start, kind_of_next, overlaps
from models.meetings.states import AHEAD, MEETING, MeetingMethod, MeetingMode, MeetingState, Obstacle
from models.meetings.tables import Meeting
from models.meetings.views import MeetingView
from models.mentorships.states import MEETING as MEETING_PAIR
from models.mentorships.states import Side
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.people.tables import Organisation
from models.terms import MentoringType
from models.use_case import Tx, use_case

PAIR_STOPPED = "PAIR"
"""The reason of meetings that fell because their pair paused or ended."""
_OF_PAIR = select(Meeting).where(Meeting.mentorship_id == bindparam("pair"))
_AHEAD = _OF_PAIR.where(Meeting.state.in_(AHEAD)).order_by(Meeting.starts_at)
_LAST = (
    _OF_PAIR.where(Meeting.state.in_(bindparam("states", expanding=True))).order_by(Meeting.starts_at.desc()).limit(1)
)


@use_case(Permission.PLAN)
def plan(
    tx: Tx,
    mentorship_id: int,
    starts_at: datetime,
    mode: MeetingMode = MeetingMode.OFFLINE,
    place: str = "",
    duration_min: int | None = None,
    elsewhere: bool = False,
) -> MeetingView:
    """Plans a meeting of a pair at `starts_at` (aware); the other side is told and asked (OMS-21).

    Without a length it lasts as long as the last one. The very same time again, as from a second press, is the same
    meeting. A meeting of another pair at that time is no refusal: the screen says so.
    Raises ProgrammeError: the pair does not meet now, the time is past or beyond a year or taken by this very pair.
    """
    pair = tx.get(Mentorship, mentorship_id)
    check_leads(tx, pair)
    known = next((one for one in ahead_of(tx, pair) if one.starts_at == starts_at), None)
    if known is not None:
        return MeetingView.of(known, tx.actor)
    meeting = _planned(tx, pair, starts_at, duration_min, None)
    meeting.mode, meeting.place, meeting.elsewhere = mode, place_of(place), elsewhere
    return _announced(tx, meeting, NoticeKind.MEETING_PLANNED)


@use_case(Permission.PLAN)
def confirm(tx: Tx, meeting_id: int) -> MeetingView:
    """«Буду». Whoever planned it has said so by planning; a second press changes nothing.

    In a group it takes back a «Не смогу».

    Raises ProgrammeError where it has begun, was moved or cancelled.
    """
    meeting = _still_ahead(tx, meeting_id)
    stays_away = known_row(tx, meeting, tx.actor.me)
    if stays_away is not None:
        stays_away.present = True
    if meeting.state is MeetingState.PLANNED and meeting.planned_by != tx.actor.person_id:
        meeting.state = MEETING.after(meeting.state, "confirm")
        meeting.confirmed_at = tx.now
        tell_others(tx, meeting, NoticeKind.MEETING_CONFIRMED)
    return MeetingView.of(meeting, tx.actor)


@use_case(Permission.PLAN)
def move(tx: Tx, meeting_id: int, starts_at: datetime) -> MeetingView:
    """Ends the meeting as moved and plans its successor at the same place; the other side is asked again.

    Unsent notices of the old time are voided. The time it already has changes nothing.
    Raises ProgrammeError as `plan` and `confirm` do, and as `check_leads`.
    """
    old = _still_ahead(tx, meeting_id)
    check_leads(tx, old.mentorship)
    if starts_at == old.starts_at:
        return MeetingView.of(old, tx.actor)
    pair = tx.get(Mentorship, old.mentorship_id)
    meeting = _planned(tx, pair, starts_at, old.duration_min, old)
    meeting.mode, meeting.place, meeting.elsewhere = old.mode, old.place, old.elsewhere
    meeting.method, meeting.kind, meeting.reschedule_of = old.method, old.kind, old.id
    old.state = MEETING.after(old.state, "reschedule")
    old.closed_at = tx.now
    void_notices(tx, old)
    return _announced(tx, meeting, NoticeKind.MEETING_MOVED)


@use_case(Permission.PLAN)
def set_place(tx: Tx, meeting_id: int, mode: MeetingMode, place: str, elsewhere: bool = False) -> MeetingView:
    """Says where a meeting that is ahead takes place. The reminders read it when they go out."""
    meeting = _still_ahead(tx, meeting_id)
    check_leads(tx, meeting.mentorship)
    meeting.mode, meeting.place, meeting.elsewhere = mode, place_of(place), elsewhere
    return MeetingView.of(meeting, tx.actor)


@use_case(Permission.PLAN)
def cancel(tx: Tx, meeting_id: int, reason: Obstacle | None = None) -> MeetingView:
    """Cancels a meeting that is ahead; the other side is told. Why may be said later, by the same call once more.

    Raises ProgrammeError where it has begun or was moved, and as `check_leads`.
    """
    meeting = tx.get(Meeting, meeting_id)
    check_leads(tx, meeting.mentorship)
    if meeting.state is not MeetingState.CANCELLED:
        meeting = _still_ahead(tx, meeting_id)
        _cancel(tx, meeting)
    if reason is not None:
        meeting.cancel_reason = reason.value
    return MeetingView.of(meeting, tx.actor)


def cancel_ahead(tx: Tx, mentorship: Mentorship) -> None:
    """Cancels what the pair still has before it, because it pauses or ends. What has begun may still be logged."""
    for meeting in ahead_of(tx, mentorship):
        if meeting.starts_at > tx.now:
            _cancel(tx, meeting)
            meeting.cancel_reason = PAIR_STOPPED


def check_leads(tx: Tx, pair: Mentorship) -> None:
    """Raises ProgrammeError `error-meetings-group` for a mentee of a group: its meetings are for its mentor to plan.

    Who cannot come says so alone (models.meetings.attendance).
    """
    if pair.type is MentoringType.GROUP and pair.side_of(tx.actor.person_id) is Side.MENTEE:
        raise ProgrammeError("error-meetings-group")


def place_of(text: str) -> str:
    """A place as it is stored. Raises ProgrammeError `error-meetings-place-long` beyond 200 characters."""
    place = " ".join(text.split())
    if len(place) > MAX_PLACE:
        raise ProgrammeError("error-meetings-place-long", limit=MAX_PLACE)
    return place


def last_meeting(tx: Tx, mentorship_id: int, *states: MeetingState) -> Meeting | None:
    """The pair's latest meeting in one of the states: what the next one is like by default."""
    return tx.session.scalar(_LAST, {"pair": mentorship_id, "states": states})


def _planned(tx: Tx, pair: Mentorship, starts_at: datetime, minutes: int | None, instead_of: Meeting | None) -> Meeting:
    """The new row, checked against the pair's state and its other meetings."""
    if pair.state not in MEETING_PAIR:
        raise ProgrammeError("error-meetings-pair-rests")
    check_start(starts_at, tx.now)
    held = last_meeting(tx, pair.id, MeetingState.HELD)
    minutes = minutes or (held.duration_min if held else USUAL_DURATION)
    check_duration(minutes)
    others = [meeting for meeting in ahead_of(tx, pair) if meeting is not instead_of]
    if any(overlaps(meeting, starts_at, minutes) for meeting in others):
        raise ProgrammeError("error-meetings-taken")
    zone = tx.session.get_one(Organisation, pair.organisation_id).zone
    meeting = Meeting(
        mentorship_id=pair.id,
        mentorship=pair,
        organisation_id=pair.organisation_id,
        kind=kind_of_next(pair.state, bool(held or others)),
        state=MEETING.after(MEETING.initial, "save"),
        method=held.method if held else MeetingMethod.TALK,
        zone=ZoneInfo(zone).key,
        starts_at=starts_at,
        duration_min=minutes,
        planned_by=tx.actor.me,
        planned_at=tx.now,
    )
    tx.check_scope(meeting)
    tx.add(meeting)
    return meeting


def _announced(tx: Tx, meeting: Meeting, kind: NoticeKind) -> MeetingView:
    tell_others(tx, meeting, kind)
    post_reminders(tx, meeting)
    return MeetingView.of(meeting, tx.actor)


def _still_ahead(tx: Tx, meeting_id: int) -> Meeting:
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state is MeetingState.RESCHEDULED:
        raise ProgrammeError("error-meetings-moved")
    if meeting.state not in AHEAD:
        raise ProgrammeError("error-meetings-over")
    if meeting.starts_at <= tx.now:
        raise ProgrammeError("error-meetings-begun")
    return meeting


def ahead_of(tx: Tx, pair: Mentorship) -> list[Meeting]:
    """The pair's planned meetings whose record is awaited, the next one first; some may have begun."""
    return list(tx.session.scalars(_AHEAD, {"pair": pair.id}))


def _cancel(tx: Tx, meeting: Meeting) -> None:
    meeting.state = MEETING.after(meeting.state, "cancel")
    meeting.closed_at = tx.now
    void_notices(tx, meeting)
    tell_others(tx, meeting, NoticeKind.MEETING_CANCELLED)
