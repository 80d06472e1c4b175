"""What may come after a pair that has done its work: helping somebody else, or helping others oneself."""

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Actor
from models.mentorships.states import RUNNING, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.states import MentorState
from models.people.tables import MentorProfile, RoleGrant
from models.terms import Role


async def is_asked_to_go_on(session: AsyncSession, actor: Actor, mentorship_id: int) -> bool:
    """Whether a mentor is asked for more: once, with the last of their pairs that are done, when none runs any more."""
    person_id = actor.person_id
    serves = exists().where(
        MentorProfile.person_id == person_id, MentorProfile.state.in_((MentorState.APPROVED, MentorState.PAUSED))
    )
    own = select(Mentorship.id).join(MentorshipMember).where(*_stands(person_id, Side.MENTOR))
    last = own.where(Mentorship.state == MentorshipState.COMPLETED)
    last = last.order_by(Mentorship.closed_at.desc(), Mentorship.id.desc()).limit(1)
    still = own.where(Mentorship.state.in_(RUNNING)).exists()
    return await session.scalar(last.where(serves, ~still)) == mentorship_id


async def may_become_mentor(session: AsyncSession, actor: Actor) -> bool:
    """Whether somebody has finished as a mentee, and neither is a mentor nor has asked to be one."""
    done = (
        select(Mentorship.id)
        .join(MentorshipMember)
        .where(*_stands(actor.person_id, Side.MENTEE), Mentorship.state == MentorshipState.COMPLETED)
    )
    grant = exists().where(
        RoleGrant.person_id == actor.person_id, RoleGrant.role == Role.MENTOR, RoleGrant.ended_at.is_(None)
    )
    return await session.scalar(done.where(~grant).limit(1)) is not None


def _stands(person_id: int | None, side: Side) -> tuple[ColumnElement[bool], ...]:
    return MentorshipMember.person_id == person_id, MentorshipMember.side == side, MentorshipMember.left_at.is_(None)
