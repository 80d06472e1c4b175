"""When every side has said yes: agreed, approved, and what follows from it."""

from models.errors import ProgrammeError
from models.meetings.plan import ahead_of
from models.meetings.reminders import post_reminders
from models.mentorships.deciders import ask_above, deciders
from models.mentorships.offers import (
    OFFER_KINDS,
    close_offer,
    drop_out,
    goes_on_without,
    lapse_open_offers,
    offers_for,
    requests_of,
    send_offers,
    subject_of,
    tell,
    tell_change,
    tell_curators,
)
from models.mentorships.places import check_place, is_full
from models.mentorships.states import MENTORSHIP, Answer, CloseReason, GroupChange, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.notices.kinds import NoticeKind
from models.notices.post import void
from models.people.curators import present_curators
from models.people.guardians import refusal_for
from models.people.names import named_to, official
from models.people.sharing import ancestors
from models.people.tables import Person
from models.requests.queue import matched
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import MentoringType
from models.use_case import Tx


def say_yes(tx: Tx, mentorship: Mentorship, member: MentorshipMember, by: int | None) -> None:
    """Records a member's yes that the person `by` gave; the mentor's takes a place.

    Raises ProgrammeError `error-no-place` where none is left, and for a pupil `error-parents-answer` where a parent in
    the chat has yet to say it, `error-parents-consent` where no parent has agreed at all (OMS-8).
    """
    refusal = refusal_for(tx, member.person, by)
    if refusal:
        raise ProgrammeError(refusal, name=named_to(tx.actor, member.person, official(member.person)))
    is_mentor = member.side is Side.MENTOR
    if is_mentor and not mentorship.override_reason:
        check_place(tx, member.person_id, mentorship.type)
    member.answer, member.answered_at, member.answered_by = Answer.YES, tx.now, by
    member.silent_since = None
    if mentorship.state is MentorshipState.PROPOSED:
        mentorship.silent_since, mentorship.escalated_at = tx.now, None
        void(tx, subject_of(mentorship), NoticeKind.OFFER_REMINDER, NoticeKind.OFFER_SILENT)
    tx.session.flush()
    if is_mentor and is_full(tx, member.person_id, mentorship.type):
        lapse_open_offers(tx, member.person_id, mentorship.type)


def settle(tx: Tx, mentorship: Mentorship) -> None:
    """Moves on once all have agreed: the curator's own choice is the approval, anybody else's waits for one.

    A pair across schools waits for the curator of the mentor's school, two teams for the curator above; a group that
    works already has nothing to settle when one more agrees.
    """
    if mentorship.state is not MentorshipState.PROPOSED:
        return
    if any(member.answer is not Answer.YES for member in mentorship.members):
        return
    mentorship.silent_since = None
    if mentorship.proposed_by is None:
        mentorship.state = MENTORSHIP.after(mentorship.state, "all_accept")
        tell_curators(tx, mentorship, NoticeKind.PAIR_TO_APPROVE)
    elif mentorship.awaits_lender:
        mentorship.state = MENTORSHIP.after(mentorship.state, "all_accept")
    else:
        conclude(tx, mentorship)


def conclude(tx: Tx, mentorship: Mentorship) -> None:
    """All sides and the schools agree: two teams go to the curator above, unless it is their own choice (R-06)."""
    is_agreed = mentorship.state is MentorshipState.AGREED
    asked = deciders(tx.session, mentorship) if mentorship.type is MentoringType.TEAM else []
    if not asked or {one.id for one in asked} & {mentorship.proposed_by, tx.actor.person_id}:
        approve_now(tx, mentorship, "approve" if is_agreed else "all_accept_by_curators_choice")
        return
    if not is_agreed:
        mentorship.state = MENTORSHIP.after(mentorship.state, "all_accept")
    mentorship.silent_since = tx.now
    ask_above(tx, mentorship)


def approve_now(tx: Tx, mentorship: Mentorship, event: str) -> None:
    """The pair may begin: its requests are matched, all members read how (R-15)."""
    mentorship.state = MENTORSHIP.after(mentorship.state, event)
    mentorship.approved_at, mentorship.silent_since = tx.now, None
    void(tx, subject_of(mentorship), *OFFER_KINDS)
    for request in requests_of(tx, mentorship):
        if request.state is RequestState.PROPOSED:
            matched(tx, request)
    for member in mentorship.members:
        tell(tx, mentorship, member.person, NoticeKind.PAIR_APPROVED)
    _tell_proposer(tx, mentorship)
    if mentorship.lender_id is not None or mentorship.type is MentoringType.TEAM:
        _tell_above(tx, mentorship)


def come_in(tx: Tx, mentorship: Mentorship, member: MentorshipMember) -> None:
    """Somebody invited has agreed: the group's meetings ahead are theirs, too."""
    for request in requests_of(tx, mentorship):
        if request.state is RequestState.PROPOSED:
            matched(tx, request)
    for meeting in ahead_of(tx, mentorship):
        post_reminders(tx, meeting)
    tell_change(tx, mentorship, member, GroupChange.JOINED)


def cancel_offers(tx: Tx, request: MentoringRequest) -> None:
    """The mentee withdraws the request: what was offered for it closes; a group goes on without them."""
    for mentorship in tx.session.scalars(offers_for(request.id)).all():
        member = mentorship.membership(request.mentee_id)
        if member is not None and goes_on_without(mentorship, member):
            drop_out(tx, mentorship, member)
            settle(tx, mentorship)
        else:
            close_offer(tx, mentorship, "cancel", CloseReason.WITHDRAWN)


def _tell_proposer(tx: Tx, mentorship: Mentorship) -> None:
    """The curator who asked both is told what came of it; one who belongs to the pair has just read it."""
    if mentorship.proposed_by is not None and mentorship.side_of(mentorship.proposed_by) is None:
        tell(tx, mentorship, tx.session.get_one(Person, mentorship.proposed_by), NoticeKind.PAIR_MADE)


def _tell_above(tx: Tx, mentorship: Mentorship) -> None:
    """A pair across schools, two teams: the level above hears of it (§5 «Approvals»), the proposer has.

    Above those who approve teams that is the region.
    """
    levels = {school: ancestors(tx.session, school) for school in (mentorship.organisation_id, mentorship.leading_id)}
    told = {member.person_id for member in mentorship.members} | {mentorship.proposed_by}
    if mentorship.type is MentoringType.TEAM:
        told |= {one.id for one in deciders(tx.session, mentorship)}
        nodes = {node for above in levels.values() for node in above}
    else:
        nodes = {above[0] for above in levels.values() if above}
    for node in sorted(nodes):
        for curator in present_curators(tx.session, node, tx.now):
            if curator.id not in told:
                tell(tx, mentorship, curator, NoticeKind.PAIR_ACROSS)
                told.add(curator.id)


def announce(tx: Tx, mentorship: Mentorship) -> None:
    """After a proposal: asks who has not agreed, or goes straight on where nobody is left to ask."""
    send_offers(tx, mentorship)
    settle(tx, mentorship)
