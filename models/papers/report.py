"""The monthly report of a school and its list of pairs (OMS-23): counts by definition, marks by R-16 only."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.access import Actor
from models.forms.averages import SHOWN_FROM, Average
from models.forms.states import FormState
from models.forms.tables import FeedbackForm
from models.local_time import to_local, utc_at
from models.meetings.states import AHEAD, MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import MENTORSHIP, MentorshipState, Side
from models.mentorships.tables import Mentorship
from models.oversight.tables import RiskSignal
from models.papers.period import month_after
from models.papers.queries import check_school, side_of, standing
from models.people.tables import Organisation
from models.requests.states import WAITING
from models.requests.tables import MentoringRequest
from models.school_year import Period, school_year_of
from models.terms import MentoringForm

_TO_HAPPEN = (MeetingState.HELD, MeetingState.NO_SHOW, *AHEAD)
"""Meetings that were planned for their day and neither cancelled nor moved (R-13)."""
_ENDED = tuple(state for state in MentorshipState if MENTORSHIP.is_terminal(state))
Moment = InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None]


@dataclass(frozen=True)
class MonthOfMeetings:
    """Meetings of a month: planned for it (whether written down or not), held, and known not to have been held."""

    month: date
    planned: int
    held: int
    no_show: int


@dataclass(frozen=True)
class Responses:
    """How many forms of a side went out and came back; the share only from `SHOWN_FROM` on."""

    asked: int
    answered: int
    average: Average

    @property
    def share(self) -> int | None:
        """Per cent of forms that were answered; None for too few to say."""
        return round(100 * self.answered / self.asked) if self.asked >= SHOWN_FROM else None


@dataclass(frozen=True)
class MonthReport:
    """A month of a school. Pairs are as they stand at the time of making, everything else is of the period."""

    organisation_id: int
    school: str
    zone: str
    period: Period
    made_at: datetime
    states: tuple[tuple[MentorshipState, int], ...]
    forms: tuple[tuple[MentoringForm, int], ...]
    pairs: int
    completed: int
    """Pairs that did their work to the end within the period."""
    months: tuple[MonthOfMeetings, ...]
    """From September to the month of the report, which is the last."""
    requests_in: int
    matched: int
    waiting: int
    signals_opened: int
    signals_closed: int
    mentees: Responses
    mentors: Responses


@dataclass(frozen=True)
class PairRow:
    """A line of the list of pairs."""

    mentee: str
    mentor: str
    form: MentoringForm
    state: MentorshipState
    began: date | None
    order_ref: str
    order_date: date | None
    held: int
    last_held: date | None


@dataclass(frozen=True)
class PairList:
    """The standing pairs of a school at a moment."""

    school: str
    zone: str
    made_at: datetime
    rows: tuple[PairRow, ...]


async def month_report(
    session: AsyncSession, actor: Actor, organisation_id: int, month: date, now: datetime
) -> MonthReport:
    """The report of a month that has begun. Raises ProgrammeError `error-no-access` outside the scope."""
    check_school(actor, organisation_id)
    return await session.run_sync(_month_report, organisation_id, month.replace(day=1), now)


async def pair_list(session: AsyncSession, actor: Actor, organisation_id: int, now: datetime) -> PairList:
    """The school's standing pairs with what they have held; above the school pupils are not named (R-20).

    Raises ProgrammeError `error-no-access`.
    """
    check_school(actor, organisation_id)
    return await session.run_sync(_pair_list, organisation_id, now, actor)


@dataclass(frozen=True)
class SchoolSpan:
    """A period of a school in moments: from `start` on, before `end`, both UTC."""

    session: Session
    organisation_id: int
    start: datetime
    end: datetime

    @classmethod
    def of(cls, session: Session, organisation_id: int, period: Period, zone: ZoneInfo) -> "SchoolSpan":
        """Whole days of the school's own zone."""
        end = utc_at(period.last + timedelta(days=1), time(0), zone)
        return cls(session, organisation_id, utc_at(period.first, time(0), zone), end)

    def within(self, column: Moment) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        """Whether a moment lies in it."""
        return column >= self.start, column < self.end

    def count(self, model: type[Mentorship | MentoringRequest | RiskSignal], *conditions: ColumnElement[bool]) -> int:
        """How many rows of the school there are."""
        of_school = model.organisation_id == self.organisation_id
        return self.session.scalar(select(func.count()).select_from(model).where(of_school, *conditions)) or 0


def _month_report(session: Session, organisation_id: int, month: date, now: datetime) -> MonthReport:
    school = session.get_one(Organisation, organisation_id)
    zone = ZoneInfo(school.zone)
    last = min(month_after(month, 1) - timedelta(days=1), to_local(now, zone).date())
    span = SchoolSpan.of(session, organisation_id, Period(month, last), zone)
    pairs = session.execute(
        select(Mentorship.state, Mentorship.form, func.count())
        .where(Mentorship.organisation_id == organisation_id, Mentorship.state.not_in(_ENDED))
        .group_by(Mentorship.state, Mentorship.form)
    ).all()
    states: Counter[MentorshipState] = Counter()
    forms: Counter[MentoringForm] = Counter()
    for state, form, count in pairs:
        states[state] += count
        forms[form] += count
    done = (Mentorship.state == MentorshipState.COMPLETED, *span.within(Mentorship.closed_at))
    return MonthReport(
        organisation_id=organisation_id,
        school=school.name,
        zone=school.zone,
        period=Period(month, last),
        made_at=now,
        states=tuple((state, states[state]) for state in MentorshipState if states[state]),
        forms=tuple((form, forms[form]) for form in MentoringForm if forms[form]),
        pairs=sum(states.values()),
        completed=span.count(Mentorship, *done),
        months=meetings_by_month(session, organisation_id, month, zone, min(now, span.end)),
        requests_in=span.count(MentoringRequest, *span.within(MentoringRequest.submitted_at)),
        matched=span.count(MentoringRequest, *span.within(MentoringRequest.matched_at)),
        waiting=span.count(MentoringRequest, MentoringRequest.state.in_(WAITING)),
        signals_opened=span.count(RiskSignal, *span.within(RiskSignal.opened_at)),
        signals_closed=span.count(RiskSignal, *span.within(RiskSignal.resolved_at)),
        mentees=responses_of(span, Side.MENTEE),
        mentors=responses_of(span, Side.MENTOR),
    )


def meetings_by_month(
    session: Session, organisation_id: int, month: date, zone: ZoneInfo, until: datetime
) -> tuple[MonthOfMeetings, ...]:
    """The months from September to `month`, up to the moment `until`.

    By the school's calendar, which no database counts alike in every zone: the rows are two columns.
    """
    first = date(school_year_of(month), 9, 1)
    rows = session.execute(
        select(Meeting.starts_at, Meeting.state).where(
            Meeting.organisation_id == organisation_id,
            Meeting.state.in_(_TO_HAPPEN),
            Meeting.starts_at >= utc_at(first, time(0), zone),
            Meeting.starts_at < until,
        )
    )
    counts = Counter((to_local(starts, zone).date().replace(day=1), state) for starts, state in rows)
    months = [
        month_after(first, ahead) for ahead in range((month.year - first.year) * 12 + month.month - first.month + 1)
    ]
    return tuple(
        MonthOfMeetings(
            month=one,
            planned=sum(counts[one, state] for state in _TO_HAPPEN),
            held=counts[one, MeetingState.HELD],
            no_show=counts[one, MeetingState.NO_SHOW],
        )
        for one in months
    )


def responses_of(span: SchoolSpan, side: Side) -> Responses:
    """The forms of a side that went out within the span."""
    marks: Sequence[int | None] = span.session.scalars(
        select(FeedbackForm.usefulness).where(
            FeedbackForm.organisation_id == span.organisation_id,
            FeedbackForm.side == side,
            FeedbackForm.state != FormState.VOID,
            *span.within(FeedbackForm.created_at),
        )
    ).all()
    given = [mark for mark in marks if mark is not None]
    return Responses(len(marks), len(given), Average.of(given))


def _pair_list(session: Session, organisation_id: int, now: datetime, reader: Actor) -> PairList:
    school = session.get_one(Organisation, organisation_id)
    zone = ZoneInfo(school.zone)
    held = {
        pair: (count, last)
        for pair, count, last in session.execute(
            select(Meeting.mentorship_id, func.count(), func.max(Meeting.starts_at))
            .where(Meeting.organisation_id == organisation_id, Meeting.state == MeetingState.HELD)
            .group_by(Meeting.mentorship_id)
        )
    }
    pairs = session.scalars(standing(organisation_id))
    rows = [_row(pair, held.get(pair.id, (0, None)), zone, reader) for pair in pairs]
    return PairList(school.name, school.zone, now, tuple(sorted(rows, key=lambda row: (row.mentee, row.mentor))))


def _row(pair: Mentorship, met: tuple[int, datetime | None], zone: ZoneInfo, reader: Actor) -> PairRow:
    held, last = met
    return PairRow(
        mentee=side_of(pair, Side.MENTEE, reader),
        mentor=side_of(pair, Side.MENTOR, reader),
        form=pair.form,
        state=pair.state,
        began=to_local(pair.approved_at, zone).date() if pair.approved_at else None,
        order_ref=pair.order_ref,
        order_date=pair.order_date,
        held=held,
        last_held=to_local(last, zone).date() if last else None,
    )
