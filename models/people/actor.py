"""Finding out who acts: from an account to a person, their roles and their scope."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, select
from sqlalchemy.orm import Session

from models.access import Actor, Grant
from models.people.states import PersonState
from models.people.tables import Account, Organisation, Person, RoleGrant

_ACCOUNT, _PERSON, _GRANT = Account.__table__.c, Person.__table__.c, RoleGrant.__table__.c
_ORGANISATION = Organisation.__table__.c


def _rows(*conditions: Any) -> Select[Any]:
    """A person with their organisation's zone, a row for each role in force.

    It is asked for every update, so that it is built once and makes no objects.
    """
    grants = and_(_GRANT.person_id == _PERSON.id, _GRANT.admitted_at.is_not(None), _GRANT.ended_at.is_(None))
    people = Person.__table__.join(Organisation.__table__, _PERSON.organisation_id == _ORGANISATION.id)
    people = people.join(Account.__table__, _ACCOUNT.person_id == _PERSON.id, isouter=True)
    return (
        select(
            _ACCOUNT.external_id,
            _ACCOUNT.blocked_bot,
            _PERSON.id,
            _PERSON.organisation_id,
            _PERSON.locale,
            _PERSON.zone,
            _ORGANISATION.zone.label("usual_zone"),
            _GRANT.role,
            _GRANT.organisation_id.label("granted_at"),
        )
        .select_from(people.join(RoleGrant.__table__, grants, isouter=True))
        .where(*conditions)
        .order_by(_GRANT.id)
    )


_BY_ACCOUNT = _rows(
    _ACCOUNT.channel == bindparam("channel"),
    _ACCOUNT.external_id == bindparam("external_id"),
    _PERSON.state == PersonState.ACTIVE,
)
_BY_PERSON = _rows(_PERSON.id == bindparam("person_id"))
_REACHABLE = _rows(
    _PERSON.id.in_(bindparam("person_ids", expanding=True)),
    _PERSON.state == PersonState.ACTIVE,
    _ACCOUNT.channel == bindparam("channel"),
    _ACCOUNT.blocked_bot.is_(False),
)
_ABOVE = select(_ORGANISATION.parent_id).where(_ORGANISATION.id == bindparam("node"))
_BELOW = select(_ORGANISATION.id).where(_ORGANISATION.parent_id.in_(bindparam("parents", expanding=True)))


def load_actor(look: Session | Connection, channel: str, external_id: str, locale: str = "ru") -> Actor:
    """The actor behind an account; a stranger, with the client's `locale`, where the account is not known."""
    rows = look.execute(_BY_ACCOUNT, {"channel": channel, "external_id": external_id}).all()
    return _actor(look, rows, channel, external_id) if rows else Actor(channel, external_id, locale=locale)


def actor_of(look: Session | Connection, person: Person, channel: str = "", external_id: str = "") -> Actor:
    """The actor that a person is, with the roles in force and the scope of a curator."""
    return _actor(look, look.execute(_BY_PERSON, {"person_id": person.id}).all(), channel, external_id)


def addressees(look: Session | Connection, person_ids: Iterable[int], channel: str) -> dict[int, Actor]:
    """The actors that persons are through an account that can be written to; whoever has none is left out."""
    rows_of: dict[int, list[Row[Any]]] = {}
    for row in look.execute(_REACHABLE, {"person_ids": sorted(set(person_ids)), "channel": channel}):
        rows_of.setdefault(row.id, []).append(row)
    return {person_id: _actor(look, rows, channel, rows[0].external_id) for person_id, rows in rows_of.items()}


def _actor(look: Session | Connection, rows: Sequence[Row[Any]], channel: str, external_id: str) -> Actor:
    person = rows[0]
    grants = tuple(dict.fromkeys(Grant(row.role, row.granted_at) for row in rows if row.role is not None))
    return Actor(
        channel=channel,
        external_id=external_id,
        person_id=person.id,
        organisation_id=person.organisation_id,
        locale=person.locale,
        zone=person.zone or person.usual_zone,
        grants=grants,
        has_blocked_bot=bool(person.blocked_bot),
        curates=below(look, (grant.organisation_id for grant in grants if grant.role.is_curator)),
    )


def parent_of(look: Session | Connection, organisation_id: int) -> int | None:
    """The organisation right above, None at the top of a tree."""
    node: int | None = look.execute(_ABOVE, {"node": organisation_id}).scalar()
    return node


def below(look: Session | Connection, roots: Iterable[int]) -> frozenset[int]:
    """The organisations of `roots` and all under them in the tree."""
    known = set(roots)
    level = set(known)
    while level:
        level = set(look.execute(_BELOW, {"parents": sorted(level)}).scalars()) - known
        known |= level
    return frozenset(known)
