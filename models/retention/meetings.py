"""Records of meetings, their forms and calls, and the pairs themselves. What is counted stays: states and dates."""

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from models.forms.states import CallKind
from models.forms.tables import FeedbackForm, HelpCall, HelpReply
from models.meetings.tables import Meeting, MeetingAttachment, MeetingAttendance, MeetingNote, MeetingVersion
from models.mentorships.states import MENTORSHIP, MentorshipState
from models.mentorships.tables import CuratorTalk, Mentorship, MentorshipMember, OfferQuestion
from models.retention.erase import blank, drop, drop_rows, due
from models.retention.terms import Terms

CYCLES = 1
"""§13: «logs, forms: cycle end + 1 y then anonymised»."""
TICKET_DAYS = 30
"""§13: «psychologist tickets 30 d after close»."""
_ENDED = [state for state in MentorshipState if MENTORSHIP.is_terminal(state)]


def forget_records(session: Session, organisation_id: int, terms: Terms) -> int:
    """The words of a record: what was agreed, where, why it does not count; how it stood before it was corrected."""
    words = or_(Meeting.log_text != "", Meeting.place != "", Meeting.void_reason != "")
    old = _old_meetings(organisation_id, terms)
    versions = drop(
        session, MeetingVersion, MeetingVersion.id.in_(due(MeetingVersion, MeetingVersion.meeting_id.in_(old)))
    )
    ids = list(session.scalars(due(Meeting, Meeting.id.in_(old), words)))
    return versions + blank(session, Meeting, ids, log_text="", place="", void_reason="")


def forget_additions(session: Session, organisation_id: int, terms: Terms) -> int:
    """Notes of one's own, and the voice and photos of a record."""
    old = _old_meetings(organisation_id, terms)
    notes = due(MeetingNote, MeetingNote.meeting_id.in_(old))
    files = due(MeetingAttachment, MeetingAttachment.meeting_id.in_(old))
    return drop(session, MeetingNote, MeetingNote.id.in_(notes)) + drop(
        session, MeetingAttachment, MeetingAttachment.id.in_(files)
    )


def forget_comments(session: Session, organisation_id: int, terms: Terms) -> int:
    """What was written under a form; the marks and the chosen answers are counts."""
    old = (FeedbackForm.organisation_id == organisation_id, FeedbackForm.created_at < terms.cycles_ago(CYCLES))
    ids = list(session.scalars(due(FeedbackForm, *old, FeedbackForm.comment != "")))
    return blank(session, FeedbackForm, ids, comment="")


def forget_calls(session: Session, organisation_id: int, terms: Terms) -> int:
    """Settled calls for the curator with their replies; of HELP_ASKED the signal remains, without its person."""
    is_ticket = HelpCall.kind == CallKind.PSYCHOLOGIST
    is_due = or_(
        HelpCall.closed_at < terms.cycles_ago(CYCLES), is_ticket & (HelpCall.closed_at < terms.days_ago(TICKET_DAYS))
    )
    ids = list(session.scalars(due(HelpCall, HelpCall.organisation_id == organisation_id, is_due)))
    if not ids:
        return 0
    drop(session, HelpReply, HelpReply.call_id.in_(ids))
    return drop_rows(session, HelpCall, ids)


def forget_talks(session: Session, organisation_id: int, terms: Terms) -> int:
    """What curators noted of their talks with pairs; that they talked is a count."""
    pairs = select(Mentorship.id).where(Mentorship.organisation_id == organisation_id)
    old = (CuratorTalk.mentorship_id.in_(pairs), CuratorTalk.day < terms.cycles_ago(CYCLES).date())
    ids = list(session.scalars(due(CuratorTalk, *old, CuratorTalk.note != "")))
    return blank(session, CuratorTalk, ids, note="")


def unlink_pairs(session: Session, organisation_id: int, terms: Terms) -> int:
    """Who was in a pair or an offer that has ended: from then on it is a number in the counts of its school."""
    ended = func.coalesce(Mentorship.closed_at, Mentorship.proposed_at) < terms.cycles_ago(CYCLES)
    is_linked = Mentorship.id.in_(select(MentorshipMember.mentorship_id))
    ids = list(
        session.scalars(
            due(
                Mentorship,
                Mentorship.organisation_id == organisation_id,
                Mentorship.state.in_(_ENDED),
                ended,
                is_linked,
            )
        )
    )
    if not ids:
        return 0
    drop(session, MentorshipMember, MentorshipMember.mentorship_id.in_(ids))
    drop(session, OfferQuestion, OfferQuestion.mentorship_id.in_(ids))
    drop(session, CuratorTalk, CuratorTalk.mentorship_id.in_(ids))
    meetings = select(Meeting.id).where(Meeting.mentorship_id.in_(ids))
    blank(session, Meeting, meetings, planned_by=None, logged_by=None)
    attended = select(MeetingAttendance.id).where(MeetingAttendance.meeting_id.in_(meetings))
    blank(session, MeetingAttendance, attended, person_id=None)
    forms = select(FeedbackForm.id).where(FeedbackForm.mentorship_id.in_(ids))
    blank(session, FeedbackForm, forms, respondent_id=None)
    words = {"goal": "", "override_reason": "", "order_ref": ""}
    return blank(session, Mentorship, ids, reasons=[], slots=[], proposed_by=None, **words)


def _old_meetings(organisation_id: int, terms: Terms) -> ColumnElement[int]:
    old = Meeting.starts_at < terms.cycles_ago(CYCLES)
    return select(Meeting.id).where(Meeting.organisation_id == organisation_id, old).scalar_subquery()
