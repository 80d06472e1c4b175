"""Whoever has withdrawn the consent: blocked at once (models/people/privacy.py), erased within the term."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.forms.tables import FeedbackForm, HelpCall, HelpReply
from models.meetings.tables import Meeting, MeetingAttachment, MeetingNote
from models.mentorships.cohort_tables import CohortLine, CohortRest
from models.mentorships.tables import MentorshipMember, OfferQuestion
from models.notices.tables import Notice
from models.people.states import PersonState
from models.people.tables import Consent, GuardianLink, Invitation, MentorProfile, Person
from models.requests.tables import MentoringRequest
from models.retention.erase import blank, drop, drop_rows, due, rule
from models.retention.papers import strike_from_statements
from models.retention.terms import SCHOOL, cycles_ago, days_ago

ERASED_DAYS = 7
"""§13, «Deletion»: «BLOCKED at once → ERASED ≤10 days»; three days are left for a bot that was down."""
CYCLES = 1
"""§13: «cycle end + 1 y», for the tie of a parent as for the pairs of the child."""
NOBODY = "—"
"""Stands for the parts of a name that must not be empty."""


_withdrawn_last = select(func.max(Consent.withdrawn_at)).where(Consent.person_id == Person.id).scalar_subquery()
_BLOCKED = (Person.organisation_id == SCHOOL, Person.state == PersonState.BLOCKED, Person.family_name != NOBODY)


@rule(due(Person, *_BLOCKED, _withdrawn_last < days_ago(ERASED_DAYS)))
def erase_withdrawn(session: Session, ids: list[int]) -> int:
    """The name of a person and all that they have written; that there was somebody stays, for the counts."""
    _forget_words(session, ids)
    name = {"family_name": NOBODY, "given_name": NOBODY, "patronymic": "", "position": "", "class_label": ""}
    return blank(session, Person, ids, **name, born_on=None, teaching_since=None, qualification_category=None)


@rule(
    due(
        GuardianLink,
        GuardianLink.child_person_id.in_(select(Person.id).where(Person.organisation_id == SCHOOL)),
        GuardianLink.ended_at < cycles_ago(CYCLES),
    )
)
def forget_links(session: Session, ids: list[int]) -> int:
    """Who had been whose parent."""
    return _forget_links(session, ids)


def _forget_links(session: Session, ids: list[int]) -> int:
    """With what the parents had wished for."""
    wishes = select(Notice.id).where(Notice.subject.in_([f"guardian:{one}" for one in ids]))
    blank(session, Notice, wishes, payload={})
    return drop_rows(session, GuardianLink, ids)


def _forget_words(session: Session, persons: list[int]) -> None:
    drop(session, MeetingNote, MeetingNote.author_id.in_(persons))
    drop(session, MeetingAttachment, MeetingAttachment.author_id.in_(persons))
    calls = select(HelpCall.id).where(HelpCall.person_id.in_(persons))
    drop(session, HelpReply, HelpReply.call_id.in_(calls))
    drop(session, HelpCall, HelpCall.person_id.in_(persons))
    pairs = select(MentorshipMember.mentorship_id).where(MentorshipMember.person_id.in_(persons))
    drop(session, OfferQuestion, OfferQuestion.mentorship_id.in_(pairs))
    blank(session, Meeting, select(Meeting.id).where(Meeting.logged_by.in_(persons)), log_text="")
    blank(session, FeedbackForm, select(FeedbackForm.id).where(FeedbackForm.respondent_id.in_(persons)), comment="")
    blank(
        session,
        MentorshipMember,
        select(MentorshipMember.id).where(MentorshipMember.person_id.in_(persons)),
        contact="",
    )
    blank(session, MentorProfile, select(MentorProfile.id).where(MentorProfile.person_id.in_(persons)), about="")
    drop(session, CohortRest, CohortRest.mentor_id.in_(persons))
    mine = select(MentoringRequest.id).where(MentoringRequest.mentee_id.in_(persons))
    blank(session, MentoringRequest, mine, goal="", question="", question_answer="", reject_reason="")
    drop(session, CohortLine, CohortLine.request_id.in_(mine) | CohortLine.mentor_id.in_(persons))
    drop(session, Invitation, Invitation.person_id.in_(persons))
    tied = GuardianLink.guardian_person_id.in_(persons) | GuardianLink.child_person_id.in_(persons)
    _forget_links(session, list(session.scalars(select(GuardianLink.id).where(tied))))
    strike_from_statements(session, persons)
