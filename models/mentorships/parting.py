"""A member leaves a group or a team, or is taken out, and the others go on (§4.3)."""

from models.access import Permission
from models.errors import ProgrammeError
from models.mentorships.agreement import settle
from models.mentorships.answers import curated_pair, reserved
from models.mentorships.closing import begin_closing
from models.mentorships.ending import end
from models.mentorships.offers import close_offer, drop_out, goes_on_without
from models.mentorships.states import MENTORSHIP, RUNNING, Answer, CloseReason, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.mentorships.views import PairView
from models.terms import MentoringType
from models.use_case import Tx, use_case


@use_case(Permission.PLAN)
def leave(tx: Tx, mentorship_id: int) -> PairView:
    """A member leaves a group or a team, which goes on; with the last one it comes to its end (§4.3).

    Raises ProgrammeError `error-state` for a pair, `error-no-access` for an outsider, `error-group-needs-mentor` for
    the mentor of a group.
    """
    mentorship = reserved(tx, mentorship_id)
    member = mentorship.membership(tx.actor.person_id)
    if member is None:
        raise ProgrammeError("error-no-access")
    if mentorship.type is MentoringType.PERSONAL or mentorship.state not in RUNNING:
        raise ProgrammeError("error-state")
    _part_with(tx, mentorship, member)
    return PairView.of(mentorship)


@use_case(Permission.CURATE)
def release(tx: Tx, mentorship_id: int, person_id: int, if_silent: bool = False) -> PairView:
    """The curator takes a member out of a group, a team, or the proposal of one, and the others go on.

    Of a proposal with too few left nothing remains (R-06). Raises ProgrammeError as `leave`, `error-gone` for somebody
    who does not belong to it, and `if_silent` `error-offer-closed` for somebody who has answered.
    """
    mentorship = curated_group(tx, mentorship_id)
    member = mentorship.membership(person_id)
    if member is None:
        raise ProgrammeError("error-gone")
    if mentorship.state not in (MentorshipState.PROPOSED, *RUNNING):
        raise ProgrammeError("error-state")
    if if_silent and member.answer is not Answer.PENDING:
        raise ProgrammeError("error-offer-closed")
    _part_with(tx, mentorship, member)
    return PairView.of(mentorship)


def curated_group(tx: Tx, mentorship_id: int) -> Mentorship:
    """A group or two teams of the curator's, locked. Raises ProgrammeError `error-state` for a pair."""
    reserved(tx, mentorship_id)
    mentorship = curated_pair(tx, mentorship_id)
    if mentorship.type is MentoringType.PERSONAL:
        raise ProgrammeError("error-state")
    return mentorship


def _part_with(tx: Tx, mentorship: Mentorship, member: MentorshipMember) -> None:
    if goes_on_without(mentorship, member):
        drop_out(tx, mentorship, member)
        settle(tx, mentorship)
    elif mentorship.type is MentoringType.GROUP and member.side is Side.MENTOR:
        raise ProgrammeError("error-group-needs-mentor")
    elif mentorship.state in (MentorshipState.PROPOSED, MentorshipState.AGREED):
        close_offer(tx, mentorship, "cancel", CloseReason.CANCELLED)
    elif MENTORSHIP.allows(mentorship.state, "finish"):
        begin_closing(tx, mentorship)
    elif mentorship.state is not MentorshipState.CLOSING:
        event = "cancel" if mentorship.state is MentorshipState.APPROVED else "terminate"
        mentorship.state = MENTORSHIP.after(mentorship.state, event)
        end(tx, mentorship, CloseReason.OTHER)
