"""What is handed in, from the live records: the pairs, and the facts of the year's note (NTG-3, OMS-40)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.local_time import to_local
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import MentorshipState, Side
from models.mentorships.tables import Mentorship
from models.oversight.indicators.frame import Frame
from models.oversight.indicators.pairs import ran
from models.oversight.tables import RiskSignal
from models.papers.queries import standing
from models.papers.report import MonthOfMeetings, Responses, SchoolSpan, meetings_by_month, responses_of
from models.papers.states import ReportState
from models.papers.tables import ActivityStatement
from models.papers.yearly.kinds import ReportKind
from models.people.tables import Organisation
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.school_year import Period
from models.terms import MentoringForm

OUTCOMES = (RequestState.FULFILLED, RequestState.PARTLY_FULFILLED, RequestState.UNFULFILLED)


@dataclass(frozen=True)
class PairFact:
    """A standing pair without anybody's name: who it is, how long, by which order, and whether they meet."""

    id: int
    mentor_ids: tuple[int, ...]
    mentee_ids: tuple[int, ...]
    form: MentoringForm
    state: MentorshipState
    began: date | None
    order_ref: str
    order_date: date | None
    held: int
    last_held: date | None


@dataclass(frozen=True)
class Recognised:
    """A mentor whose pairs have done their work to the end this year, or whose statement was confirmed."""

    person_id: int
    completed: int
    statements: int


@dataclass(frozen=True)
class NoteFacts:
    """The school year of a school until the day of making."""

    pairs: int
    """All that ran this year (reference.md §8), the ended ones included."""
    forms: tuple[tuple[MentoringForm, int], ...]
    completed: int
    terminated: int
    rematched: int
    """Corrections: pairs that took the place of another one."""
    months: tuple[MonthOfMeetings, ...]
    requests_in: int
    matched: int
    outcomes: tuple[tuple[RequestState, int], ...]
    signals_opened: int
    signals_closed: int
    mentees: Responses
    mentors: Responses
    recognised: tuple[Recognised, ...]


@dataclass(frozen=True)
class Contents:
    """What a report of a kind holds beside the indicators of its snapshot."""

    pairs: tuple[PairFact, ...] = ()
    note: NoteFacts | None = None


STORED = TypeAdapter(Contents)


def contents_of(session: Session, frame: Frame, kind: ReportKind) -> Contents:
    """How it stands at the end of the frame's window, for one school."""
    match kind:
        case ReportKind.PAIRS:
            return Contents(pairs=tuple(pair_facts(session, frame.root_id)))
        case ReportKind.MAY:
            return Contents()
        case ReportKind.NOTE:
            return Contents(note=_note(session, frame))


def pair_facts(session: Session, organisation_id: int) -> Iterable[PairFact]:
    """The standing pairs, the first approved first: three statements."""
    zone = ZoneInfo(session.get_one(Organisation, organisation_id).zone)
    met = {
        pair: (count, last)
        for pair, count, last in session.execute(
            select(Meeting.mentorship_id, func.count(), func.max(Meeting.starts_at))
            .where(Meeting.organisation_id == organisation_id, Meeting.state == MeetingState.HELD)
            .group_by(Meeting.mentorship_id)
        )
    }
    for pair in session.scalars(standing(organisation_id)):
        held, last = met.get(pair.id, (0, None))
        yield PairFact(
            id=pair.id,
            mentor_ids=_side(pair, Side.MENTOR),
            mentee_ids=_side(pair, Side.MENTEE),
            form=pair.form,
            state=pair.state,
            began=to_local(pair.approved_at, zone).date() if pair.approved_at else None,
            order_ref=pair.order_ref,
            order_date=pair.order_date,
            held=held,
            last_held=to_local(last, zone).date() if last else None,
        )


def _note(session: Session, frame: Frame) -> NoteFacts:
    school = session.get_one(Organisation, frame.root_id)
    zone = ZoneInfo(school.zone)
    window = frame.window
    span = SchoolSpan.of(session, school.id, Period(window.first, window.day), zone)
    pairs = _pairs(session, frame)
    closed = span.within(Mentorship.closed_at)
    outcomes = Counter(
        session.scalars(
            select(MentoringRequest.state).where(
                MentoringRequest.organisation_id == school.id,
                MentoringRequest.state.in_(OUTCOMES),
                *span.within(MentoringRequest.closed_at),
            )
        )
    )
    rematched = (Mentorship.rematch_of.is_not(None), *span.within(Mentorship.proposed_at))
    return NoteFacts(
        pairs=sum(pairs.values()),
        forms=tuple((form, pairs[form]) for form in MentoringForm if pairs[form]),
        completed=span.count(Mentorship, Mentorship.state == MentorshipState.COMPLETED, *closed),
        terminated=span.count(Mentorship, Mentorship.state == MentorshipState.TERMINATED, *closed),
        rematched=span.count(Mentorship, *rematched),
        months=meetings_by_month(session, school.id, window.day.replace(day=1), zone, min(window.now, span.end)),
        requests_in=span.count(MentoringRequest, *span.within(MentoringRequest.submitted_at)),
        matched=span.count(MentoringRequest, *span.within(MentoringRequest.matched_at)),
        outcomes=tuple((state, outcomes[state]) for state in OUTCOMES),
        signals_opened=span.count(RiskSignal, *span.within(RiskSignal.opened_at)),
        signals_closed=span.count(RiskSignal, *span.within(RiskSignal.resolved_at)),
        mentees=responses_of(span, Side.MENTEE),
        mentors=responses_of(span, Side.MENTOR),
        recognised=tuple(_recognised(session, span, window.first)),
    )


def _pairs(session: Session, frame: Frame) -> Counter[MentoringForm]:
    ran_ = (frame.here(Mentorship.organisation_id), ran(frame))
    rows = session.execute(
        select(Mentorship.form, func.count())
        .join(Organisation, Organisation.id == Mentorship.organisation_id)
        .where(*ran_)
        .group_by(Mentorship.form)
    )
    return Counter(dict(rows.all()))


def _recognised(session: Session, span: SchoolSpan, first: date) -> Iterable[Recognised]:
    """The mentors of completed pairs and those with a confirmed statement, most completed pairs first."""
    completed: Counter[int] = Counter()
    done = select(Mentorship).where(
        Mentorship.organisation_id == span.organisation_id,
        Mentorship.state == MentorshipState.COMPLETED,
        *span.within(Mentorship.closed_at),
    )
    for pair in session.scalars(done):
        completed.update(_side(pair, Side.MENTOR))
    statements = Counter(
        session.scalars(
            select(ActivityStatement.person_id).where(
                ActivityStatement.organisation_id == span.organisation_id,
                ActivityStatement.state == ReportState.ACCEPTED,
                ActivityStatement.school_year == first.year,
            )
        )
    )
    everybody = sorted({*completed, *statements}, key=lambda one: (-completed[one], -statements[one], one))
    return (Recognised(one, completed[one], statements[one]) for one in everybody)


def _side(pair: Mentorship, side: Side) -> tuple[int, ...]:
    return tuple(member.person_id for member in pair.members if member.side is side)
