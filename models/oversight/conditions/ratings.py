"""Signals out of what mentees say of their meetings."""

from collections import defaultdict
from statistics import fmean
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select

from models.forms.questions import LOW
from models.forms.states import CallKind, FormState
from models.forms.tables import FeedbackForm, HelpCall
from models.meetings.tables import Meeting
from models.mentorships.states import RUNNING, Side
from models.mentorships.tables import Mentorship
from models.oversight.finding import Finding, School
from models.oversight.together import Here
from models.terms import Severity

LAST_FORMS, LOW_TWICE = 3, 2
MEAN_BELOW, MEAN_AGAIN, MEAN_FROM_N = 3.0, 3.5, 3
APART, BOTH_FROM_N = 2, 2
_SIDES = (Side.MENTEE, Side.MENTOR)


def low_rating(school: School) -> list[Finding]:
    """LOW_RATING: one of the two lowest answers twice in the last three forms, or a mean below 3.0 of at least 3."""
    return [_finding(pair_id, marks) for pair_id, marks in _marks(school).items() if _is_low(marks)]


def low_rating_lasts(school: School) -> set[int]:
    """Pairs whose signal, once raised, stays: until the mean reaches 3.5."""
    return {pair_id for pair_id, marks in _marks(school).items() if _is_low(marks) or fmean(marks) < MEAN_AGAIN}


def sides_diverge(school: School) -> list[Finding]:
    """SIDES_DIVERGE: of the last three meetings that both sides answered the means are two of five words apart.

    A third of the way, as three points of ten in a pulse; one meeting says nothing yet.
    """
    both: dict[int, list[float]] = defaultdict(list)
    for pair_id, mentee, mentor in school.rows(_means):
        if mentee is not None and mentor is not None:
            both[pair_id].append(float(mentee) - float(mentor))
    apart = {pair_id: abs(fmean(some[-LAST_FORMS:])) for pair_id, some in both.items() if len(some) >= BOTH_FROM_N}
    return [Finding(pair_id) for pair_id, points in apart.items() if points >= APART]


def help_asked(school: School) -> list[Finding]:
    """HELP_ASKED: «Нужна помощь» was pressed and the curator has not closed it. The subject is the call."""
    return [Finding(call_id, Severity.CRITICAL) for (call_id,) in school.rows(_calls)]


def _marks(school: School) -> dict[int, list[int]]:
    """The mentees' answers of each running pair in the order of the meetings."""
    marks: dict[int, list[int]] = defaultdict(list)
    for pair_id, usefulness in school.rows(_answers):
        marks[pair_id].append(usefulness)
    return marks


def _means(here: Here) -> Select[*tuple[Any, ...]]:
    by_side = [func.avg(case((FeedbackForm.side == side, FeedbackForm.usefulness))) for side in _SIDES]
    return (
        select(FeedbackForm.organisation_id, FeedbackForm.mentorship_id, *by_side)
        .join(Meeting, Meeting.id == FeedbackForm.meeting_id)
        .join(Mentorship, Mentorship.id == FeedbackForm.mentorship_id)
        .where(*_answered(here))
        .group_by(FeedbackForm.organisation_id, FeedbackForm.mentorship_id, Meeting.id, Meeting.starts_at)
        .order_by(Meeting.starts_at, Meeting.id)
    )


def _answers(here: Here) -> Select[*tuple[Any, ...]]:
    return (
        select(FeedbackForm.organisation_id, FeedbackForm.mentorship_id, FeedbackForm.usefulness)
        .join(Meeting, Meeting.id == FeedbackForm.meeting_id)
        .join(Mentorship, Mentorship.id == FeedbackForm.mentorship_id)
        .where(*_answered(here), FeedbackForm.side == Side.MENTEE)
        .order_by(Meeting.starts_at, Meeting.id)
    )


def _answered(here: Here) -> tuple[ColumnElement[bool], ...]:
    return (
        FeedbackForm.organisation_id.in_(here.ids),
        Mentorship.organisation_id.in_(here.ids),
        FeedbackForm.usefulness.is_not(None),
        FeedbackForm.state != FormState.VOID,
        Mentorship.state.in_(RUNNING),
    )


def _calls(here: Here) -> Select[*tuple[Any, ...]]:
    return select(HelpCall.organisation_id, HelpCall.id).where(
        HelpCall.organisation_id.in_(here.ids), HelpCall.kind == CallKind.HELP, HelpCall.closed_at.is_(None)
    )


def _is_low(marks: list[int]) -> bool:
    low = sum(mark in LOW for mark in marks[-LAST_FORMS:]) >= LOW_TWICE
    return low or (len(marks) >= MEAN_FROM_N and fmean(marks) < MEAN_BELOW)


def _finding(pair_id: int, marks: list[int]) -> Finding:
    return Finding(pair_id, Severity.HIGH, {"n": len(marks), "mean": round(fmean(marks), 2)})
