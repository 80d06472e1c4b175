"""Making a pair: by a request, by the curator's own idea, or because two people have agreed already."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from models.access import Permission
from models.errors import ProgrammeError
from models.matching.need import Candidate, Need
from models.matching.rules import Refusal, refusals
from models.mentorships.across import ask_lender
from models.mentorships.agreement import announce, say_yes, settle
from models.mentorships.candidates import candidate, need_for, need_of, stored_reasons, today_of
from models.mentorships.offers import close_offer
from models.mentorships.places import lock_card
from models.mentorships.shape import check_shape
from models.mentorships.states import RUNNING, CloseReason, MentorshipState, ProposalOrigin, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.mentorships.views import PairView
from models.oversight.conditions.mentors import overload_of
from models.oversight.signals import raise_signal
from models.oversight.states import SignalCode
from models.people.guardians import refusal_for
from models.people.names import official
from models.people.tables import Person
from models.requests.content import forms_of, open_request
from models.requests.queue import offer_made
from models.requests.review import curated_request
from models.requests.rules import clean_words
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import Intensity, MentoringForm, MentoringType
from models.use_case import Tx, use_case

SAID = {
    Refusal.STATE: "error-mentor-state",
    Refusal.PAUSED: "error-mentor-paused",
    Refusal.SCOPE: "error-no-access",
    Refusal.FORM: "error-mentor-form",
    Refusal.CONSENT: "error-mentor-consent",
    Refusal.SELF: "error-mentor-self",
    Refusal.RECIPROCAL: "error-mentor-reciprocal",
}
"""What a curator's own choice may not overrule; who was asked before may be asked again by hand."""


@dataclass(frozen=True)
class Basis:
    """For whom a mentor is asked, and by which request if there is one."""

    mentee: Person
    form: MentoringForm
    request: MentoringRequest | None


@use_case(Permission.CURATE)
def propose(tx: Tx, request_id: int, mentor_id: int, override_reason: str = "") -> PairView:
    """Offers a request to a mentor of the curator's choice, which is the approval.

    A wished mentor has the mentee's agreement already; otherwise both are asked. `override_reason` lets a curator go
    beyond the mentor's places (R-02). Raises ProgrammeError `error-no-place`, `error-state`, `error-already-offered`,
    or what of `SAID` forbids the mentor. Going beyond them raises MENTOR_OVERLOAD at once.
    """
    request = curated_request(tx, request_id)
    basis = Basis(request.mentee, request.form, request)
    mentorship = offer(tx, basis, mentor_id, proposed_by=tx.actor.me, override_reason=override_reason)
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def make_pair(tx: Tx, mentee_id: int, mentor_id: int, override_reason: str = "") -> PairView:
    """«Создать пару»: with the mentee's open request or without one; each side confirms in one tap. Raises as above."""
    basis = basis_of(tx, mentee_id, mentor_id)
    mentorship = offer(tx, basis, mentor_id, proposed_by=tx.actor.me, override_reason=override_reason)
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def already_agreed(tx: Tx, mentee_id: int, mentor_id: int, override_reason: str = "") -> PairView:
    """«Мы уже договорились»: both have agreed aloud, the curator records it «со слов», and the pair is approved.

    An offer that is still out for the same request closes. Raises ProgrammeError as `propose`.
    """
    basis = basis_of(tx, mentee_id, mentor_id)
    _close_standing_offer(tx, basis.request, mentor_id)
    mentorship = build(tx, basis, mentor_id, tx.actor.me, override_reason)
    agree_all(tx, mentorship)
    return PairView.of(mentorship)


def offer(tx: Tx, basis: Basis, mentor_id: int, *, proposed_by: int | None, override_reason: str = "") -> Mentorship:
    """Builds the pair, takes over the agreement that is there already, and asks the others."""
    mentorship = build(tx, basis, mentor_id, proposed_by, override_reason)
    put_forward(tx, mentorship)
    return mentorship


def put_forward(tx: Tx, mentorship: Mentorship) -> None:
    """A mentee's wish is their yes, unless parents must agree; so is a curator's own place. The others are asked."""
    mentee = mentorship.member(Side.MENTEE)
    if mentorship.origin is ProposalOrigin.WISHED and not refusal_for(tx, mentee.person, mentee.person_id):
        say_yes(tx, mentorship, mentee, mentee.person_id)
    for member in mentorship.members:
        if member.person_id == mentorship.proposed_by:
            say_yes(tx, mentorship, member, mentorship.proposed_by)
    ask_lender(tx, mentorship)
    announce(tx, mentorship)


def agree_all(tx: Tx, mentorship: Mentorship) -> None:
    """Everybody has agreed aloud, and the curator says so: it is approved. Raises ProgrammeError `error-no-place`."""
    for member in mentorship.members:
        say_yes(tx, mentorship, member, tx.actor.me)
    ask_lender(tx, mentorship)
    settle(tx, mentorship)


def build(tx: Tx, basis: Basis, mentor_id: int, proposed_by: int | None, override_reason: str) -> Mentorship:
    """The row of a new proposal, its request moved along; nobody is told yet."""
    check_shape(basis.form, MentoringType.PERSONAL, {mentor_id}, {basis.mentee.id})
    lock_card(tx, mentor_id)
    request = basis.request
    if request is not None and request.state is RequestState.PROPOSED:
        raise ProgrammeError("error-already-offered")
    need = _need(tx, basis)
    mentor = _checked_mentor(tx, need, mentor_id, bool(override_reason))
    _check_new(tx, basis, mentor_id)
    mentorship = draw_up(tx, basis, need, mentor, proposed_by, override_reason)
    tx.session.flush()
    if override_reason:
        warn_of_overload(tx, mentor_id)
    return mentorship


def warn_of_overload(tx: Tx, mentor_id: int) -> None:
    """MENTOR_OVERLOAD where a curator has gone beyond the mentor's places (R-02)."""
    overload = overload_of(tx.session, mentor_id)
    if overload is not None:
        school_id = lock_card(tx, mentor_id).organisation_id
        raise_signal(tx, SignalCode.MENTOR_OVERLOAD, school_id, overload.subject_id, evidence=overload.evidence)


def draw_up(
    tx: Tx, basis: Basis, need: Need, mentor: Candidate, proposed_by: int | None, override_reason: str = ""
) -> Mentorship:
    """The row of a proposal that no rule forbids, with its request moved along; it gets its id when it is flushed."""
    request = basis.request
    if request is not None:
        offer_made(tx, request)
    mentorship = Mentorship(
        organisation_id=basis.mentee.organisation_id,
        lender_id=None if basis.mentee.organisation_id in mentor.organisation_ids else mentor.home_id,
        request_id=request.id if request else None,
        form=basis.form,
        origin=_origin(need, mentor.mentor_id, proposed_by),
        intensity=request.intensity if request else Intensity.FORTNIGHTLY,
        topics=list(request.topics) if request else [],
        goal=request.goal if request else "",
        slots=list(request.slots) if request else [],
        reasons=stored_reasons(need, mentor),
        proposed_by=proposed_by,
        proposed_at=tx.now,
        silent_since=tx.now,
        override_reason=clean_words(override_reason) if override_reason else "",
        rematch_of=request.rematch_of if request else None,
        members=[
            MentorshipMember(person_id=mentor.mentor_id, side=Side.MENTOR),
            MentorshipMember(person_id=basis.mentee.id, side=Side.MENTEE),
        ],
    )
    tx.session.add(mentorship)
    return mentorship


def basis_of(tx: Tx, mentee_id: int, mentor_id: int) -> Basis:
    """The mentee in the curator's scope, the form that fits both, and the open request if there is one."""
    mentee = tx.get(Person, mentee_id)
    if mentee.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    forms = pair_forms(tx, mentee.organisation_id)
    requests = {form: open_request(tx.session, mentee_id, form) for form in forms}
    mentor = candidate(tx.session, mentor_id, mentee.organisation_id)
    fitting = [form for form in forms if mentor is not None and form in mentor.forms] or list(forms)
    form = next((form for form in fitting if requests[form] is not None), fitting[0])
    request = requests[form]
    waits_for_consent = request is not None and request.state is RequestState.AWAITING_CONSENT
    return Basis(mentee, form, None if waits_for_consent else request)


def pair_forms(tx: Tx, organisation_id: int) -> list[MentoringForm]:
    """The programme's forms in which one person may stand on a side (KHK-3)."""
    forms: list[MentoringForm] = [
        form for form in forms_of(tx.session, organisation_id) if form is not MentoringForm.TEAM_TEAM
    ]
    if not forms:
        raise ProgrammeError("error-shape-team")
    return forms


def _need(tx: Tx, basis: Basis) -> Need:
    if basis.request is not None:
        return need_of(tx.session, basis.request)
    return need_for(tx.session, basis.mentee, basis.form)


def _checked_mentor(tx: Tx, need: Need, mentor_id: int, overrides: bool) -> Candidate:
    mentor = candidate(tx.session, mentor_id, need.organisation_id)
    if mentor is None:  # there is a card, or `lock_card` had said so: it is not for this school
        raise ProgrammeError("error-no-access")
    found = refusals(need, mentor, today_of(tx.session, need.organisation_id, tx.now))
    check_refusals(tx, found, mentor_id)
    if Refusal.CAPACITY in found and not overrides:
        raise ProgrammeError("error-mentor-full")
    return mentor


def check_refusals(tx: Tx, found: Collection[Refusal], mentor_id: int) -> None:
    """Raises ProgrammeError for the first of them that a curator's own choice may not overrule.

    It names the mentor: in a team nobody could tell otherwise whom to take out.
    """
    for refusal in found:
        if refusal in SAID:
            raise ProgrammeError(SAID[refusal], mentor=official(tx.session.get_one(Person, mentor_id)))


_LIVE_OF = (
    select(Mentorship)
    .join(MentorshipMember)
    .where(MentorshipMember.person_id == bindparam("mentor"), MentorshipMember.side == Side.MENTOR)
    .where(
        Mentorship.form == bindparam("form"),
        Mentorship.state.in_((MentorshipState.PROPOSED, *RUNNING)),
    )
)


def _check_new(tx: Tx, basis: Basis, mentor_id: int) -> None:
    """Raises ProgrammeError `error-pair-exists` where the two work together, or are asked to, already."""
    pairs = tx.session.scalars(_LIVE_OF, {"mentor": mentor_id, "form": basis.form})
    if any(pair.side_of(basis.mentee.id) is Side.MENTEE for pair in pairs):
        raise ProgrammeError("error-pair-exists")


def _origin(need: Need, mentor_id: int, proposed_by: int | None) -> ProposalOrigin:
    if mentor_id in need.wished_mentor_ids:
        return ProposalOrigin.WISHED
    return ProposalOrigin.SUGGESTED if proposed_by is None else ProposalOrigin.CURATOR_CHOICE


def _close_standing_offer(tx: Tx, request: MentoringRequest | None, mentor_id: int) -> None:
    if request is None or request.state is not RequestState.PROPOSED:
        return
    standing = select(Mentorship).where(
        Mentorship.request_id == request.id,
        Mentorship.state.in_((MentorshipState.PROPOSED, MentorshipState.AGREED)),
    )
    for mentorship in tx.session.scalars(standing).all():
        close_offer(tx, mentorship, "cancel", CloseReason.REPLACED, untold={request.mentee_id, mentor_id})
