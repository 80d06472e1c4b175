"""A mentor's places (R-02). What takes one: a running pair, and an offer to which the mentor has said yes.

A group has a place of its own beside those for pairs, one for each mentor; two teams take none.
"""

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from models.errors import ProgrammeError
from models.mentorships.states import RUNNING, Answer, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.names import polite
from models.people.tables import MentorProfile
from models.terms import MentoringType
from models.use_case import MAX_ID, Tx

GROUPS = 1
"""How many groups a mentor leads at once."""
IS_TAKEN = and_(
    or_(
        Mentorship.state.in_(RUNNING),
        and_(Mentorship.state == MentorshipState.PROPOSED, MentorshipMember.answer == Answer.YES),
    ),
    MentorshipMember.left_at.is_(None),
)
TAKES_PLACE = and_(IS_TAKEN, Mentorship.type == MentoringType.PERSONAL)
"""What takes one of the places for pairs."""
_OF_MENTOR = (
    select(func.count())
    .select_from(Mentorship)
    .join(MentorshipMember)
    .where(MentorshipMember.person_id == bindparam("mentor"), MentorshipMember.side == Side.MENTOR)
)
_LOAD = _OF_MENTOR.where(TAKES_PLACE)
_GROUPS_LED = _OF_MENTOR.where(IS_TAKEN, Mentorship.type == MentoringType.GROUP)
_CARD = select(MentorProfile).where(MentorProfile.person_id == bindparam("mentor")).with_for_update()
IS_OPEN_OFFER = and_(Mentorship.state == MentorshipState.PROPOSED, MentorshipMember.answer == Answer.PENDING)


def load_of(session: Session, mentor_person_id: int) -> int:
    """How many of the mentor's places for pairs are taken."""
    return session.scalar(_LOAD, {"mentor": mentor_person_id}) or 0


def check_place(tx: Tx, mentor_person_id: int, kind: MentoringType = MentoringType.PERSONAL) -> None:
    """Locks the mentor's card and raises ProgrammeError `error-no-place` where every place of this kind is taken."""
    if is_full(tx, mentor_person_id, kind):
        raise ProgrammeError("error-no-place", mentor=polite(lock_card(tx, mentor_person_id).person))


def is_full(tx: Tx, mentor_person_id: int, kind: MentoringType = MentoringType.PERSONAL) -> bool:
    """Whether the mentor has no place of this kind left."""
    card = lock_card(tx, mentor_person_id)
    match kind:
        case MentoringType.PERSONAL:
            return load_of(tx.session, mentor_person_id) >= card.capacity
        case MentoringType.GROUP:
            return (tx.session.scalar(_GROUPS_LED, {"mentor": mentor_person_id}) or 0) >= GROUPS
        case MentoringType.TEAM:
            return False


def lock_card(tx: Tx, mentor_person_id: int) -> MentorProfile:
    """The mentor's card, locked, so that takers of the last place come one after another.

    It is locked before any pair of the mentor is: two who accept at once must not wait for each other.
    Raises ProgrammeError `error-gone` for somebody without a card.
    """
    profile = tx.session.scalar(_CARD, {"mentor": mentor_person_id}) if 0 < mentor_person_id <= MAX_ID else None
    if profile is None:
        raise ProgrammeError("error-gone")
    return profile
