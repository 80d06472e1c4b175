"""«Чего не хватает»: what the registers lack, found anew each time it is looked at. Nothing here blocks anything."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, cast, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor
from models.mentorships.orders import awaiting_order
from models.mentorships.states import MEETING, MentorshipState, Side
from models.mentorships.tables import Mentorship
from models.paging import SIZE, Page, nearest
from models.people.consents import runs_on
from models.people.names import official
from models.people.states import MentorState, PersonState
from models.people.tables import Account, MentorProfile, Organisation, Person, RoleGrant
from models.registers.pairs import pair_is_named
from models.registers.people import GONE
from models.registers.reach import Reach
from models.terms import PersonKind, Role


class Gap(StrEnum):
    """Something that is missing. The first ones stop people, the last ones only look untidy."""

    CARD_WAITS = "CARD_WAITS"
    """A mentor's card that the curator has not confirmed."""
    CONSENT_NONE = "CONSENT_NONE"
    PARENTS_NONE = "PARENTS_NONE"
    """A pupil about whom no parents' consent is in force: no new pair of theirs is approved (OMS-8)."""
    CARD_NONE = "CARD_NONE"
    """A mentor without a card, and so without topics."""
    ACCOUNT_NONE = "ACCOUNT_NONE"
    """Of an adult: pupils need none, their parents have one."""
    ORDER_NONE = "ORDER_NONE"
    """A pair without an order's number (YKT-23)."""
    GOAL_NONE = "GOAL_NONE"
    TIMES_NONE = "TIMES_NONE"
    POSITION_NONE = "POSITION_NONE"
    """A mentee of whom an offer says nothing but the name."""

    @property
    def is_of_pair(self) -> bool:
        """Whether a pair lacks it, and not a person."""
        return self in (Gap.ORDER_NONE, Gap.GOAL_NONE)

    @property
    def can_be_asked(self) -> bool:
        """Whether the person concerned can fill it in themselves."""
        return self in (Gap.CARD_NONE, Gap.GOAL_NONE, Gap.TIMES_NONE, Gap.POSITION_NONE)


@dataclass(frozen=True)
class GapLine:
    """One thing that is missing: of a person, or of a pair (mentee and mentor)."""

    subject_id: int
    names: tuple[str, ...]
    school: str
    organisation_id: int
    has_account: bool
    """Whether whoever would be asked can be: of a pair, the mentee."""


async def gap_counts(session: AsyncSession, actor: Actor, now: datetime) -> dict[Gap, int]:
    """How much of each kind is missing in the reader's scope. Raises ProgrammeError `error-no-access`."""
    return await session.run_sync(_counts, actor, now)


async def gap_page(session: AsyncSession, actor: Actor, gap: Gap, now: datetime, page: int = 0) -> Page[GapLine]:
    """A page of what is missing of one kind; names of pupils only for their own school (R-20)."""
    return await session.run_sync(_page, actor, gap, now, page)


async def gap_line(session: AsyncSession, actor: Actor, gap: Gap, subject_id: int, now: datetime) -> GapLine | None:
    """One line; None where it is filled in meanwhile, or was never the reader's to see."""
    return await session.run_sync(_line, actor, gap, subject_id, now)


def lacking(reach: Reach, gap: Gap) -> Select[int]:
    """The ids of the persons or pairs in reach that lack it."""
    return _pairs(reach, gap) if gap.is_of_pair else _persons(reach, gap)


def _persons(reach: Reach, gap: Gap) -> Select[int]:
    conditions: dict[Gap, Callable[[], ColumnElement[bool]]] = {
        Gap.CARD_WAITS: lambda: MentorProfile.state == MentorState.APPLICANT,
        Gap.CONSENT_NONE: lambda: and_(_takes_part(), Person.kind != PersonKind.STUDENT, ~_has_consent(reach)),
        Gap.PARENTS_NONE: lambda: and_(_takes_part(), Person.kind == PersonKind.STUDENT, ~_has_consent(reach)),
        Gap.CARD_NONE: lambda: and_(
            _takes_part(Role.MENTOR), or_(MentorProfile.id.is_(None), MentorProfile.state.in_(GONE))
        ),
        Gap.ACCOUNT_NONE: lambda: and_(_takes_part(), Person.kind != PersonKind.STUDENT, ~_has_account()),
        Gap.TIMES_NONE: lambda: and_(
            MentorProfile.state == MentorState.APPROVED, cast(MentorProfile.slots, String) == "[]"
        ),
        Gap.POSITION_NONE: lambda: and_(_takes_part(Role.MENTEE), Person.position == "", Person.class_label == ""),
    }
    return (
        select(Person.id)
        .outerjoin(MentorProfile, MentorProfile.person_id == Person.id)
        .where(reach.is_in(Person.organisation_id), Person.state == PersonState.ACTIVE, reach.is_named())
        .where(conditions[gap]())
        .order_by(Person.family_name, Person.given_name, Person.id)
    )


def _pairs(reach: Reach, gap: Gap) -> Select[int]:
    if gap is Gap.ORDER_NONE:
        wanted = awaiting_order(*reach.schools).with_only_columns(Mentorship.id)
    else:
        works = (*MEETING, MentorshipState.PAUSED)
        wanted = select(Mentorship.id).where(
            reach.is_in(Mentorship.organisation_id), Mentorship.state.in_(works), Mentorship.goal == ""
        )
    return wanted.where(pair_is_named(reach)).order_by(Mentorship.organisation_id, Mentorship.id)


def _takes_part(*roles: Role) -> ColumnElement[bool]:
    in_force = and_(RoleGrant.admitted_at.is_not(None), RoleGrant.ended_at.is_(None))
    return exists().where(
        RoleGrant.person_id == Person.id, RoleGrant.role.in_(roles or (Role.MENTOR, Role.MENTEE)), in_force
    )


def _has_account() -> ColumnElement[bool]:
    return exists().where(Account.person_id == Person.id)


def _has_consent(reach: Reach) -> ColumnElement[bool]:
    return runs_on(reach.now.date())


def _counts(session: Session, actor: Actor, now: datetime) -> dict[Gap, int]:
    reach = Reach.of(session, actor, {}, now)
    counts = [
        select(func.count()).select_from(lacking(reach, gap).order_by(None).subquery()).scalar_subquery() for gap in Gap
    ]
    return dict(zip(Gap, session.execute(select(*counts)).one(), strict=True))


def _page(session: Session, actor: Actor, gap: Gap, now: datetime, number: int) -> Page[GapLine]:
    wanted = lacking(Reach.of(session, actor, {}, now), gap)
    total = session.scalar(select(func.count()).select_from(wanted.order_by(None).subquery())) or 0
    number, pages = nearest(number, total, SIZE)
    ids = list(session.scalars(wanted.limit(SIZE).offset(number * SIZE)))
    return Page(tuple(_lines(session, gap, ids)), number, pages, total)


def _line(session: Session, actor: Actor, gap: Gap, subject_id: int, now: datetime) -> GapLine | None:
    key = Mentorship.id if gap.is_of_pair else Person.id
    wanted = lacking(Reach.of(session, actor, {}, now), gap).where(key == subject_id)
    return next(iter(_lines(session, gap, list(session.scalars(wanted)))), None)


def _lines(session: Session, gap: Gap, ids: list[int]) -> list[GapLine]:
    table: Any = Mentorship if gap.is_of_pair else Person
    found = session.execute(
        select(table, Organisation)
        .join(Organisation, Organisation.id == table.organisation_id)
        .where(table.id.in_(ids))
    ).all()
    rows: dict[int, tuple[Mentorship | Person, Organisation]] = {row.id: (row, school) for row, school in found}
    asked = {row_id: _whom(row) for row_id, (row, _) in rows.items()}
    reached = set(
        session.scalars(select(Account.person_id).where(Account.person_id.in_([one.id for one in asked.values()])))
    )
    return [
        GapLine(row_id, _names(row), school.short_name, school.id, asked[row_id].id in reached)
        for row_id, (row, school) in sorted(rows.items(), key=lambda one: ids.index(one[0]))
    ]


def _whom(row: Mentorship | Person) -> Person:
    """Who would be asked."""
    return row if isinstance(row, Person) else row.member(Side.MENTEE).person


def _names(row: Mentorship | Person) -> tuple[str, ...]:
    if isinstance(row, Person):
        return (official(row),)
    sides = sorted(row.members, key=lambda one: one.side is Side.MENTOR)
    return tuple(official(member.person) for member in sides)
