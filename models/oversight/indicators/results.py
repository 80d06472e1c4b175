"""Block 3 of the Omsk table: what came of it. What the programme does not keep yet is entered by hand."""

from sqlalchemy import Select, func, select

from models.meetings.states import MeetingMethod, MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.oversight.indicators.codes import Awaits, Block, Code, Subject
from models.oversight.indicators.definition import Indicator, Rows
from models.oversight.indicators.frame import Frame
from models.oversight.indicators.pairs import members
from models.people.register import MentorTerm
from models.people.tables import Organisation, Person
from models.terms import MentoringForm, PersonKind

ACTIVITIES = (MeetingMethod.PROJECT_WORK, MeetingMethod.JOINT_LESSON, MeetingMethod.OTHER)
"""What is more than a talk among the methods there are: mini-projects, open lessons, other activities."""


def _turned_mentor(kind: PersonKind) -> Rows:
    """Whose first term in the register began within the window, after a pair completed as mentee (OMS-26)."""

    def rows(frame: Frame) -> Select[int, int]:
        first = (
            select(MentorTerm.person_id, func.min(MentorTerm.since).label("since"))
            .group_by(MentorTerm.person_id)
            .subquery()
        )
        return (
            select(MentorTerm.person_id.label("who"), MentorTerm.organisation_id.label("school"))
            .select_from(MentorTerm)
            .join(first, (first.c.person_id == MentorTerm.person_id) & (first.c.since == MentorTerm.since))
            .join(Organisation, Organisation.id == MentorTerm.organisation_id)
            .join(Person, Person.id == MentorTerm.person_id)
            .join(MentorshipMember, MentorshipMember.person_id == MentorTerm.person_id)
            .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
            .where(
                frame.here(MentorTerm.organisation_id),
                Person.kind == kind,
                MentorshipMember.side == Side.MENTEE,
                MentorshipMember.left_at.is_(None),
                Mentorship.state == MentorshipState.COMPLETED,
                Mentorship.closed_at <= MentorTerm.since,
                MentorTerm.since >= frame.start,
                MentorTerm.since < frame.end,
            )
        )

    return rows


def _in_teams(frame: Frame) -> Select[int, int]:
    """Members of both teams, of the pairs of teams that ran."""
    return members(frame, Mentorship.form == MentoringForm.TEAM_TEAM)


def _team_activities(frame: Frame) -> Select[int, int]:
    """Held meetings of paired teams that were activities; voided, cancelled and missed ones never count (R-13)."""
    return (
        select(Meeting.id.label("who"), Meeting.organisation_id.label("school"))
        .join(Mentorship, Mentorship.id == Meeting.mentorship_id)
        .join(Organisation, Organisation.id == Meeting.organisation_id)
        .where(
            frame.here(Meeting.organisation_id),
            Mentorship.form == MentoringForm.TEAM_TEAM,
            Meeting.state == MeetingState.HELD,
            Meeting.method.in_(ACTIVITIES),
            Meeting.starts_at >= frame.start,
            Meeting.starts_at < frame.end,
        )
    )


INDICATORS = (
    Indicator(Code.I_3_1, Block.RESULTS, awaits=Awaits.CAREER_OUTCOME),
    Indicator(Code.I_3_2, Block.RESULTS, awaits=Awaits.CAREER_OUTCOME),
    Indicator(Code.I_3_3, Block.RESULTS, awaits=Awaits.RESULT_RECORD),
    Indicator(Code.I_3_4, Block.RESULTS, _turned_mentor(PersonKind.STAFF)),
    Indicator(Code.I_3_5, Block.RESULTS, awaits=Awaits.ACADEMIC_PROGRESS),
    Indicator(Code.I_3_6, Block.RESULTS, awaits=Awaits.RESULT_RECORD),
    Indicator(Code.I_3_7, Block.RESULTS, _turned_mentor(PersonKind.STUDENT)),
    Indicator(Code.I_3_8, Block.RESULTS, _in_teams),
    Indicator(Code.I_3_9, Block.RESULTS, _team_activities, Subject.MEETINGS),
    Indicator(Code.I_3_10, Block.RESULTS, awaits=Awaits.TEAM_TRANSITION),
)
