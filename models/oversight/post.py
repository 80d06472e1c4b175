"""Sending the digests: once a week to each curator of any level, at the hour they chose (R-09)."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from itertools import chain, islice
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from sqlalchemy import select

from models.access import CURATORS, Permission
from models.local_time import to_local, utc_at
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.notices.rules import iso_week_key
from models.oversight.area import AreaView, area_of
from models.oversight.digest import DigestView, digest_at
from models.oversight.finding import School
from models.oversight.states import DigestTime
from models.oversight.sweep import refresh
from models.oversight.tables import Digest, DigestSetting
from models.oversight.together import Together
from models.people.curators import away_ids
from models.people.states import PersonState
from models.people.tables import Organisation, Person, RoleGrant
from models.terms import OrgKind
from models.use_case import Tx, use_case

T = TypeVar("T", Organisation, Person)
WeekView = DigestView | AreaView
"""The week of a school, or of what stands above schools."""
STORED: TypeAdapter[WeekView] = TypeAdapter(WeekView)
A_TIME = 8
"""So many organisations are served in one transaction, so that presses come in between; the caller goes on."""
_EVENING = time(20)
_MOMENTS = {DigestTime.MON_08: (0, time(8)), DigestTime.MON_14: (0, time(14)), DigestTime.FRI_15: (4, time(15))}


@use_case(Permission.SWEEP)
def post_digests(tx: Tx) -> int:
    """Makes, stores and posts digests that are due, one a curator, organisation and ISO week; gives their number.

    Nought means that all are made: until then it is to be called again. Due from the chosen hour until the evening
    (20:00) of that day: a bot that was down catches up. In holidays in which nothing happened the week is stored and
    nothing is sent.
    """
    waiting = dict(islice(_due(tx).items(), A_TIME))
    places = _places(tx, waiting)
    curators = _by_id(tx, Person, chain.from_iterable(waiting.values()))
    schools = tuple(one for one in waiting if places[one].kind is OrgKind.SCHOOL)
    together = Together(tx.session, schools, tx.now)
    for organisation_id, readers in waiting.items():
        here = _begin(tx, places[organisation_id], together)
        for reader in readers:
            view = digest_at(here, reader) if isinstance(here, School) else here
            _post(tx, places[organisation_id], curators[reader], view)
    return sum(map(len, waiting.values()))


@use_case(Permission.CURATE)
def choose_time(tx: Tx, moment: DigestTime) -> DigestTime:
    """From now on the digest comes at this moment of the week; the week that was told already is not told again."""
    setting = tx.session.get(DigestSetting, tx.actor.me)
    if setting is None:
        tx.add(DigestSetting(person_id=tx.actor.me, time=moment))
    else:
        setting.time = moment
    return moment


def is_due(moment: DigestTime, now: datetime, zone: ZoneInfo) -> bool:
    """Whether a digest of this moment is to be sent at `now`: on its day, from its hour until the evening."""
    weekday, hour = _MOMENTS[moment]
    day = to_local(now, zone).date()
    return day.weekday() == weekday and utc_at(day, hour, zone) <= now < utc_at(day, _EVENING, zone)


def _due(tx: Tx) -> dict[int, list[int]]:
    """The curators of each organisation who wait for a digest now and have not had this week's."""
    rows = tx.session.execute(
        select(Organisation.id, Organisation.zone, Person.id, DigestSetting.time)
        .join(RoleGrant, RoleGrant.organisation_id == Organisation.id)
        .join(Person, Person.id == RoleGrant.person_id)
        .outerjoin(DigestSetting, DigestSetting.person_id == Person.id)
        .where(
            RoleGrant.role.in_(CURATORS),
            RoleGrant.admitted_at.is_not(None),
            RoleGrant.ended_at.is_(None),
            Person.state == PersonState.ACTIVE,
        )
        .order_by(Organisation.id, Person.id)
    ).all()
    moments = {(zone, moment or DigestTime.MON_08) for _, zone, _, moment in rows}
    weeks = {zone: iso_week_key(tx.now, ZoneInfo(zone)) for zone, _ in moments}
    now = {(zone, moment) for zone, moment in moments if is_due(moment, tx.now, ZoneInfo(zone))}
    waiting = [
        (school, curator, weeks[zone])
        for school, zone, curator, moment in rows
        if (zone, moment or DigestTime.MON_08) in now
    ]
    told = _told(tx, {week for _, _, week in waiting})
    left_out = _left_out(tx, [(school, curator) for school, curator, _ in waiting])
    due: dict[int, list[int]] = {}
    for school, curator, week in waiting:
        if (school, curator, week) not in told and (school, curator) not in left_out:
            due.setdefault(school, []).append(curator)
    return due


def _places(tx: Tx, ids: Iterable[int]) -> dict[int, Organisation]:
    """Organisations and all that stands above them, level by level."""
    found, wanted = dict[int, Organisation](), set(ids)
    while wanted:
        level = _by_id(tx, Organisation, wanted)
        found |= level
        wanted = {one.parent_id for one in level.values() if one.parent_id is not None} - found.keys()
    return found


def _by_id(tx: Tx, model: type[T], ids: Iterable[int]) -> dict[int, T]:
    """Rows by id; held as long as they are needed, so that nobody asks for them again."""
    return {one.id: one for one in tx.session.scalars(select(model).where(model.id.in_(set(ids))))}


def _left_out(tx: Tx, waiting: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Curators who are away while another of the organisation is there."""
    away = away_ids(tx.session, tx.now, {person_id for _, person_id in waiting})
    served = {school_id for school_id, person_id in waiting if person_id not in away}
    return {(school_id, person_id) for school_id, person_id in waiting if person_id in away and school_id in served}


def _told(tx: Tx, weeks: set[str]) -> set[tuple[int, int, str]]:
    digests = select(Digest.organisation_id, Digest.person_id, Digest.week).where(Digest.week.in_(weeks))
    return {(school, person, week) for school, person, week in tx.session.execute(digests)} if weeks else set()


def _begin(tx: Tx, organisation: Organisation, together: Together) -> AreaView | School:
    """Above schools all readers are told the same; at a school what is found must be true now, reader by reader."""
    if organisation.kind is OrgKind.SCHOOL:
        school = School.among(together, organisation.id)
        refresh(tx, school)
        return school
    return area_of(tx.session, organisation.id, tx.now)


def _post(tx: Tx, organisation: Organisation, curator: Person, view: WeekView) -> None:
    payload: dict[str, Any] = STORED.dump_python(view, mode="json")
    digest = Digest(
        person_id=curator.id,
        organisation_id=organisation.id,
        week=iso_week_key(tx.now, ZoneInfo(organisation.zone)),
        is_sent=view.is_worth_telling,
        payload=payload,
        made_at=tx.now,
    )
    tx.add(digest)
    if view.is_worth_telling:
        evening = utc_at(view.day, _EVENING, ZoneInfo(organisation.zone))
        subject = f"digest:{digest.id}"
        post(tx, curator, NoticeKind.DIGEST, subject, payload={"digest_id": digest.id}, expires_at=evening)
