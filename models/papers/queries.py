"""Looking at papers: one's own statements, those that wait for the curator, pairs for an order (R-20, R-21)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, joinedload, selectinload

from models.access import Actor
from models.errors import ProgrammeError
from models.local_time import to_local
from models.mentorships.states import MEETING, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.mentorships.views import official_names
from models.paging import SIZE, Page, nearest
from models.papers.figures import Figures, figures_of
from models.papers.period import checked
from models.papers.statement import StatementView
from models.papers.states import OrderKind, ReportState
from models.papers.tables import ActivityStatement, OrderDraft
from models.people.curators import curators_of, principal_curator
from models.people.names import hides, official, polite
from models.people.tables import Organisation, Person
from models.use_case import MAX_ID

STANDING = (*MEETING, MentorshipState.PAUSED)
"""The approved and running pairs: those that an order may name."""


@dataclass(frozen=True)
class StatementLine:
    """A statement as a button."""

    id: int
    mentor: str
    first: date
    last: date
    state: ReportState
    number: int | None


@dataclass(frozen=True)
class Preview:
    """What a statement would say now, and who confirms it."""

    figures: Figures
    curator: str


@dataclass(frozen=True)
class OrderPair:
    """A pair as an order may name it."""

    id: int
    mentee: str
    mentor: str
    has_order: bool


@dataclass(frozen=True)
class OrderDraftView:
    """An order that was drawn up, and the pairs it names."""

    id: int
    kind: OrderKind
    organisation_id: int
    mentorship_ids: tuple[int, ...]


async def statement(session: AsyncSession, actor: Actor, statement_id: int) -> StatementView:
    """One statement, for its mentor and the curators of the school. Raises `error-gone`, `error-no-access`."""
    found = await session.scalar(_loaded(ActivityStatement.id == statement_id)) if 0 < statement_id <= MAX_ID else None
    if found is None:
        raise ProgrammeError("error-gone")
    if not found.is_open_to(actor):
        raise ProgrammeError("error-no-access")
    signer = await session.get(Person, found.signed_by) if found.signed_by else None
    return StatementView.of(found, signer)


async def own_statements(session: AsyncSession, actor: Actor, page: int = 0) -> Page[StatementLine]:
    """The actor's own statements, the newest first."""
    return await _lines(session, page, ActivityStatement.person_id == actor.person_id)


async def waiting_statements(session: AsyncSession, actor: Actor, page: int = 0) -> Page[StatementLine]:
    """Those that wait for the curator's word; nobody's own."""
    return await _lines(session, page, *_waiting(actor))


async def count_waiting(session: AsyncSession, actor: Actor) -> int:
    """How many statements wait for the curator's word."""
    count = select(func.count()).select_from(ActivityStatement).where(*_waiting(actor))
    return await session.scalar(count) or 0


async def preview(session: AsyncSession, actor: Actor, first: date, last: date, now: datetime) -> Preview:
    """The actor's figures for these days as they stand. Raises ProgrammeError `error-paper-period`."""

    def look(sync: Session) -> Preview:
        person = sync.get_one(Person, actor.me)
        period = checked(first, last, to_local(now, ZoneInfo(person.organisation.zone)).date())
        curator = principal_curator(sync, person.organisation_id, now, {person.id})
        return Preview(figures_of(sync, person, period), polite(curator) if curator else "")

    return await session.run_sync(look)


async def pairs_for_order(session: AsyncSession, actor: Actor, organisation_id: int) -> tuple[OrderPair, ...]:
    """The standing pairs of a school by the mentee's name. Raises ProgrammeError `error-no-access`."""
    check_school(actor, organisation_id)
    rows = await session.scalars(standing(organisation_id))
    pairs = (
        OrderPair(
            row.id,
            official_names(row.on(Side.MENTEE), actor),
            official_names(row.on(Side.MENTOR), actor),
            bool(row.order_ref),
        )
        for row in rows
    )
    return tuple(sorted(pairs, key=lambda pair: (pair.mentee, pair.id)))


async def order_draft(session: AsyncSession, actor: Actor, order_draft_id: int) -> OrderDraftView:
    """An order that was drawn up. Raises ProgrammeError `error-gone`, `error-no-access`."""
    found = await session.get(OrderDraft, order_draft_id) if 0 < order_draft_id <= MAX_ID else None
    if found is None:
        raise ProgrammeError("error-gone")
    if not found.is_open_to(actor):
        raise ProgrammeError("error-no-access")
    return OrderDraftView(found.id, found.kind, found.organisation_id, tuple(found.mentorship_ids))


async def school_name(session: AsyncSession, actor: Actor, organisation_id: int) -> str:
    """The short name of a school in the actor's scope. Raises ProgrammeError `error-no-access`."""
    check_school(actor, organisation_id)
    return (await session.get_one(Organisation, organisation_id)).short_name


async def curators(session: AsyncSession, actor: Actor, organisation_id: int) -> str:
    """Who runs the school's programme, as a paper names them. Raises ProgrammeError `error-no-access`."""
    check_school(actor, organisation_id)
    found = await session.run_sync(curators_of, organisation_id)
    return ", ".join(official(person) for person in found)


def check_school(actor: Actor, organisation_id: int) -> None:
    """Raises ProgrammeError `error-no-access` for a school outside the curator's scope."""
    if organisation_id not in actor.curates:
        raise ProgrammeError("error-no-access")


def standing(organisation_id: int) -> Select[Mentorship]:
    """The standing pairs of a school with their people, in one statement and one for the members."""
    return (
        select(Mentorship)
        .where(Mentorship.organisation_id == organisation_id, Mentorship.state.in_(STANDING))
        .order_by(Mentorship.id)
        .options(selectinload(Mentorship.members).joinedload(MentorshipMember.person))
    )


def side_of(pair: Mentorship, side: Side, reader: Actor) -> str:
    """Who stands on a side, as the curator reads it; several in a group, pupils only where they may be named (R-20)."""
    people = [member.person for member in pair.members if member.side is side]
    return ", ".join(official(one) for one in people if not hides(reader, one))


def _waiting(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    return (
        ActivityStatement.organisation_id.in_(actor.curates),
        ActivityStatement.state == ReportState.SENT,
        ActivityStatement.person_id != actor.me,
    )


async def _lines(session: AsyncSession, page: int, *conditions: ColumnElement[bool]) -> Page[StatementLine]:
    total = await session.scalar(select(func.count()).select_from(ActivityStatement).where(*conditions)) or 0
    page, pages = nearest(page, total, SIZE)
    newest = _loaded(*conditions).order_by(ActivityStatement.id.desc()).offset(page * SIZE).limit(SIZE)
    return Page(tuple(_lined(await session.scalars(newest))), page, pages, total)


def _lined(rows: Iterable[ActivityStatement]) -> Iterable[StatementLine]:
    return (StatementLine(row.id, official(row.person), row.first, row.last, row.state, row.number) for row in rows)


def _loaded(*conditions: ColumnElement[bool]) -> Select[ActivityStatement]:
    person = joinedload(ActivityStatement.person).joinedload(Person.organisation)
    return select(ActivityStatement).where(*conditions).options(person)
