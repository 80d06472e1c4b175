"""Meetings by week, planned against held: what the picture beside the numbers shows (§10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from models.local_time import utc_at
from models.meetings.states import AHEAD, MeetingState
from models.meetings.tables import Meeting
from models.oversight.period import WEEK, Period

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
    mondays = [period.monday - WEEK * back for back in reversed(range(WEEKS))]
    starts = [utc_at(monday, time(0), zone) for monday in mondays]
    later = [(Meeting.starts_at < start, place) for place, start in enumerate(starts[1:])]
    week = case(*later, else_=WEEKS - 1).label("week")
    rows = session.execute(
        select(week, Meeting.state, func.count())
        .where(
            Meeting.organisation_id.in_(school_ids),
            Meeting.starts_at >= starts[0],
            Meeting.starts_at < min(period.end, now),
        )
        .group_by(week, Meeting.state)
    )
    counts = {(place, state): count for place, state, count in rows}

    def told(place: int, monday: date) -> WeekCount:
        held, no_show = (counts.get((place, state), 0) for state in (MeetingState.HELD, MeetingState.NO_SHOW))
        return WeekCount(monday, held, no_show, sum(counts.get((place, state), 0) for state in AHEAD))

    return tuple(told(place, monday) for place, monday in enumerate(mondays))
