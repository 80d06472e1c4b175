"""The numbers of a week: each one a query with its definition."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Function, Select, and_, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from models.forms.averages import Average
from models.forms.states import FormState
from models.forms.tables import FeedbackForm
from models.meetings.states import AHEAD
from models.meetings.tables import Meeting
from models.mentorships.states import Side
from models.oversight.finding import School
from models.oversight.period import Period
from models.oversight.tables import RiskSignal
from models.oversight.together import Here
from models.oversight.weeks import WeekCount
from models.requests.states import WAITING
from models.requests.tables import MentoringRequest

FEEDBACK_SPAN = timedelta(days=28)
Moment = InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None]


@dataclass(frozen=True)
class Numbers:
    """What lies behind [Цифры]. Answers are those of the last four weeks, everything else is of the week."""

    held: int
    planned: int
    """Held, not held, or past and not yet recorded; cancelled and moved meetings were not to be held (R-13)."""
    no_show: int
    held_before: int
    planned_before: int
    ahead: int
    requests_in: int
    matched: int
    waiting: int
    asked: int
    answered: int
    mentees: Average
    mentors: Average
    signals_opened: int
    signals_closed: int

    @property
    def recorded(self) -> int:
        """Meetings of which it is known whether they took place."""
        return self.held + self.no_show


def numbers_of(school: School, period: Period, weeks: Sequence[WeekCount]) -> Numbers:
    """Counts the week of a school; of `weeks` it is the last."""
    before, week = weeks[-2:]
    ((ahead,),) = school.rows(_ahead, period.ahead_until) or ((0,),)
    ((requests_in, matched, waiting),) = school.rows(_requests, period.start, period.end) or ((0, 0, 0),)
    marks = [mark for _, mark in school.rows(_marks) if mark is not None]
    of_signals = _signals(school.organisation_id, period)
    signals_opened, signals_closed = school.session.execute(of_signals).one()
    return Numbers(
        held=week.held,
        planned=week.planned,
        no_show=week.no_show,
        held_before=before.held,
        planned_before=before.planned,
        ahead=ahead,
        requests_in=requests_in,
        matched=matched,
        waiting=waiting,
        asked=len(school.rows(_marks)),
        answered=len(marks),
        mentees=_average(school, Side.MENTEE),
        mentors=_average(school, Side.MENTOR),
        signals_opened=signals_opened,
        signals_closed=signals_closed,
    )


def _average(school: School, side: Side) -> Average:
    return Average.of([mark for one, mark in school.rows(_marks) if one is side and mark is not None])


def _marks(here: Here) -> Select[*tuple[Any, ...]]:
    """What one side or the other answered to each form of the last four weeks, None where they did not."""
    return select(FeedbackForm.organisation_id, FeedbackForm.side, FeedbackForm.usefulness).where(
        FeedbackForm.organisation_id.in_(here.ids),
        FeedbackForm.created_at >= here.ago(FEEDBACK_SPAN),
        FeedbackForm.state != FormState.VOID,
    )


def _ahead(here: Here, until: datetime) -> Select[*tuple[Any, ...]]:
    school = Meeting.organisation_id
    soon = and_(Meeting.starts_at >= here.now, Meeting.starts_at < until)
    return select(school, func.count()).where(school.in_(here.ids), Meeting.state.in_(AHEAD), soon).group_by(school)


def _requests(here: Here, start: datetime, end: datetime) -> Select[*tuple[Any, ...]]:
    asked = MentoringRequest
    counts = (
        _number(_within(asked.submitted_at, start, end)),
        _number(_within(asked.matched_at, start, end)),
        _number(asked.state.in_(WAITING)),
    )
    school = asked.organisation_id
    return select(school, *counts).where(school.in_(here.ids)).group_by(school)


def _signals(organisation_id: int, period: Period) -> Select[int, int]:
    """Not asked of all schools together: looking at each of them moves its signals."""
    start, end = period.start, period.end
    opened, closed = (_within(moment, start, end) for moment in (RiskSignal.opened_at, RiskSignal.resolved_at))
    return select(_number(opened), _number(closed)).where(
        RiskSignal.organisation_id == organisation_id, or_(opened, closed)
    )


def _number(condition: ColumnElement[bool]) -> Function[int]:
    return func.count(case((condition, 1)))


def _within(column: Moment, start: datetime, end: datetime) -> ColumnElement[bool]:
    return and_(column >= start, column < end)
