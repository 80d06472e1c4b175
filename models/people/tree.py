"""The tree region → municipality → school as its curators see it: a node, who runs it, and what lies below (R-20)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import contains_eager

from models.access import CURATORS, Actor, outside
from models.errors import ProgrammeError
from models.paging import SIZE, Page, nearest
from models.people.actor import below
from models.people.guardians import only_guards
from models.people.names import official
from models.people.organisations import BELOW, LEVELS
from models.people.states import PersonState
from models.people.tables import Organisation, Person, RoleGrant
from models.terms import MentoringForm, OrgKind, PersonKind, Role
from models.use_case import MAX_ID

IN_FORCE = (RoleGrant.admitted_at.is_not(None), RoleGrant.ended_at.is_(None))


@dataclass(frozen=True)
class CuratorLine:
    """A curator's post in an organisation, with the order by which it was given."""

    grant_id: int
    person_id: int
    organisation_id: int
    official: str
    is_deputy: bool
    order_ref: str
    order_date: date | None
    away_from: date | None
    away_until: date | None


@dataclass(frozen=True)
class NodeLine:
    """An organisation below, and who runs it."""

    organisation_id: int
    name: str
    curator: str
    """Empty where nobody does."""


@dataclass(frozen=True)
class NodeView:
    """An organisation in the curator's scope."""

    organisation_id: int
    name: str
    kind: OrgKind
    parent_id: int | None
    """The way up; None where it leaves the scope."""
    curators: tuple[CuratorLine, ...]
    below: Page[NodeLine]
    founds: OrgKind | None
    """What may be founded under it."""
    forms: tuple[MentoringForm, ...]
    """Those that a school's programme uses."""

    @property
    def role(self) -> Role:
        """The role of its curators."""
        return next(role for role, kind in LEVELS.items() if kind is self.kind)


@dataclass(frozen=True)
class Somebody:
    """A person as a choice."""

    person_id: int
    official: str


async def node(session: AsyncSession, actor: Actor, organisation_id: int | None = None, page: int = 0) -> NodeView:
    """A node with a page of what lies below, those without a curator first; without an id the actor's topmost one.

    Raises ProgrammeError `error-gone`, `error-no-access` outside the scope.
    """
    row = await _row(session, actor, organisation_id)
    total = await session.scalar(select(func.count()).where(Organisation.parent_id == row.id)) or 0
    page, pages = nearest(page, total, SIZE)
    has_curator = (
        select(RoleGrant.id)
        .where(RoleGrant.organisation_id == Organisation.id, RoleGrant.role.in_(CURATORS), *IN_FORCE)
        .exists()
    )
    statement = (
        select(Organisation)
        .where(Organisation.parent_id == row.id)
        .order_by(has_curator, func.length(Organisation.short_name), Organisation.short_name, Organisation.id)
        .limit(SIZE)
        .offset(page * SIZE)
    )
    children = list(await session.scalars(statement))
    curators = await _curators(session, [row.id, *(child.id for child in children)])
    lines = tuple(NodeLine(child.id, child.short_name, _principal(curators, child.id)) for child in children)
    return NodeView(
        organisation_id=row.id,
        name=row.short_name,
        kind=row.kind,
        parent_id=row.parent_id if row.parent_id in actor.curates else None,
        curators=tuple(line for line in curators if line.organisation_id == row.id),
        below=Page(lines, page, pages, total),
        founds=BELOW.get(row.kind),
        forms=tuple(MentoringForm(code) for code in row.forms),
    )


async def curator(session: AsyncSession, actor: Actor, grant_id: int) -> CuratorLine:
    """One post in the actor's scope. Raises ProgrammeError `error-gone`, `error-no-access`."""
    found = await _lines(session, RoleGrant.id == (grant_id if 0 < grant_id <= MAX_ID else 0))
    if not found:
        raise ProgrammeError("error-gone")
    if found[0].organisation_id not in actor.curates:
        raise outside(actor, "RoleGrant", grant_id)
    return found[0]


async def candidates(session: AsyncSession, actor: Actor, organisation_id: int, page: int = 0) -> Page[Somebody]:
    """Adults with the bot, of the organisation and below, who do not run it yet, by name; a page of them.

    Raises ProgrammeError `error-no-access` outside the scope.
    """
    if organisation_id not in actor.curates:
        raise outside(actor, "Organisation", organisation_id)
    scope = await session.run_sync(lambda sync: below(sync, [organisation_id]))
    runs = (RoleGrant.organisation_id == organisation_id) & RoleGrant.role.in_(CURATORS) & RoleGrant.ended_at.is_(None)
    wanted = (
        Person.organisation_id.in_(scope),
        Person.state == PersonState.ACTIVE,
        Person.kind != PersonKind.STUDENT,
        Person.accounts.any(),
        ~Person.grants.any(runs),
        ~only_guards(),
    )
    total = await session.scalar(select(func.count()).select_from(Person).where(*wanted)) or 0
    page, pages = nearest(page, total, SIZE)
    names = select(Person).where(*wanted).order_by(Person.family_name, Person.given_name, Person.id)
    people = await session.scalars(names.limit(SIZE).offset(page * SIZE))
    return Page(tuple(Somebody(one.id, official(one)) for one in people), page, pages, total)


async def receivers(session: AsyncSession, actor: Actor, grant_id: int) -> tuple[Somebody, ...]:
    """To whom everything of a curator may go: the others of the same organisation, then those above; at most a page."""
    line = await curator(session, actor, grant_id)
    ids: list[int] = []
    step: int | None = line.organisation_id
    while step is not None:
        ids.append(step)
        step = await session.scalar(select(Organisation.parent_id).where(Organisation.id == step))
    found = {one.person_id: one.official for one in await _curators(session, ids) if one.person_id != line.person_id}
    return tuple(Somebody(person_id, name) for person_id, name in found.items())[:SIZE]


async def _row(session: AsyncSession, actor: Actor, organisation_id: int | None) -> Organisation:
    if organisation_id is None:
        own = {grant.organisation_id for grant in actor.grants if grant.role.is_curator}
        rows = list(await session.scalars(select(Organisation).where(Organisation.id.in_(own))))
        if not rows:
            raise outside(actor, "Organisation", 0)
        return min(rows, key=lambda row: (list(OrgKind).index(row.kind), row.id))
    row = await session.get(Organisation, organisation_id) if 0 < organisation_id <= MAX_ID else None
    if row is None:
        raise ProgrammeError("error-gone")
    if row.id not in actor.curates:
        raise outside(actor, "Organisation", row.id)
    return row


async def _curators(session: AsyncSession, organisation_ids: Sequence[int]) -> list[CuratorLine]:
    """The curators of several organisations by one statement, in the order of the organisations."""
    lines = await _lines(session, RoleGrant.organisation_id.in_(organisation_ids))
    return sorted(lines, key=lambda line: organisation_ids.index(line.organisation_id))


async def _lines(session: AsyncSession, where: ColumnElement[bool]) -> list[CuratorLine]:
    statement = (
        select(RoleGrant)
        .join(RoleGrant.person)
        .options(contains_eager(RoleGrant.person))
        .where(where, RoleGrant.role.in_(CURATORS), *IN_FORCE, Person.state == PersonState.ACTIVE)
        .order_by(RoleGrant.is_deputy, RoleGrant.id)
    )
    return [_line(grant) for grant in await session.scalars(statement)]


def _line(grant: RoleGrant) -> CuratorLine:
    return CuratorLine(
        grant_id=grant.id,
        person_id=grant.person_id,
        organisation_id=grant.organisation_id,
        official=official(grant.person),
        is_deputy=grant.is_deputy,
        order_ref=grant.order_ref,
        order_date=grant.order_date,
        away_from=grant.away_from,
        away_until=grant.away_until,
    )


def _principal(lines: Collection[CuratorLine], organisation_id: int) -> str:
    return next((line.official for line in lines if line.organisation_id == organisation_id), "")
