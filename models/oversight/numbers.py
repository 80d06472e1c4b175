"""The numbers of a week: each one a query with its definition."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from models.forms.averages import Average, school_average
from models.forms.states import FormState
from models.forms.tables import FeedbackForm
from models.meetings.states import AHEAD, MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import Side
from models.oversight.finding import School
from models.oversight.period import Period
from models.oversight.tables import RiskSignal
from models.requests.states import WAITING
from models.requests.tables import MentoringRequest

FEEDBACK_SPAN = timedelta(days=28)
Counted = Meeting | MentoringRequest | FeedbackForm | RiskSignal
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


def numbers_of(school: School, period: Period) -> Numbers:
    """Counts the week of a school."""
    past = min(period.end, school.now)
    held, no_show, open_ = _meetings(school, period.start, past)
    held_before, no_show_before, open_before = _meetings(school, period.before, period.start)
    since = school.now - FEEDBACK_SPAN
    forms = (FeedbackForm.created_at >= since, FeedbackForm.state != FormState.VOID)
    ahead = (Meeting.state.in_(AHEAD), Meeting.starts_at >= school.now, Meeting.starts_at < period.ahead_until)
    return Numbers(
        held=held,
        planned=held + no_show + open_,
        no_show=no_show,
        held_before=held_before,
        planned_before=held_before + no_show_before + open_before,
        ahead=_count(school, Meeting, *ahead),
        requests_in=_count(school, MentoringRequest, *_within(MentoringRequest.submitted_at, period)),
        matched=_count(school, MentoringRequest, *_within(MentoringRequest.matched_at, period)),
        waiting=_count(school, MentoringRequest, MentoringRequest.state.in_(WAITING)),
        asked=_count(school, FeedbackForm, *forms),
        answered=_count(school, FeedbackForm, *forms, FeedbackForm.usefulness.is_not(None)),
        mentees=school_average(school.session, school.organisation_id, Side.MENTEE, since),
        mentors=school_average(school.session, school.organisation_id, Side.MENTOR, since),
        signals_opened=_count(school, RiskSignal, *_within(RiskSignal.opened_at, period)),
        signals_closed=_count(school, RiskSignal, *_within(RiskSignal.resolved_at, period)),
    )


def _meetings(school: School, start: datetime, end: datetime) -> tuple[int, int, int]:
    """Held, not held, and past without a record."""
    rows = school.session.execute(
        select(Meeting.state, func.count())
        .where(Meeting.organisation_id == school.organisation_id, Meeting.starts_at >= start, Meeting.starts_at < end)
        .group_by(Meeting.state)
    )
    counts = {state: count for state, count in rows}  # noqa: C416  rows are no pairs for `dict` to type
    return counts.get(MeetingState.HELD, 0), counts.get(MeetingState.NO_SHOW, 0), sum(counts.get(s, 0) for s in AHEAD)


def _within(column: Moment, period: Period) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return column >= period.start, column < period.end


def _count(school: School, model: type[Counted], *conditions: ColumnElement[bool]) -> int:
    of_school = model.organisation_id == school.organisation_id
    return school.session.scalar(select(func.count()).select_from(model).where(of_school, *conditions)) or 0
