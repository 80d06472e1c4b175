"""The withdrawal of a consent: from that moment the person is neither shown nor written to (reference.md §4.9, §13)."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from models.access import Permission
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.notices.tables import Notice, NoticeState
from models.people.consents import has_consent
from models.people.curators import present_curators
from models.people.grants import close
from models.people.guardians import children_of, guardians_of, own_link, subject, unlink
from models.people.leaving import leave_pairs, leave_requests
from models.people.names import polite
from models.people.states import CONSENT, ConsentState, PersonState
from models.people.tables import Account, Consent, Invitation, Person
from models.use_case import Tx, use_case


@dataclass(frozen=True)
class Withdrawn:
    """What the withdrawal ended."""

    pairs: int
    requests: int


@dataclass(frozen=True)
class ChildWithdrawn:
    """A child who takes part no more."""

    name: str
    is_gone: bool
    """Whether the parent was here for this child alone, and is forgotten as well."""


@use_case(Permission.OWN, renews_actor=True)
def withdraw_consent(tx: Tx) -> Withdrawn:
    """Blocks the person at once: roles, pairs and requests end, nothing more is sent, the curator is told.

    The messenger's identity is erased here and now, so that whoever comes back comes as somebody new. Texts are
    erased later, within the term of §13. A child about whom no other consent stands leaves with the parent.
    """
    return _leave(tx, tx.get(Person, tx.actor.me))


@use_case(Permission.GUARD, renews_actor=True)
def withdraw_for_child(tx: Tx, link_id: int) -> ChildWithdrawn:
    """A parent takes the consent for a child back: the child's part ends in the same way, whoever else had agreed.

    The other parents are told, and all links to the child end. Raises ProgrammeError `error-no-access`.
    """
    child, me = own_link(tx, link_id).child, tx.get(Person, tx.actor.me)
    name = polite(child)
    _leave(tx, child)
    is_gone = all(grant.ended_at is not None for grant in me.grants)
    if is_gone:
        _leave(tx, me)
    return ChildWithdrawn(name, is_gone)


def _leave(tx: Tx, person: Person) -> Withdrawn:
    curators = present_curators(tx.session, person.organisation_id, tx.now, {person.id, tx.actor.me})
    requests, pairs = leave_requests(tx, person), leave_pairs(tx, person)
    _withdraw(tx, person)
    _part_family(tx, person)
    for grant in person.grants:
        if grant.ended_at is None:
            close(tx, grant)
    _silence(tx, person)
    for curator in curators:
        post(tx, curator, NoticeKind.CONSENT_WITHDRAWN, f"person:{person.id}", payload={"person_id": person.id})
    return Withdrawn(pairs=pairs, requests=requests)


def _part_family(tx: Tx, person: Person) -> None:
    """The links of a child, and those of a parent; of several parents' consents one is enough for the child to stay."""
    for link in guardians_of(tx.session, person.id):
        unlink(tx, link)
        if link.guardian_person_id != tx.actor.person_id:
            post(tx, link.guardian, NoticeKind.CHILD_LEFT, subject(link), payload={"link_id": link.id})
    for link in children_of(tx.session, person.id):
        unlink(tx, link, "withdraw")
        if not has_consent(tx, link.child):
            _leave(tx, link.child)


def _withdraw(tx: Tx, person: Person) -> None:
    given = select(Consent).where(Consent.person_id == person.id, Consent.state == ConsentState.GRANTED)
    for consent in tx.session.scalars(given):
        consent.state, consent.withdrawn_at = CONSENT.after(consent.state, "withdraw"), tx.now
    person.state = PersonState.BLOCKED


def _silence(tx: Tx, person: Person) -> None:
    """Nothing that waits leaves any more, no link opens the person's place again, and the account is forgotten."""
    waiting = Notice.state.in_((NoticeState.WAITING, NoticeState.CLAIMED, NoticeState.HELD))
    tx.session.execute(update(Notice).where(Notice.person_id == person.id, waiting).values(state=NoticeState.VOID))
    tx.session.execute(update(Invitation).where(Invitation.person_id == person.id).values(uses_left=0))
    tx.session.execute(delete(Account).where(Account.person_id == person.id))
