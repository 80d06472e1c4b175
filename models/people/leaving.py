"""What of a person's requests and pairs ends with them (§4.9), when they are neither shown nor written to any more."""

from sqlalchemy import select

from models.mentorships.agreement import cancel_offers, settle
from models.mentorships.ending import end
from models.mentorships.offers import close_offer, drop_out, goes_on_without, requests_of
from models.mentorships.states import MENTORSHIP, RUNNING, CloseReason, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.notices.post import void
from models.people.tables import Person
from models.requests.queue import rematch
from models.requests.states import OPEN, REQUEST, RequestState
from models.requests.submit import subject_of
from models.requests.tables import MentoringRequest
from models.use_case import Tx

_OFFERED = (MentorshipState.PROPOSED, MentorshipState.AGREED)


def leave_requests(tx: Tx, person: Person) -> int:
    """Withdraws the person's open requests and what was offered for them; gives how many there were."""
    mine = select(MentoringRequest).where(MentoringRequest.mentee_id == person.id, MentoringRequest.state.in_(OPEN))
    requests = tx.session.scalars(mine).all()
    for request in requests:
        request.state = REQUEST.after(request.state, "withdraw")
        request.closed_at = tx.now
        void(tx, subject_of(request))
        cancel_offers(tx, request)
    return len(requests)


def leave_pairs(tx: Tx, person: Person) -> int:
    """Ends the person's pairs and offers; a mentee who stays is looked for another mentor. Gives how many ended.

    A group or a team goes on without the person while enough others are left.
    """
    theirs = (
        select(Mentorship)
        .join(MentorshipMember)
        .where(
            MentorshipMember.person_id == person.id,
            MentorshipMember.left_at.is_(None),
            Mentorship.state.in_({MentorshipState.PROPOSED, *RUNNING}),
        )
    )
    pairs = tx.session.scalars(theirs).unique().all()
    for pair in pairs:
        member = pair.membership(person.id)
        if member is not None and goes_on_without(pair, member):
            drop_out(tx, pair, member)
            settle(tx, pair)
        elif pair.state in _OFFERED:
            close_offer(tx, pair, "cancel", CloseReason.CONSENT_WITHDRAWN)
        else:
            _end(tx, pair, person)
    return len(pairs)


def _end(tx: Tx, pair: Mentorship, person: Person) -> None:
    event = "cancel" if pair.state is MentorshipState.APPROVED else "terminate"
    pair.state = MENTORSHIP.after(pair.state, event)
    end(tx, pair, CloseReason.CONSENT_WITHDRAWN)
    if pair.side_of(person.id) is not Side.MENTOR:
        return
    for request in requests_of(tx, pair):
        if request.state is RequestState.MATCHED:
            rematch(tx, request, pair)
