"""Which pairs count for a window: said once for all indicators (reference.md §8, R-13)."""

from sqlalchemy import ColumnElement, Select, and_, or_, select

from models.mentorships.states import Answer, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.oversight.indicators.frame import Frame
from models.people.tables import Organisation, Person

_CAME_TO_SOMETHING = (MentorshipState.COMPLETED, MentorshipState.TERMINATED)


def ran(frame: Frame) -> ColumnElement[bool]:
    """Approved by the end of the window, and at work or brought to an end within it.

    A pair that was called off before its first meeting, or did not suit, counts only while that is not known yet: told
    by moments alone, so that a past day counts as it did then.
    """
    ended_within = and_(Mentorship.closed_at >= frame.start, Mentorship.state.in_(_CAME_TO_SOMETHING))
    return and_(
        Mentorship.approved_at < frame.end,
        or_(Mentorship.closed_at.is_(None), Mentorship.closed_at >= frame.end, ended_within),
    )


def took_part(frame: Frame) -> ColumnElement[bool]:
    """Whether a member had agreed by the end of the window, and had not left before it began."""
    return and_(
        MentorshipMember.answer == Answer.YES,
        or_(MentorshipMember.answered_at.is_(None), MentorshipMember.answered_at < frame.end),
        or_(MentorshipMember.left_at.is_(None), MentorshipMember.left_at >= frame.start),
    )


def members(frame: Frame, *conditions: ColumnElement[bool]) -> Select[int, int]:
    """The members of the pairs that ran, at the school of the pair."""
    return (
        select(MentorshipMember.person_id.label("who"), Mentorship.organisation_id.label("school"))
        .select_from(MentorshipMember)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .join(Organisation, Organisation.id == Mentorship.organisation_id)
        .join(Person, Person.id == MentorshipMember.person_id)
        .where(frame.here(Mentorship.organisation_id), ran(frame), took_part(frame), *conditions)
    )


def on_side(side: Side) -> ColumnElement[bool]:
    """Whether a member stands on this side."""
    return MentorshipMember.side == side
