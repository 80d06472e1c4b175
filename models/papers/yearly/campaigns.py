"""Campaigns run by themselves: opened by the calendar, two reminders, and one more by the municipality (NTG-3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.access import Permission
from models.errors import ProgrammeError
from models.local_time import to_local
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.oversight.indicators.access import curated
from models.oversight.indicators.frame import frame_of
from models.papers.yearly.handing import LOCKED, subject
from models.papers.yearly.kinds import ReportKind, nudges_due
from models.papers.yearly.place import Term, terms_of, today_at
from models.papers.yearly.tables import Campaign, YearReport
from models.people.curators import away_ids
from models.people.states import PersonState
from models.people.tables import Organisation, Person, RoleGrant
from models.school_year import Period, cycle_end, is_working_day
from models.terms import OrgKind, Role
from models.use_case import Tx, use_case

FROM = time(10)
"""From this hour of a working day on, at the municipality, schools are told."""


@dataclass(frozen=True)
class Moved:
    """The days of a campaign as they are now."""

    kind: ReportKind
    days: Period


@use_case(Permission.SWEEP)
def run_campaigns(tx: Tx) -> int:
    """Opens the campaigns whose day has come and sends the reminders that are due; gives the number of notices' waves.

    Safe to repeat: each campaign opens once and reminds twice, whatever its days become, and only whoever has not
    handed in. A bot that was down catches up with the latest reminder alone.
    """
    waves = 0
    for place in tx.session.scalars(select(Organisation).where(Organisation.kind == OrgKind.MUNICIPALITY)):
        local = to_local(tx.now, ZoneInfo(place.zone))
        if local.time() < FROM or not is_working_day(local.date()):
            continue
        for term in terms_of(tx.session, place.id, local.date()):
            if local.date() in term.days:
                waves += _run(tx, place, term, local.date())
    return waves


@use_case(Permission.CURATE)
def move_campaign(tx: Tx, organisation_id: int, kind: ReportKind, opens_on: date, closes_on: date) -> Moved:
    """The municipality sets the days of a campaign of this school year.

    Raises ProgrammeError `error-no-access`, `error-campaign-place` for what is no municipality, `error-campaign-days`
    for days outside the school year or the wrong way round, and for another first day once it has begun.
    """
    place = curated(tx, organisation_id)
    if place.kind is not OrgKind.MUNICIPALITY:
        raise ProgrammeError("error-campaign-place")
    term = next(one for one in terms_of(tx.session, place.id, today_at(place, tx.now)) if one.kind is kind)
    first = date(term.school_year, 9, 1)
    if not first <= opens_on <= closes_on <= cycle_end(first):
        raise ProgrammeError("error-campaign-days")
    row = _row(tx, place, term)
    if row.opened_at is not None and opens_on != row.opens_on:
        raise ProgrammeError("error-campaign-days")
    row.opens_on, row.closes_on = opens_on, closes_on
    tx.session.flush()
    return Moved(kind, Period(opens_on, closes_on))


@use_case(Permission.CURATE)
def nudge_schools(tx: Tx, campaign_id: int) -> int:
    """«Напомнить школам»: the municipality reminds whoever has not handed in, once a campaign; how many schools.

    Raises ProgrammeError `error-no-access`, `error-campaign-nudged` for a second time, `error-campaign-all` where all
    have handed in, `error-campaign-early` before its first day.
    """
    row = tx.get(Campaign, campaign_id)
    place = tx.session.get_one(Organisation, row.organisation_id)
    if row.nudged_at is not None:
        raise ProgrammeError("error-campaign-nudged", day=f"{to_local(row.nudged_at, ZoneInfo(place.zone)):%d.%m.%Y}")
    if today_at(place, tx.now) < row.opens_on:
        raise ProgrammeError("error-campaign-early", day=f"{row.opens_on:%d.%m.%Y}")
    schools = _waiting(tx.session, row, tx.now)
    if not schools:
        raise ProgrammeError("error-campaign-all")
    row.nudged_at = tx.now
    _tell(tx, row, schools, NoticeKind.CAMPAIGN_NUDGE, "by-hand")
    return len(schools)


def handed_in(session: Session, schools: Iterable[int], kind: ReportKind, school_year: int) -> set[int]:
    """Which of the schools have it lying with the level above."""
    lying = (YearReport.kind == kind, YearReport.school_year == school_year, YearReport.state.in_(LOCKED))
    return set(session.scalars(select(YearReport.organisation_id).where(*lying))) & set(schools)


def _run(tx: Tx, place: Organisation, term: Term, today: date) -> int:
    row = _row(tx, place, term)
    due = nudges_due(row.closes_on, today)
    if row.opened_at is None:
        row.opened_at, row.nudges = tx.now, due
        _tell(tx, row, _waiting(tx.session, row, tx.now), NoticeKind.CAMPAIGN_OPENED, "")
        return 1
    if row.nudges >= due:
        return 0
    row.nudges = due
    _tell(tx, row, _waiting(tx.session, row, tx.now), NoticeKind.CAMPAIGN_NUDGE, str(due))
    return 1


def _row(tx: Tx, place: Organisation, term: Term) -> Campaign:
    if term.campaign_id is not None:
        return tx.get(Campaign, term.campaign_id)
    days = {"opens_on": term.days.first, "closes_on": term.days.last}
    row = Campaign(organisation_id=place.id, kind=term.kind, school_year=term.school_year, **days)
    tx.add(row)
    return row


def _waiting(session: Session, row: Campaign, now: datetime) -> list[int]:
    places = [place.id for place in frame_of(session, row.organisation_id, now).places]
    done = handed_in(session, places, row.kind, row.school_year)
    return [place for place in places if place not in done]


def _tell(tx: Tx, row: Campaign, schools: list[int], kind: NoticeKind, version: str) -> None:
    for school, curator in _curators(tx, schools):
        payload = {"campaign_id": row.id, "organisation_id": school}
        post(tx, curator, kind, subject(row.id, school), payload=payload, version=version)


def _curators(tx: Tx, schools: list[int]) -> Iterator[tuple[int, Person]]:
    """The schools' own curators; those who are away only where nobody else is there."""
    rows = tx.session.execute(
        select(RoleGrant.organisation_id, Person)
        .join(Person, Person.id == RoleGrant.person_id)
        .where(
            RoleGrant.organisation_id.in_(schools),
            RoleGrant.role == Role.CURATOR_SCHOOL,
            RoleGrant.admitted_at.is_not(None),
            RoleGrant.ended_at.is_(None),
            Person.state == PersonState.ACTIVE,
        )
        .order_by(RoleGrant.organisation_id, RoleGrant.id)
        .options(selectinload(Person.accounts), selectinload(Person.organisation))
    ).all()
    away = away_ids(tx.session, tx.now, {person.id for _, person in rows})
    served = {school for school, person in rows if person.id not in away}
    return ((school, person) for school, person in rows if person.id not in away or school not in served)
