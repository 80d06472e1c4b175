"""What the screens of people and the menu show. Every query keeps to the actor's scope by itself (R-20, R-21)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, and_, bindparam, func, select, union
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from models.access import Actor, outside
from models.errors import ProgrammeError
from models.local_time import to_local
from models.people.consents import granted
from models.people.curators import is_led, principal_curator
from models.people.names import polite
from models.people.profile import CardView
from models.people.settings import SettingsView
from models.people.states import MentorState
from models.people.tables import Consent, MentorProfile, Organisation, Person, RoleGrant
from models.people.topics import Topic, topics_of
from models.school_year import consent_end
from models.terms import MentoringForm, OrgKind, Role


@dataclass(frozen=True)
class MenuFacts:
    """What the menu says of the person themselves."""

    polite: str
    organisation: str
    roles: frozenset[Role]
    waiting_for: tuple[Role, ...]
    """Roles that were asked for and are not admitted yet."""
    curator: str | None
    """Who decides on what waits, in polite form; None also where nothing waits."""
    card: MentorState | None
    """None where there is no card yet."""
    card_is_wanted: bool
    """Somebody who is a mentor, or has asked to be one, and has no card in force or under way."""
    decisions: int
    """For a curator: admissions and cards that wait for a decision."""


_PERSON, _GRANT, _CARD = Person.__table__.c, RoleGrant.__table__.c, MentorProfile.__table__.c
_MENU = (
    select(
        _PERSON.family_name,
        _PERSON.given_name,
        _PERSON.patronymic,
        _PERSON.kind,
        _PERSON.class_label,
        _PERSON.organisation_id,
        Organisation.__table__.c.short_name,
        _CARD.state.label("card"),
        _GRANT.role,
        _GRANT.admitted_at,
    )
    .select_from(
        Person.__table__.join(Organisation.__table__)
        .join(MentorProfile.__table__, _CARD.person_id == _PERSON.id, isouter=True)
        .join(RoleGrant.__table__, and_(_GRANT.person_id == _PERSON.id, _GRANT.ended_at.is_(None)), isouter=True)
    )
    .where(_PERSON.id == bindparam("me"))
    .order_by(_GRANT.id)
)
"""A person's own part of the menu, a row for each role; built once and without objects, as every menu asks."""
_CURATES: BindParameter[int] = bindparam("curates", expanding=True)
_DECISIONS = select(func.count()).select_from(
    union(
        select(_GRANT.person_id).where(
            _GRANT.organisation_id.in_(_CURATES), _GRANT.admitted_at.is_(None), _GRANT.ended_at.is_(None)
        ),
        select(_CARD.person_id).where(_CARD.organisation_id.in_(_CURATES), _CARD.state == MentorState.APPLICANT),
    ).subquery()
)


async def menu_facts(session: AsyncSession, actor: Actor, now: datetime) -> MenuFacts:
    """The actor's own part of the menu; only for somebody who is in."""
    rows: Sequence[Any] = (await session.execute(_MENU, {"me": actor.me})).all()
    if not rows:
        raise ProgrammeError("error-gone")
    person, card = rows[0], rows[0].card
    waiting_for = tuple(row.role for row in rows if row.role is not None and row.admitted_at is None)
    waits = waiting_for or card is MentorState.APPLICANT
    curator = await session.run_sync(principal_curator, person.organisation_id, now, {actor.me}) if waits else None
    return MenuFacts(
        polite=polite(person),
        organisation=person.short_name,
        roles=actor.roles,
        waiting_for=waiting_for,
        curator=polite(curator) if curator else None,
        card=card,
        card_is_wanted=any(row.role is Role.MENTOR for row in rows) and card in (None, MentorState.LEFT),
        decisions=await decisions(session, actor),
    )


async def decisions(session: AsyncSession, actor: Actor) -> int:
    """On how many persons in a curator's scope a decision waits: an admission, or a card."""
    if not actor.curates:
        return 0
    return await session.scalar(_DECISIONS, {"curates": actor.curates}) or 0


@dataclass(frozen=True)
class SchoolView:
    """A school that can be chosen, and what a consent must name."""

    organisation_id: int
    name: str
    short_name: str
    consent_until: date


async def schools(session: AsyncSession, now: datetime, search: str = "") -> list[SchoolView]:
    """All schools that somebody curates, by name; `search` is a part of the name. Open to strangers, too."""
    rows = (await session.execute(select(Organisation, is_led(Organisation.id)))).all()
    above = {row.id: row.parent_id for row, _ in rows}
    led = {row.id for row, has_curator in rows if has_curator}
    wanted = " ".join(search.split()).casefold()
    named = (row for row, _ in rows if wanted in row.name.casefold() or wanted in row.short_name.casefold())
    found = [row for row in named if row.kind is OrgKind.SCHOOL and not led.isdisjoint(_way_up(row.id, above))]
    return [_school(row, now) for row in sorted(found, key=lambda row: _natural(row.short_name))]


async def school(session: AsyncSession, organisation_id: int, now: datetime) -> SchoolView:
    """One organisation, as a consent names it. Raises ProgrammeError `error-gone` where there is none."""
    row = await session.get(Organisation, organisation_id)
    if row is None:
        raise ProgrammeError("error-gone")
    return _school(row, now)


async def my_schools(session: AsyncSession, actor: Actor) -> list[tuple[int, str]]:
    """The schools in a curator's scope as (id, short name)."""
    statement = select(Organisation).where(Organisation.kind == OrgKind.SCHOOL, Organisation.id.in_(actor.curates))
    rows = sorted(await session.scalars(statement), key=lambda row: _natural(row.short_name))
    return [(row.id, row.short_name) for row in rows]


@dataclass(frozen=True)
class InvitationTarget:
    """An organisation for which the actor may invite, and the roles that an invitation may carry there."""

    organisation_id: int
    short_name: str
    kind: OrgKind


async def invitation_targets(session: AsyncSession, actor: Actor) -> list[InvitationTarget]:
    """The organisations in a curator's scope, their own first."""
    own = {grant.organisation_id for grant in actor.grants if grant.role.is_curator}
    rows = list(await session.scalars(select(Organisation).where(Organisation.id.in_(actor.curates))))
    rows.sort(key=lambda row: (row.id not in own, row.kind is OrgKind.SCHOOL, _natural(row.short_name)))
    return [InvitationTarget(row.id, row.short_name, row.kind) for row in rows]


async def offered_topics(session: AsyncSession, organisation_id: int) -> tuple[Topic, ...]:
    """The topics of the forms that an organisation's programme uses."""
    row = await session.get(Organisation, organisation_id)
    return topics_of(MentoringForm(code) for code in row.forms) if row else ()


async def topics_for(session: AsyncSession, actor: Actor, person_id: int) -> tuple[Topic, ...]:
    """The topics that a person's card may have. Raises ProgrammeError `error-no-access` outside the scope."""
    person = await _person(session, person_id)
    if not person.is_open_to(actor):
        raise outside(actor, "Person", person.id)
    return topics_of(MentoringForm(code) for code in person.organisation.forms)


async def my_settings(session: AsyncSession, actor: Actor) -> SettingsView:
    """The actor's own settings."""
    return SettingsView.of(await _person(session, actor.me))


async def card(session: AsyncSession, actor: Actor, person_id: int) -> CardView | None:
    """Somebody's card, for themselves and for their curators; None where they have none.

    Raises ProgrammeError `error-no-access` outside the scope.
    """
    person = await _person(session, person_id)
    if not person.is_open_to(actor):
        raise outside(actor, "Person", person.id)
    return CardView.of(person.mentor, person) if person.mentor else None


@dataclass(frozen=True)
class Privacy:
    """Who keeps a person's data, until when, and whom to ask."""

    operator: str
    until: date
    curator: str | None


async def privacy(session: AsyncSession, actor: Actor, now: datetime) -> Privacy:
    """What /privacy says to somebody who is in."""
    person = await _person(session, actor.me)
    curator = await session.run_sync(lambda sync: principal_curator(sync, person.organisation_id, now, {person.id}))
    view = _school(person.organisation, now)
    given = (await session.scalars(granted(Consent.person_id == person.id))).first()
    until = given.expires_on if given is not None and given.expires_on else view.consent_until
    return Privacy(view.name, until, polite(curator) if curator else None)


_LOADED = (joinedload(Person.grants), joinedload(Person.mentor), joinedload(Person.organisation, innerjoin=True))


async def _person(session: AsyncSession, person_id: int) -> Person:
    person = await session.get(Person, person_id, options=_LOADED)
    if person is None:
        raise ProgrammeError("error-gone")
    return person


def _way_up(organisation_id: int, above: Mapping[int, int | None]) -> Iterator[int]:
    """A node and those above it: curators of the level above take the place of a school's own."""
    node: int | None = organisation_id
    while node is not None:
        yield node
        node = above[node]


def _school(row: Organisation, now: datetime) -> SchoolView:
    until = consent_end(to_local(now, ZoneInfo(row.zone)).date())
    return SchoolView(row.id, row.name, row.short_name, until)


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """№ 7 before № 12."""
    words = name.casefold().replace("№", " ").split()
    return tuple((0, int(word), "") if word.isdecimal() else (1, 0, word) for word in words)
