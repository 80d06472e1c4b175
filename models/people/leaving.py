"""What of a person's requests and pairs ends with them (§4.9), when they are neither shown nor written to any more."""

from sqlalchemy import select

from models.mentorships.ending import end
from models.mentorships.offers import cancel_offers, close_offer, request_of
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
    """Ends the person's pairs and offers; a mentee who stays is looked for another mentor. Gives how many ended."""
    theirs = (
        select(Mentorship)
        .join(MentorshipMember)
        .where(
            MentorshipMember.person_id == person.id,
            Mentorship.state.in_({MentorshipState.PROPOSED, *RUNNING}),
        )
    )
    pairs = tx.session.scalars(theirs).unique().all()
    for pair in pairs:
        if pair.state in _OFFERED:
            close_offer(tx, pair, "cancel", CloseReason.CONSENT_WITHDRAWN)
        else:
            _end(tx, pair, person)
    return len(pairs)


def _end(tx: Tx, pair: Mentorship, person: Person) -> None:
    event = "cancel" if pair.state is MentorshipState.APPROVED else "terminate"
    pair.state = MENTORSHIP.after(pair.state, event)
    end(tx, pair, CloseReason.CONSENT_WITHDRAWN)
    request = request_of(tx, pair)
    if request is None or request.state is not RequestState.MATCHED:
        return
    if pair.side_of(person.id) is Side.MENTOR:
        rematch(tx, request, pair)
