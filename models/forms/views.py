"""What use cases and screens of forms hand out."""

from dataclasses import dataclass
from datetime import datetime

from models.forms.questions import Question, is_open, next_question
from models.forms.states import CallKind, FormState, Wish
from models.forms.tables import FeedbackForm, HelpCall
from models.mentorships.states import MentorshipState, Side


@dataclass(frozen=True)
class FormView:
    """A form as its person sees it, with the question that comes next."""

    id: int
    mentorship_id: int
    meeting_id: int
    meeting_at: datetime
    side: Side
    state: FormState
    usefulness: int | None
    wish: Wish | None
    has_comment: bool
    question: Question
    is_open: bool

    @classmethod
    def of(cls, form: FeedbackForm, now: datetime) -> "FormView":
        """The view at `now`; the form's meeting and its pair must be loaded."""
        return cls(
            id=form.id,
            mentorship_id=form.mentorship_id,
            meeting_id=form.meeting_id,
            meeting_at=form.meeting.starts_at,
            side=form.side,
            state=form.state,
            usefulness=form.usefulness,
            wish=form.wish,
            has_comment=bool(form.comment),
            question=next_question(form, may_continue=form.meeting.mentorship.state is MentorshipState.TRIAL),
            is_open=is_open(form, now),
        )


@dataclass(frozen=True)
class CallView:
    """A call for the curator, without its text."""

    id: int
    kind: CallKind
    mentorship_id: int | None
    readers: int
    """How many curators were told; nought where a programme has none yet."""

    @classmethod
    def of(cls, call: HelpCall) -> "CallView":
        """The view of a row."""
        return cls(call.id, call.kind, call.mentorship_id, len(call.reader_ids))
