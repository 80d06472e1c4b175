"""The log of decisions: what a council has decided about the programme, who answers for it and until when (KHK-19)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, joinedload

from models.access import Actor, Permission
from models.errors import ProgrammeError
from models.local_time import to_local
from models.oversight.finding import School
from models.oversight.indicators.access import curated
from models.oversight.indicators.frame import Window
from models.oversight.lines import Line, LineKind
from models.oversight.places import place_of, who
from models.oversight.tables import CouncilDecision
from models.oversight.together import Here
from models.paging import Page, nearest
from models.people.tables import Organisation
from models.use_case import Tx, use_case

MAX_TEXT, MAX_RESPONSIBLE = 300, 80
AHEAD = timedelta(days=366)
"""A decision is due within a year, as councils look at the results of one."""
SIZE = 5
MOST_OPEN = 20
"""Open decisions that a yearly report names one by one."""


@dataclass(frozen=True)
class DecisionView:
    """A decision with whoever answers for it; a closed one with whoever has closed it."""

    id: int
    text: str
    responsible: str
    due_on: date
    closed_at: datetime | None
    closed_by: str
    """Empty for an open one, and for somebody who is erased."""


@dataclass(frozen=True)
class DecisionsView:
    """The log of a place: open decisions, the next due first, then the closed ones, the latest first."""

    organisation_id: int
    name: str
    page: Page[DecisionView]


@dataclass(frozen=True)
class DecisionYear:
    """What became of the decisions that were made at a place in a school year, and which are open at all."""

    made: int
    in_time: int
    """Closed on the due day or before."""
    late: int
    earlier: int
    """Still open from school years before."""
    waiting: tuple[DecisionView, ...]
    """All that are open, the next due first; no more than `MOST_OPEN`."""

    @property
    def open(self) -> int:
        """Of those made in the year."""
        return self.made - self.in_time - self.late

    @property
    def left(self) -> int:
        """How many open ones are not named."""
        return self.open + self.earlier - len(self.waiting)


@use_case(Permission.CURATE)
def enter_decision(tx: Tx, organisation_id: int, text: str, responsible: str, due_on: date) -> int:
    """Enters a decision; gives its id.

    Raises ProgrammeError `error-too-long`, `error-text-only` for nothing, `error-decision-day` for a day that is past
    or more than a year ahead, `error-no-access`.
    """
    place = curated(tx, organisation_id)
    today = to_local(tx.now, ZoneInfo(place.zone)).date()
    if not today <= due_on <= today + AHEAD:
        raise ProgrammeError("error-decision-day")
    said = {"text": line_of(text, MAX_TEXT), "responsible": line_of(responsible, MAX_RESPONSIBLE)}
    row = CouncilDecision(organisation_id=place.id, **said, due_on=due_on, entered_by=tx.actor.me, entered_at=tx.now)
    tx.add(row)
    return row.id


@use_case(Permission.CURATE)
def close_decision(tx: Tx, decision_id: int) -> bool:
    """«Закрыто»: it leaves the digests; who and when is kept. Gives whether it was still open.

    Raises ProgrammeError `error-gone`, `error-no-access`.
    """
    decision = tx.get(CouncilDecision, decision_id)
    if decision.closed_at is not None:
        return False
    decision.closed_by, decision.closed_at = tx.actor.me, tx.now
    return True


async def decisions(session: AsyncSession, actor: Actor, organisation_id: int | None, number: int = 0) -> DecisionsView:
    """A page of the log of a place, by default of the actor's own. Raises ProgrammeError `error-no-access`."""
    place = await place_of(session, actor, organisation_id)
    here = CouncilDecision.organisation_id == place.id
    total = await session.scalar(select(func.count()).where(here)) or 0
    number, pages = nearest(number, total, SIZE)
    is_closed, closed_at = CouncilDecision.closed_at.is_not(None), CouncilDecision.closed_at.desc()
    rows = await session.scalars(
        select(CouncilDecision)
        .where(here)
        .options(joinedload(CouncilDecision.closer))
        .order_by(is_closed, closed_at, CouncilDecision.due_on, CouncilDecision.id)
        .limit(SIZE)
        .offset(number * SIZE)
    )
    return DecisionsView(place.id, place.short_name, Page(tuple(map(_view, rows)), number, pages, total))


def decision_year(session: Session, place: Organisation, window: Window) -> DecisionYear:
    """The decisions of a place for the yearly report of its window (KHK-19). Who asks is checked by the report."""
    zone, one = ZoneInfo(place.zone), CouncilDecision
    here, is_open, since = one.organisation_id == place.id, one.closed_at.is_(None), window.starts(zone)
    made = session.execute(
        select(one.due_on, one.closed_at).where(here, one.entered_at >= since, one.entered_at < window.ends(zone))
    ).all()
    closed = [to_local(closed_at, zone).date() <= due_on for due_on, closed_at in made if closed_at is not None]
    waiting = select(one).where(here, is_open).order_by(one.due_on, one.id).limit(MOST_OPEN)
    return DecisionYear(
        made=len(made),
        in_time=closed.count(True),
        late=closed.count(False),
        earlier=session.scalar(select(func.count()).where(here, is_open, one.entered_at < since)) or 0,
        waiting=tuple(map(_view, session.scalars(waiting))),
    )


def decision_line(place: School) -> Line | None:
    """What councils have decided and nobody has closed, and the one that is due next, in the digest of its place."""
    rows = place.rows(_open)
    if not rows:
        return None
    [(count, due_on, responsible)] = rows
    late = max((place.today - due_on).days, 0)
    return Line(LineKind.DECISIONS, names=(responsible,), days=late, count=count, until=due_on)


def line_of(text: str, limit: int) -> str:
    """One line without needless space. Raises ProgrammeError `error-too-long`, `error-text-only` for nothing."""
    line = " ".join(text.split())
    if not line:
        raise ProgrammeError("error-text-only")
    if len(line) > limit:
        raise ProgrammeError("error-too-long", limit=limit)
    return line


def _open(here: Here) -> Select[*tuple[Any, ...]]:
    """Of each place how many are open, and of the one that is due first the day and the name."""
    one = CouncilDecision
    place = func.row_number().over(partition_by=one.organisation_id, order_by=(one.due_on, one.id)).label("place")
    count = func.count().over(partition_by=one.organisation_id).label("count")
    is_open = (one.organisation_id.in_(here.ids), one.closed_at.is_(None))
    ranked = select(one.organisation_id, count, one.due_on, one.responsible, place).where(*is_open).subquery()
    first = ranked.c
    return select(first.organisation_id, first["count"], first.due_on, first.responsible).where(first.place == 1)


def _view(row: CouncilDecision) -> DecisionView:
    closer = who(row.closer) if row.closer else ""
    return DecisionView(row.id, row.text, row.responsible, row.due_on, row.closed_at, closer)
