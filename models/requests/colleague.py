"""A colleague proposes somebody as a mentee, who confirms in one tap (OMS-8)."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select

from models.access import Permission
from models.errors import ProgrammeError
from models.notices.kinds import NoticeKind
from models.notices.post import post, void
from models.people.states import PersonState
from models.people.tables import Account, Person, RoleGrant
from models.requests.content import Content, draft
from models.requests.states import REQUEST, RequestOrigin, RequestState
from models.requests.submit import hand_in, own_request, subject_of
from models.requests.tables import MentoringRequest
from models.requests.views import RequestView
from models.terms import Intensity, MentoringForm, Role
from models.use_case import MAX_ID, Tx, use_case

CONFIRM_WITHIN = timedelta(days=30)


@use_case(Permission.OWN)
def propose_mentee(
    tx: Tx,
    mentee_id: int,
    form: MentoringForm,
    topics: Sequence[str],
    intensity: Intensity = Intensity.FORTNIGHTLY,
    slots: Sequence[str] = (),
    origin: RequestOrigin = RequestOrigin.INTERVIEW,
) -> RequestView:
    """Proposes a mentee of one's school; the request waits until they confirm it.

    For somebody without an account the curator may do so «со слов», and it is handed in at once. Raises ProgrammeError
    `error-no-access` for people of another school, `error-gone` for somebody who is no mentee, `error-request-self`,
    `error-request-open`, `error-request-no-account` where nobody but the curator can speak for the person. A parent is
    no colleague.
    """
    if tx.actor.only_guards:
        raise ProgrammeError("error-no-access")
    mentee = _mentee(tx, mentee_id)
    request = draft(tx, mentee, form, Content(topics, "", intensity, slots))
    request.origin, request.proposed_by = origin, tx.actor.me
    if _has_account(tx, mentee.id):
        request.state = REQUEST.after(request.state, "submit_needs_consent")
        post(tx, mentee, NoticeKind.REQUEST_PROPOSED, subject_of(request), payload={"request_id": request.id})
    elif mentee.organisation_id in tx.actor.curates:
        hand_in(tx, request, "submit")
    else:
        raise ProgrammeError("error-request-no-account")
    return RequestView.of(request)


@use_case(Permission.ASK)
def confirm(tx: Tx, request_id: int) -> RequestView:
    """The mentee agrees to what a colleague proposed; the second press changes nothing."""
    request = own_request(tx, request_id)
    if request.state is not RequestState.SUBMITTED:
        hand_in(tx, request, "consent_complete")
        void(tx, subject_of(request), NoticeKind.REQUEST_PROPOSED)
    return RequestView.of(request)


@use_case(Permission.ASK)
def refuse(tx: Tx, request_id: int) -> RequestView:
    """The mentee does not want it: the draft is erased, and nobody is told a reason that was not given."""
    request = own_request(tx, request_id)
    if request.state is not RequestState.WITHDRAWN:
        request.state = REQUEST.after(request.state, "refused")
        erase_draft(tx, request)
    return RequestView.of(request)


@use_case(Permission.SWEEP)
def expire_unconfirmed(tx: Tx) -> int:
    """Ends what nobody confirmed within 30 days; gives how many those were."""
    old = tx.session.scalars(
        select(MentoringRequest).where(
            MentoringRequest.state == RequestState.AWAITING_CONSENT,
            MentoringRequest.created_at <= tx.now - CONFIRM_WITHIN,
        )
    ).all()
    for request in old:
        request.state = REQUEST.after(request.state, "timeout_30d")
        erase_draft(tx, request)
    return len(old)


def erase_draft(tx: Tx, request: MentoringRequest) -> None:
    """What was never handed in leaves no text behind (§4.1)."""
    request.goal, request.topics, request.slots, request.wished_mentor_ids = "", [], [], []
    request.closed_at = tx.now
    void(tx, subject_of(request))


def _mentee(tx: Tx, mentee_id: int) -> Person:
    if mentee_id == tx.actor.me:
        raise ProgrammeError("error-request-self")
    if not 0 < mentee_id <= MAX_ID:
        raise ProgrammeError("error-gone")
    grant = tx.session.scalar(
        select(RoleGrant).where(
            RoleGrant.person_id == mentee_id,
            RoleGrant.role == Role.MENTEE,
            RoleGrant.admitted_at.is_not(None),
            RoleGrant.ended_at.is_(None),
        )
    )
    person = tx.session.get(Person, mentee_id, with_for_update=True) if grant is not None else None
    if person is None or person.state is not PersonState.ACTIVE:
        raise ProgrammeError("error-gone")
    if person.organisation_id != tx.actor.organisation_id and person.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    return person


def _has_account(tx: Tx, person_id: int) -> bool:
    return tx.session.scalar(select(Account.id).where(Account.person_id == person_id)) is not None
