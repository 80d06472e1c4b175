"""Asking for a mentor: sending a request, changing it, answering the curator's question about it."""

from collections.abc import Sequence
from datetime import datetime

from models.access import Permission
from models.errors import ProgrammeError
from models.notices.kinds import NoticeKind
from models.notices.post import post, void
from models.people.curators import present_curators
from models.people.tables import Person
from models.requests.content import Content, draft, rewrite
from models.requests.rules import clean_words
from models.requests.states import REQUEST, RequestState
from models.requests.tables import MentoringRequest
from models.requests.views import RequestView
from models.terms import Intensity, MentoringForm
from models.use_case import Tx, use_case

CHANGEABLE = (RequestState.AWAITING_CONSENT, RequestState.SUBMITTED, RequestState.RETURNED, RequestState.QUEUED)
"""While nobody has been offered the request it may be changed."""


@use_case(Permission.ASK)
def submit(
    tx: Tx,
    form: MentoringForm,
    topics: Sequence[str],
    goal: str,
    intensity: Intensity,
    slots: Sequence[str],
    wished_mentor_ids: Sequence[int] = (),
) -> RequestView:
    """Sends the actor's own request; the curators hear of it (OMS-7).

    The topics are codes of the catalogue, the goal has up to 500 characters (empty: «обсудим при встрече»), the slots
    are codes of models.availability (none: by agreement), the wished mentors are up to three. Raises ProgrammeError
    `error-request-open` where one is open already in this form, and those of the content.
    """
    mentee = tx.get(Person, tx.actor.me)
    request = draft(tx, mentee, form, Content(topics, goal, intensity, slots, wished_mentor_ids))
    hand_in(tx, request, "submit")
    return RequestView.of(request)


@use_case(Permission.ASK)
def edit(
    tx: Tx,
    request_id: int,
    topics: Sequence[str],
    goal: str,
    intensity: Intensity,
    slots: Sequence[str],
    wished_mentor_ids: Sequence[int] = (),
) -> RequestView:
    """Changes the actor's own request while nobody has been offered it; its place in the queue stays.

    Raises ProgrammeError `error-request-offered` where an offer is out, `error-state` where it is over.
    """
    request = own_request(tx, request_id)
    if request.state is RequestState.PROPOSED:
        raise ProgrammeError("error-request-offered")
    if request.state not in CHANGEABLE:
        raise ProgrammeError("error-state")
    rewrite(tx, request, Content(topics, goal, intensity, slots, wished_mentor_ids))
    return RequestView.of(request)


@use_case(Permission.ASK)
def resubmit(tx: Tx, request_id: int, answer: str) -> RequestView:
    """Answers the curator's question and hands the request in again; number and place in the queue stay.

    Raises ProgrammeError `error-request-words-none`, `error-request-words-long`, `error-state`.
    """
    request = own_request(tx, request_id)
    request.state = REQUEST.after(request.state, "resubmit")
    request.question_answer = clean_words(answer)
    void(tx, subject_of(request), NoticeKind.REQUEST_RETURNED)
    tell_curators(tx, request, NoticeKind.REQUEST_ARRIVED, tx.now)
    return RequestView.of(request)


def hand_in(tx: Tx, request: MentoringRequest, event: str) -> None:
    """The request lies with the curators from now on, and the waiting clock runs."""
    request.state = REQUEST.after(request.state, event)
    request.submitted_at = request.waiting_since = tx.now
    tell_curators(tx, request, NoticeKind.REQUEST_ARRIVED)


def tell_curators(tx: Tx, request: MentoringRequest, kind: NoticeKind, version: datetime | None = None) -> None:
    """Tells the curators of the school, except whoever did it and the mentee; `version` makes it repeatable."""
    for curator in present_curators(tx.session, request.organisation_id, tx.now, {request.mentee_id}):
        if curator.id != tx.actor.person_id:
            post(
                tx,
                curator,
                kind,
                subject_of(request),
                payload={"request_id": request.id},
                version=version.isoformat() if version else "",
            )


def subject_of(request: MentoringRequest) -> str:
    """What notices about the request are filed under."""
    return f"request:{request.id}"


def own_request(tx: Tx, request_id: int) -> MentoringRequest:
    """The actor's own request. Raises ProgrammeError `error-no-access` for anybody else's."""
    request = tx.get(MentoringRequest, request_id)
    if request.mentee_id != tx.actor.person_id:
        raise ProgrammeError("error-no-access")
    return request
