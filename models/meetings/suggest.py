"""When a pair may meet next. Pure: moments are aware, what comes back is UTC."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.availability import free_starts
from models.local_time import is_skipped, to_local, utc_at
from models.school_year import Holidays, OwnHoliday, holidays_between, is_public_holiday
from models.terms import Intensity

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_STEPS = {Intensity.WEEKLY: _WEEK, Intensity.FORTNIGHTLY: 2 * _WEEK, Intensity.MONTHLY: 4 * _WEEK}
_HORIZON = timedelta(days=60)
_GRID = [time(*divmod(minute, 60)) for minute in range(8 * 60, 20 * 60, 30)]


@dataclass(frozen=True)
class Busy:
    """A stretch of somebody's time that is taken."""

    start: datetime
    end: datetime


@dataclass(frozen=True)
class DayTimes:
    """When a meeting can begin on a day: what suits both first, then everything else."""

    shared: tuple[datetime, ...]
    others: tuple[datetime, ...]


def next_meeting_of(
    last: datetime,
    intensity: Intensity,
    zone: ZoneInfo,
    now: datetime,
    holidays: Holidays | None = None,
    own: tuple[OwnHoliday, ...] = (),
) -> datetime | None:
    """The usual day and hour of a pair whose last meeting began at `last`: a week, two or four later in `zone`.

    Holidays (the usual ones, or `own` where the region has set them, unless given) are passed over by whole weeks, an
    hour that the clocks jump over becomes the moment of the jump. None for a pair that meets once, and where nothing
    fits within 60 days.
    """
    if intensity not in _STEPS:
        return None
    local = to_local(last, zone)
    today = to_local(now, zone).date()
    end = today + _HORIZON
    free = holidays_between(today, end, own) if holidays is None else holidays
    day = local.date() + _STEPS[intensity]
    while day <= end:
        moment = utc_at(day, local.time(), zone)
        if moment > now and day not in free and not is_public_holiday(day):
            return moment
        day += _WEEK
    return None


def shared_slots(mentor: Iterable[str], mentee: Iterable[str]) -> frozenset[str]:
    """The weekly slots that suit both; who named none («договоримся») suits the other's."""
    a, b = frozenset(mentor), frozenset(mentee)
    return a & b if a and b else a | b


def day_times(
    slots: Iterable[str], slots_zone: ZoneInfo, day: date, zone: ZoneInfo, now: datetime, busy: Iterable[Busy] = ()
) -> DayTimes:
    """The half-hours of a day of `zone` at which a meeting can begin: shared ones, then the rest from 08:00 to 20:00.

    `slots` are weekly times by the clocks of `slots_zone` (the school's). What is past is left out, and of the shared
    times also those within `busy`.
    """
    taken = tuple(busy)
    near = (day - _DAY, day, day + _DAY)
    starts = {start for one in near for start in free_starts(slots, one, slots_zone)}
    shared = sorted(
        start for start in starts if start > now and to_local(start, zone).date() == day and not _is_taken(start, taken)
    )
    grid = (utc_at(day, clock, zone) for clock in _GRID if not is_skipped(day, clock, zone))
    return DayTimes(tuple(shared), tuple(start for start in grid if start > now and start not in shared))


def _is_taken(start: datetime, busy: tuple[Busy, ...]) -> bool:
    return any(one.start <= start < one.end for one in busy)
