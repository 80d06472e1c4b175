"""Signals about mentors' load."""

from sqlalchemy import func, select

from models.mentorships.places import TAKES_PLACE
from models.mentorships.states import Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.oversight.finding import Finding, School
from models.people.tables import MentorProfile
from models.terms import Severity


def overload(school: School) -> list[Finding]:
    """MENTOR_OVERLOAD: more running pairs than places, which only a curator's own choice allows (R-02).

    The subject is the mentor's profile.
    """
    pairs = func.count(Mentorship.id)
    rows = school.session.execute(
        select(MentorProfile.id, MentorProfile.capacity, pairs)
        .join(MentorshipMember, MentorshipMember.person_id == MentorProfile.person_id)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(
            MentorProfile.organisation_id == school.organisation_id,
            MentorshipMember.side == Side.MENTOR,
            TAKES_PLACE,
        )
        .group_by(MentorProfile.id, MentorProfile.capacity)
        .having(pairs > MentorProfile.capacity)
    )
    return [
        Finding(profile_id, Severity.WARN, {"load": pairs, "capacity": capacity})
        for profile_id, capacity, pairs in rows
    ]
