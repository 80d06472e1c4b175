"""What is handed in each year, and when unless the municipality says otherwise (reference.md §11, «Year calendar»)."""

from datetime import date, timedelta
from enum import StrEnum

from models.school_year import Period, is_working_day

NUDGES = (timedelta(days=7), timedelta(days=1))
"""So long before the deadline whoever has not handed in is reminded: twice, and never more by itself."""


class ReportKind(StrEnum):
    """What a school hands in, in the order of a school year (NTG-3, NTG-4, NTG-9)."""

    PAIRS = "PAIRS"
    MAY = "MAY"
    NOTE = "NOTE"

    def usual_days(self, school_year: int) -> Period:
        """From the day on which it is asked for to the deadline, both included, in the year begun in that autumn."""
        after = school_year + 1
        match self:
            case ReportKind.PAIRS:
                return Period(date(school_year, 10, 1), date(school_year, 10, 31))
            case ReportKind.MAY:
                return Period(date(after, 5, 11), date(after, 5, 25))
            case ReportKind.NOTE:
                return Period(date(after, 6, 1), date(after, 6, 20))


class NotePart(StrEnum):
    """What only a curator can say in the yearly note (OMS-40): the four fields of SWOT, and what to do next year."""

    STRENGTHS = "STRENGTHS"
    WEAKNESSES = "WEAKNESSES"
    OPPORTUNITIES = "OPPORTUNITIES"
    THREATS = "THREATS"
    PROPOSALS = "PROPOSALS"


def nudges_due(closes_on: date, today: date) -> int:
    """How many of the reminders should have gone out by this day; on a free day they go on the working day before."""
    return sum(today >= _working_day_until(closes_on - before) for before in NUDGES)


def _working_day_until(day: date) -> date:
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
