"""A silent mentor does not hold a request (§4.3): a reminder, then the curator's choice, then the next candidate.

Working days only; an offer whose question waits for its answer has no clock. An invitation into a group that works is
chased alike, alone: the group does not wait for it, and nobody is asked instead.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from models.access import Permission
from models.errors import ProgrammeError
from models.mentorships.across import OPEN, ask_lender
from models.mentorships.answers import curated_pair, reserved, unanswered
from models.mentorships.candidates import need_of, suggestions
from models.mentorships.deciders import AWAITS_ABOVE, ask_above
from models.mentorships.offers import close_offer, open_offer, request_of, tell, tell_curators
from models.mentorships.propose import Basis, offer
from models.mentorships.states import AT_WORK, RUNNING, Answer, CloseReason, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.mentorships.views import PairView
from models.notices.kinds import NoticeKind
from models.people.tables import Organisation
from models.requests.tables import MentoringRequest
from models.school_year import add_working_days
from models.use_case import Tx, use_case

REMIND_AFTER, ESCALATE_AFTER, NEXT_AFTER = 1, 3, 2
"""Working days: from the offer to the reminder, to the curator's choice, and from there to the next candidate."""
_OFFERS = (
    select(Mentorship)
    .where(Mentorship.state == MentorshipState.PROPOSED, Mentorship.silent_since.is_not(None))
    .order_by(Mentorship.id)
)
_TO_LEND = (
    select(Mentorship, Organisation.zone)
    .join(Organisation, Organisation.id == Mentorship.lender_id)
    .where(Mentorship.lent_at.is_(None), Mentorship.state.in_(OPEN))
    .order_by(Mentorship.id)
)
_TO_APPROVE = (
    select(Mentorship, Organisation.zone)
    .join(Organisation, Organisation.id == func.coalesce(Mentorship.lender_id, Mentorship.organisation_id))
    .where(AWAITS_ABOVE)
    .order_by(Mentorship.id)
)
_INVITED = (
    select(MentorshipMember, Organisation.zone)
    .join(MentorshipMember.mentorship)
    .join(Organisation, Organisation.id == Mentorship.organisation_id)
    .where(
        MentorshipMember.silent_since.is_not(None),
        MentorshipMember.answer == Answer.PENDING,
        MentorshipMember.left_at.is_(None),
        Mentorship.state.in_(AT_WORK),
    )
    .order_by(MentorshipMember.id)
)
"""Built once: they are asked all day long."""


@use_case(Permission.SWEEP)
def chase_silence(tx: Tx) -> int:
    """Does whatever is due about every open offer; it may run as often as it likes. Gives how many offers moved on."""
    offers = tx.session.scalars(_OFFERS).all()
    _chase_lenders(tx)
    _chase_deciders(tx)
    _chase_invitations(tx)
    return sum(_chase(tx, mentorship) for mentorship in offers)


@use_case(Permission.CURATE)
def remind(tx: Tx, mentorship_id: int, person_id: int | None = None) -> PairView:
    """[Напомнить]: those who have not answered hear of it once more, and the two further days begin anew.

    `person_id` is somebody invited into a group that works; their clock begins anew. Raises ProgrammeError
    `error-offer-closed`.
    """
    if person_id is not None:
        mentorship, member = _wait_for(tx, mentorship_id, person_id)
        tell(tx, mentorship, member.person, NoticeKind.OFFER_REMINDER, tx.now.isoformat())
        return PairView.of(mentorship)
    mentorship = _curated_offer(tx, mentorship_id)
    _remind(tx, mentorship, f"by-hand:{tx.now.isoformat()}")
    if mentorship.escalated_at is not None:
        mentorship.escalated_at = tx.now
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def wait(tx: Tx, mentorship_id: int, person_id: int | None = None) -> PairView:
    """[Подождать]: the offer, or the invitation of `person_id`, stays; its clock begins anew.

    Raises ProgrammeError `error-offer-closed`.
    """
    if person_id is not None:
        return PairView.of(_wait_for(tx, mentorship_id, person_id)[0])
    mentorship = _curated_offer(tx, mentorship_id)
    mentorship.silent_since, mentorship.escalated_at = tx.now, None
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def ask_next(tx: Tx, mentorship_id: int) -> PairView:
    """[Предложить следующему]: this offer closes and the next candidate is asked, by the curator's choice.

    Raises ProgrammeError `error-no-candidate` where there is nobody else (the offer then stays), `error-offer-closed`.
    """
    mentorship = _curated_offer(tx, mentorship_id)
    successor = _pass_on(tx, mentorship, tx.actor.me)
    if successor is None:
        raise ProgrammeError("error-no-candidate")
    return PairView.of(successor)


def _chase(tx: Tx, mentorship: Mentorship) -> bool:
    zone = ZoneInfo(tx.session.get_one(Organisation, mentorship.organisation_id).zone)
    since, escalated = mentorship.silent_since, mentorship.escalated_at
    if since is None:
        return False
    if escalated is not None:
        return _is_due(tx, escalated, NEXT_AFTER, zone) and _mentor_is_silent(mentorship) and _moved_on(tx, mentorship)
    if _is_due(tx, since, ESCALATE_AFTER, zone):
        mentorship.escalated_at = tx.now
        tell_curators(tx, mentorship, NoticeKind.OFFER_SILENT, since.isoformat())
        return True
    if _is_due(tx, since, REMIND_AFTER, zone):
        _remind(tx, mentorship, since.isoformat())
    return False


def _chase_lenders(tx: Tx) -> None:
    """Whoever is asked to lend a mentor is reminded once, then the level above is asked; the notices' keys remember."""
    for mentorship, zone in tx.session.execute(_TO_LEND).all():
        if _is_due(tx, mentorship.proposed_at, ESCALATE_AFTER, ZoneInfo(zone)):
            ask_lender(tx, mentorship, "above", above=True)
        elif _is_due(tx, mentorship.proposed_at, REMIND_AFTER, ZoneInfo(zone)):
            ask_lender(tx, mentorship, "again")


def _chase_deciders(tx: Tx) -> None:
    """The same of whoever is to approve two teams."""
    for mentorship, zone in tx.session.execute(_TO_APPROVE).all():
        since = mentorship.silent_since or tx.now
        if _is_due(tx, since, ESCALATE_AFTER, ZoneInfo(zone)):
            ask_above(tx, mentorship, "above", higher=True)
        elif _is_due(tx, since, REMIND_AFTER, ZoneInfo(zone)):
            ask_above(tx, mentorship, "again")


def _chase_invitations(tx: Tx) -> None:
    """Whoever is invited is reminded once, then the curators are told and the clock stops: a late yes counts."""
    for member, zone in tx.session.execute(_INVITED).all():
        since = member.silent_since or tx.now
        if _is_due(tx, since, ESCALATE_AFTER, ZoneInfo(zone)):
            member.silent_since = None
            version = f"{member.person_id}:{since.isoformat()}"
            tell_curators(tx, member.mentorship, NoticeKind.OFFER_SILENT, version, invited_id=member.person_id)
        elif _is_due(tx, since, REMIND_AFTER, ZoneInfo(zone)):
            tell(tx, member.mentorship, member.person, NoticeKind.OFFER_REMINDER, since.isoformat())


def _is_due(tx: Tx, since: datetime, days: int, zone: ZoneInfo) -> bool:
    return add_working_days(since, days, zone) <= tx.now


def _remind(tx: Tx, mentorship: Mentorship, version: str) -> None:
    """The same version reaches each of them once."""
    for member in unanswered(mentorship):
        tell(tx, mentorship, member.person, NoticeKind.OFFER_REMINDER, version)


def _mentor_is_silent(mentorship: Mentorship) -> bool:
    """Another candidate helps only then: where the mentee is silent, nobody else is to be asked."""
    return any(member.side is Side.MENTOR for member in unanswered(mentorship))


def _moved_on(tx: Tx, mentorship: Mentorship) -> bool:
    return _pass_on(tx, mentorship, None) is not None


def _pass_on(tx: Tx, mentorship: Mentorship, proposed_by: int | None) -> Mentorship | None:
    """Closes the offer and asks the next candidate; where there is none the offer stands, since a late yes counts."""
    reserved(tx, mentorship.id)
    if mentorship.state is not MentorshipState.PROPOSED:
        return None
    request = request_of(tx, mentorship)
    mentor_id = _next_candidate(tx, request) if request is not None else None
    if request is None or mentor_id is None:
        return None
    close_offer(tx, mentorship, "offer_lapsed", CloseReason.SILENT, untold={request.mentee_id})
    tx.session.flush()
    return offer(tx, Basis(request.mentee, request.form, request), mentor_id, proposed_by=proposed_by)


def _next_candidate(tx: Tx, request: MentoringRequest) -> int | None:
    found = suggestions(tx.session, need_of(tx.session, request), tx.now, limit=1)
    return found[0].mentor_id if found else None


def _wait_for(tx: Tx, mentorship_id: int, person_id: int) -> tuple[Mentorship, MentorshipMember]:
    """Somebody's invitation, its clock begun anew. Raises ProgrammeError `error-offer-closed` where it is over."""
    mentorship = curated_pair(tx, mentorship_id)
    member = mentorship.membership(person_id)
    if member is None or member.answer is not Answer.PENDING or mentorship.state not in RUNNING:
        raise ProgrammeError("error-offer-closed")
    member.silent_since = tx.now
    return mentorship, member


def _curated_offer(tx: Tx, mentorship_id: int) -> Mentorship:
    curated_pair(tx, mentorship_id)
    return open_offer(tx, mentorship_id)
