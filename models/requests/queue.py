"""What happens to a request while mentors are asked. Called inside the transactions of models.mentorships."""

from typing import TYPE_CHECKING

from models.notices.kinds import NoticeKind
from models.notices.post import void
from models.requests.content import open_request
from models.requests.states import REQUEST, Outcome, RequestState
from models.requests.tables import MentoringRequest
from models.use_case import Tx

if TYPE_CHECKING:
    from models.mentorships.tables import Mentorship


def offer_made(tx: Tx, request: MentoringRequest) -> None:
    """A mentor is asked: whoever offers has thereby read and accepted the request, and answered their own question.

    Raises ProgrammeError `error-state` where an offer is out already or the request is over.
    """
    if request.state is RequestState.RETURNED:
        request.state = REQUEST.after(request.state, "resubmit")
    if request.state is RequestState.SUBMITTED:
        request.state = REQUEST.after(request.state, "accept")
    request.state = REQUEST.after(request.state, "offer")
    request.read_at = request.read_at or tx.now
    request.postponed_until = None
    void(tx, f"request:{request.id}", NoticeKind.REQUEST_ARRIVED, NoticeKind.REQUEST_RETURNED)


def offer_failed(tx: Tx, request: MentoringRequest) -> None:
    """The offer came to nothing: back into the queue, and the waiting clock runs on."""
    request.state = REQUEST.after(request.state, "offer_failed")


def matched(tx: Tx, request: MentoringRequest) -> None:
    """The pair is approved."""
    request.state = REQUEST.after(request.state, "mentorship_approved")
    request.matched_at = tx.now


def rematch(tx: Tx, request: MentoringRequest, old: "Mentorship") -> None:
    """Another mentor is looked for after `old`; the waiting clock starts anew (§4.1).

    Where the mentee has meanwhile sent a new request in this form, that one is the queue's, and this one ends.
    """
    if open_request(tx.session, request.mentee_id, request.form) is not None:
        request.state = REQUEST.after(request.state, Outcome.NO.event)
        request.closed_at = tx.now
        return
    request.state = REQUEST.after(request.state, "rematch")
    request.rematch_of = old.id
    request.waiting_since = tx.now
    request.matched_at = None
