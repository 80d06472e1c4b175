"""When a notice may be sent (R-09). Every moment is aware; what comes back is UTC."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from models.local_time import next_at, previous_at, to_local, utc_at
from models.school_year import Holidays, is_school_day, next_working_day, school_year_of, usual_holidays

ASKED_AGAIN = timedelta(days=7)
"""So long a curator's press asks nobody the same once more."""
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_MONDAY, _SUNDAY = 0, 6

# Whatever quiet hours a person chooses, these hours stay open: a bundled notice always finds its place.
_OPEN_FROM, _OPEN_UNTIL = time(10), time(17)
_BUNDLES_FROM, _BUNDLES_UNTIL = time(14), time(19)
_CHILD_NIGHT_FROM, _CHILD_NIGHT_UNTIL, _CHILD_MORNING = time(21), time(8), time(8, 30)
_NUDGE_AT = time(15)


class NoticeClass(StrEnum):
    """How long a notice may wait (R-09).

    ANSWER (offer, question, moved meeting, decision) goes at once, after quiet hours; HELP at once, at any hour; TIMED
    (reminder, log prompt, digest) at its computed moment; BUNDLED (nudge, survey, news) on a school day's afternoon.
    """

    ANSWER = "ANSWER"
    HELP = "HELP"
    TIMED = "TIMED"
    BUNDLED = "BUNDLED"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The local hours, from `start` up to `end`, in which a person is not to be disturbed. Switched off is `None`.

    Raises ValueError when they would cover any part of 10:00–17:00.
    """

    start: time = time(20)
    end: time = time(7, 30)

    def __post_init__(self) -> None:
        if self.end > _OPEN_FROM or self.end <= self.start < _OPEN_UNTIL:
            raise ValueError("quiet hours leave 10:00 to 17:00 open")

    def __contains__(self, clock: time) -> bool:
        if self.start < self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end


DEFAULT_QUIET = QuietHours()


def send_at(
    cls: NoticeClass,
    wanted: datetime,
    zone: ZoneInfo,
    quiet: QuietHours | None = DEFAULT_QUIET,
    *,
    is_child: bool = False,
    holidays: Holidays | None = None,
) -> datetime:
    """The first moment (UTC), from `wanted` on, at which a notice of this class may reach a person in `zone`.

    `is_child` is for forms sent to children: nothing between 21:00 and 08:00 (§4.5), whatever the class but HELP.
    `holidays` are those of the person's school; without them the usual ones count. In summer a bundle waits for autumn.
    """
    if cls is NoticeClass.HELP:
        return wanted.astimezone(UTC)
    if cls is NoticeClass.BUNDLED:
        return _bundle_at(wanted, zone, quiet, holidays)
    if cls is NoticeClass.TIMED:
        quiet = None
    moment = _after_quiet(wanted, zone, quiet)
    return _after_quiet(_after_child_night(moment, zone), zone, quiet) if is_child else moment


def reminder_24h(start: datetime, zone: ZoneInfo, quiet: QuietHours | None = DEFAULT_QUIET) -> datetime:
    """A day before the meeting; out of quiet hours and Sundays it moves earlier, to the last allowed minute before.

    The moment (UTC) may lie in the past when the meeting was planned late: then there is nothing to remind of.
    """
    moment = start.astimezone(UTC) - _DAY
    while _is_quiet(local := to_local(moment, zone), quiet) or local.weekday() == _SUNDAY:
        if quiet is not None and local.time() in quiet:
            moment = previous_at(moment, quiet.start, zone) - _MINUTE
        else:
            moment = utc_at(local.date(), time(0), zone) - _MINUTE
    return moment


def reminder_1h(start: datetime) -> datetime:
    """An hour before the meeting (UTC); it never moves."""
    return start.astimezone(UTC) - timedelta(hours=1)


def log_prompt_at(end: datetime) -> datetime:
    """A quarter of an hour after the meeting (UTC): «Состоялась?»."""
    return end.astimezone(UTC) + timedelta(minutes=15)


def log_nudge_at(end: datetime, zone: ZoneInfo) -> datetime:
    """15:00 local time (as UTC) of the next working day, for a meeting that nobody has recorded."""
    return utc_at(next_working_day(to_local(end, zone).date()), _NUDGE_AT, zone)


def next_monday(now: datetime, zone: ZoneInfo, hour: int = 8) -> datetime:
    """The digest's usual moment (UTC): the first Monday `hour`:00 local time after `now`."""
    return next_weekly(now, zone, _MONDAY, time(hour))


def next_weekly(now: datetime, zone: ZoneInfo, weekday: int, clock: time) -> datetime:
    """The first moment (UTC) after `now` that is `clock` local time on `weekday`, 0 being Monday."""
    today = to_local(now, zone).date()
    day = today + _DAY * ((weekday - today.weekday()) % 7)
    moment = utc_at(day, clock, zone)
    return moment if moment > now else utc_at(day + 7 * _DAY, clock, zone)


def iso_week_key(now: datetime, zone: ZoneInfo) -> str:
    """The week of the local day, such as `2026-W43`: one digest a person and week."""
    year, week, _ = to_local(now, zone).isocalendar()
    return f"{year}-W{week:02}"


def _is_quiet(local: datetime, quiet: QuietHours | None) -> bool:
    return quiet is not None and local.time() in quiet


def _after_quiet(moment: datetime, zone: ZoneInfo, quiet: QuietHours | None) -> datetime:
    if quiet is None or to_local(moment, zone).time() not in quiet:
        return moment.astimezone(UTC)
    return next_at(moment, quiet.end, zone)


def _after_child_night(moment: datetime, zone: ZoneInfo) -> datetime:
    clock = to_local(moment, zone).time()
    if _CHILD_NIGHT_UNTIL <= clock < _CHILD_NIGHT_FROM:
        return moment
    return next_at(moment, _CHILD_MORNING, zone)


def _bundle_at(wanted: datetime, zone: ZoneInfo, quiet: QuietHours | None, holidays: Holidays | None) -> datetime:
    """Quiet hours leave the window's beginning open, so that every school day has a moment for a bundle."""
    day = to_local(wanted, zone).date()
    while True:
        if is_school_day(day, usual_holidays(school_year_of(day)) if holidays is None else holidays):
            moment = max(wanted.astimezone(UTC), utc_at(day, _BUNDLES_FROM, zone))
            if moment < utc_at(day, _BUNDLES_UNTIL, zone) and not _is_quiet(to_local(moment, zone), quiet):
                return moment
        day += _DAY
