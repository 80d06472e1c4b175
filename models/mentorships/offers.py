"""An offer: how it is opened, whom it is told, and how it closes without a pair."""

from collections.abc import Collection

from sqlalchemy import select

from models.errors import ProgrammeError
from models.mentorships.places import IS_OPEN_OFFER
from models.mentorships.states import MENTORSHIP, Answer, CloseReason, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.notices.kinds import NoticeKind
from models.notices.post import post, void
from models.people.curators import present_curators
from models.people.tables import Person
from models.requests.queue import offer_failed
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.use_case import Tx

OFFER_KINDS = (
    NoticeKind.OFFER,
    NoticeKind.OFFER_TO_MENTEE,
    NoticeKind.OFFER_REMINDER,
    NoticeKind.OFFER_SILENT,
    NoticeKind.OFFER_QUESTION,
    NoticeKind.OFFER_QUESTION_ANSWERED,
    NoticeKind.PAIR_TO_APPROVE,
    NoticeKind.PAIR_TO_LEND,
)


def subject_of(mentorship: Mentorship) -> str:
    """What notices about the pair are filed under."""
    return f"mentorship:{mentorship.id}"


def send_offers(tx: Tx, mentorship: Mentorship) -> None:
    """Asks each side that has not agreed yet."""
    for side, kind in ((Side.MENTOR, NoticeKind.OFFER), (Side.MENTEE, NoticeKind.OFFER_TO_MENTEE)):
        member = mentorship.member(side)
        if member.answer is Answer.PENDING:
            tell(tx, mentorship, member.person, kind)


def tell(
    tx: Tx, mentorship: Mentorship, person: Person, kind: NoticeKind, version: str = "", **payload: object
) -> None:
    """Posts a notice about the pair, unless it is the person's own press."""
    if person.id == tx.actor.person_id:
        return
    facts = {"mentorship_id": mentorship.id, **payload}
    post(tx, person, kind, subject_of(mentorship), payload=facts, version=version)


def tell_curators(tx: Tx, mentorship: Mentorship, kind: NoticeKind, version: str = "", **payload: object) -> None:
    """Tells the curators of the school, the members of the pair excepted (R-03)."""
    members = {member.person_id for member in mentorship.members}
    for curator in present_curators(tx.session, mentorship.organisation_id, tx.now, besides=members):
        tell(tx, mentorship, curator, kind, version, **payload)


def close_offer(
    tx: Tx, mentorship: Mentorship, event: str, reason: CloseReason, *, untold: Collection[int] = ()
) -> None:
    """Ends an offer by `event`: the request goes back into the queue, both sides read a neutral line.

    `untold` are the persons who need not hear it, besides whoever pressed. Raises ProgrammeError `error-state`.
    """
    mentorship.state = MENTORSHIP.after(mentorship.state, event)
    mentorship.closed_at, mentorship.close_reason = tx.now, reason
    mentorship.silent_since = None
    void(tx, subject_of(mentorship), *OFFER_KINDS)
    request = request_of(tx, mentorship)
    if request is not None and request.state is RequestState.PROPOSED:
        offer_failed(tx, request)
    for member in mentorship.members:
        if member.person_id not in untold:
            tell(tx, mentorship, member.person, NoticeKind.OFFER_CLOSED)


def lapse_open_offers(tx: Tx, mentor_id: int) -> None:
    """The mentor's last place is taken: the other open offers close, and the curators are asked to choose anew."""
    waiting = tx.session.scalars(
        select(Mentorship)
        .join(MentorshipMember)
        .where(MentorshipMember.person_id == mentor_id, MentorshipMember.side == Side.MENTOR, IS_OPEN_OFFER)
        .where(Mentorship.override_reason == "")
        .order_by(Mentorship.id)
    ).all()
    for mentorship in waiting:
        request_of(tx, mentorship)
        close_offer(tx, mentorship, "offer_lapsed", CloseReason.NO_PLACE)
        tell_curators(tx, mentorship, NoticeKind.OFFER_CLOSED)


def cancel_offers(tx: Tx, request: MentoringRequest) -> None:
    """The mentee withdraws the request: what was offered for it closes."""
    open_states = (MentorshipState.PROPOSED, MentorshipState.AGREED)
    offers = select(Mentorship).where(Mentorship.request_id == request.id, Mentorship.state.in_(open_states))
    for mentorship in tx.session.scalars(offers).all():
        close_offer(tx, mentorship, "cancel", CloseReason.WITHDRAWN)


def request_of(tx: Tx, mentorship: Mentorship) -> MentoringRequest | None:
    """The request that the pair answers, locked; None where there was none."""
    if mentorship.request_id is None:
        return None
    return tx.session.get(MentoringRequest, mentorship.request_id, with_for_update=True)


def open_offer(tx: Tx, mentorship_id: int) -> Mentorship:
    """A pair to which the answers are still awaited. Raises ProgrammeError `error-offer-closed` for any other."""
    mentorship = tx.get(Mentorship, mentorship_id)
    if mentorship.state is not MentorshipState.PROPOSED:
        raise ProgrammeError("error-offer-closed")
    return mentorship
