"""Taking a request back, and saying at the end whether it was solved."""

from models.access import Permission
from models.errors import ProgrammeError
from models.mentorships.agreement import cancel_offers
from models.notices.kinds import NoticeKind
from models.notices.post import void
from models.requests.colleague import erase_draft
from models.requests.states import REQUEST, Outcome, RequestState
from models.requests.submit import own_request, subject_of, tell_curators
from models.requests.tables import MentoringRequest
from models.requests.views import RequestView
from models.use_case import Tx, use_case


@use_case(Permission.ASK)
def withdraw(tx: Tx, request_id: int) -> RequestView:
    """Takes the actor's own request back; what was offered for it closes. A second press changes nothing.

    Raises ProgrammeError `error-state` once the pair is approved.
    """
    request = own_request(tx, request_id)
    if request.state is not RequestState.WITHDRAWN:
        was_confirmed = request.state is not RequestState.AWAITING_CONSENT
        request.state = REQUEST.after(request.state, "withdraw")
        request.closed_at = tx.now
        void(tx, subject_of(request))
        cancel_offers(tx, request)
        if was_confirmed:
            tell_curators(tx, request, NoticeKind.REQUEST_WITHDRAWN)
        else:
            erase_draft(tx, request)
    return RequestView.of(request)


@use_case(Permission.ASK)
def say_outcome(tx: Tx, request_id: int, outcome: Outcome) -> RequestView:
    """«Запрос решён?» (OMS-27): the mentee's word once the pair is over.

    Raises ProgrammeError `error-state` where nothing is asked (any more).
    """
    request = own_request(tx, request_id)
    close_with(tx, request, outcome)
    return RequestView.of(request)


@use_case(Permission.CURATE)
def set_outcome(tx: Tx, request_id: int, outcome: Outcome) -> RequestView:
    """The curator sets it where the mentee has not answered. Raises ProgrammeError `error-state`, `error-no-access`."""
    request = tx.get(MentoringRequest, request_id)
    if request.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    close_with(tx, request, outcome)
    return RequestView.of(request)


def close_with(tx: Tx, request: MentoringRequest, outcome: Outcome) -> None:
    """Ends a matched request with its outcome."""
    request.state = REQUEST.after(request.state, outcome.event)
    request.closed_at = tx.now
