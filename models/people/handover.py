"""Hand-over: everything that a curator holds goes to another one in one step (issue 4, part 1)."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select, update

from models.access import CURATORS, Permission
from models.errors import ProgrammeError
from models.forms.tables import HelpCall
from models.mentorships.tables import MentorshipMember
from models.notices.kinds import TO_CURATORS, NoticeKind
from models.notices.post import post
from models.notices.tables import Notice, NoticeState
from models.oversight.states import LIVE
from models.oversight.tables import RiskSignal
from models.people.actor import actor_of
from models.people.curators import curators_of
from models.people.grants import close, give, stands_above, version_of
from models.people.names import official
from models.people.states import PersonState
from models.people.tables import Invitation, Organisation, Person, RoleGrant
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.use_case import Tx, use_case

_TO_DECIDE = (RequestState.SUBMITTED, RequestState.QUEUED)


@dataclass(frozen=True)
class HandedOver:
    """Who has what from now on, and what waits there."""

    giver: str
    receiver: str
    organisations: tuple[str, ...]
    requests: int
    signals: int
    calls: int


@use_case(Permission.CURATE, renews_actor=True)
def hand_over(tx: Tx, person_id: int, receiver_id: int) -> HandedOver:
    """Gives all posts of a curator, and the calls only they could read, to another curator of the same scope.

    A curator hands over their own; the level above does it for one who is gone. Requests, decisions and signals belong
    to the organisation and follow the posts, what waits unsent is readdressed; the receiver stands where the giver
    stood, as the principal or a deputy. Both are told. Raises ProgrammeError `error-handover-self`,
    `error-handover-scope` where the receiver does not run the same organisations, or those above, `error-gone` for
    somebody who runs nothing.
    """
    giver = tx.get(Person, person_id)
    posts = _posts(tx, giver.id)
    if giver.id != tx.actor.person_id and not (posts and all(stands_above(tx, one.organisation_id) for one in posts)):
        raise ProgrammeError("error-no-access")
    receiver = _receiver(tx, giver, receiver_id, {one.organisation_id for one in posts})
    ids = sorted(actor_of(tx.session, giver).curates)
    for one in posts:
        given = give(tx, receiver, one.role, one.organisation_id, by=tx.actor.me)
        given.is_deputy = given.is_deputy and one.is_deputy
        close(tx, one)
    _pass_calls(tx, giver.id, receiver.id, ids)
    _readdress(tx, giver.id, receiver.id)
    tx.session.execute(update(Invitation).where(Invitation.created_by == giver.id).values(created_by=receiver.id))
    told = _told(tx, giver, receiver, posts, ids)
    _tell(tx, giver, receiver, posts, told)
    return told


def _posts(tx: Tx, person_id: int) -> list[RoleGrant]:
    mine = select(RoleGrant).where(
        RoleGrant.person_id == person_id,
        RoleGrant.role.in_(CURATORS),
        RoleGrant.admitted_at.is_not(None),
        RoleGrant.ended_at.is_(None),
    )
    return list(tx.session.scalars(mine.order_by(RoleGrant.id).with_for_update()))


def _receiver(tx: Tx, giver: Person, receiver_id: int, organisation_ids: Collection[int]) -> Person:
    """Somebody who runs the same; the level above may lie outside the actor's own scope."""
    if receiver_id == giver.id:
        raise ProgrammeError("error-handover-self")
    receiver = tx.session.get(Person, receiver_id)
    if receiver is None or receiver.state is not PersonState.ACTIVE or not organisation_ids:
        raise ProgrammeError("error-gone")
    if not actor_of(tx.session, receiver).curates.issuperset(organisation_ids):
        raise ProgrammeError("error-handover-scope")
    return receiver


def _pass_calls(tx: Tx, giver_id: int, receiver_id: int, ids: list[int]) -> None:
    """Open calls that only the giver was told of; where the receiver belongs to the pair, its next curators (R-03)."""
    open_ones = select(HelpCall).where(HelpCall.closed_at.is_(None), HelpCall.organisation_id.in_(ids))
    for call in tx.session.scalars(open_ones.order_by(HelpCall.id)):
        if call.taken_by == giver_id:
            call.taken_by = receiver_id if receiver_id not in call.concerned_ids else None
        if giver_id not in call.reader_ids:
            continue
        readers = {*call.reader_ids, receiver_id} - {giver_id, *call.concerned_ids}
        others = curators_of(tx.session, call.organisation_id, call.concerned_ids) if not readers else []
        call.reader_ids = sorted(readers | {other.id for other in others})


def _readdress(tx: Tx, giver_id: int, receiver_id: int) -> None:
    """What waits unsent for the giver as a curator goes to the receiver, unless they are told of it already.

    What is said to the giver as a mentor, a mentee or about their own posts stays theirs. A deputy was posted the same
    under a key of their own: that one is enough.
    """
    waiting = select(Notice).where(
        Notice.person_id == giver_id,
        Notice.state.in_((NoticeState.WAITING, NoticeState.HELD)),
        Notice.kind.in_([kind.value for kind in TO_CURATORS]),
    )
    for notice in tx.session.scalars(waiting.order_by(Notice.id).with_for_update()).all():
        heir_id = _heir(tx, notice, receiver_id)
        key = f"{notice.key.removesuffix(f':{giver_id}')}:{heir_id}"
        if heir_id is None or tx.session.scalar(select(Notice.id).where(Notice.key == key)) is not None:
            notice.state = NoticeState.VOID
        else:
            notice.person_id, notice.key = heir_id, key
    tx.session.flush()


def _heir(tx: Tx, notice: Notice, receiver_id: int) -> int | None:
    """Who reads it now: the receiver, unless it is about their own pair or a call that is not for their eyes (R-03)."""
    call = tx.session.get(HelpCall, notice.payload["call_id"]) if "call_id" in notice.payload else None
    if call is not None:
        return receiver_id if receiver_id in call.reader_ids else next(iter(call.reader_ids), None)
    pair_id = notice.payload.get("mentorship_id")
    own = select(MentorshipMember.id).where(
        MentorshipMember.mentorship_id == pair_id, MentorshipMember.person_id == receiver_id
    )
    return receiver_id if pair_id is None or tx.session.scalar(own) is None else None


def _told(tx: Tx, giver: Person, receiver: Person, posts: list[RoleGrant], ids: list[int]) -> HandedOver:
    names = select(Organisation.short_name).where(Organisation.id.in_([one.organisation_id for one in posts]))
    waiting = MentoringRequest.state.in_(_TO_DECIDE) & MentoringRequest.organisation_id.in_(ids)
    live = RiskSignal.state.in_(LIVE) & RiskSignal.organisation_id.in_(ids) & (RiskSignal.shown_from <= tx.now)
    calls = HelpCall.closed_at.is_(None) & HelpCall.organisation_id.in_(ids)
    open_calls = tx.session.scalars(select(HelpCall).where(calls))
    to_receiver = actor_of(tx.session, receiver)
    return HandedOver(
        giver=official(giver),
        receiver=official(receiver),
        organisations=tuple(tx.session.scalars(names.order_by(Organisation.short_name))),
        requests=tx.session.scalar(select(func.count(MentoringRequest.id)).where(waiting)) or 0,
        signals=tx.session.scalar(select(func.count(RiskSignal.id)).where(live)) or 0,
        calls=sum(call.is_open_to(to_receiver) for call in open_calls),
    )


def _tell(tx: Tx, giver: Person, receiver: Person, posts: list[RoleGrant], told: HandedOver) -> None:
    """Whoever pressed sees it on their screen; the others hear of it."""
    payload = {
        "giver_id": giver.id,
        "receiver_id": receiver.id,
        "organisation_ids": [one.organisation_id for one in posts],
        "requests": told.requests,
        "signals": told.signals,
        "calls": told.calls,
    }
    for person in (giver, receiver):
        if person.id != tx.actor.person_id:
            subject = f"handover:{giver.id}"
            post(tx, person, NoticeKind.HANDED_OVER, subject, payload=payload, version=version_of(tx))
