"""Signals out of what mentees say of their meetings."""

from collections import defaultdict
from statistics import fmean

from sqlalchemy import case, func, select

from models.forms.questions import LOW
from models.forms.states import CallKind, FormState
from models.forms.tables import FeedbackForm, HelpCall
from models.meetings.tables import Meeting
from models.mentorships.states import RUNNING, Side
from models.mentorships.tables import Mentorship
from models.oversight.finding import Finding, School
from models.terms import Severity

LAST_FORMS, LOW_TWICE = 3, 2
MEAN_BELOW, MEAN_AGAIN, MEAN_FROM_N = 3.0, 3.5, 3
APART, BOTH_FROM_N = 2, 2


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
    rows = school.session.execute(
        select(
            FeedbackForm.mentorship_id,
            func.avg(case((FeedbackForm.side == Side.MENTEE, FeedbackForm.usefulness))),
            func.avg(case((FeedbackForm.side == Side.MENTOR, FeedbackForm.usefulness))),
        )
        .join(Meeting, Meeting.id == FeedbackForm.meeting_id)
        .join(Mentorship, Mentorship.id == FeedbackForm.mentorship_id)
        .where(
            FeedbackForm.organisation_id == school.organisation_id,
            Mentorship.organisation_id == school.organisation_id,
            FeedbackForm.usefulness.is_not(None),
            FeedbackForm.state != FormState.VOID,
            Mentorship.state.in_(RUNNING),
        )
        .group_by(FeedbackForm.mentorship_id, Meeting.id, Meeting.starts_at)
        .order_by(Meeting.starts_at, Meeting.id)
    )
    both: dict[int, list[float]] = defaultdict(list)
    for pair_id, mentee, mentor in rows:
        if mentee is not None and mentor is not None:
            both[pair_id].append(float(mentee) - float(mentor))
    apart = {pair_id: abs(fmean(some[-LAST_FORMS:])) for pair_id, some in both.items() if len(some) >= BOTH_FROM_N}
    return [Finding(pair_id) for pair_id, points in apart.items() if points >= APART]


def help_asked(school: School) -> list[Finding]:
    """HELP_ASKED: «Нужна помощь» was pressed and the curator has not closed it. The subject is the call."""
    calls = school.session.scalars(
        select(HelpCall.id).where(
            HelpCall.organisation_id == school.organisation_id,
            HelpCall.kind == CallKind.HELP,
            HelpCall.closed_at.is_(None),
        )
    )
    return [Finding(call_id, Severity.CRITICAL) for call_id in calls]


def _marks(school: School) -> dict[int, list[int]]:
    """The mentees' answers of each running pair in the order of the meetings."""
    rows = school.session.execute(
        select(FeedbackForm.mentorship_id, FeedbackForm.usefulness)
        .join(Meeting, Meeting.id == FeedbackForm.meeting_id)
        .join(Mentorship, Mentorship.id == FeedbackForm.mentorship_id)
        .where(
            FeedbackForm.organisation_id == school.organisation_id,
            Mentorship.organisation_id == school.organisation_id,
            FeedbackForm.side == Side.MENTEE,
            FeedbackForm.usefulness.is_not(None),
            FeedbackForm.state != FormState.VOID,
            Mentorship.state.in_(RUNNING),
        )
        .order_by(Meeting.starts_at, Meeting.id)
    )
    marks: dict[int, list[int]] = defaultdict(list)
    for pair_id, usefulness in rows:
        marks[pair_id].append(usefulness or 0)
    return marks


def _is_low(marks: list[int]) -> bool:
    low = sum(mark in LOW for mark in marks[-LAST_FORMS:]) >= LOW_TWICE
    return low or (len(marks) >= MEAN_FROM_N and fmean(marks) < MEAN_BELOW)


def _finding(pair_id: int, marks: list[int]) -> Finding:
    return Finding(pair_id, Severity.HIGH, {"n": len(marks), "mean": round(fmean(marks), 2)})
