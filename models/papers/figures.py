"""What a mentor has done in a period, counted from held meetings (YKT-10, R-13). No marks, no answers of anybody."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session, selectinload

from models.local_time import to_local, utc_at
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import RUNNING, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.names import official
from models.people.tables import Person
from models.school_year import Period
from models.terms import MentoringForm, PersonKind

_WORKED = (*RUNNING, MentorshipState.COMPLETED, MentorshipState.TERMINATED)


@dataclass(frozen=True)
class PairFigures:
    """A pair's part. `mentees` as R-23 allows: «Кузнецова О. С.», «Маша К., 7 кл.»."""

    mentee_ids: tuple[int, ...]
    mentees: tuple[str, ...]
    form: MentoringForm
    began: date | None
    completed: date | None
    order_ref: str
    order_date: date | None
    meetings: int
    minutes: int


@dataclass(frozen=True)
class MonthFigures:
    """A month's part; `month` is its first day."""

    month: date
    meetings: int
    minutes: int


@dataclass(frozen=True)
class Figures:
    """All of a statement that may be frozen."""

    school: str
    mentor: str
    """In full: «Лебедева Ирина Викторовна»; a pupil who mentors as R-23 allows."""
    position: str
    pairs: tuple[PairFigures, ...]
    months: tuple[MonthFigures, ...]
    meetings: int
    minutes: int
    completed: int
    """Pairs that did their work to the end within the period."""


STORED = TypeAdapter(Figures)


@dataclass(frozen=True)
class _Held:
    pair: int
    month: date
    minutes: int


def figures_of(session: Session, mentor: Person, period: Period) -> Figures:
    """Counts the held meetings of the mentor's pairs at their own school, days by the school's calendar.

    A meeting of a group is one meeting. Pairs of other schools are for the curators of those schools to confirm.
    """
    school = mentor.organisation
    zone = ZoneInfo(school.zone)
    start = utc_at(period.first, time(0), zone)
    end = utc_at(period.last + timedelta(days=1), time(0), zone)
    held = _held(session, mentor, start, end, zone)
    pairs = tuple(_pair(pair, held, start, end, zone) for pair in _pairs(session, mentor, start, end, held))
    return Figures(
        school=school.name,
        mentor=_in_full(mentor),
        position=mentor.position or mentor.class_label,
        pairs=pairs,
        months=_by_month(held),
        meetings=len(held),
        minutes=sum(one.minutes for one in held),
        completed=sum(pair.completed is not None for pair in pairs),
    )


def _held(session: Session, mentor: Person, start: datetime, end: datetime, zone: ZoneInfo) -> list[_Held]:
    rows = session.execute(
        select(Meeting.mentorship_id, Meeting.starts_at, Meeting.duration_min)
        .where(
            Meeting.organisation_id == mentor.organisation_id,
            Meeting.state == MeetingState.HELD,
            Meeting.starts_at >= start,
            Meeting.starts_at < end,
            Meeting.mentorship_id.in_(_led_by(mentor)),
        )
        .order_by(Meeting.starts_at, Meeting.id)
    )
    return [_Held(pair, to_local(starts, zone).date().replace(day=1), minutes) for pair, starts, minutes in rows]


def _pairs(
    session: Session, mentor: Person, start: datetime, end: datetime, held: Iterable[_Held]
) -> Iterable[Mentorship]:
    """Those that worked in the period, and any that has met in it."""
    worked = and_(
        Mentorship.state.in_(_WORKED),
        Mentorship.approved_at < end,
        or_(Mentorship.closed_at.is_(None), Mentorship.closed_at >= start),
    )
    met = Mentorship.id.in_({one.pair for one in held})
    of_school = Mentorship.organisation_id == mentor.organisation_id
    return session.scalars(
        select(Mentorship)
        .where(of_school, Mentorship.id.in_(_led_by(mentor)), or_(worked, met))
        .order_by(Mentorship.approved_at, Mentorship.id)
        .options(selectinload(Mentorship.members).joinedload(MentorshipMember.person))
    ).all()


def _pair(pair: Mentorship, held: Iterable[_Held], start: datetime, end: datetime, zone: ZoneInfo) -> PairFigures:
    mine = [one.minutes for one in held if one.pair == pair.id]
    mentees = [member.person for member in pair.members if member.side is Side.MENTEE]
    ended = pair.closed_at if pair.state is MentorshipState.COMPLETED else None
    return PairFigures(
        mentee_ids=tuple(person.id for person in mentees),
        mentees=tuple(official(person) for person in mentees),
        form=pair.form,
        began=to_local(pair.approved_at, zone).date() if pair.approved_at else None,
        completed=to_local(ended, zone).date() if ended and start <= ended < end else None,
        order_ref=pair.order_ref,
        order_date=pair.order_date,
        meetings=len(mine),
        minutes=sum(mine),
    )


def _by_month(held: Iterable[_Held]) -> tuple[MonthFigures, ...]:
    meetings: Counter[date] = Counter()
    minutes: Counter[date] = Counter()
    for one in held:
        meetings[one.month] += 1
        minutes[one.month] += one.minutes
    return tuple(MonthFigures(month, meetings[month], minutes[month]) for month in sorted(meetings))


def _led_by(mentor: Person) -> Select[int]:
    return select(MentorshipMember.mentorship_id).where(
        MentorshipMember.person_id == mentor.id, MentorshipMember.side == Side.MENTOR
    )


def _in_full(person: Person) -> str:
    if person.kind is PersonKind.STUDENT:
        return official(person)
    return f"{person.family_name} {person.given_name} {person.patronymic}".strip()
