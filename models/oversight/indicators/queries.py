"""Looking at the numbers: the table, the list behind one, the schools below. Scope is checked here (R-20, R-21)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor
from models.errors import ProgrammeError
from models.local_time import to_local
from models.meetings.tables import Meeting
from models.oversight.indicators.access import check_curates, is_above, own_schools
from models.oversight.indicators.codes import Block, Code, Moment, Subject
from models.oversight.indicators.counting import untold, whom
from models.oversight.indicators.definition import Indicator
from models.oversight.indicators.flags import flag_sizes, flags_of
from models.oversight.indicators.frame import Frame, frame_of
from models.oversight.indicators.registry import INDICATORS, of_block
from models.oversight.indicators.snapshots import (
    SnapshotView,
    beginning,
    frozen,
    frozen_beginning,
    frozen_coverage,
    snapshots_of,
)
from models.oversight.indicators.table import Figure, Table, figures_of, readings, shares_of, table_of
from models.oversight.indicators.tables import Snapshot
from models.paging import Page, nearest, page_of
from models.people.names import official
from models.people.states import PersonState
from models.people.tables import Organisation, Person
from models.terms import OrgFlag, OrgKind, PersonKind, Role
from models.use_case import MAX_ID

LINES = 10
"""Names, or schools, on a screen."""
ERASED = "—"
"""The name of whoever was erased (models/retention/people.py): such a one counts and is not listed."""
_LEVELS = (Role.CURATOR_REGIONAL, Role.CURATOR_MUNICIPAL, Role.CURATOR_SCHOOL)


@dataclass(frozen=True)
class Behind:
    """A page of what stands behind a number."""

    names: tuple[str, ...]
    """«Кузнецова О. С.», with the school above a school; for meetings a day and the school's name, see `days`."""
    days: tuple[datetime, ...]
    """The moments of meetings, as many as names; empty for people."""
    hidden: int
    """How many are counted and not named: minors above their school (R-20), and whoever was erased."""
    number: int
    pages: int


@dataclass(frozen=True)
class SchoolNumber:
    """What an indicator says of a school; None is «нет данных»."""

    id: int
    name: str
    number: int | None


@dataclass(frozen=True)
class FigureView:
    """One indicator with what stands behind it: people, or, above a school, schools."""

    organisation_id: int
    name: str
    is_school: bool
    first: date
    day: date
    figure: Figure
    behind: Behind | None
    schools: Page[SchoolNumber] | None
    untold: int = 0
    """Of how many it cannot be said whether they count; nought for a number that is frozen."""


@dataclass(frozen=True)
class Marks:
    """The marks of a school, or how many schools below bear each."""

    organisation_id: int
    name: str
    flags: tuple[OrgFlag, ...]
    sizes: tuple[tuple[OrgFlag, int], ...]
    may_set: bool


def home_of(actor: Actor) -> int:
    """Where a curator's numbers begin: the organisation of their highest role.

    Raises ProgrammeError `error-no-access` for whoever runs none.
    """
    curating = [grant for grant in actor.grants if grant.role in _LEVELS]
    if not curating:
        raise ProgrammeError("error-no-access")
    return min(curating, key=lambda grant: _LEVELS.index(grant.role)).organisation_id


async def table(
    session: AsyncSession,
    actor: Actor,
    organisation_id: int,
    now: datetime,
    *,
    block: Block | None = None,
    day: date | None = None,
    flag: OrgFlag | None = None,
    snapshot_id: int | None = None,
) -> Table:
    """A page of the table of an organisation, now, as it was on a day, or as a snapshot has frozen it.

    Raises ProgrammeError `error-no-access`, `error-gone`.
    """
    check_curates(actor, organisation_id)
    if snapshot_id is not None:
        return await session.run_sync(_frozen_table, actor, organisation_id, block, snapshot_id)
    return await session.run_sync(_table, organisation_id, now, block, day, flag)


async def figure(
    session: AsyncSession,
    actor: Actor,
    organisation_id: int,
    code: Code,
    now: datetime,
    page: int = 0,
    *,
    day: date | None = None,
    flag: OrgFlag | None = None,
    snapshot_id: int | None = None,
) -> FigureView:
    """An indicator and a page of what stands behind it, now, on a day, or as a snapshot has frozen its number.

    Raises ProgrammeError `error-no-access`, `error-gone`.
    """
    check_curates(actor, organisation_id)
    return await session.run_sync(_figure, actor, organisation_id, code, now, page, day, flag, snapshot_id)


async def snapshots(
    session: AsyncSession, actor: Actor, organisation_id: int, now: datetime
) -> tuple[SnapshotView, ...]:
    """The snapshots of the present cycle, the newest first. Raises ProgrammeError `error-no-access`."""
    check_curates(actor, organisation_id)
    return await session.run_sync(_snapshots, organisation_id, now)


async def marks(session: AsyncSession, actor: Actor, organisation_id: int, now: datetime) -> Marks:
    """The marks of a school, or of the schools below. Raises ProgrammeError `error-no-access`."""
    check_curates(actor, organisation_id)
    return await session.run_sync(_marks, actor, organisation_id, now)


def behind(session: Session, actor: Actor, indicator: Indicator, frame: Frame, page: int) -> Behind | None:
    """The list behind a number, by the very definition that counts it; None where nothing is counted."""
    rows = whom(indicator, frame)
    if rows is None or not frame.places:
        return None
    if indicator.subject is Subject.MEETINGS:
        return _meetings(session, rows, page)
    shown = [
        Person.id.in_(select(rows.c.who)),
        Person.state == PersonState.ACTIVE,
        Person.family_name != ERASED,
        or_(Person.kind != PersonKind.STUDENT, Person.organisation_id.in_(own_schools(actor))),
    ]
    total = session.scalar(select(func.count(func.distinct(rows.c.who)))) or 0
    visible = session.scalar(select(func.count()).select_from(Person).where(*shown)) or 0
    page, pages = nearest(page, visible, LINES)
    people = session.scalars(
        select(Person)
        .where(*shown)
        .order_by(Person.family_name, Person.given_name, Person.id)
        .limit(LINES)
        .offset(page * LINES)
    )
    return Behind(tuple(official(person) for person in people), (), total - visible, page, pages)


def _meetings(session: Session, rows: Any, page: int) -> Behind:
    wanted = Meeting.id.in_(select(rows.c.who))
    total = session.scalar(select(func.count()).select_from(Meeting).where(wanted)) or 0
    page, pages = nearest(page, total, LINES)
    found = session.execute(
        select(Meeting.starts_at, Organisation.short_name)
        .join(Organisation, Organisation.id == Meeting.organisation_id)
        .where(wanted)
        .order_by(Meeting.starts_at.desc(), Meeting.id)
        .limit(LINES)
        .offset(page * LINES)
    ).all()
    return Behind(tuple(row.short_name for row in found), tuple(row.starts_at for row in found), 0, page, pages)


def _table(
    session: Session, organisation_id: int, now: datetime, block: Block | None, day: date | None, flag: OrgFlag | None
) -> Table:
    frame = frame_of(session, organisation_id, now, day, flag)
    return table_of(session, frame, block, beginning(session, frame, of_block(block)))


def _frozen_table(session: Session, actor: Actor, organisation_id: int, block: Block | None, snapshot_id: int) -> Table:
    snapshot = _snapshot(session, actor, organisation_id, snapshot_id)
    now, base = frozen(session, snapshot), frozen_beginning(session, snapshot)
    return Table(
        organisation_id=organisation_id,
        name=snapshot.organisation.short_name,
        is_school=snapshot.organisation.kind is OrgKind.SCHOOL,
        schools=max((len(reading.by_school) for reading in now.values()), default=0),
        first=snapshot.cycle,
        day=snapshot.day,
        figures=figures_of(of_block(block), base, now),
        coverage=frozen_coverage(session, snapshot, now) if block in (None, Block.COVERAGE) else (),
        shares=shares_of(now) if block in (None, Block.MAY) else (),
    )


def _figure(
    session: Session,
    actor: Actor,
    organisation_id: int,
    code: Code,
    now: datetime,
    page: int,
    day: date | None,
    flag: OrgFlag | None,
    snapshot_id: int | None,
) -> FigureView:
    indicator = INDICATORS[code]
    if snapshot_id is None:
        frame = frame_of(session, organisation_id, now, day, flag)
        found = beginning(session, frame, (indicator,))[code]
        reading = readings(session, frame, (indicator,), Moment.RESULT)[code]
    else:
        snapshot = _snapshot(session, actor, organisation_id, snapshot_id)
        frame = frame_of(session, organisation_id, now, snapshot.day)
        found, reading = frozen_beginning(session, snapshot)[code], frozen(session, snapshot)[code]
    numbers = dict(reading.by_school)
    lines = [SchoolNumber(place.id, place.name, numbers.get(place.id)) for place in frame.places]
    return FigureView(
        organisation_id=organisation_id,
        name=frame.name,
        is_school=frame.is_school,
        first=frame.window.first,
        day=frame.window.day,
        figure=Figure(code, indicator.mode, indicator.awaits, found, reading),
        behind=behind(session, actor, indicator, frame, page) if frame.is_school else None,
        schools=None if frame.is_school else page_of(lines, page, LINES),
        untold=untold(session, indicator, frame) if snapshot_id is None else 0,
    )


def _snapshot(session: Session, actor: Actor, organisation_id: int, snapshot_id: int) -> Snapshot:
    snapshot = session.get(Snapshot, snapshot_id) if 0 < snapshot_id <= MAX_ID else None
    if snapshot is None or snapshot.organisation_id != organisation_id or not snapshot.is_open_to(actor):
        raise ProgrammeError("error-gone")
    return snapshot


def _snapshots(session: Session, organisation_id: int, now: datetime) -> tuple[SnapshotView, ...]:
    return snapshots_of(session, organisation_id, frame_of(session, organisation_id, now).window.first)


def _marks(session: Session, actor: Actor, organisation_id: int, now: datetime) -> Marks:
    frame = frame_of(session, organisation_id, now)
    organisation = session.get_one(Organisation, organisation_id)
    today = to_local(now, ZoneInfo(organisation.zone)).date()
    return Marks(
        organisation_id=organisation_id,
        name=organisation.short_name,
        flags=flags_of(session, organisation_id, today) if frame.is_school else (),
        sizes=() if frame.is_school else tuple(flag_sizes(session, frame).items()),
        may_set=frame.is_school and is_above(session, actor, organisation_id),
    )
