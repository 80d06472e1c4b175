"""What may be planned and written down, and until when. Pure: moments are aware, lengths are minutes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from models.errors import ProgrammeError
from models.local_time import to_local
from models.meetings.states import MeetingKind
from models.meetings.tables import Meeting
from models.mentorships.states import MentorshipState
from models.school_year import school_year_of

MAX_AHEAD = timedelta(days=366)
MIN_DURATION, MAX_DURATION, USUAL_DURATION = 10, 480, 45
RETRO_DAYS = 30
"""How far back the members of a pair may write down a meeting without a plan (§4.4)."""
EDIT_TIME = timedelta(days=7)
"""How long the mentor may correct a record; afterwards the curator does (§4.4)."""
MAX_TEXT, MAX_NOTE, MAX_PLACE, MAX_REASON = 4000, 2000, 200, 500
MAX_ATTACHMENTS = 10


def check_start(starts_at: datetime, now: datetime) -> None:
    """Raises ProgrammeError where a meeting cannot be planned at this moment: it is past, or beyond a year."""
    if starts_at <= now:
        raise ProgrammeError("error-meetings-past")
    if starts_at > now + MAX_AHEAD:
        raise ProgrammeError("error-meetings-too-far")


def check_duration(minutes: int) -> None:
    """Raises ProgrammeError unless a meeting lasts from 10 minutes to 8 hours."""
    if not MIN_DURATION <= minutes <= MAX_DURATION:
        raise ProgrammeError("error-meetings-duration")


def check_length(text: str, limit: int) -> str:
    """The text without blanks around it. Raises ProgrammeError where nothing is left or it is longer than `limit`."""
    clean = text.strip()
    if not clean:
        raise ProgrammeError("error-meetings-empty")
    if len(clean) > limit:
        raise ProgrammeError("error-meetings-long", limit=limit, length=len(clean))
    return clean


def check_held_at(held_at: datetime, now: datetime, zone: ZoneInfo, *, is_curator: bool) -> bool:
    """Whether a meeting that was held then is entered late; days are those of `zone`.

    Raises ProgrammeError for the future, for members of the pair beyond 30 days, for the curator outside the cycle
    (the school year of `now`).
    """
    if held_at > now:
        raise ProgrammeError("error-meetings-future")
    today, day = to_local(now, zone).date(), to_local(held_at, zone).date()
    is_late = (today - day).days > RETRO_DAYS
    if is_late and not is_curator:
        raise ProgrammeError("error-meetings-too-old")
    if is_late and school_year_of(day) != school_year_of(today):
        raise ProgrammeError("error-meetings-other-cycle")
    return is_late


def overlaps(meeting: Meeting, starts_at: datetime, minutes: int) -> bool:
    """Whether the meeting shares a minute with the given time."""
    return meeting.starts_at < starts_at + timedelta(minutes=minutes) and starts_at < meeting.ends_at


def kind_of_next(pair: MentorshipState, met_or_planned: bool) -> MeetingKind:
    """What a pair's new meeting is for: the first one is the acquaintance, in a closing pair it is the last."""
    if pair is MentorshipState.CLOSING:
        return MeetingKind.FINAL
    return MeetingKind.REGULAR if met_or_planned else MeetingKind.ACQUAINTANCE
