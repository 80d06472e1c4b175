"""Invitations: links that know role and school, one-time or counted, expiring, unguessable."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field
from sqlalchemy import select

from models.access import PARTICIPANTS, Permission
from models.errors import ProgrammeError
from models.people.codes import hash_of, new_code
from models.people.guardians import pupil_of
from models.people.names import official
from models.people.organisations import DEFAULT_ZONE, LEVELS, add_organisation, organisation_named
from models.people.states import PersonState
from models.people.tables import Invitation, Organisation, Person
from models.terms import OrgKind, Role
from models.use_case import Tx, use_case

MAX_USES = 500
MAX_DAYS = 90
FIRST_DAYS = 14


@dataclass(frozen=True)
class Issued:
    """A new invitation.

    `code` is known at this moment only: it is in no table, and so it is empty when an update runs again after a crash;
    `reissue` then gives the invitation another one.
    """

    invitation_id: int
    role: Role
    organisation: str
    person: str
    """Whose link it is where it hands an account to somebody; empty otherwise."""
    uses: int
    expires_at: datetime
    code: Annotated[str, Field(exclude=True)] = ""


@use_case(Permission.CURATE)
def invite(tx: Tx, role: Role, organisation_id: int, uses: int, days: int) -> Issued:
    """A link for mentees, mentors and deputies of an organisation in scope, or for the curators below it.

    `uses` is 1 to 500 persons, `days` 1 to 90 from now. Raises ProgrammeError `error-invite-limits`,
    `error-invite-level` where the role does not belong to this kind of organisation.
    """
    if not (1 <= uses <= MAX_USES and 1 <= days <= MAX_DAYS):
        raise ProgrammeError("error-invite-limits")
    organisation = tx.get(Organisation, organisation_id)
    if organisation.id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    level = OrgKind.SCHOOL if role in PARTICIPANTS else LEVELS.get(role)
    if organisation.kind is not level:
        raise ProgrammeError("error-invite-level")
    return _issue(tx, role, organisation, uses, days)


@use_case(Permission.SWEEP)
def invite_first(
    tx: Tx, role: Role, organisation: str, zone: str = DEFAULT_ZONE, days: int = FIRST_DAYS, uses: int = 1
) -> Issued:
    """The link with which a programme begins, from the command line; an unknown organisation is founded (OMS-13).

    `zone` (IANA) counts for a new organisation only. Raises ProgrammeError `error-zone`, `error-organisation-name`.
    """
    kind = LEVELS.get(role, OrgKind.SCHOOL)
    known = organisation_named(tx, organisation, kind)
    return _issue(tx, role, known or add_organisation(tx, organisation, kind=kind, zone=zone), uses, days)


@use_case(Permission.CURATE)
def hand_link(tx: Tx, person_id: int) -> Issued:
    """A one-time link that gives an account to somebody who was entered without one; earlier links stop working."""
    person = tx.get(Person, person_id)
    if person.accounts or person.state is not PersonState.ACTIVE:
        raise ProgrammeError("error-has-account")
    own = select(Invitation).where(Invitation.person_id == person.id, Invitation.role != Role.GUARDIAN)
    for earlier in tx.session.scalars(own):
        earlier.uses_left = 0
    role = next((grant.role for grant in person.grants if grant.ended_at is None), Role.MENTEE)
    organisation = tx.session.get_one(Organisation, person.organisation_id)
    return _issue(tx, role, organisation, 1, FIRST_DAYS, person)


@use_case(Permission.CURATE)
def invite_guardian(tx: Tx, person_id: int) -> Issued:
    """A one-time link for a parent of a pupil of the curator's own school; each parent has one of their own (§13)."""
    child = pupil_of(tx, person_id)
    return _issue(tx, Role.GUARDIAN, tx.session.get_one(Organisation, child.organisation_id), 1, FIRST_DAYS, child)


@use_case(Permission.CURATE)
def reissue(tx: Tx, invitation_id: int) -> Issued:
    """Another code for an invitation whose code nobody has seen; the former one stops working."""
    invitation = tx.get(Invitation, invitation_id)
    code = new_code()
    invitation.code_hash = hash_of(code)
    return _issued(tx, invitation, code)


def _issue(
    tx: Tx, role: Role, organisation: Organisation, uses: int, days: int, person: Person | None = None
) -> Issued:
    code = new_code()
    invitation = Invitation(
        code_hash=hash_of(code),
        role=role,
        organisation_id=organisation.id,
        person_id=person.id if person else None,
        uses_left=uses,
        expires_at=tx.now + timedelta(days=days),
        created_at=tx.now,
        created_by=tx.actor.person_id,
    )
    tx.add(invitation)
    return _issued(tx, invitation, code)


def _issued(tx: Tx, invitation: Invitation, code: str) -> Issued:
    person = tx.session.get(Person, invitation.person_id) if invitation.person_id else None
    return Issued(
        invitation_id=invitation.id,
        role=invitation.role,
        organisation=tx.session.get_one(Organisation, invitation.organisation_id).name,
        person=official(person) if person else "",
        uses=invitation.uses_left,
        expires_at=invitation.expires_at,
        code=code,
    )
