"""Whom to call first: schools below a curator whose pairs do not meet, or whose records are late (reference.md §10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor
from models.base import UtcDateTime
from models.local_time import to_local
from models.meetings.states import AHEAD, MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import MEETING
from models.mentorships.tables import Mentorship
from models.oversight.conditions.meetings import OVERDUE_AFTER
from models.oversight.indicators.access import check_curates
from models.oversight.indicators.frame import Frame, Place, frame_of
from models.paging import Page, page_of
from models.people.calendar import own_holidays
from models.school_year import OwnHoliday, days_without_holidays
from models.terms import OrgFlag

SILENT_DAYS = 14
"""So many days without a meeting in the whole school, holidays left out."""
FEWEST_PAIRS = 3
"""A share says nothing of fewer pairs."""
LATE_PERCENT = 20
"""From here on a school's share of late records is worth a call."""
LATELY = timedelta(days=28)
LINES = 8


@dataclass(frozen=True)
class SchoolLine:
    """A school as it stands: its pairs at work, when they met last, and how many records are late."""

    id: int
    name: str
    pairs: int
    days: int | None
    """School days and weekends since the last meeting, or since the first pair was approved; None without a pair."""
    met: bool
    """Whether any of its pairs has met at all."""
    late: int
    due: int
    """Meetings of the last four weeks of which a record is due; `late` of them have none."""
    held: int = 0
    """Meetings held in the last four weeks."""

    @property
    def is_silent(self) -> bool:
        """Its pairs have not met for two weeks."""
        return self.days is not None and self.days >= SILENT_DAYS

    @property
    def late_percent(self) -> int | None:
        """The share of late records; None of a school with fewer than three pairs, or where nothing was due."""
        return round(100 * self.late / self.due) if self.due and self.pairs >= FEWEST_PAIRS else None

    @property
    def needs_a_call(self) -> bool:
        """Silent, or late."""
        return self.is_silent or (self.late_percent or 0) >= LATE_PERCENT


@dataclass(frozen=True)
class Attention:
    """The schools that need a call, the longest silent first, then those with the most late records."""

    organisation_id: int
    name: str
    schools: int
    lines: Page[SchoolLine]


async def attention(
    session: AsyncSession, actor: Actor, organisation_id: int, now: datetime, page: int = 0, flag: OrgFlag | None = None
) -> Attention:
    """Whom of the schools below to call first. Raises ProgrammeError `error-no-access`."""
    check_curates(actor, organisation_id)
    return await session.run_sync(attention_of, organisation_id, now, page, flag)


def attention_of(
    session: Session, organisation_id: int, now: datetime, page: int = 0, flag: OrgFlag | None = None
) -> Attention:
    """The same without the question who asks."""
    frame = frame_of(session, organisation_id, now, flag=flag)
    calls = in_order(standing(session, frame))
    return Attention(organisation_id, frame.name, len(frame.places), page_of(calls, page, LINES))


def in_order(lines: Iterable[SchoolLine]) -> list[SchoolLine]:
    """Those that need a call, the first one first."""
    calls = (line for line in lines if line.needs_a_call)
    return sorted(calls, key=lambda line: (not line.is_silent, -(line.days or 0), -(line.late_percent or 0), line.name))


def standing(session: Session, frame: Frame) -> list[SchoolLine]:
    """How each school stands, by name: two statements, and the region's holidays, whatever the number of schools."""
    own = own_holidays(session, frame.root_id)
    pairs = {row.school: row for row in session.execute(_pairs(frame))}
    meetings = {row.school: row for row in session.execute(_meetings(frame))}
    return [_line(frame, place, own, pairs.get(place.id), meetings.get(place.id)) for place in frame.places]


def _pairs(frame: Frame) -> Select[int, int, datetime | None]:
    working = (frame.here(Mentorship.organisation_id), Mentorship.state.in_(MEETING))
    school, count = Mentorship.organisation_id.label("school"), func.count(Mentorship.id).label("pairs")
    since = func.min(Mentorship.approved_at, type_=UtcDateTime()).label("since")
    return select(school, count, since).where(*working).group_by(Mentorship.organisation_id)


def _meetings(frame: Frame) -> Select[int, datetime | None, int, int, int]:
    """The last held meeting of the pairs at work, and the records of four weeks; a record is due 48 hours later."""
    now = frame.window.now
    of_weeks = and_(Meeting.starts_at >= now - LATELY, Meeting.starts_at < now - OVERDUE_AFTER)
    is_late = and_(of_weeks, Meeting.state.in_(AHEAD))
    is_due = and_(of_weeks, Meeting.state.in_((*AHEAD, MeetingState.HELD, MeetingState.NO_SHOW)))
    is_held = Meeting.state == MeetingState.HELD
    held = case((is_held, Meeting.starts_at))
    return (
        select(
            Meeting.organisation_id.label("school"),
            func.max(held, type_=UtcDateTime()).label("met"),
            func.count(case((is_late, Meeting.id))).label("late"),
            func.count(case((is_due, Meeting.id))).label("due"),
            func.count(case((and_(is_held, Meeting.starts_at >= now - LATELY), Meeting.id))).label("held"),
        )
        .join(Mentorship, Mentorship.id == Meeting.mentorship_id)
        .where(frame.here(Meeting.organisation_id), Mentorship.state.in_(MEETING), Meeting.starts_at <= now)
        .group_by(Meeting.organisation_id)
    )


def _line(frame: Frame, place: Place, own: tuple[OwnHoliday, ...], pairs: Any, meetings: Any) -> SchoolLine:
    met = meetings.met if meetings is not None else None
    last = max((moment for moment in (met, pairs.since if pairs is not None else None) if moment), default=None)
    return SchoolLine(
        id=place.id,
        name=place.name,
        pairs=pairs.pairs if pairs is not None else 0,
        days=_days(last, frame.window.now, ZoneInfo(place.zone), own) if pairs is not None and last else None,
        met=met is not None,
        late=meetings.late if meetings is not None else 0,
        due=meetings.due if meetings is not None else 0,
        held=meetings.held if meetings is not None else 0,
    )


def _days(last: datetime, now: datetime, zone: ZoneInfo, own: tuple[OwnHoliday, ...]) -> int:
    """Days since then without the region's school holidays and public ones, as signals count them (§12)."""
    return days_without_holidays(to_local(last, zone).date(), to_local(now, zone).date(), own)
