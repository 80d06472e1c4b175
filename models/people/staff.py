"""The curator's view of people: a paged register and one person's screen (OMS-11)."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from models.access import Actor, outside
from models.errors import ProgrammeError
from models.paging import nearest
from models.people.grants import GrantView
from models.people.guardians import only_guards
from models.people.names import official, polite
from models.people.profile import CardView
from models.people.states import MentorState, PersonState
from models.people.tables import MentorProfile, Person, RoleGrant
from models.terms import PersonKind, Role

PAGE = 8


class Which(StrEnum):
    """Which people the register lists."""

    WAITING = "WAITING"
    """On whom a decision waits: an admission or a card."""
    MENTORS = "MENTORS"
    MENTEES = "MENTEES"
    ALL = "ALL"


@dataclass(frozen=True)
class StaffLine:
    """One line of the register."""

    person_id: int
    official: str
    is_waiting: bool
    has_account: bool


@dataclass(frozen=True)
class StaffPage:
    """A page of the register; pages are counted from 0."""

    lines: tuple[StaffLine, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True)
class StaffView:
    """What a curator sees of one person."""

    person_id: int
    official: str
    polite: str
    position: str
    organisation: str
    has_account: bool
    blocked_bot: bool
    is_guest: bool
    """A mentor of another school whom the reader's school has admitted, too: only that role is the reader's matter."""
    is_pupil: bool
    """A pupil of the reader's own school, whose parents are the reader's matter."""
    grants: tuple[GrantView, ...]
    card: CardView | None

    def grant(self, role: Role) -> GrantView | None:
        """The role, where the person has or has asked for it."""
        return next((grant for grant in self.grants if grant.role is role), None)

    @property
    def is_curator(self) -> bool:
        """Whether the person runs a programme."""
        return any(grant.role.is_curator for grant in self.grants)


async def staff(session: AsyncSession, actor: Actor, which: Which = Which.ALL, page: int = 0) -> StaffPage:
    """A page of the people in the curator's scope, by name; the last page where `page` lies beyond it."""
    wanted = (*_visible(actor), _which(which))
    total = await session.scalar(select(func.count()).select_from(Person).where(*wanted)) or 0
    page, pages = nearest(page, total, PAGE)
    statement = (
        select(Person)
        .where(*wanted)
        .order_by(Person.family_name, Person.given_name, Person.id)
        .options(selectinload(Person.grants), selectinload(Person.mentor), selectinload(Person.accounts))
        .limit(PAGE)
        .offset(page * PAGE)
    )
    lines = tuple(_line(person) for person in await session.scalars(statement))
    return StaffPage(lines, page, pages, total)


async def staff_member(session: AsyncSession, actor: Actor, person_id: int) -> StaffView:
    """One person. Raises ProgrammeError `error-gone` for nobody, `error-no-access` outside the scope."""
    statement = (
        select(Person)
        .where(Person.id == person_id, Person.state == PersonState.ACTIVE)
        .options(
            selectinload(Person.grants),
            selectinload(Person.mentor),
            selectinload(Person.accounts),
            selectinload(Person.organisation),
        )
    )
    person = await session.scalar(statement)
    if person is None:
        raise ProgrammeError("error-gone")
    of_family = person.kind is PersonKind.STUDENT or {one.role for one in person.grants} == {Role.GUARDIAN}
    is_own = person.organisation_id in (actor.own if of_family else actor.curates)
    grants = [grant for grant in person.grants if grant.ended_at is None and _is_matter_of(actor, grant, person)]
    if not (is_own or grants):
        raise outside(actor, "Person", person.id)
    return StaffView(
        person_id=person.id,
        official=official(person),
        polite=polite(person),
        position=person.position,
        organisation=person.organisation.short_name,
        has_account=bool(person.accounts),
        blocked_bot=any(account.blocked_bot for account in person.accounts),
        is_guest=not is_own,
        is_pupil=person.kind is PersonKind.STUDENT and person.organisation_id in actor.own,
        grants=tuple(_grant(grant, person) for grant in grants),
        card=CardView.of(person.mentor, person) if person.mentor else None,
    )


def _is_matter_of(actor: Actor, grant: RoleGrant, person: Person) -> bool:
    """A mentor's role in a second school is that school's matter, and a parent's that of the child's school alone.

    Every other one is that of the person's own.
    """
    if grant.role is Role.GUARDIAN:
        return grant.organisation_id in actor.own
    if grant.role is Role.MENTOR and grant.organisation_id != person.organisation_id:
        return grant.organisation_id in actor.curates
    return person.organisation_id in actor.curates


def _visible(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    """People of the scope; the level above a school sees no names of minors (R-20), nor of their parents."""
    return (
        Person.organisation_id.in_(actor.curates),
        Person.state == PersonState.ACTIVE,
        or_(_is_of_no_family(), Person.organisation_id.in_(actor.own)),
    )


def _is_of_no_family() -> ColumnElement[bool]:
    return and_(Person.kind != PersonKind.STUDENT, ~only_guards())


def _which(which: Which) -> ColumnElement[bool]:
    in_force = RoleGrant.ended_at.is_(None)
    match which:
        case Which.MENTORS:
            return Person.grants.any(in_force & (RoleGrant.role == Role.MENTOR))
        case Which.MENTEES:
            return Person.grants.any(in_force & (RoleGrant.role == Role.MENTEE))
        case Which.WAITING:
            return Person.grants.any(in_force & RoleGrant.admitted_at.is_(None)) | Person.mentor.has(
                MentorProfile.state == MentorState.APPLICANT
            )
        case _:
            return Person.id > 0


def _line(person: Person) -> StaffLine:
    asked = any(grant.ended_at is None and grant.admitted_at is None for grant in person.grants)
    applies = person.mentor is not None and person.mentor.state is MentorState.APPLICANT
    return StaffLine(person.id, official(person), asked or applies, bool(person.accounts))


def _grant(grant: RoleGrant, person: Person) -> GrantView:
    return GrantView(
        grant_id=grant.id,
        person_id=person.id,
        role=grant.role,
        official=official(person),
        polite=polite(person),
        is_admitted=grant.admitted_at is not None,
        is_over=False,
        is_deputy=grant.is_deputy,
        curator=None,
    )
