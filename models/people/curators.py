"""Who runs the programme of a school, and who takes their place where they are themselves concerned."""

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.local_time import to_local
from models.people.actor import parent_of
from models.people.states import PersonState
from models.people.tables import Organisation, Person, RoleGrant
from models.terms import Role

LEVELS = (Role.CURATOR_SCHOOL, Role.CURATOR_MUNICIPAL, Role.CURATOR_REGIONAL)


def curators_of(session: Session, organisation_id: int, besides: Collection[int] = ()) -> list[Person]:
    """The curators whose matter something in the organisation is, the principal one before the deputies.

    Persons in `besides` (members of the pair, R-03) are passed over; where nobody is left the level above is asked.
    """
    node: int | None = organisation_id
    while node is not None:
        found = [person for person in curators_at(session, node) if person.id not in besides]
        if found:
            return found
        node = parent_of(session, node)
    return []


def present_curators(
    session: Session, organisation_id: int, now: datetime, besides: Collection[int] = ()
) -> list[Person]:
    """`curators_of` without those who are away on this day: whom notices and digests go to.

    Where all are away nobody is left out: what happens must reach somebody.
    """
    found = curators_of(session, organisation_id, besides)
    away = away_ids(session, now, {person.id for person in found})
    return [person for person in found if person.id not in away] or found


def away_ids(session: Session, now: datetime, person_ids: Collection[int]) -> set[int]:
    """Who of the curators is away on the day that `now` is in their organisation."""
    rows = session.execute(_AWAY, {"ids": list(person_ids)})
    return {
        person_id
        for person_id, first, last, zone in rows
        if first is not None and last is not None and first <= to_local(now, ZoneInfo(zone)).date() <= last
    }


def principal_curator(
    session: Session, organisation_id: int, now: datetime, besides: Collection[int] = ()
) -> Person | None:
    """The one curator whom people are told about («запрос у куратора: Марина Петровна»): somebody who is there."""
    return next(iter(present_curators(session, organisation_id, now, besides)), None)


def curators_at(session: Session, organisation_id: int) -> list[Person]:
    """The curators of this very organisation, the principal one before the deputies."""
    return list(session.scalars(_AT_WORK, {"node": organisation_id}))


def is_led(organisation_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """Whether the organisation that a column names has a curator of its own."""
    return _at_work(RoleGrant.organisation_id == organisation_id).exists()


def _at_work(where: ColumnElement[bool]) -> Select[int]:
    return (
        select(RoleGrant.id)
        .join(Person, Person.id == RoleGrant.person_id)
        .where(
            where,
            RoleGrant.role.in_(LEVELS),
            RoleGrant.admitted_at.is_not(None),
            RoleGrant.ended_at.is_(None),
            Person.state == PersonState.ACTIVE,
        )
    )


_AWAY = (
    select(RoleGrant.person_id, RoleGrant.away_from, RoleGrant.away_until, Organisation.zone)
    .join(Organisation, Organisation.id == RoleGrant.organisation_id)
    .where(
        RoleGrant.person_id.in_(bindparam("ids", expanding=True)),
        RoleGrant.role.in_(LEVELS),
        RoleGrant.ended_at.is_(None),
        RoleGrant.away_from.is_not(None),
    )
)
_AT_WORK = (
    _at_work(RoleGrant.organisation_id == bindparam("node"))
    .with_only_columns(Person)
    .order_by(RoleGrant.is_deputy, RoleGrant.id)
)
"""Built once: whatever is told to a curator asks them."""
