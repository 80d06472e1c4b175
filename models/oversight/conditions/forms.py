"""Signals out of how forms are answered; the subject is the pair, whose members never see them (R-20)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Select, select

from models.forms.states import FormState
from models.forms.tables import FeedbackForm
from models.mentorships.states import RUNNING
from models.mentorships.tables import Mentorship
from models.oversight.finding import Finding, School
from models.oversight.together import Here
from models.terms import Severity

IGNORED, ALIKE = 4, 3
SHORT = 10
"""Words of fewer characters say nothing."""
QUICK = timedelta(seconds=5)
"""In less time nobody reads the questions of a full form."""
LATELY = timedelta(days=200)
_OVER = (FormState.EXPIRED, FormState.SKIPPED, FormState.SUBMITTED)


class _Form(NamedTuple):
    """What of a form says how it was answered."""

    state: FormState
    comment: str
    is_full: bool
    sent_at: datetime | None
    submitted_at: datetime | None


def silent(school: School) -> list[Finding]:
    """FORM_SILENT: somebody left the last four forms unanswered. One tap on the next ends it."""
    ignored = {
        pair_id
        for pair_id, forms in _by_person(school, _OVER)
        if [form.state for form in forms[-IGNORED:]] == [FormState.EXPIRED] * IGNORED
    }
    return [Finding(pair_id, Severity.INFO) for pair_id in sorted(ignored)]


def formal(school: School) -> list[Finding]:
    """FORMAL_FEEDBACK: the last three answers of somebody have equal words, few words, or came within five seconds."""
    alike = {
        pair_id
        for pair_id, forms in _by_person(school, (FormState.SUBMITTED,))
        if len(forms) >= ALIKE and _is_formal(forms[-ALIKE:])
    }
    return [Finding(pair_id, Severity.INFO) for pair_id in sorted(alike)]


def _by_person(school: School, states: Sequence[FormState]) -> list[tuple[int, list[_Form]]]:
    """The forms of each member of a running pair in the order in which they were asked."""
    forms: dict[tuple[int, int | None], list[_Form]] = defaultdict(list)
    for pair_id, respondent_id, *form in school.rows(_forms):
        forms[pair_id, respondent_id].append(_Form(*form))
    chosen = ((pair_id, [form for form in some if form.state in states]) for (pair_id, _), some in forms.items())
    return [(pair_id, some) for pair_id, some in chosen if some]


def _forms(here: Here) -> Select[*tuple[Any, ...]]:
    whose = (FeedbackForm.organisation_id, FeedbackForm.mentorship_id, FeedbackForm.respondent_id)
    return (
        select(*whose, *(getattr(FeedbackForm, name) for name in _Form._fields))
        .join(Mentorship, Mentorship.id == FeedbackForm.mentorship_id)
        .where(
            FeedbackForm.organisation_id.in_(here.ids),
            Mentorship.organisation_id.in_(here.ids),
            FeedbackForm.state.in_(_OVER),
            FeedbackForm.created_at >= here.ago(LATELY),
            Mentorship.state.in_(RUNNING),
        )
        .order_by(FeedbackForm.created_at, FeedbackForm.id)
    )


def _is_formal(forms: Sequence[_Form]) -> bool:
    words = [form.comment.strip() for form in forms]
    if all(words) and (len(set(words)) == 1 or max(map(len, words)) < SHORT):
        return True
    return all(
        form.is_full and form.sent_at and form.submitted_at and form.submitted_at - form.sent_at < QUICK
        for form in forms
    )
