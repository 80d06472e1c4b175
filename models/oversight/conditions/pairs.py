"""Signals about the rhythm of pairs. Holidays do not count, a paused pair is left in peace (YAR-7)."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import func, select

from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.oversight.finding import Finding, School
from models.terms import Intensity, Severity

SILENCE_DAYS = {Intensity.WEEKLY: 10, Intensity.FORTNIGHTLY: 21, Intensity.MONTHLY: 30}
"""After how many days without a meeting a pair is asked; a pair that meets once is never asked."""
START_DAYS = 10
FIRST_DAYS, LAST_DAYS = 56, 28
_MEETING = (MentorshipState.TRIAL, MentorshipState.ACTIVE)


def no_meeting(school: School) -> list[Finding]:
    """PAIR_NO_MEETING: nothing held for 21 days (10 where they meet weekly, 30 monthly); HIGH at twice that."""
    last_held = (
        select(Meeting.mentorship_id, func.max(Meeting.starts_at).label("at"))
        .where(Meeting.organisation_id == school.organisation_id, Meeting.state == MeetingState.HELD)
        .group_by(Meeting.mentorship_id)
        .subquery()
    )
    rows = school.session.execute(
        select(Mentorship.id, Mentorship.intensity, last_held.c.at, Mentorship.approved_at, Mentorship.resumed_at)
        .outerjoin(last_held, last_held.c.mentorship_id == Mentorship.id)
        .where(Mentorship.organisation_id == school.organisation_id, Mentorship.state.in_(_MEETING))
    )
    found = []
    for pair_id, intensity, *moments in rows:
        since = max((moment for moment in moments if moment is not None), default=None)
        limit = SILENCE_DAYS.get(intensity)
        if limit is None or since is None or (days := school.days_since(since)) < limit:
            continue
        severity = Severity.HIGH if days >= 2 * limit else Severity.WARN
        found.append(Finding(pair_id, severity, {"days": days, "since": since.isoformat()}))
    return found


def not_started(school: School) -> list[Finding]:
    """PAIR_NOT_STARTED: approved, and no first meeting for 10 days."""
    rows = school.session.execute(
        select(Mentorship.id, Mentorship.approved_at).where(
            Mentorship.organisation_id == school.organisation_id,
            Mentorship.state == MentorshipState.APPROVED,
            Mentorship.approved_at.is_not(None),
        )
    )
    waiting = [(pair_id, school.days_since(approved_at)) for pair_id, approved_at in rows if approved_at is not None]
    return [Finding(pair_id, Severity.WARN, {"days": days}) for pair_id, days in waiting if days >= START_DAYS]


def fading(school: School) -> list[Finding]:
    """PAIR_FADING: in the last four weeks less than half the rate of the pair's own first eight (YAR-7).

    The weeks are of days without holidays; the two spans never overlap, so a pair is watched from its 13th week on.
    """
    rows = school.session.execute(
        select(Meeting.mentorship_id, Meeting.starts_at)
        .join(Mentorship, Mentorship.id == Meeting.mentorship_id)
        .where(
            Meeting.organisation_id == school.organisation_id,
            Meeting.state == MeetingState.HELD,
            Mentorship.state.in_(_MEETING),
            Mentorship.intensity != Intensity.ONCE,
        )
    )
    held: dict[int, list[datetime]] = defaultdict(list)
    for pair_id, starts_at in rows:
        held[pair_id].append(starts_at)
    counts = {pair_id: _first_and_last(school, moments) for pair_id, moments in held.items()}
    return [
        Finding(pair_id, Severity.WARN, {"first": first, "last": last})
        for pair_id, (first, last) in counts.items()
        if 2 * last * FIRST_DAYS < first * LAST_DAYS
    ]


def _first_and_last(school: School, moments: list[datetime]) -> tuple[int, int]:
    """Meetings held in the first eight and in the last four weeks; noughts while the pair is too young to tell."""
    start = school.day(min(moments))
    if school.span(start, school.today) < FIRST_DAYS + LAST_DAYS:
        return 0, 0
    days = [school.day(moment) for moment in moments]
    first = sum(school.span(start, day) < FIRST_DAYS for day in days)
    return first, sum(school.span(day, school.today) < LAST_DAYS for day in days)
