"""Who runs what: founding an organisation, appointing its curators and deputies, their orders and absences (OMS-13)."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select

from models.access import CURATORS, Permission
from models.errors import ProgrammeError
from models.local_time import to_local
from models.mentorships.orders import check_order_date
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.people.curators import curators_of
from models.people.grants import GrantView, give, payload_of, subject, version_of, view_of
from models.people.organisations import BELOW, LEVELS, add_organisation, organisation_under
from models.people.tables import Organisation, Person, RoleGrant
from models.terms import PersonKind
from models.use_case import Tx, use_case

MAX_AWAY_DAYS = 366


@dataclass(frozen=True)
class Founded:
    """A new organisation of the tree."""

    organisation_id: int
    name: str


@dataclass(frozen=True)
class Absence:
    """When a curator is away, both days included; None for both where they are not, and who is told meanwhile."""

    first: date | None
    last: date | None


@use_case(Permission.CURATE, renews_actor=True)
def found(tx: Tx, organisation_id: int, name: str, zone: str) -> Founded:
    """Founds a school under a municipality, or a municipality under a region, of the actor's scope; `zone` is IANA.

    Raises ProgrammeError `error-organisation-known` for a name that is there already, `error-organisation-name`,
    `error-zone`, `error-invite-level` under a school.
    """
    parent = _curated(tx, organisation_id)
    kind = BELOW.get(parent.kind)
    if kind is None:
        raise ProgrammeError("error-invite-level")
    if organisation_under(tx, parent.id, name) is not None:
        raise ProgrammeError("error-organisation-known")
    row = add_organisation(tx, name, kind=kind, parent_id=parent.id, zone=zone)
    return Founded(row.id, row.short_name)


@use_case(Permission.CURATE)
def appoint(tx: Tx, person_id: int, organisation_id: int) -> GrantView:
    """Makes somebody who is in a curator of an organisation in scope: the first runs it, the others are deputies.

    They are told. A second press finds it done. Raises ProgrammeError `error-curator-child` for a pupil,
    `error-curator-offline` for somebody without an account, who could not do anything.
    """
    organisation, person = _curated(tx, organisation_id), tx.get(Person, person_id)
    if person.kind is PersonKind.STUDENT:
        raise ProgrammeError("error-curator-child")
    if not person.accounts:
        raise ProgrammeError("error-curator-offline")
    role = next(role for role, kind in LEVELS.items() if kind is organisation.kind)
    known = {one.id for one in curators_of(tx.session, organisation.id)}
    grant = give(tx, person, role, organisation.id, by=tx.actor.me)
    if person.id not in known and person.id != tx.actor.person_id:
        told = payload_of(grant)
        post(tx, person, NoticeKind.CURATOR_APPOINTED, subject(grant), payload=told, version=version_of(tx))
    return view_of(tx, grant)


@use_case(Permission.CURATE)
def record_appointment_order(tx: Tx, grant_id: int, number: str, day: date) -> GrantView:
    """Writes down the order by which a curator was appointed; a later entry corrects it (YKT-23).

    Raises ProgrammeError `error-gone` for a post that is over, and what `check_order_date` raises.
    """
    grant = tx.get(RoleGrant, grant_id)
    if not grant.role.is_curator or grant.ended_at is not None:
        raise ProgrammeError("error-gone")
    check_order_date(day, _today(tx, grant.organisation_id))
    grant.order_ref, grant.order_date = number, day
    return view_of(tx, grant)


@use_case(Permission.CURATE)
def set_away(tx: Tx, first: date, last: date) -> Absence:
    """The actor is away from `first` to `last`: notices and digests go to the deputies meanwhile.

    Raises ProgrammeError `error-away-days` for days that are over or stand the wrong way round, `error-no-deputy` where
    nobody else runs one of the actor's organisations.
    """
    grants = _own_posts(tx)
    for grant in grants:
        if last < max(first, _today(tx, grant.organisation_id)) or (last - first).days > MAX_AWAY_DAYS:
            raise ProgrammeError("error-away-days")
        others = select(RoleGrant.id).where(
            RoleGrant.organisation_id == grant.organisation_id,
            RoleGrant.role.in_(CURATORS),
            RoleGrant.person_id != grant.person_id,
            RoleGrant.admitted_at.is_not(None),
            RoleGrant.ended_at.is_(None),
        )
        if tx.session.scalar(others.limit(1)) is None:
            raise ProgrammeError("error-no-deputy")
    for grant in grants:
        grant.away_from, grant.away_until = first, last
    return Absence(first, last)


@use_case(Permission.CURATE)
def come_back(tx: Tx) -> Absence:
    """Ends the actor's absence; where there is none nothing changes."""
    for grant in _own_posts(tx):
        grant.away_from, grant.away_until = None, None
    return Absence(None, None)


def _own_posts(tx: Tx) -> list[RoleGrant]:
    mine = select(RoleGrant).where(
        RoleGrant.person_id == tx.actor.me, RoleGrant.role.in_(CURATORS), RoleGrant.ended_at.is_(None)
    )
    return list(tx.session.scalars(mine.order_by(RoleGrant.id).with_for_update()))


def _curated(tx: Tx, organisation_id: int) -> Organisation:
    organisation = tx.get(Organisation, organisation_id)
    if organisation.id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    return organisation


def _today(tx: Tx, organisation_id: int) -> date:
    return to_local(tx.now, ZoneInfo(tx.session.get_one(Organisation, organisation_id).zone)).date()
