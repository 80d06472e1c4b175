"""The withdrawal of a consent: from that moment the person is neither shown nor written to (reference.md §4.9, §13)."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update

from models.access import Permission
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.notices.tables import Notice, NoticeState
from models.people.curators import present_curators
from models.people.grants import close
from models.people.leaving import leave_pairs, leave_requests
from models.people.states import CONSENT, ConsentState, PersonState
from models.people.tables import Account, Consent, Invitation, Person
from models.use_case import Tx, use_case


@dataclass(frozen=True)
class Withdrawn:
    """What the withdrawal ended."""

    pairs: int
    requests: int


@use_case(Permission.OWN, renews_actor=True)
def withdraw_consent(tx: Tx) -> Withdrawn:
    """Blocks the person at once: roles, pairs and requests end, nothing more is sent, the curator is told.

    The messenger's identity is erased here and now, so that whoever comes back comes as somebody new. Texts are
    erased later, within the term of §13.
    """
    person = tx.get(Person, tx.actor.me)
    curators = present_curators(tx.session, person.organisation_id, tx.now, {person.id})
    requests, pairs = leave_requests(tx, person), leave_pairs(tx, person)
    for grant in person.grants:
        if grant.ended_at is None:
            close(tx, grant)
    _withdraw(tx, person)
    _silence(tx, person)
    for curator in curators:
        post(tx, curator, NoticeKind.CONSENT_WITHDRAWN, f"person:{person.id}", payload={"person_id": person.id})
    return Withdrawn(pairs=pairs, requests=requests)


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
