"""Signals about a school as a whole; the subject is the school. The first two are for the level above alone (§12)."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, func, select

from models.audit import AuditEntry
from models.base import UtcDateTime
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.places import TAKES_PLACE
from models.mentorships.states import MEETING, RUNNING, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.oversight.finding import Finding, School
from models.oversight.indicators.attention import SILENT_DAYS
from models.oversight.states import LIVE, SignalCode
from models.oversight.tables import RiskSignal
from models.oversight.together import Here
from models.people.consents import runs_on
from models.people.curators import curators_at
from models.people.states import MentorState, PersonState
from models.people.tables import MentorProfile, Person
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import Severity

GRAVE = (Severity.HIGH, Severity.CRITICAL)


def silent(school: School) -> list[Finding]:
    """SCHOOL_SILENT: pairs at work, and not a meeting in 14 days without holidays."""
    pairs, *moments = next(iter(school.rows(_at_work)), (0,))
    since = max((moment for moment in moments if moment is not None), default=None)
    if since is None or (days := school.days_since(since)) < SILENT_DAYS:
        return []
    return [Finding(school.organisation_id, Severity.WARN, {"days": days, "count": pairs})]


_GRAVE_SINCE = select(func.min(RiskSignal.opened_at, type_=UtcDateTime())).where(
    RiskSignal.organisation_id == bindparam("school"),
    RiskSignal.severity.in_(GRAVE),
    RiskSignal.state.in_(LIVE),
    RiskSignal.code.not_in((SignalCode.CONSENT_MISSING, SignalCode.CURATOR_SILENT)),
)


def curator_silent(school: School) -> list[Finding]:
    """CURATOR_SILENT: grave signals are open, and no curator of the school has done anything for 21 days."""
    grave = school.session.scalar(_GRAVE_SINCE, {"school": school.organisation_id})
    if grave is None or not (curators := [one.id for one in curators_at(school.session, school.organisation_id)]):
        return []
    did = select(func.max(AuditEntry.at, type_=UtcDateTime())).where(AuditEntry.person_id.in_(curators))
    days = school.days_since(max(grave, school.session.scalar(did) or grave))
    if days < school.limits[SignalCode.CURATOR_SILENT]:
        return []
    return [Finding(school.organisation_id, Severity.WARN, {"days": days})]


def mentor_shortage(school: School) -> list[Finding]:
    """MENTOR_SHORTAGE: more requests in the queue with a topic than free places of mentors who know it."""
    wanted = Counter(topic for (topics,) in school.rows(_wanted) for topic in topics)
    if not wanted:
        return []
    free: Counter[str] = Counter()
    for topics, places in school.rows(_free_places):
        free.update(dict.fromkeys(topics, max(places, 0)))
    short = sorted((topic for topic in wanted if wanted[topic] > free[topic]), key=lambda one: (-wanted[one], one))
    if not short:
        return []
    return [Finding(school.organisation_id, Severity.WARN, {"topics": short, "count": wanted[short[0]]})]


def consent_missing(school: School) -> list[Finding]:
    """CONSENT_MISSING: people in running pairs whose consent has run out, or was never given."""
    people, _ = _without_consent(school)
    return [Finding(school.organisation_id, Severity.CRITICAL, {"count": people})] if people else []


def consent_expiring(school: School) -> list[Finding]:
    """CONSENT_EXPIRING: people in running pairs whose consent will have run out in 30 days: all on 31 August, so one
    signal a school."""
    _, people = _without_consent(school)
    return [Finding(school.organisation_id, Severity.WARN, {"count": people})] if people else []


def in_pairs(organisation_id: int, *conditions: ColumnElement[bool]) -> Select[Person]:
    """People in the running pairs of a school."""
    pairs = (
        select(MentorshipMember.person_id)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(Mentorship.organisation_id == organisation_id, Mentorship.state.in_(RUNNING))
    )
    return select(Person).where(Person.id.in_(pairs), Person.state == PersonState.ACTIVE, *conditions)


def _without_consent(school: School) -> tuple[int, int]:
    """How many people in running pairs have no consent today, and how many more will soon have none."""
    soon = school.today + timedelta(days=school.limits[SignalCode.CONSENT_EXPIRING])
    missing, expiring = next(iter(school.rows(_consents, school.today, soon)), (0, 0))
    return missing, expiring


def _consents(here: Here, today: date, soon: date) -> Select[*tuple[Any, ...]]:
    members = (
        select(Mentorship.organisation_id, MentorshipMember.person_id)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(Mentorship.organisation_id.in_(here.ids), Mentorship.state.in_(RUNNING))
        .distinct()
        .subquery()
    )
    runs, will_run = runs_on(today), runs_on(soon)
    return (
        select(members.c.organisation_id, func.count(case((~runs, 1))), func.count(case((and_(runs, ~will_run), 1))))
        .join(Person, Person.id == members.c.person_id)
        .where(Person.state == PersonState.ACTIVE)
        .group_by(members.c.organisation_id)
    )


def _at_work(here: Here) -> Select[*tuple[Any, ...]]:
    """Of each school with pairs at work how many these are, since when, and when one has met last."""
    school, at_work = Mentorship.organisation_id, Mentorship.state.in_(MEETING)
    met = (
        select(school, func.max(Meeting.starts_at, type_=UtcDateTime()).label("at"))
        .join(Mentorship, Mentorship.id == Meeting.mentorship_id)
        .where(school.in_(here.ids), at_work, Meeting.organisation_id.in_(here.ids), Meeting.state == MeetingState.HELD)
        .group_by(school)
        .subquery()
    )
    return (
        select(school, func.count(), func.min(Mentorship.approved_at, type_=UtcDateTime()), met.c.at)
        .outerjoin(met, met.c.organisation_id == school)
        .where(school.in_(here.ids), at_work)
        .group_by(school, met.c.at)
    )


def _wanted(here: Here) -> Select[*tuple[Any, ...]]:
    asked = MentoringRequest
    return select(asked.organisation_id, asked.topics).where(
        asked.organisation_id.in_(here.ids), asked.state == RequestState.QUEUED
    )


def _free_places(here: Here) -> Select[*tuple[Any, ...]]:
    """The topics of each mentor, and how many places the school's own pairs have left."""
    school = Mentorship.organisation_id
    load = (
        select(school, MentorshipMember.person_id, func.count().label("pairs"))
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(school.in_(here.ids), MentorshipMember.side == Side.MENTOR, TAKES_PLACE)
        .group_by(school, MentorshipMember.person_id)
        .subquery()
    )
    card = MentorProfile
    is_of = and_(load.c.person_id == card.person_id, load.c.organisation_id == card.organisation_id)
    return (
        select(card.organisation_id, card.topics, card.capacity - func.coalesce(load.c.pairs, 0))
        .outerjoin(load, is_of)
        .where(card.organisation_id.in_(here.ids), card.state == MentorState.APPROVED)
    )
