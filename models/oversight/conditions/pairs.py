"""Signals about the rhythm of pairs. Holidays do not count, a paused pair is left in peace (YAR-7)."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, and_, case, func, or_, select

from models.base import UtcDateTime
from models.local_time import utc_at
from models.meetings.states import AHEAD, MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship, MentorshipMember
from models.oversight.finding import Finding, School
from models.oversight.states import SignalCode
from models.oversight.together import Here
from models.school_year import school_year_of
from models.terms import Intensity, Severity

SILENCE_DAYS = {Intensity.WEEKLY: 10, Intensity.FORTNIGHTLY: 21, Intensity.MONTHLY: 30}
"""After how many days without a meeting a pair is asked, in proportion to what the programme has chosen for those that
meet every other week; a pair that meets once is never asked."""
NO_SHOWS, NO_SHOW_SPAN, HELD_AGAIN = 2, timedelta(days=30), 2
REMATCHES = 3
FIRST_DAYS, LAST_DAYS = 56, 28
_MEETING = (MentorshipState.TRIAL, MentorshipState.ACTIVE)


def no_meeting(school: School) -> list[Finding]:
    """PAIR_NO_MEETING: nothing held for 21 days (10 where they meet weekly, 30 monthly); HIGH at twice that."""
    found = []
    for pair_id, intensity, since, _plans in school.once(_rhythms):
        limit = silence_limit(school, intensity)
        if limit is None or since is None or (days := school.days_since(since)) < limit:
            continue
        severity = Severity.HIGH if days >= 2 * limit else Severity.WARN
        found.append(Finding(pair_id, severity, {"days": days, "since": since.isoformat()}))
    return found


def no_plan(school: School) -> list[Finding]:
    """NO_PLAN: no meeting lies ahead, and the last one was 14 days ago; a pair that is silent is asked about that.

    The mentor hears of it, and no curator.
    """
    found = []
    for pair_id, intensity, since, plans in school.once(_rhythms):
        limit = silence_limit(school, intensity)
        if plans or since is None or limit is None:
            continue
        if school.limits[SignalCode.NO_PLAN] <= (days := school.days_since(since)) < limit:
            found.append(Finding(pair_id, Severity.INFO, {"days": days}))
    return found


def no_show_repeat(school: School) -> list[Finding]:
    """NO_SHOW_REPEAT: two meetings in 30 days did not take place, and no two since then did."""
    return [
        Finding(pair_id, Severity.WARN, {"count": count})
        for pair_id, states in school.once(_recorded).items()
        if (count := sum(recent and state is MeetingState.NO_SHOW for state, recent in states)) >= NO_SHOWS
        and not _is_back(states)
    ]


def no_show_repeat_lasts(school: School) -> set[int]:
    """Pairs whose signal, once raised, stays: until two meetings in a row were held."""
    return {pair_id for pair_id, states in school.once(_recorded).items() if not _is_back(states)}


def rematch_repeat(school: School) -> list[Finding]:
    """REMATCH_REPEAT: the third new match of one mentee or mentor in the school year. The subject is the person."""
    begun = utc_at(date(school_year_of(school.today), 9, 1), time(0), school.zone)
    rows = school.rows(_matched_anew, begun)
    return [Finding(person_id, Severity.HIGH, {"count": count}) for person_id, count in rows]


def silence_limit(school: School, intensity: Intensity) -> int | None:
    """After how many days a pair of this rhythm is asked; None for one that meets once."""
    usual, chosen = SILENCE_DAYS.get(intensity), school.limits[SignalCode.PAIR_NO_MEETING]
    return round(usual * chosen / SILENCE_DAYS[Intensity.FORTNIGHTLY]) if usual else None


def not_started(school: School) -> list[Finding]:
    """PAIR_NOT_STARTED: approved, and no first meeting for 10 days."""
    waiting = [(pair_id, school.days_since(approved_at)) for pair_id, approved_at in school.rows(_approved)]
    limit = school.limits[SignalCode.PAIR_NOT_STARTED]
    return [Finding(pair_id, Severity.WARN, {"days": days}) for pair_id, days in waiting if days >= limit]


def fading(school: School) -> list[Finding]:
    """PAIR_FADING: in the last four weeks less than half the rate of the pair's own first eight (YAR-7).

    The weeks are of days without holidays; the two spans never overlap, so a pair is watched from its 13th week on.
    """
    held: dict[int, list[datetime]] = defaultdict(list)
    for pair_id, starts_at in school.rows(_held):
        held[pair_id].append(starts_at)
    counts = {pair_id: _first_and_last(school, moments) for pair_id, moments in held.items()}
    return [
        Finding(pair_id, Severity.WARN, {"first": first, "last": last})
        for pair_id, (first, last) in counts.items()
        if 2 * last * FIRST_DAYS < first * LAST_DAYS
    ]


def _rhythms(school: School) -> list[tuple[int, Intensity, datetime | None, bool]]:
    """Of each pair that meets: since when it has not, and whether a meeting lies ahead."""
    return [
        (pair_id, intensity, max((moment for moment in moments if moment is not None), default=None), bool(plans))
        for pair_id, intensity, plans, *moments in school.rows(_last_met)
    ]


def _recorded(school: School) -> dict[int, list[tuple[MeetingState, bool]]]:
    """How the meetings of each pair of the last 60 days turned out, in their order, and which of them are recent."""
    found: dict[int, list[tuple[MeetingState, bool]]] = defaultdict(list)
    for pair_id, state, starts_at in school.rows(_outcomes):
        found[pair_id].append((state, starts_at >= school.now - NO_SHOW_SPAN))
    return found


def _matched_anew(here: Here, begun: datetime) -> Select[*tuple[Any, ...]]:
    times = func.count(Mentorship.id)
    return (
        select(Mentorship.organisation_id, MentorshipMember.person_id, times)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(
            Mentorship.organisation_id.in_(here.ids),
            Mentorship.rematch_of.is_not(None),
            Mentorship.proposed_at >= begun,
        )
        .group_by(Mentorship.organisation_id, MentorshipMember.person_id)
        .having(times >= REMATCHES)
    )


def _approved(here: Here) -> Select[*tuple[Any, ...]]:
    return select(Mentorship.organisation_id, Mentorship.id, Mentorship.approved_at).where(
        Mentorship.organisation_id.in_(here.ids),
        Mentorship.state == MentorshipState.APPROVED,
        Mentorship.approved_at.is_not(None),
    )


def _held(here: Here) -> Select[*tuple[Any, ...]]:
    return (
        select(Meeting.organisation_id, Meeting.mentorship_id, Meeting.starts_at)
        .join(Mentorship, Mentorship.id == Meeting.mentorship_id)
        .where(
            Meeting.organisation_id.in_(here.ids),
            Mentorship.organisation_id.in_(here.ids),
            Meeting.state == MeetingState.HELD,
            Mentorship.state.in_(_MEETING),
            Mentorship.intensity != Intensity.ONCE,
        )
    )


def _last_met(here: Here) -> Select[*tuple[Any, ...]]:
    is_held = Meeting.state == MeetingState.HELD
    lies_ahead = and_(Meeting.state.in_(AHEAD), Meeting.starts_at > here.now)
    met = (
        select(
            Meeting.mentorship_id,
            func.max(case((is_held, Meeting.starts_at)), type_=UtcDateTime()).label("at"),
            func.count(case((lies_ahead, Meeting.id))).label("plans"),
        )
        .where(Meeting.organisation_id.in_(here.ids), or_(is_held, lies_ahead))
        .group_by(Meeting.mentorship_id)
        .subquery()
    )
    rhythm = (Mentorship.intensity, met.c.plans, met.c.at, Mentorship.approved_at, Mentorship.resumed_at)
    return (
        select(Mentorship.organisation_id, Mentorship.id, *rhythm)
        .outerjoin(met, met.c.mentorship_id == Mentorship.id)
        .where(Mentorship.organisation_id.in_(here.ids), Mentorship.state.in_(_MEETING))
    )


def _outcomes(here: Here) -> Select[*tuple[Any, ...]]:
    return (
        select(Meeting.organisation_id, Meeting.mentorship_id, Meeting.state, Meeting.starts_at)
        .join(Mentorship, Mentorship.id == Meeting.mentorship_id)
        .where(
            Meeting.organisation_id.in_(here.ids),
            Mentorship.organisation_id.in_(here.ids),
            Meeting.state.in_((MeetingState.HELD, MeetingState.NO_SHOW)),
            Meeting.starts_at >= here.ago(2 * NO_SHOW_SPAN),
            Mentorship.state.in_(_MEETING),
        )
        .order_by(Meeting.starts_at, Meeting.id)
    )


def _is_back(states: list[tuple[MeetingState, bool]]) -> bool:
    return [state for state, _ in states[-HELD_AGAIN:]] == [MeetingState.HELD] * HELD_AGAIN


def _first_and_last(school: School, moments: list[datetime]) -> tuple[int, int]:
    """Meetings held in the first eight and in the last four weeks; noughts while the pair is too young to tell."""
    start = school.day(min(moments))
    if school.span(start, school.today) < FIRST_DAYS + LAST_DAYS:
        return 0, 0
    days = [school.day(moment) for moment in moments]
    first = sum(school.span(start, day) < FIRST_DAYS for day in days)
    return first, sum(school.span(day, school.today) < LAST_DAYS for day in days)
