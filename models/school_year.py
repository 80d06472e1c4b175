"""The calendar of a Russian school year: what is a school day, a working day, a holiday (issue 2, part 8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from models.local_time import to_local, utc_at

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6
_SEPTEMBER = 9
_SUMMER = range(6, 9)

# Non-working holidays of article 112 of the Labour Code, (month, day). Yearly transfers are decrees: not known here.
_PUBLIC_HOLIDAYS = frozenset({*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)})


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included. Raises ValueError when they stand the wrong way round."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period that ends before it begins")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Holidays:
    """When a school has holidays; an organisation's own dates replace the usual ones."""

    periods: tuple[Period, ...] = ()

    def __contains__(self, day: date) -> bool:
        return any(day in period for period in self.periods)


class Season(StrEnum):
    """The four holidays of a school year, in their order."""

    AUTUMN = "AUTUMN"
    WINTER = "WINTER"
    SPRING = "SPRING"
    SUMMER = "SUMMER"


@dataclass(frozen=True, slots=True)
class OwnHoliday:
    """Dates that replace the usual ones of a season, in the school year that begins in `year`."""

    year: int
    season: Season
    period: Period


@lru_cache(maxsize=64)
def usual_holidays(school_year_start: int) -> Holidays:
    """The holidays most schools have in the school year that begins on 1 September of `school_year_start`."""
    autumn, spring = school_year_start, school_year_start + 1
    return Holidays(
        (
            Period(date(autumn, 10, 26), date(autumn, 11, 4)),
            Period(date(autumn, 12, 31), date(spring, 1, 10)),
            Period(date(spring, 3, 24), date(spring, 3, 31)),
            Period(date(spring, 6, 1), date(spring, 8, 31)),
        )
    )


def usual_holidays_between(first: date, last: date) -> Holidays:
    """The usual holidays of every school year that has a day from `first` to `last`."""
    return holidays_between(first, last)


def holidays_between(first: date, last: date, own: tuple[OwnHoliday, ...] = ()) -> Holidays:
    """The holidays of every school year that has a day from `first` to `last`: the usual ones, or `own` where given."""
    replaced = {(one.year, one.season): one.period for one in own}
    years = range(school_year_of(first), school_year_of(last) + 1)
    usual = ((year, *pair) for year in years for pair in zip(Season, usual_holidays(year).periods, strict=True))
    return Holidays(tuple(replaced.get((year, season), period) for year, season, period in usual))


def is_public_holiday(day: date) -> bool:
    """Whether the day is a public holiday in all of Russia, by its fixed date."""
    return (day.month, day.day) in _PUBLIC_HOLIDAYS


def is_working_day(day: date) -> bool:
    """Whether the clocks of offers and requests run on this day (§4.3): Monday to Friday, no public holiday."""
    return day.weekday() < _SATURDAY and not is_public_holiday(day)


def is_school_day(day: date, holidays: Holidays, *, works_saturdays: bool = False) -> bool:
    """Whether there are lessons on this day; some schools have them on Saturdays, too."""
    if day.weekday() == _SUNDAY or (day.weekday() == _SATURDAY and not works_saturdays):
        return False
    return not is_public_holiday(day) and day not in holidays


def add_working_days(moment: datetime, days: int, zone: ZoneInfo) -> datetime:
    """The moment (UTC) at the same local time, `days` working days later; weekends and holidays stand still (§4.3).

    Nought days is the moment itself. Raises ValueError for a negative number.
    """
    if days < 0:
        raise ValueError("working days are counted forward")
    local = to_local(moment, zone)
    day = local.date()
    for _ in range(days):
        day = next_working_day(day)
    return utc_at(day, local.time(), zone) if days else moment.astimezone(UTC)


def next_working_day(day: date) -> date:
    """The first working day after `day`."""
    return next(later for later in _days_after(day) if is_working_day(later))


def working_time_between(start: datetime, end: datetime, zone: ZoneInfo) -> int:
    """Whole working days from `start` to `end`: the most that `add_working_days` can add without passing `end`."""
    clock = to_local(start, zone).time()
    first, last = to_local(start, zone).date(), to_local(end, zone).date()
    passed = sum(map(is_working_day, _days(first + _DAY, last)))
    last_is_short = last > first and is_working_day(last) and utc_at(last, clock, zone) > end
    return passed - last_is_short


def school_days_span(start: date, end: date, holidays: Holidays) -> int:
    """Calendar days from `start` to `end` less those of school and public holidays: how signals count time (§12).

    Weekends count; the day of `start` does not. Nought when `end` is not after `start`.
    """
    return sum(day not in holidays and not is_public_holiday(day) for day in _days(start + _DAY, end))


@lru_cache(maxsize=8192)
def days_without_holidays(start: date, end: date, own: tuple[OwnHoliday, ...] = ()) -> int:
    """`school_days_span` by a school's own calendar; remembered, for thousands of pairs ask for the same days."""
    return school_days_span(start, end, holidays_between(start, end, own)) if end > start else 0


def school_year_of(day: date) -> int:
    """The calendar year in which the school year of this day began, on 1 September."""
    return day.year if day.month >= _SEPTEMBER else day.year - 1


def cycle_end(day: date) -> date:
    """31 August that ends the school year of this day: the last day of a usual cycle and of its consents."""
    return date(school_year_of(day) + 1, 8, 31)


def consent_end(day: date) -> date:
    """31 August until which a consent given on this day runs: in summer that of the school year ahead.

    Most pairs begin in August; nobody is to be asked twice within weeks.
    """
    return cycle_end(day.replace(month=_SEPTEMBER, day=1) if day.month in _SUMMER else day)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + ahead * _DAY for ahead in range((last - first).days + 1))


def _days_after(day: date) -> Iterator[date]:
    while True:
        day += _DAY
        yield day
