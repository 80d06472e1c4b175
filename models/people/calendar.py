"""The holiday calendar of a region: the usual dates of a school year, or those that its curator has set (§12)."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor, Permission, outside
from models.errors import ProgrammeError
from models.local_time import to_local
from models.people.tables import Organisation, SchoolHoliday
from models.school_year import OwnHoliday, Period, Season, cycle_end, school_year_of, usual_holidays
from models.use_case import Tx, use_case

_SEPTEMBER = 9


@dataclass(frozen=True)
class SeasonLine:
    """One season's holidays, both days included."""

    season: Season
    first: date
    last: date
    is_own: bool
    """Set by the curator; the usual dates otherwise."""


@dataclass(frozen=True)
class CalendarView:
    """The holidays of this school year, and who settles them."""

    organisation_id: int
    name: str
    year: int
    may_edit: bool
    lines: tuple[SeasonLine, ...]


_SET = select(SchoolHoliday).where(SchoolHoliday.organisation_id == bindparam("root"))


def own_holidays(session: Session, organisation_id: int) -> tuple[OwnHoliday, ...]:
    """The dates that the top of an organisation's tree has set, of all years: what replaces the usual ones."""
    root = _root(session, session.get_one(Organisation, organisation_id))
    rows = session.scalars(_SET, {"root": root.id})
    own = (OwnHoliday(row.school_year, row.season, Period(row.first_day, row.last_day)) for row in rows)
    return tuple(sorted(own, key=lambda one: (one.year, one.period.first)))


async def calendar_of(session: AsyncSession, actor: Actor, organisation_id: int, today: date) -> CalendarView:
    """The calendar that an organisation of the actor's scope goes by. Raises ProgrammeError `error-no-access`."""
    if organisation_id not in actor.curates:
        raise outside(actor, "Organisation", organisation_id)
    return await session.run_sync(_calendar, actor, organisation_id, today)


@use_case(Permission.CURATE)
def set_holiday(tx: Tx, organisation_id: int, season: Season, first: date, last: date) -> SeasonLine:
    """Sets a season's dates of this school year for all schools below; signals go by them from the next sweep on.

    Raises ProgrammeError `error-holiday-above` where a level above settles them, `error-holiday-days` for dates outside
    the school year or the wrong way round.
    """
    organisation = _settling(tx, organisation_id)
    year = school_year_of(_today(tx, organisation))
    if not date(year, _SEPTEMBER, 1) <= first <= last <= cycle_end(date(year, _SEPTEMBER, 1)):
        raise ProgrammeError("error-holiday-days")
    row = _row(tx, organisation.id, year, season)
    if row is None:
        values = {"organisation_id": organisation.id, "school_year": year, "season": season}
        tx.add(SchoolHoliday(**values, first_day=first, last_day=last))
    else:
        row.first_day, row.last_day = first, last
    return SeasonLine(season, first, last, is_own=True)


@use_case(Permission.CURATE)
def reset_holiday(tx: Tx, organisation_id: int, season: Season) -> SeasonLine:
    """Back to the usual dates of this school year. Raises ProgrammeError `error-holiday-above`."""
    organisation = _settling(tx, organisation_id)
    year = school_year_of(_today(tx, organisation))
    row = _row(tx, organisation.id, year, season)
    if row is not None:
        tx.session.delete(row)
    usual = usual_holidays(year).periods[list(Season).index(season)]
    return SeasonLine(season, usual.first, usual.last, is_own=False)


def _calendar(session: Session, actor: Actor, organisation_id: int, today: date) -> CalendarView:
    root = _root(session, session.get_one(Organisation, organisation_id))
    year = school_year_of(today)
    own = {one.season: one.period for one in own_holidays(session, root.id) if one.year == year}
    usual = dict(zip(Season, usual_holidays(year).periods, strict=True))
    days = usual | own
    lines = tuple(SeasonLine(one, days[one].first, days[one].last, one in own) for one in Season)
    return CalendarView(root.id, root.short_name, year, root.id in actor.curates, lines)


def _root(session: Session, organisation: Organisation) -> Organisation:
    """The top of the tree: the region, or the municipality or school where there is none above."""
    while organisation.parent_id is not None:
        organisation = session.get_one(Organisation, organisation.parent_id)
    return organisation


def _settling(tx: Tx, organisation_id: int) -> Organisation:
    organisation = tx.get(Organisation, organisation_id)
    if organisation.id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    if organisation.parent_id is not None:
        raise ProgrammeError("error-holiday-above")
    return organisation


def _row(tx: Tx, organisation_id: int, year: int, season: Season) -> SchoolHoliday | None:
    return tx.session.scalar(
        select(SchoolHoliday).where(
            SchoolHoliday.organisation_id == organisation_id,
            SchoolHoliday.school_year == year,
            SchoolHoliday.season == season,
        )
    )


def _today(tx: Tx, organisation: Organisation) -> date:
    return to_local(tx.now, ZoneInfo(organisation.zone)).date()
