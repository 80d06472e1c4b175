"""Answering a post-meeting form: the first tap counts at once, everything else is optional."""

from models.access import Permission
from models.errors import ProgrammeError
from models.forms.calls import call_curator
from models.forms.open import subject_of
from models.forms.questions import HIGHEST, LOWEST, OPTIONS, Question, hears_wishes, is_open, next_question, wishes_of
from models.forms.questions import with_item as with_answer
from models.forms.states import FORM, CallKind, FormState, Wish
from models.forms.tables import FeedbackForm
from models.forms.views import FormView
from models.mentorships.course import carry_on, not_suitable
from models.mentorships.states import MentorshipState
from models.notices.kinds import NoticeKind
from models.notices.post import void
from models.use_case import Tx, use_case

MAX_COMMENT = 2000


@use_case(Permission.FEEDBACK)
def rate(tx: Tx, form_id: int, usefulness: int) -> FormView:
    """Stores the first answer, 5 «очень» … 1 «нет» (for a mentor: how far towards the goal), or changes it.

    Raises ProgrammeError `error-form-closed` when the form is closed or was handed in over 15 minutes ago (§4.5).
    """
    if not LOWEST <= usefulness <= HIGHEST:
        raise ProgrammeError("error-gone")
    form = _open_form(tx, form_id)
    form.usefulness = usefulness
    return _advanced(tx, form)


@use_case(Permission.FEEDBACK)
def item(tx: Tx, form_id: int, question: Question, value: str) -> FormView:
    """Stores one of the optional answers of a full form; «нужен куратор» calls the curator.

    Raises ProgrammeError `error-form-closed`, and `error-gone` for an answer that was never offered.
    """
    if question is Question.CONTINUE or value not in OPTIONS.get(question, ()):
        raise ProgrammeError("error-gone")
    form = _open_form(tx, form_id)
    is_new = form.items.get(question.value) != value
    form.items = with_answer(form.items, question, value)
    if question is Question.SUPPORT and is_new and value != "NO":
        kind = CallKind.TALK if value == "CURATOR" else CallKind.PSYCHOLOGIST
        call_curator(tx, kind, form.meeting.mentorship)
    return _advanced(tx, form)


@use_case(Permission.FEEDBACK)
def wish(tx: Tx, form_id: int, wanted: Wish) -> FormView:
    """What is to be done about a low answer; a talk and another mentor go to the curator, never to the other side.

    Raises ProgrammeError `error-form-closed`, and `error-gone` for a wish that this side is not offered.
    """
    form = _own(tx, form_id)
    if wanted not in wishes_of(form.side):
        raise ProgrammeError("error-gone")
    if form.wish is not wanted:
        form.wish = wanted
        if wanted is not Wish.NOTHING:
            call_curator(tx, CallKind(wanted.value), form.meeting.mentorship)
    return _advanced(tx, form)


@use_case(Permission.FEEDBACK)
def go_on(tx: Tx, form_id: int, suits: bool) -> FormView:
    """«Продолжаем?» of the first form: yes of everybody who was asked makes the trial a running pair, a no ends it.

    Nobody is at fault (§4.3). Raises ProgrammeError `error-form-closed`; a pair no longer on trial stays as it is.
    """
    form = _own(tx, form_id)
    form.items = with_answer(form.items, Question.CONTINUE, "YES" if suits else "NOT_SUITABLE")
    mentorship = form.meeting.mentorship
    if mentorship.state is MentorshipState.TRIAL:
        if not suits:
            _advance(tx, form)
            not_suitable(tx, mentorship, form.respondent_id)
        elif _everybody_agrees(tx, form):
            carry_on(tx, mentorship)
    return _advanced(tx, form)


@use_case(Permission.FEEDBACK)
def comment(tx: Tx, form_id: int, text: str) -> FormView:
    """Adds a word to the answers; only the curators who may see the form read it (R-20).

    Raises ProgrammeError `error-form-closed`, and `error-comment-long` above 2000 characters.
    """
    form = _own(tx, form_id)
    if len(text) > MAX_COMMENT:
        raise ProgrammeError("error-comment-long", limit=MAX_COMMENT)
    form.comment = text.strip()
    return FormView.of(form, tx.now)


@use_case(Permission.FEEDBACK)
def finish(tx: Tx, form_id: int) -> FormView:
    """«Достаточно»: what was answered counts, nothing more is asked."""
    form = _own(tx, form_id)
    if form.state is FormState.PARTIAL:
        _submit(tx, form)
    return FormView.of(form, tx.now)


@use_case(Permission.FEEDBACK)
def skip(tx: Tx, form_id: int) -> FormView:
    """«Не сейчас»: the form is not asked again. Raises ProgrammeError `error-form-closed`."""
    form = _open_form(tx, form_id)
    form.state = FORM.after(form.state, "skip")
    void(tx, subject_of(form.id))
    return FormView.of(form, tx.now)


def _own(tx: Tx, form_id: int) -> FeedbackForm:
    form = tx.get(FeedbackForm, form_id)
    if not hears_wishes(form, tx.now):
        raise ProgrammeError("error-form-closed")
    return form


def _open_form(tx: Tx, form_id: int) -> FeedbackForm:
    form = tx.get(FeedbackForm, form_id)
    if not is_open(form, tx.now):
        raise ProgrammeError("error-form-closed")
    return form


def _advanced(tx: Tx, form: FeedbackForm) -> FormView:
    _advance(tx, form)
    return FormView.of(form, tx.now)


def _advance(tx: Tx, form: FeedbackForm) -> None:
    """An answered form needs no reminder; one without further questions is handed in."""
    void(tx, subject_of(form.id), NoticeKind.FEEDBACK_ASKED)
    if form.usefulness is None:
        return
    if form.state is FormState.SENT and form.is_full:
        form.state = FORM.after(form.state, "answer_item")
    may_continue = form.meeting.mentorship.state is MentorshipState.TRIAL
    is_done = not form.is_full or next_question(form, may_continue=may_continue) is Question.NOTHING
    if is_done and form.state in (FormState.SENT, FormState.PARTIAL):
        _submit(tx, form)


def _submit(tx: Tx, form: FeedbackForm) -> None:
    form.state = FORM.after(form.state, "submit")
    form.submitted_at = tx.now


def _everybody_agrees(tx: Tx, form: FeedbackForm) -> bool:
    others = tx.session.query(FeedbackForm).filter(
        FeedbackForm.meeting_id == form.meeting_id, FeedbackForm.id != form.id, FeedbackForm.state != FormState.VOID
    )
    return all(other.items.get(Question.CONTINUE.value) == "YES" for other in others)
