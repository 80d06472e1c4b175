"""The lines of a digest: what a curator is to decide, each with the ready solution, and what can wait."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from models.forms.states import CallKind
from models.forms.tables import HelpCall
from models.matching.need import Candidate, Need
from models.matching.rank import rank
from models.mentorships.across import Awaited, awaiting, awaiting_count
from models.mentorships.candidates import need_of
from models.mentorships.cohort_facts import cohort_of
from models.mentorships.orders import awaiting_order
from models.mentorships.states import Side
from models.mentorships.tables import Mentorship
from models.mentorships.talks import due_of, talked
from models.mentorships.views import official_names
from models.oversight.conditions.meetings import overdue_logs
from models.oversight.conditions.registry import standing
from models.oversight.conditions.requests import days_waited
from models.oversight.finding import School
from models.oversight.states import LIVE, OF_CONSENTS, PRIVATE, SignalCode
from models.oversight.tables import RiskSignal
from models.oversight.together import Here, Together
from models.papers.yearly.handing import LOCKED
from models.papers.yearly.kinds import ReportKind
from models.papers.yearly.place import municipality_of, terms_of, versions
from models.people.names import official
from models.people.tables import Person
from models.requests.queries import TO_DECIDE
from models.requests.tables import MentoringRequest
from models.terms import Severity


class LineKind(StrEnum):
    """What a line is about: single matters first, then the sums of what can wait."""

    REQUEST = "REQUEST"
    NO_MEETING = "NO_MEETING"
    NOT_STARTED = "NOT_STARTED"
    LOW_RATING = "LOW_RATING"
    CALL = "CALL"
    FADING = "FADING"
    REQUESTS = "REQUESTS"
    PAIRS = "PAIRS"
    CALLS = "CALLS"
    OFFERS = "OFFERS"
    AWAITED = "AWAITED"
    TO_LEND = "TO_LEND"
    TEAMS = "TEAMS"
    LOGS = "LOGS"
    ORDERS = "ORDERS"
    OVERLOAD = "OVERLOAD"
    TALKS = "TALKS"
    SIGNALS = "SIGNALS"
    DECISIONS = "DECISIONS"

    SILENT_SCHOOL = "SILENT_SCHOOL"
    LATE_SCHOOL = "LATE_SCHOOL"
    NO_MENTOR = "NO_MENTOR"
    NO_CURATOR = "NO_CURATOR"
    SCHOOLS = "SCHOOLS"
    SUPPORTED = "SUPPORTED"


@dataclass(frozen=True)
class Line:
    """One line: facts without words. What a kind does not need stays empty."""

    kind: LineKind
    subject_id: int = 0
    """The request, the pair or the call, above a school the school; nought for a sum."""
    names: tuple[str, ...] = ()
    """As the curator reads them; for a pair mentee and mentor, for a school its own, for decisions
    whoever is the next to answer for one."""
    days: int = 0
    count: int = 0
    whole: int = 0
    """Of how many, where `count` is a part."""
    people: int = 0
    """How many people a reminder would reach."""
    mentor: str = ""
    """The best candidate of a waiting request."""
    reasons: tuple[dict[str, Any], ...] = ()
    call: CallKind | None = None
    until: date | None = None
    pair_ids: tuple[int, ...] = ()


_PAIR_LINES = {
    SignalCode.PAIR_NO_MEETING: LineKind.NO_MEETING,
    SignalCode.PAIR_NOT_STARTED: LineKind.NOT_STARTED,
    SignalCode.LOW_RATING: LineKind.LOW_RATING,
    SignalCode.PAIR_FADING: LineKind.FADING,
}
_ACROSS = {Awaited.LENDER: LineKind.AWAITED, Awaited.LENDING: LineKind.TO_LEND, Awaited.ABOVE: LineKind.TEAMS}
_OTHERS = (
    SignalCode.NO_SHOW_REPEAT,
    SignalCode.SIDES_DIVERGE,
    SignalCode.REMATCH_REPEAT,
    *OF_CONSENTS,
)
_DATA_AHEAD = timedelta(days=16)
"""So long before the data about pairs are due the digest begins to speak of them: usually on 15 October."""


def request_lines(school: School) -> list[Line]:
    """Requests that lie with the curator, the longest wait first; those put off («Позже») are left out."""
    requests = school.rows(_waiting)
    waits = [(one, days_waited(school, one.waiting_since or one.submitted_at)) for (one,) in requests]
    waits.sort(key=lambda wait: (-wait[1], wait[0].id))
    return [Line(LineKind.REQUEST, request.id, (official(request.mentee),), days=days) for request, days in waits]


def with_solution(school: School, line: Line) -> Line:
    """The line of a waiting request with the mentor who suits it best; the others are solutions themselves."""
    if line.kind is not LineKind.REQUEST:
        return line
    here = school.organisation_id
    needs, mentors = school.together.once(_cohort, school.together)
    need = needs.get(line.subject_id) or need_of(
        school.session, school.session.get_one(MentoringRequest, line.subject_id)
    )
    best = rank(need, (one for one in mentors if here in one.organisation_ids), school.today, 1)
    if not best:
        return line
    mentor = official(school.session.get_one(Person, best[0].mentor_id))
    reasons = tuple(reason.dump() for reason in best[0].reasons)
    return Line(line.kind, line.subject_id, line.names, days=line.days, mentor=mentor, reasons=reasons)


def pair_lines(school: School, reader_id: int | None = None) -> list[Line]:
    """Pairs with a live signal that is still true, one line a pair, the gravest first.

    Low marks of a pair to which the reader belongs are not for their eyes (R-20).
    """
    signals = [one for one in school.once(_live) if one.code in _PAIR_LINES and one.shown_from <= school.now]
    true = {code: standing(school, code) for code in {signal.code for signal in signals}}
    of_signals = select(Mentorship).where(Mentorship.id.in_({signal.subject_id for signal in signals}))
    pairs = {pair.id: pair for pair in school.session.scalars(of_signals)}
    lines: dict[int, Line] = {}
    for signal in sorted(signals, key=_gravity):
        if signal.subject_id in lines or signal.subject_id not in true[signal.code]:
            continue
        pair = pairs[signal.subject_id]
        if signal.code is SignalCode.LOW_RATING and pair.side_of(reader_id) is not None:
            continue
        names = (official_names(pair.on(Side.MENTEE)), official_names(pair.on(Side.MENTOR)))
        days = _days_of(school, signal)
        lines[pair.id] = Line(_PAIR_LINES[signal.code], pair.id, names, days=days, pair_ids=(pair.id,))
    return list(lines.values())


def call_lines(school: School, reader_id: int | None = None, *, from_above: bool = False) -> list[Line]:
    """Who asked for a talk, a psychologist or another mentor and has no answer yet, the oldest first.

    «Нужна помощь» is never mixed in: it came at once. Members of the pair do not see the call, and a reader
    `from_above` sees only what went up to them (R-20).
    """
    return [
        Line(
            LineKind.CALL,
            call.id,
            (official(call.person),),
            call=call.kind,
            pair_ids=(call.mentorship_id,) if call.mentorship_id else (),
        )
        for (call,) in school.rows(_calls)
        if reader_id not in call.concerned_ids and (not from_above or reader_id in call.reader_ids)
    ]


def log_line(school: School) -> Line | None:
    """Meetings that nobody has recorded for 48 hours, and how many mentors a reminder reaches."""
    meetings = overdue_logs(school)
    if not meetings:
        return None
    mentors = {meeting.mentorship.member(Side.MENTOR).person_id for meeting in meetings}
    pairs = sorted({meeting.mentorship_id for meeting in meetings})
    return Line(LineKind.LOGS, count=len(meetings), people=len(mentors), pair_ids=tuple(pairs))


def offer_line(school: School) -> Line | None:
    """Offers that a side has not answered for over three working days."""
    return _sum_of(school, SignalCode.OFFER_UNANSWERED, LineKind.OFFERS)


def across_line(school: School, whom: Awaited) -> Line | None:
    """Pairs that wait for another school's curator, or those of other schools that wait for this one's (YAR-12)."""
    count = sum(count for (count,) in school.rows(_across, whom))
    return Line(_ACROSS[whom], count=count) if count else None


def across_lines(session: Session, schools: Collection[int], *whom: Awaited) -> tuple[Line | None, ...]:
    """The same of many schools, and teams that wait for the curator above (R-06): one statement."""
    counts = (select(func.count()).select_from(Mentorship).where(awaiting(schools, one)) for one in whom)
    found = session.execute(select(*(count.scalar_subquery() for count in counts))).one()
    return tuple(Line(_ACROSS[one], count=count) if count else None for one, count in zip(whom, found, strict=True))


def overload_line(school: School) -> Line | None:
    """Mentors with more pairs than places."""
    return _sum_of(school, SignalCode.MENTOR_OVERLOAD, LineKind.OVERLOAD)


def order_line(school: School) -> Line | None:
    """Pairs without an order's number while the data about pairs are due and not handed in (S:004:152).

    When that is the municipality has chosen, or the year's calendar (reference.md §11).
    """
    session, kind = school.session, ReportKind.PAIRS
    municipality = municipality_of(session, school.organisation_id)
    terms = school.together.once(terms_of, session, municipality, school.today)
    term = next(one for one in terms if one.kind is kind)
    if not term.days.last - _DATA_AHEAD <= school.today <= term.days.last:
        return None
    sent = session.scalar(versions(school.organisation_id, kind, term.school_year).limit(1))
    pairs = session.scalars(awaiting_order(school.organisation_id)).all()
    if not pairs or (sent is not None and sent.state in LOCKED):
        return None
    return Line(LineKind.ORDERS, count=len(pairs), until=term.days.last)


def talk_line(school: School) -> Line | None:
    """Pairs with which the curator's next talk is due: one line a week, no message for each."""
    due = due_of(school.rows(_talked), school.now, school.zone, school.own_holidays)
    return Line(LineKind.TALKS, count=len(due)) if due else None


def signal_line(school: School, reader_id: int | None = None) -> Line | None:
    """What else the sweep has noticed and is no mere hint; what members may not see of their pair is left out."""
    shown = [one for one in school.once(_live) if one.code in _OTHERS and one.shown_from <= school.now]
    count = sum(one.severity is not Severity.INFO and not _concerns(school, one, reader_id) for one in shown)
    return Line(LineKind.SIGNALS, count=count) if count else None


def _concerns(school: School, signal: RiskSignal, reader_id: int | None) -> bool:
    """Whether it is about the reader, or about what the forms of the reader's own pair say."""
    if signal.code in PRIVATE:
        return school.session.get_one(Mentorship, signal.subject_id).side_of(reader_id) is not None
    return signal.code is SignalCode.REMATCH_REPEAT and signal.subject_id == reader_id


def _sum_of(school: School, code: SignalCode, kind: LineKind) -> Line | None:
    live = {one.subject_id for one in school.once(_live) if one.code is code}
    count = len(live & standing(school, code)) if live else 0
    return Line(kind, count=count) if count else None


def _live(school: School) -> Sequence[RiskSignal]:
    """The signals that were left after looking at the school."""
    of_school = RiskSignal.organisation_id == school.organisation_id
    return school.session.scalars(select(RiskSignal).where(of_school, RiskSignal.state.in_(LIVE))).all()


def _cohort(here: Together) -> tuple[dict[int, Need], tuple[Candidate, ...]]:
    """Needs by request, and the mentors, of those schools in which somebody waits."""
    waiting = [school_id for school_id in here.ids if here.rows(school_id, _waiting)]
    cohort = cohort_of(here.session, waiting, here.now)
    return {need.request_id: need for need in cohort.needs}, cohort.mentors


def _waiting(here: Here) -> Select[*tuple[Any, ...]]:
    asked = MentoringRequest
    return select(asked.organisation_id, asked).where(
        asked.organisation_id.in_(here.ids),
        asked.state.in_(TO_DECIDE),
        or_(asked.postponed_until.is_(None), asked.postponed_until <= here.now),
    )


def _calls(here: Here) -> Select[*tuple[Any, ...]]:
    return (
        select(HelpCall.organisation_id, HelpCall)
        .where(HelpCall.organisation_id.in_(here.ids), HelpCall.kind != CallKind.HELP, HelpCall.closed_at.is_(None))
        .order_by(HelpCall.asked_at, HelpCall.id)
    )


def _across(here: Here, whom: Awaited) -> Select[*tuple[Any, ...]]:
    return awaiting_count(here.ids, whom)


def _talked(here: Here) -> Select[*tuple[Any, ...]]:
    return talked(here.ids)


def _gravity(signal: RiskSignal) -> tuple[int, datetime, int]:
    return list(_PAIR_LINES).index(signal.code), signal.opened_at, signal.id


def _days_of(school: School, signal: RiskSignal) -> int:
    """Days as people count them, holidays included, for a silent pair; as the condition counted them otherwise."""
    since = signal.evidence.get("since")
    return days_waited(school, datetime.fromisoformat(since)) if since else int(signal.evidence.get("days", 0))
