"""Records of meetings, their forms and calls, and the pairs themselves. What is counted stays: states and dates."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.forms.states import CallKind
from models.forms.tables import FeedbackForm, HelpCall, HelpReply
from models.meetings.tables import Meeting, MeetingAttachment, MeetingAttendance, MeetingNote, MeetingVersion
from models.mentorships.states import MENTORSHIP, MentorshipState
from models.mentorships.tables import CuratorTalk, Mentorship, MentorshipMember, OfferQuestion
from models.retention.erase import blank, drop, drop_rows, due, rule
from models.retention.terms import SCHOOL, cycles_ago, day_cycles_ago, days_ago

CYCLES = 1
"""§13: «logs, forms: cycle end + 1 y then anonymised»."""
TICKET_DAYS = 30
"""§13: «psychologist tickets 30 d after close»."""
_ENDED = [state for state in MentorshipState if MENTORSHIP.is_terminal(state)]


_OLD = (
    select(Meeting.id)
    .where(Meeting.organisation_id == SCHOOL, Meeting.starts_at < cycles_ago(CYCLES))
    .scalar_subquery()
)
_HAS_WORDS = or_(Meeting.log_text != "", Meeting.place != "", Meeting.void_reason != "")
_OLD_FORM = (FeedbackForm.organisation_id == SCHOOL, FeedbackForm.created_at < cycles_ago(CYCLES))
_SETTLED = or_(
    HelpCall.closed_at < cycles_ago(CYCLES),
    (HelpCall.kind == CallKind.PSYCHOLOGIST) & (HelpCall.closed_at < days_ago(TICKET_DAYS)),
)
_PAIRS = select(Mentorship.id).where(Mentorship.organisation_id == SCHOOL)
_LONG_ENDED = func.coalesce(Mentorship.closed_at, Mentorship.proposed_at) < cycles_ago(CYCLES)
_IS_LINKED = Mentorship.id.in_(select(MentorshipMember.mentorship_id))


@rule(due(Meeting, Meeting.id.in_(_OLD), _HAS_WORDS))
def forget_records(session: Session, ids: list[int]) -> int:
    """The words of a record: what was agreed, where, why it does not count."""
    return blank(session, Meeting, ids, log_text="", place="", void_reason="")


@rule(due(MeetingVersion, MeetingVersion.meeting_id.in_(_OLD)))
def forget_versions(session: Session, ids: list[int]) -> int:
    """How a record stood before it was corrected."""
    return drop_rows(session, MeetingVersion, ids)


@rule(due(MeetingNote, MeetingNote.meeting_id.in_(_OLD)))
def forget_notes(session: Session, ids: list[int]) -> int:
    """Notes of one's own."""
    return drop_rows(session, MeetingNote, ids)


@rule(due(MeetingAttachment, MeetingAttachment.meeting_id.in_(_OLD)))
def forget_attachments(session: Session, ids: list[int]) -> int:
    """The voice and photos of a record."""
    return drop_rows(session, MeetingAttachment, ids)


@rule(due(FeedbackForm, *_OLD_FORM, FeedbackForm.comment != ""))
def forget_comments(session: Session, ids: list[int]) -> int:
    """What was written under a form; the marks and the chosen answers are counts."""
    return blank(session, FeedbackForm, ids, comment="")


@rule(due(HelpCall, HelpCall.organisation_id == SCHOOL, _SETTLED))
def forget_calls(session: Session, ids: list[int]) -> int:
    """Settled calls for the curator with their replies; of HELP_ASKED the signal remains, without its person."""
    drop(session, HelpReply, HelpReply.call_id.in_(ids))
    return drop_rows(session, HelpCall, ids)


@rule(
    due(
        CuratorTalk,
        CuratorTalk.mentorship_id.in_(_PAIRS),
        CuratorTalk.day < day_cycles_ago(CYCLES),
        CuratorTalk.note != "",
    )
)
def forget_talks(session: Session, ids: list[int]) -> int:
    """What curators noted of their talks with pairs; that they talked is a count."""
    return blank(session, CuratorTalk, ids, note="")


@rule(due(Mentorship, Mentorship.organisation_id == SCHOOL, Mentorship.state.in_(_ENDED), _LONG_ENDED, _IS_LINKED))
def unlink_pairs(session: Session, ids: list[int]) -> int:
    """Who was in a pair or an offer that has ended: from then on it is a number in the counts of its school."""
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
