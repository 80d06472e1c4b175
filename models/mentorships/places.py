"""A mentor's places (R-02). What takes one: a running pair, and an offer to which the mentor has said yes."""

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from models.errors import ProgrammeError
from models.mentorships.states import RUNNING, Answer, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.names import polite
from models.people.tables import MentorProfile
from models.use_case import MAX_ID, Tx

TAKES_PLACE = or_(
    Mentorship.state.in_(RUNNING),
    and_(Mentorship.state == MentorshipState.PROPOSED, MentorshipMember.answer == Answer.YES),
)
IS_OPEN_OFFER = and_(Mentorship.state == MentorshipState.PROPOSED, MentorshipMember.answer == Answer.PENDING)


def load_of(session: Session, mentor_person_id: int) -> int:
    """How many of the mentor's places are taken."""
    return session.scalar(_count(mentor_person_id).where(TAKES_PLACE)) or 0


def check_place(tx: Tx, mentor_person_id: int) -> None:
    """Locks the mentor's card and raises ProgrammeError `error-no-place` where every place is taken."""
    profile = lock_card(tx, mentor_person_id)
    if load_of(tx.session, mentor_person_id) >= profile.capacity:
        raise ProgrammeError("error-no-place", mentor=polite(profile.person))


def is_full(tx: Tx, mentor_person_id: int) -> bool:
    """Whether the mentor has no place left."""
    return load_of(tx.session, mentor_person_id) >= lock_card(tx, mentor_person_id).capacity


def lock_card(tx: Tx, mentor_person_id: int) -> MentorProfile:
    """The mentor's card, locked, so that takers of the last place come one after another.

    It is locked before any pair of the mentor is: two who accept at once must not wait for each other.
    Raises ProgrammeError `error-gone` for somebody without a card.
    """
    card = select(MentorProfile).where(MentorProfile.person_id == mentor_person_id).with_for_update()
    profile = tx.session.scalar(card) if 0 < mentor_person_id <= MAX_ID else None
    if profile is None:
        raise ProgrammeError("error-gone")
    return profile


def _count(mentor_person_id: int) -> Select[int]:
    return (
        select(func.count())
        .select_from(Mentorship)
        .join(MentorshipMember)
        .where(MentorshipMember.person_id == mentor_person_id, MentorshipMember.side == Side.MENTOR)
    )
