"""Marks of schools: ШАНС, ШНОР, «500+», pilot, and the waves in which they joined (NTG-24, KHK-5, KHK-17)."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from models.access import Permission
from models.errors import ProgrammeError
from models.local_time import to_local
from models.oversight.indicators.access import curated, is_above
from models.oversight.indicators.frame import Frame
from models.oversight.indicators.tables import OrganisationFlag
from models.terms import OrgFlag, OrgKind
from models.use_case import Tx, use_case


@use_case(Permission.CURATE)
def set_flag(tx: Tx, organisation_id: int, flag: OrgFlag, is_on: bool) -> tuple[OrgFlag, ...]:
    """Puts a mark on a school from today on, or takes it off; gives the marks it bears then. Repeating changes nothing.

    For the curators of the levels above the school. Raises ProgrammeError `error-no-access`, `error-figure-school`.
    """
    school = curated(tx, organisation_id)
    if school.kind is not OrgKind.SCHOOL:
        raise ProgrammeError("error-figure-school")
    if not is_above(tx.session, tx.actor, school.id):
        raise ProgrammeError("error-no-access")
    today = to_local(tx.now, ZoneInfo(school.zone)).date()
    borne = (OrganisationFlag.organisation_id == school.id, OrganisationFlag.flag == flag)
    row = tx.session.scalar(select(OrganisationFlag).where(*borne, OrganisationFlag.until.is_(None)))
    if is_on and row is None:
        tx.add(OrganisationFlag(organisation_id=school.id, flag=flag, since=today, until=None, set_by=tx.actor.me))
    elif not is_on and row is not None:
        row.until = today
        tx.session.flush()
    return flags_of(tx.session, school.id, today)


def flags_of(session: Session, organisation_id: int, day: date) -> tuple[OrgFlag, ...]:
    """The marks that a school bears on a day, in the order of their enumeration."""
    rows = session.scalars(
        select(OrganisationFlag.flag).where(OrganisationFlag.organisation_id == organisation_id, *_on(day))
    )
    borne = set(rows)
    return tuple(flag for flag in OrgFlag if flag in borne)


def flag_sizes(session: Session, frame: Frame) -> dict[OrgFlag, int]:
    """How many of the frame's schools bear each mark; a school with two of them is in both (KHK-5)."""
    rows = session.execute(
        select(OrganisationFlag.flag, OrganisationFlag.organisation_id).where(
            frame.here(OrganisationFlag.organisation_id), *_on(frame.window.day)
        )
    )
    borne = {(row.flag, row.organisation_id) for row in rows}
    return {flag: size for flag in OrgFlag if (size := sum(one is flag for one, _school in borne))}


def _on(day: date) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    still = or_(OrganisationFlag.until.is_(None), OrganisationFlag.until > day)
    return OrganisationFlag.since <= day, still
