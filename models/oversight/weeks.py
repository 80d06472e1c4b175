"""Meetings by week, planned against held: what the picture beside the numbers shows (§10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.local_time import utc_at
from models.meetings.states import AHEAD, MeetingState
from models.meetings.tables import Meeting
from models.oversight.finding import School
from models.oversight.period import WEEK, Period
from models.oversight.together import Here

WEEKS = 8
"""So many weeks, the one that is told about being the last."""


@dataclass(frozen=True)
class WeekCount:
    """A week from its Monday on; cancelled and moved meetings were not to be held (R-13)."""

    monday: date
    held: int
    no_show: int
    open: int
    """Past, and not recorded yet."""

    @property
    def planned(self) -> int:
        """Meetings that were to be held."""
        return self.held + self.no_show + self.open


def weeks_of(
    session: Session, school_ids: Sequence[int], period: Period, now: datetime, zone: ZoneInfo
) -> tuple[WeekCount, ...]:
    """The weeks until the period's, by the clocks of `zone`: one statement, whatever the number of schools."""
    return _told(session.execute(_counts(school_ids, _starts(period, zone), min(period.end, now))), period)


def weeks_at(school: School, period: Period) -> tuple[WeekCount, ...]:
    """The same of one school."""
    return _told(school.rows(_by_school, *_starts(period, school.zone), min(period.end, school.now)), period)


def _mondays(period: Period) -> list[date]:
    return [period.monday - WEEK * back for back in reversed(range(WEEKS))]


def _starts(period: Period, zone: ZoneInfo) -> tuple[datetime, ...]:
    return tuple(utc_at(monday, time(0), zone) for monday in _mondays(period))


def _by_school(here: Here, *moments: datetime) -> Select[*tuple[Any, ...]]:
    *starts, end = moments
    return _counts(here.ids, starts, end, Meeting.organisation_id)


def _counts(
    school_ids: Sequence[int], starts: Sequence[datetime], end: datetime, *by: InstrumentedAttribute[int]
) -> Select[*tuple[Any, ...]]:
    """Meetings by week and state, and by what else is asked for first."""
    later = [(Meeting.starts_at < start, place) for place, start in enumerate(starts[1:])]
    week = case(*later, else_=WEEKS - 1).label("week")
    return (
        select(*by, week, Meeting.state, func.count())
        .where(Meeting.organisation_id.in_(school_ids), Meeting.starts_at >= starts[0], Meeting.starts_at < end)
        .group_by(*by, week, Meeting.state)
    )


def _told(rows: Iterable[Sequence[Any]], period: Period) -> tuple[WeekCount, ...]:
    counts = {(place, state): count for place, state, count in rows}

    def told(place: int, monday: date) -> WeekCount:
        held, no_show = (counts.get((place, state), 0) for state in (MeetingState.HELD, MeetingState.NO_SHOW))
        return WeekCount(monday, held, no_show, sum(counts.get((place, state), 0) for state in AHEAD))

    return tuple(told(place, monday) for place, monday in enumerate(_mondays(period)))
