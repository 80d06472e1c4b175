"""The periods that a paper may be about, by the calendar of a school year."""

from datetime import date, timedelta
from enum import StrEnum

from models.errors import ProgrammeError
from models.school_year import Period, school_year_of, usual_holidays

YEARS_BACK = 3
"""Records are forgotten a cycle after theirs; whoever asks for older ones would get noughts."""
_DAY = timedelta(days=1)
_HALF = (1, 1)


class Span(StrEnum):
    """A period as one says it."""

    YEAR = "YEAR"
    HALF = "HALF"
    QUARTER = "QUARTER"
    LAST_QUARTER = "LAST_QUARTER"


def spans(today: date) -> dict[Span, Period]:
    """The usual periods as they stand today: those that still run end today, so that a paper promises nothing.

    A quarter ends with the holidays after it, and a half-year with the calendar year: no meeting falls between two.
    """
    year = school_year_of(today)
    half = date(year + 1, *_HALF)
    quarters = _quarters(year)
    current = next(place for place, quarter in enumerate(quarters) if today in quarter)
    found = {
        Span.YEAR: Period(date(year, 9, 1), today),
        Span.HALF: Period(half if today >= half else date(year, 9, 1), today),
        Span.QUARTER: Period(quarters[current].first, today),
    }
    if current:
        found[Span.LAST_QUARTER] = quarters[current - 1]
    return found


def months_until(today: date) -> tuple[date, ...]:
    """The first days of the months of this school year so far; in September those of the year before as well."""
    year = school_year_of(today)
    first = date(year - 1 if today.month == date(year, 9, 1).month else year, 9, 1)
    count = (today.year - first.year) * 12 + today.month - first.month + 1
    return tuple(month_after(first, ahead) for ahead in range(count))


def whole_months(first: date, last: date, today: date) -> Period:
    """From the month of one day to the month of another, whichever comes first; not beyond today."""
    first, last = min(first, last), max(first, last)
    return Period(first.replace(day=1), min(month_after(last.replace(day=1), 1) - _DAY, today))


def month_after(month: date, ahead: int) -> date:
    """The first day of the month so many months later."""
    return date(month.year + (month.month - 1 + ahead) // 12, (month.month - 1 + ahead) % 12 + 1, 1)


def checked(first: date, last: date, today: date) -> Period:
    """The period, where a paper can be about it. Raises ProgrammeError `error-paper-period`."""
    if not date(school_year_of(today) - YEARS_BACK, 9, 1) <= first <= last <= today:
        raise ProgrammeError("error-paper-period")
    return Period(first, last)


def _quarters(year: int) -> tuple[Period, ...]:
    holidays = usual_holidays(year).periods
    starts = [date(year, 9, 1), *(one.last + _DAY for one in holidays[:-1])]
    return tuple(Period(start, rest.last) for start, rest in zip(starts, holidays, strict=True))
