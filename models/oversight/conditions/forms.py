"""Signals out of how forms are answered; the subject is the pair, whose members never see them (R-20)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from models.forms.states import FormState
from models.forms.tables import FeedbackForm
from models.mentorships.states import RUNNING
from models.mentorships.tables import Mentorship
from models.oversight.finding import Finding, School
from models.terms import Severity

IGNORED, ALIKE = 4, 3
SHORT = 10
"""Words of fewer characters say nothing."""
QUICK = timedelta(seconds=5)
"""In less time nobody reads the questions of a full form."""
LATELY = timedelta(days=200)


def silent(school: School) -> list[Finding]:
    """FORM_SILENT: somebody left the last four forms unanswered. One tap on the next ends it."""
    over = (FormState.EXPIRED, FormState.SKIPPED, FormState.SUBMITTED)
    ignored = {
        pair_id
        for pair_id, forms in _by_person(school, over)
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


def _by_person(school: School, states: Sequence[FormState]) -> list[tuple[int, list[Any]]]:
    """The forms of each member of a running pair in the order in which they were asked."""
    rows = school.session.execute(
        select(
            FeedbackForm.mentorship_id,
            FeedbackForm.respondent_id,
            FeedbackForm.state,
            FeedbackForm.comment,
            FeedbackForm.is_full,
            FeedbackForm.sent_at,
            FeedbackForm.submitted_at,
        )
        .join(Mentorship, Mentorship.id == FeedbackForm.mentorship_id)
        .where(
            FeedbackForm.organisation_id == school.organisation_id,
            Mentorship.organisation_id == school.organisation_id,
            FeedbackForm.state.in_(states),
            FeedbackForm.created_at >= school.now - LATELY,
            Mentorship.state.in_(RUNNING),
        )
        .order_by(FeedbackForm.created_at, FeedbackForm.id)
    )
    forms: dict[tuple[int, int | None], list[Any]] = defaultdict(list)
    for row in rows:
        forms[row.mentorship_id, row.respondent_id].append(row)
    return [(pair_id, some) for (pair_id, _), some in forms.items()]


def _is_formal(forms: Sequence[Any]) -> bool:
    words = [form.comment.strip() for form in forms]
    if all(words) and (len(set(words)) == 1 or max(map(len, words)) < SHORT):
        return True
    return all(
        form.is_full and form.sent_at and form.submitted_at and form.submitted_at - form.sent_at < QUICK
        for form in forms
    )
