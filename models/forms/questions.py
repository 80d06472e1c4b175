"""What a post-meeting form asks, and in which order (reference.md §9 «Post-meeting form»). Pure rules."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from models.forms.states import FormState, Wish
from models.forms.tables import FeedbackForm
from models.mentorships.states import Side

LOWEST, HIGHEST = 1, 5
LOW = (1, 2)
"""«Почти нет» and «Нет»: the person is asked what to do about it."""
EDITABLE = timedelta(minutes=15)
OPEN_FOR = timedelta(days=7)
_FULL_AFTER = (1, 3)
_MONTH = timedelta(days=28)


class Question(StrEnum):
    """What is asked next; NOTHING means thanks."""

    USEFULNESS = "USEFULNESS"
    WISH = "WISH"
    COMFORT = "COMFORT"
    NEXT_STEP = "NEXT_STEP"
    ENGAGEMENT = "ENGAGEMENT"
    SUPPORT = "SUPPORT"
    CONTINUE = "CONTINUE"
    NOTHING = "NOTHING"


_ITEMS = {Side.MENTEE: (Question.COMFORT, Question.NEXT_STEP), Side.MENTOR: (Question.ENGAGEMENT, Question.SUPPORT)}

OPTIONS: Mapping[Question, tuple[str, ...]] = MappingProxyType(
    {
        Question.COMFORT: ("EASY", "FINE", "HARD"),
        Question.NEXT_STEP: ("YES", "NOT_QUITE", "NO"),
        Question.ENGAGEMENT: ("HIGH", "MEDIUM", "LOW"),
        Question.SUPPORT: ("NO", "CURATOR", "PSYCHOLOGIST"),
        Question.CONTINUE: ("YES", "NOT_SUITABLE"),
    }
)


def wishes_of(side: Side) -> tuple[Wish, ...]:
    """What a side may want done about a low answer: only the mentee asks for another mentor."""
    return (Wish.NOTHING, Wish.TALK, Wish.ANOTHER_MENTOR) if side is Side.MENTEE else (Wish.NOTHING, Wish.TALK)


def is_full_after(number: int, last_full: datetime | None, now: datetime) -> bool:
    """Whether the form after the pair's held meeting `number` asks more than one question: 1 and 3, then monthly."""
    if number in _FULL_AFTER:
        return True
    return number > max(_FULL_AFTER) and (last_full is None or now - last_full >= _MONTH)


def next_question(form: FeedbackForm, *, may_continue: bool) -> Question:
    """The first question without an answer. `may_continue` says that the pair is still on trial («Продолжаем?»)."""
    if form.usefulness is None:
        return Question.USEFULNESS
    if form.usefulness in LOW and form.wish is None:
        return Question.WISH
    if not form.is_full:
        return Question.NOTHING
    asked = (*_ITEMS[form.side], *_continue(form, may_continue))
    return next((question for question in asked if question.value not in form.items), Question.NOTHING)


def is_open(form: FeedbackForm, now: datetime) -> bool:
    """Whether the answers may still be given or changed: until it closes, once given for a quarter of an hour."""
    if form.state is FormState.SUBMITTED:
        return form.submitted_at is not None and now - form.submitted_at <= EDITABLE
    return form.state in (FormState.SCHEDULED, FormState.SENT, FormState.PARTIAL) and now < form.closes_at


def hears_wishes(form: FeedbackForm, now: datetime) -> bool:
    """Whether a wish, a word more or «Продолжаем?» still counts: these are steps, not answers that are changed."""
    return form.state is not FormState.VOID and now < form.closes_at


def with_item(items: Mapping[str, Any], question: Question, value: str) -> dict[str, Any]:
    """The answers with one more; a new dict, for JSON columns do not notice changes."""
    return {**items, question.value: value}


def _continue(form: FeedbackForm, may_continue: bool) -> tuple[Question, ...]:
    return (Question.CONTINUE,) if form.number == 1 and may_continue else ()
