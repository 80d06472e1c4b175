"""The curator's checklist in the five functions of running a programme, anew each school year (OMS-13)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Actor, Permission
from models.local_time import to_local
from models.oversight.indicators.access import curated
from models.oversight.places import place_of, who
from models.oversight.states import CheckItem
from models.oversight.tables import ChecklistMark
from models.people.tables import Organisation
from models.school_year import school_year_of
from models.use_case import Tx, use_case

TOTAL = len(CheckItem)


@dataclass(frozen=True)
class Done:
    """Who has done an item, and when."""

    by: str
    """Empty for somebody who is erased."""
    at: datetime


@dataclass(frozen=True)
class ChecklistView:
    """The checklist of an organisation for the school year that runs there."""

    organisation_id: int
    name: str
    school_year: int
    """The year in which it begins."""
    done: Mapping[CheckItem, Done]

    @property
    def percent(self) -> int:
        """Done of all, in whole per cent."""
        return percent_of(len(self.done))


@use_case(Permission.CURATE)
def tick(tx: Tx, organisation_id: int, item: CheckItem, done: bool) -> bool:
    """Ticks an item of this school year, or takes the tick back; gives whether that changed anything.

    The first tick stays: a second one of another curator changes neither who nor when. Raises ProgrammeError
    `error-gone`, `error-no-access`.
    """
    place = curated(tx, organisation_id)
    year = _year_at(place, tx.now)
    mine = (ChecklistMark.organisation_id == place.id, ChecklistMark.school_year == year, ChecklistMark.item == item)
    mark = tx.session.scalar(select(ChecklistMark).where(*mine))
    if (mark is not None) is done:
        return False
    if mark is None:
        made = {"organisation_id": place.id, "school_year": year, "item": item}
        tx.add(ChecklistMark(**made, done_by=tx.actor.me, done_at=tx.now))
    else:
        tx.session.delete(mark)
        tx.session.flush()
    return True


async def checklist(session: AsyncSession, actor: Actor, organisation_id: int | None, now: datetime) -> ChecklistView:
    """The checklist of a place, by default the actor's own. Raises ProgrammeError `error-no-access`."""
    place = await place_of(session, actor, organisation_id)
    year = _year_at(place, now)
    marks = select(ChecklistMark).where(ChecklistMark.organisation_id == place.id, ChecklistMark.school_year == year)
    done = {mark.item: Done(who(mark.author), mark.done_at) for mark in await session.scalars(marks)}
    return ChecklistView(place.id, place.short_name, year, done)


async def percents(session: AsyncSession, actor: Actor, ids: Collection[int], now: datetime) -> Mapping[int, int]:
    """How far the places in the actor's scope are with the checklist, in whole per cent: one statement.

    The school year is that of the actor's own calendar.
    """
    mine = ChecklistMark.organisation_id.in_(set(ids) & actor.curates)
    year = school_year_of(to_local(now, ZoneInfo(actor.zone)).date())
    counts = select(ChecklistMark.organisation_id, func.count()).where(mine, ChecklistMark.school_year == year)
    rows = await session.execute(counts.group_by(ChecklistMark.organisation_id))
    return dict.fromkeys(ids, 0) | {place: percent_of(count) for place, count in rows}


def percent_of(done: int) -> int:
    """Done of all, in whole per cent."""
    return round(100 * done / TOTAL)


def _year_at(place: Organisation, now: datetime) -> int:
    return school_year_of(to_local(now, ZoneInfo(place.zone)).date())
