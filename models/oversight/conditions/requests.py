"""Signals about people who wait: for a mentor, for the curator, for an answer."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from models.local_time import days_between
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.oversight.finding import Finding, School
from models.oversight.states import SignalCode
from models.oversight.together import Here
from models.people.tables import Person
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.school_year import add_working_days, working_time_between
from models.terms import Severity

UNMATCHED_FIRST_YEAR_DAYS, UNMATCHED_HIGH_DAYS = 7, 30
UNREAD_WORKING_DAYS, UNREAD_GOES_UP_WORKING_DAYS = 1, 5
_FIRST_YEAR = "первый год"
"""How a position says it («учитель математики, первый год»): the only place where it is known so far."""


def unmatched(school: School) -> list[Finding]:
    """REQUEST_UNMATCHED: in the queue over 14 days, a first-year teacher's over 7; HIGH over 30.

    Calendar days: whoever waits, waits in holidays, too.
    """
    found = []
    for request_id, waiting_since, submitted_at, position in school.rows(_queued):
        days = days_waited(school, waiting_since or submitted_at)
        usual = school.limits[SignalCode.REQUEST_UNMATCHED]
        limit = min(usual, UNMATCHED_FIRST_YEAR_DAYS) if _FIRST_YEAR in position.lower() else usual
        if days > limit:
            severity = Severity.HIGH if days > UNMATCHED_HIGH_DAYS else Severity.WARN
            found.append(Finding(request_id, severity, {"days": days}))
    return found


def unread(school: School) -> list[Finding]:
    """REQUEST_UNREAD: handed in over a working day ago and opened by no curator; over five, the level above hears."""
    found = []
    for request_id, submitted_at in school.rows(_unread):
        if not _is_over(school, submitted_at, UNREAD_WORKING_DAYS):
            continue
        goes_up = _is_over(school, submitted_at, UNREAD_GOES_UP_WORKING_DAYS)
        days = working_time_between(submitted_at, school.now, school.zone)
        severity = Severity.HIGH if goes_up else Severity.WARN
        found.append(Finding(request_id, severity, {"days": days}, goes_up))
    return found


def offer_unanswered(school: School) -> list[Finding]:
    """OFFER_UNANSWERED: a side has been silent for over three working days. The subject is the proposed pair."""
    return [
        Finding(pair_id, Severity.INFO, {"days": working_time_between(silent_since, school.now, school.zone)})
        for pair_id, silent_since in school.rows(_unanswered)
        if _is_over(school, silent_since, school.limits[SignalCode.OFFER_UNANSWERED])
    ]


def days_waited(school: School, since: datetime | None) -> int:
    """Calendar days from the local day of `since` till today."""
    return days_between(since, school.now, school.zone) if since is not None else 0


def _queued(here: Here) -> Select[*tuple[Any, ...]]:
    asked = MentoringRequest
    return (
        select(asked.organisation_id, asked.id, asked.waiting_since, asked.submitted_at, Person.position)
        .join(Person, Person.id == asked.mentee_id)
        .where(asked.organisation_id.in_(here.ids), asked.state == RequestState.QUEUED)
    )


def _unread(here: Here) -> Select[*tuple[Any, ...]]:
    asked = MentoringRequest
    return select(asked.organisation_id, asked.id, asked.submitted_at).where(
        asked.organisation_id.in_(here.ids),
        asked.state == RequestState.SUBMITTED,
        asked.read_at.is_(None),
        asked.submitted_at.is_not(None),
    )


def _unanswered(here: Here) -> Select[*tuple[Any, ...]]:
    return select(Mentorship.organisation_id, Mentorship.id, Mentorship.silent_since).where(
        Mentorship.organisation_id.in_(here.ids),
        Mentorship.state == MentorshipState.PROPOSED,
        Mentorship.silent_since.is_not(None),
    )


def _is_over(school: School, since: datetime, working_days: int) -> bool:
    return add_working_days(since, working_days, school.zone) < school.now
