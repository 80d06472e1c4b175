"""Who is concerned by a call and therefore never reads it (R-03, R-20)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.mentorships.states import RUNNING
from models.mentorships.tables import Mentorship, MentorshipMember


def concerned(session: Session, person_id: int, pair: Mentorship | None) -> set[int]:
    """Whom a call passes over: the members of the pair; of all the person's running pairs where none is named."""
    if pair is not None:
        return {person_id, *(member.person_id for member in pair.members)}
    own = select(MentorshipMember.mentorship_id).where(
        MentorshipMember.person_id == person_id, MentorshipMember.left_at.is_(None)
    )
    members = (
        select(MentorshipMember.person_id).join(Mentorship).where(Mentorship.id.in_(own), Mentorship.state.in_(RUNNING))
    )
    return {person_id, *session.scalars(members)}
