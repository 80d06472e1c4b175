"""What an invitation's link opens, and how its uses are taken."""

from dataclasses import dataclass

from sqlalchemy import select

from models.access import PARTICIPANTS, Permission
from models.errors import ProgrammeError
from models.people.codes import hash_of, may_try, remember_wrong
from models.people.grants import GrantView, give, view_of
from models.people.names import polite
from models.people.states import MentorState
from models.people.tables import Invitation, Organisation, Person, RoleGrant
from models.terms import Role
from models.use_case import Tx, use_case


@dataclass(frozen=True)
class Invited:
    """What a link opens, or what to say where it opens nothing (`problem`, the key of a text)."""

    problem: str = ""
    code_hash: str = ""
    """Stands for the code from here on: what is kept of a dialog must not hold the code itself."""
    role: Role | None = None
    organisation_id: int | None = None
    organisation: str = ""
    person: str = ""
    """How the person is called whom the curator had entered before; empty where the name is still to be asked."""
    child: str = ""
    """Whose parent the link is for."""


@use_case(Permission.JOIN)
def open_invitation(tx: Tx, code: str) -> Invited:
    """What the link opens; a wrong code is counted, and after five in an hour none is looked at any more.

    It raises nothing, because a refusal would undo the count.
    """
    if not may_try(tx):
        return Invited(problem="error-link-too-many")
    invitation = tx.session.scalar(select(Invitation).where(Invitation.code_hash == hash_of(code)))
    if invitation is None:
        remember_wrong(tx)
        return Invited(problem="error-link-unknown")
    try:
        check_open(tx, invitation)
    except ProgrammeError as refusal:
        return Invited(problem=refusal.key)
    organisation = tx.session.get_one(Organisation, invitation.organisation_id)
    person = tx.session.get(Person, invitation.person_id) if invitation.person_id else None
    is_parents = invitation.role is Role.GUARDIAN
    return Invited(
        code_hash=invitation.code_hash,
        role=invitation.role,
        organisation_id=organisation.id,
        organisation=organisation.name,
        person=polite(person) if person and not is_parents else "",
        child=polite(person) if person and is_parents else "",
    )


@use_case(Permission.OWN, renews_actor=True)
def accept_invitation(tx: Tx, code_hash: str) -> GrantView:
    """Adds the invitation's role to somebody who is in already.

    A confirmed mentor becomes one of another school, too; the places are the same ones for all schools together (R-02).
    Raises ProgrammeError `error-other-school` for any other's link of another school, `error-has-account`
    for a link that belongs to somebody else; a role that is there already costs the link nothing.
    """
    person = tx.get(Person, tx.actor.me)
    invitation = invitation_of(tx, code_hash)
    if invitation.person_id is not None:
        raise ProgrammeError("error-has-account")
    is_elsewhere = invitation.role in PARTICIPANTS and invitation.organisation_id != person.organisation_id
    if is_elsewhere and not (invitation.role is Role.MENTOR and _is_mentor(person)):
        raise ProgrammeError("error-other-school")
    grant = _in_force(tx, person, invitation)
    if grant is None:
        redeem(tx, code_hash)
        grant = give(tx, person, invitation.role, invitation.organisation_id, by=invitation.created_by)
    return view_of(tx, grant)


def _is_mentor(person: Person) -> bool:
    card = person.mentor
    return card is not None and card.state in (MentorState.APPROVED, MentorState.PAUSED)


def redeem(tx: Tx, code_hash: str) -> Invitation:
    """Takes one use of the invitation; of many at once only as many succeed as it has uses.

    Raises ProgrammeError `error-link-unknown`, `error-link-spent`, `error-link-expired`.
    """
    invitation = invitation_of(tx, code_hash)
    check_open(tx, invitation)
    invitation.uses_left -= 1
    tx.session.flush()
    return invitation


def invitation_of(tx: Tx, code_hash: str) -> Invitation:
    """The invitation, locked. Raises ProgrammeError `error-link-unknown` where there is none."""
    invitation = tx.session.scalar(select(Invitation).where(Invitation.code_hash == code_hash).with_for_update())
    if invitation is None:
        raise ProgrammeError("error-link-unknown")
    return invitation


def check_open(tx: Tx, invitation: Invitation) -> None:
    """Raises ProgrammeError `error-link-spent` or `error-link-expired` where it lets nobody in any more."""
    if invitation.uses_left < 1:
        raise ProgrammeError("error-link-spent")
    if invitation.expires_at <= tx.now:
        raise ProgrammeError("error-link-expired")


def _in_force(tx: Tx, person: Person, invitation: Invitation) -> RoleGrant | None:
    return next(
        (
            grant
            for grant in person.grants
            if grant.role is invitation.role
            and grant.organisation_id == invitation.organisation_id
            and grant.admitted_at is not None
            and grant.ended_at is None
        ),
        None,
    )
