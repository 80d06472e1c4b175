"""Reading the registers: a page for the screen, all of it for a sheet, one person's card. Scope is checked here."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor
from models.errors import ProgrammeError
from models.local_time import to_local
from models.mentorships.states import RUNNING, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.mentorships.views import PairView
from models.paging import SIZE, Page, nearest
from models.people.staff import StaffView, staff_member
from models.people.tables import Organisation, Person
from models.people.young import TeacherRecord, record_of
from models.registers import pairs, people
from models.registers.reach import Reach, own_of
from models.registers.rows import MenteeRow, MentorRow, Row
from models.registers.terms import Chosen, Register
from models.terms import MentoringForm, OrgKind, PersonKind, Role
from models.use_case import MAX_ID

CHUNK = 500
"""Rows that are read for a sheet between two breaths of the process."""
MOST = 30_000
"""Rows of a sheet; a region has 25,000 pairs (reference.md §15)."""


@dataclass(frozen=True)
class RegisterPage:
    """A page of a register; `hidden` are rows about pupils whose names the reader may not see (R-20)."""

    page: Page[Row]
    hidden: int


@dataclass(frozen=True)
class PersonCard:
    """One person as the registers know them."""

    staff: StaffView
    mentor: MentorRow | None
    mentee: MenteeRow | None
    pairs: tuple[PairView, ...]
    record: TeacherRecord | None
    """Of a teacher, for the curators of the school alone."""


async def register_page(
    session: AsyncSession, actor: Actor, register: Register, chosen: Chosen, now: datetime, page: int = 0
) -> RegisterPage:
    """A page of a register, counted from nought; the nearest there is. Raises ProgrammeError `error-no-access`."""
    return await session.run_sync(_page, actor, register, chosen, now, page)


async def counts(session: AsyncSession, actor: Actor, now: datetime) -> dict[Register, int]:
    """How many rows each register has without a filter, those about pupils included."""
    return await session.run_sync(_counts, actor, now)


async def register_rows(
    session: AsyncSession, actor: Actor, register: Register, chosen: Chosen, now: datetime
) -> AsyncIterator[Sequence[Row]]:
    """All rows of a filtered register, a chunk at a time so that other people's presses go on.

    Raises ProgrammeError `error-no-access`, `error-registers-too-many` beyond `MOST`.
    """
    ids = await session.run_sync(_ids, actor, register, chosen, now)
    for start in range(0, len(ids), CHUNK):
        yield await session.run_sync(_rows, actor, register, chosen, now, ids[start : start + CHUNK])


async def person_card(session: AsyncSession, actor: Actor, person_id: int, now: datetime) -> PersonCard:
    """One person of the registers.

    Raises ProgrammeError `error-gone`, and `error-no-access` outside the scope or for a pupil of another level (R-20).
    """
    if not 0 < person_id <= MAX_ID:
        raise ProgrammeError("error-gone")
    staff = await staff_member(session, actor, person_id)
    return await session.run_sync(_card, actor, staff, now)


def _wanted(reach: Reach, register: Register, chosen: Chosen) -> tuple[Select[int], ColumnElement[bool]]:
    """The ids that the filter leaves, and which of them have names that may be shown."""
    match register:
        case Register.MENTORS:
            return people.mentors(reach, chosen), reach.is_named()
        case Register.MENTEES:
            return people.mentees(reach, chosen), reach.is_named()
        case Register.PAIRS:
            return pairs.pairs(reach, chosen), pairs.pair_is_named(reach)
        case _:
            return pairs.requests(reach, chosen), reach.is_named()


def _page(
    session: Session, actor: Actor, register: Register, chosen: Chosen, now: datetime, number: int
) -> RegisterPage:
    reach = Reach.of(session, actor, chosen, now)
    wanted, is_named = _wanted(reach, register, chosen)
    whole, total = _count(session, wanted), _count(session, wanted.where(is_named))
    number, pages = nearest(number, total, SIZE)
    ids = session.scalars(wanted.where(is_named).limit(SIZE).offset(number * SIZE)).all()
    rows = _load(session, register, ids, reach)
    return RegisterPage(Page(tuple(rows), number, pages, total), whole - total)


def _counts(session: Session, actor: Actor, now: datetime) -> dict[Register, int]:
    reach = Reach.of(session, actor, {}, now)
    return {register: _count(session, _wanted(reach, register, {})[0]) for register in Register}


def _ids(session: Session, actor: Actor, register: Register, chosen: Chosen, now: datetime) -> Sequence[int]:
    wanted, is_named = _wanted(Reach.of(session, actor, chosen, now), register, chosen)
    ids = session.scalars(wanted.where(is_named).limit(MOST + 1)).all()
    if len(ids) > MOST:
        raise ProgrammeError("error-registers-too-many", limit=MOST)
    return ids


def _rows(
    session: Session, actor: Actor, register: Register, chosen: Chosen, now: datetime, ids: Sequence[int]
) -> Sequence[Row]:
    return _load(session, register, ids, Reach.of(session, actor, chosen, now))


def _load(session: Session, register: Register, ids: Sequence[int], reach: Reach) -> Sequence[Row]:
    loaders: dict[Register, Callable[[], Sequence[Row]]] = {
        Register.MENTORS: lambda: people.mentor_rows(session, ids),
        Register.MENTEES: lambda: people.mentee_rows(session, ids, reach),
        Register.PAIRS: lambda: pairs.pair_rows(session, ids),
        Register.REQUESTS: lambda: pairs.request_rows(session, ids, reach),
    }
    return loaders[register]()


def _card(session: Session, actor: Actor, staff: StaffView, now: datetime) -> PersonCard:
    reach = Reach.of(session, actor, {}, now)
    person = session.get_one(Person, staff.person_id)
    if person.kind is PersonKind.STUDENT and person.organisation_id not in reach.own:
        raise ProgrammeError("error-no-access")
    today = to_local(now, ZoneInfo(person.organisation.zone)).date()
    ids = [person.id]
    live = (
        select(Mentorship)
        .join(MentorshipMember)
        .where(
            MentorshipMember.person_id == person.id,
            MentorshipMember.left_at.is_(None),
            Mentorship.state.in_((MentorshipState.PROPOSED, *RUNNING)),
        )
        .where(reach.is_in(Mentorship.organisation_id), pairs.pair_is_named(reach))
        .order_by(Mentorship.id)
        .limit(SIZE)
    )
    found = [pair for pair in session.scalars(live).unique() if {one.side for one in pair.members} == set(Side)]
    return PersonCard(
        staff=staff,
        mentor=people.mentor_rows(session, ids)[0] if staff.grant(Role.MENTOR) else None,
        mentee=people.mentee_rows(session, ids, reach)[0] if staff.grant(Role.MENTEE) else None,
        pairs=tuple(PairView.of(pair) for pair in found),
        record=record_of(person, today)
        if person.kind is PersonKind.STAFF and person.organisation_id in actor.own
        else None,
    )


def _count(session: Session, wanted: Select[int]) -> int:
    return session.scalar(select(func.count()).select_from(wanted.order_by(None).subquery())) or 0


@dataclass(frozen=True)
class Scope:
    """What a curator's filters can be about."""

    name: str
    """The reader's own organisation, as it is called in short."""
    schools: tuple[tuple[int, str], ...]
    """The schools in scope, by name."""
    forms: tuple[MentoringForm, ...]
    """The forms that any of them uses."""


async def scope_of(session: AsyncSession, actor: Actor) -> Scope:
    """The reader's scope. Raises ProgrammeError `error-no-access` for whoever runs no programme."""
    if not actor.curates:
        raise ProgrammeError("error-no-access")
    rows = list(await session.scalars(select(Organisation).where(Organisation.id.in_(actor.curates))))
    own = own_of(actor)
    names = [row.short_name for row in sorted(rows, key=lambda row: row.id) if row.id in own]
    used = {code for row in rows for code in row.forms}
    schools = [(row.id, row.short_name) for row in rows if row.kind is OrgKind.SCHOOL]
    return Scope(
        name=names[0] if names else "",
        schools=tuple(sorted(schools, key=lambda school: (len(school[1]), school[1], school[0]))),
        forms=tuple(form for form in MentoringForm if form in used),
    )
