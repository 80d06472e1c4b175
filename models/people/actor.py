"""Finding out who acts: from an account to a person, their roles and their scope."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.access import Actor, Grant
from models.people.states import PersonState
from models.people.tables import Account, Organisation, Person, RoleGrant


def load_actor(session: Session, channel: str, external_id: str, locale: str = "ru") -> Actor:
    """The actor behind an account; a stranger, with the client's `locale`, where the account is not known."""
    person = session.scalar(
        select(Person).join(Account).where(Account.channel == channel, Account.external_id == external_id)
    )
    if person is None or person.state is not PersonState.ACTIVE:
        return Actor(channel, external_id, locale=locale)
    return actor_of(session, person, channel, external_id)


def actor_of(session: Session, person: Person, channel: str = "", external_id: str = "") -> Actor:
    """The actor that a person is, with the roles in force and the scope of a curator."""
    rows = session.execute(
        select(RoleGrant.role, RoleGrant.organisation_id)
        .where(RoleGrant.person_id == person.id, RoleGrant.admitted_at.is_not(None), RoleGrant.ended_at.is_(None))
        .order_by(RoleGrant.id)
    )
    grants = tuple(Grant(role, organisation_id) for role, organisation_id in rows)
    organisation = session.get_one(Organisation, person.organisation_id)
    return Actor(
        channel=channel,
        external_id=external_id,
        person_id=person.id,
        organisation_id=person.organisation_id,
        locale=person.locale,
        zone=person.zone or organisation.zone,
        grants=grants,
        curates=_below(session, (grant.organisation_id for grant in grants if grant.role.is_curator)),
    )


def _below(session: Session, roots: Iterable[int]) -> frozenset[int]:
    """The organisations of `roots` and all under them in the tree."""
    known = set(roots)
    level = set(known)
    while level:
        level = set(session.scalars(select(Organisation.id).where(Organisation.parent_id.in_(level)))) - known
        known |= level
    return frozenset(known)
