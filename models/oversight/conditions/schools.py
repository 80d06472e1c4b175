"""Signals about a school as a whole; the subject is the school. The first two are for the level above alone (§12)."""

from collections import Counter
from datetime import timedelta

from sqlalchemy import ColumnElement, Select, func, select

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
    at_work = (Mentorship.organisation_id == school.organisation_id, Mentorship.state.in_(MEETING))
    met = (
        select(func.max(Meeting.starts_at, type_=UtcDateTime()))
        .join(Mentorship, Mentorship.id == Meeting.mentorship_id)
        .where(*at_work, Meeting.organisation_id == school.organisation_id, Meeting.state == MeetingState.HELD)
        .scalar_subquery()
    )
    begun = select(func.count(), func.min(Mentorship.approved_at, type_=UtcDateTime()), met).where(*at_work)
    pairs, *moments = school.session.execute(begun).one()
    since = max((moment for moment in moments if moment is not None), default=None)
    if since is None or (days := school.days_since(since)) < SILENT_DAYS:
        return []
    return [Finding(school.organisation_id, Severity.WARN, {"days": days, "count": pairs})]


def curator_silent(school: School) -> list[Finding]:
    """CURATOR_SILENT: grave signals are open, and no curator of the school has done anything for 21 days."""
    curators = [person.id for person in curators_at(school.session, school.organisation_id)]
    open_ = (
        RiskSignal.organisation_id == school.organisation_id,
        RiskSignal.severity.in_(GRAVE),
        RiskSignal.state.in_(LIVE),
        RiskSignal.code.not_in((SignalCode.CONSENT_MISSING, SignalCode.CURATOR_SILENT)),
    )
    grave = school.session.scalar(select(func.min(RiskSignal.opened_at, type_=UtcDateTime())).where(*open_))
    if grave is None or not curators:
        return []
    did = select(func.max(AuditEntry.at, type_=UtcDateTime())).where(AuditEntry.person_id.in_(curators))
    days = school.days_since(max(grave, school.session.scalar(did) or grave))
    if days < school.limits[SignalCode.CURATOR_SILENT]:
        return []
    return [Finding(school.organisation_id, Severity.WARN, {"days": days})]


def mentor_shortage(school: School) -> list[Finding]:
    """MENTOR_SHORTAGE: more requests in the queue with a topic than free places of mentors who know it."""
    queued = select(MentoringRequest.topics).where(
        MentoringRequest.organisation_id == school.organisation_id, MentoringRequest.state == RequestState.QUEUED
    )
    wanted = Counter(topic for topics in school.session.scalars(queued) for topic in topics)
    if not wanted:
        return []
    load = (
        select(MentorshipMember.person_id, func.count().label("pairs"))
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(Mentorship.organisation_id == school.organisation_id, MentorshipMember.side == Side.MENTOR, TAKES_PLACE)
        .group_by(MentorshipMember.person_id)
        .subquery()
    )
    mentors = school.session.execute(
        select(MentorProfile.topics, MentorProfile.capacity - func.coalesce(load.c.pairs, 0))
        .outerjoin(load, load.c.person_id == MentorProfile.person_id)
        .where(MentorProfile.organisation_id == school.organisation_id, MentorProfile.state == MentorState.APPROVED)
    )
    free: Counter[str] = Counter()
    for topics, places in mentors:
        free.update(dict.fromkeys(topics, max(places, 0)))
    short = sorted((topic for topic in wanted if wanted[topic] > free[topic]), key=lambda one: (-wanted[one], one))
    if not short:
        return []
    return [Finding(school.organisation_id, Severity.WARN, {"topics": short, "count": wanted[short[0]]})]


def consent_missing(school: School) -> list[Finding]:
    """CONSENT_MISSING: people in running pairs whose consent has run out, or was never given."""
    people = _count(school, ~runs_on(school.today))
    return [Finding(school.organisation_id, Severity.CRITICAL, {"count": people})] if people else []


def consent_expiring(school: School) -> list[Finding]:
    """CONSENT_EXPIRING: people in running pairs whose consent will have run out in 30 days: all on 31 August, so one
    signal a school."""
    days = school.limits[SignalCode.CONSENT_EXPIRING]
    people = _count(school, runs_on(school.today), ~runs_on(school.today + timedelta(days=days)))
    return [Finding(school.organisation_id, Severity.WARN, {"count": people})] if people else []


def in_pairs(organisation_id: int, *conditions: ColumnElement[bool]) -> Select[Person]:
    """People in the running pairs of a school."""
    pairs = (
        select(MentorshipMember.person_id)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(Mentorship.organisation_id == organisation_id, Mentorship.state.in_(RUNNING))
    )
    return select(Person).where(Person.id.in_(pairs), Person.state == PersonState.ACTIVE, *conditions)


def _count(school: School, *conditions: ColumnElement[bool]) -> int:
    wanted = in_pairs(school.organisation_id, *conditions).with_only_columns(func.count())
    return school.session.scalar(wanted) or 0
