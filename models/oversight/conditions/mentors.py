"""Signals about mentors' load."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from models.mentorships.places import GROUPS, IS_TAKEN
from models.mentorships.states import MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.oversight.finding import Finding, School
from models.oversight.together import Here
from models.people.tables import MentorProfile
from models.terms import MentoringType, Severity

COUNTS = or_(IS_TAKEN, and_(Mentorship.state == MentorshipState.PROPOSED, Mentorship.override_reason != ""))
"""What takes a place, and what a curator has offered with a reason for going beyond the places."""


def overload(school: School) -> list[Finding]:
    """MENTOR_OVERLOAD: more pairs than places, or a second group, which only a curator's own choice allows (R-02).

    The subject is the mentor's profile.
    """
    return _findings(school.rows(_overloaded))


def overload_of(session: Session, mentor_id: int) -> Finding | None:
    """The same for one mentor, at the moment of that choice."""
    rows = session.execute(_loads(MentorProfile.person_id == mentor_id))
    return next(iter(_findings(row[1:] for row in rows)), None)


def _overloaded(here: Here) -> Select[*tuple[Any, ...]]:
    return _loads(MentorProfile.organisation_id.in_(here.ids))


def _loads(whose: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Cards with more pairs than places, below their school."""
    pairs = func.count(Mentorship.id)
    places = case((Mentorship.type == MentoringType.GROUP, GROUPS), else_=MentorProfile.capacity)
    return (
        select(MentorProfile.organisation_id, MentorProfile.id, places, pairs)
        .join(MentorshipMember, MentorshipMember.person_id == MentorProfile.person_id)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(whose, MentorshipMember.side == Side.MENTOR, COUNTS, Mentorship.type != MentoringType.TEAM)
        .group_by(MentorProfile.organisation_id, MentorProfile.id, MentorProfile.capacity, Mentorship.type)
        .having(pairs > places)
        .order_by(MentorProfile.id, Mentorship.type)
    )


def _findings(rows: Iterable[Sequence[Any]]) -> list[Finding]:
    found = {
        profile_id: Finding(profile_id, Severity.WARN, {"load": load, "capacity": capacity})
        for profile_id, capacity, load in rows
    }
    return list(found.values())
