"""What a curator does with a request besides offering it: reads it, asks, puts it off, turns it down."""

from models.access import Permission
from models.errors import ProgrammeError
from models.notices.kinds import NoticeKind
from models.notices.post import post, void, zone_of
from models.oversight.signals import settle_signal
from models.oversight.states import SignalCode
from models.requests.rules import clean_words
from models.requests.states import REQUEST, WAITING
from models.requests.submit import subject_of
from models.requests.tables import MentoringRequest
from models.requests.views import RequestView
from models.school_year import add_working_days
from models.use_case import Tx, use_case

LATER = 3
"""Working days that «Позже» means."""


@use_case(Permission.CURATE)
def mark_read(tx: Tx, request_id: int) -> RequestView:
    """Notes when a curator opened the request first (signal REQUEST_UNREAD)."""
    request = curated_request(tx, request_id)
    request.read_at = request.read_at or tx.now
    settle_signal(tx, SignalCode.REQUEST_UNREAD, request.id)
    return RequestView.of(request)


@use_case(Permission.CURATE)
def return_with_question(tx: Tx, request_id: int, question: str) -> RequestView:
    """Asks the mentee something about the request; it lies with them until they answer.

    Raises ProgrammeError `error-request-words-none`, `error-request-words-long`, `error-state`.
    """
    request = curated_request(tx, request_id)
    request.state = REQUEST.after(request.state, "return")
    request.question, request.question_answer = clean_words(question), ""
    request.returned_at = tx.now
    request.read_at = request.read_at or tx.now
    _tell_mentee(tx, request, NoticeKind.REQUEST_RETURNED)
    return RequestView.of(request)


@use_case(Permission.CURATE)
def reject(tx: Tx, request_id: int, reason: str) -> RequestView:
    """Turns the request down; the mentee reads the reason.

    Raises ProgrammeError `error-request-words-none`, `error-request-words-long`, `error-state`.
    """
    request = curated_request(tx, request_id)
    request.state = REQUEST.after(request.state, "reject")
    request.reject_reason = clean_words(reason)
    request.closed_at = tx.now
    request.read_at = request.read_at or tx.now
    void(tx, subject_of(request))
    _tell_mentee(tx, request, NoticeKind.REQUEST_REJECTED)
    return RequestView.of(request)


@use_case(Permission.CURATE)
def postpone(tx: Tx, request_id: int) -> RequestView:
    """«Позже»: three working days long it is not among what to decide today; it keeps its place in the queue.

    Raises ProgrammeError `error-state` where nobody waits any more.
    """
    request = curated_request(tx, request_id)
    if request.state not in WAITING:
        raise ProgrammeError("error-state")
    request.read_at = request.read_at or tx.now
    request.postponed_until = add_working_days(tx.now, LATER, zone_of(request.mentee))
    return RequestView.of(request)


def curated_request(tx: Tx, request_id: int) -> MentoringRequest:
    """A request of a school that the actor curates. Raises ProgrammeError `error-no-access` for any other."""
    request = tx.get(MentoringRequest, request_id)
    if request.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    return request


def _tell_mentee(tx: Tx, request: MentoringRequest, kind: NoticeKind) -> None:
    if request.mentee_id != tx.actor.person_id:
        post(
            tx,
            request.mentee,
            kind,
            subject_of(request),
            payload={"request_id": request.id},
            version=tx.now.isoformat(),
        )
