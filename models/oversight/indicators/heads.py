"""How many pupils and staff a school has, and what share of them takes part (reference.md §8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.access import Permission
from models.errors import ProgrammeError
from models.local_time import to_local
from models.oversight.indicators.access import curated
from models.oversight.indicators.codes import Code, Heads
from models.oversight.indicators.frame import Frame
from models.oversight.indicators.hand import check_number
from models.oversight.indicators.tables import Headcount
from models.terms import OrgKind
from models.use_case import Tx, use_case

TARGET = 70
"""Per cent of pupils and of staff (S:002:13, S:004:38)."""
COVERED = {Heads.STUDENTS: Code.COV_STUDENTS, Heads.STAFF: Code.COV_STAFF}


@dataclass(frozen=True)
class Coverage:
    """Who takes part of whom. Schools without a headcount are in neither number of the share."""

    kind: Heads
    covered: int
    """In the schools whose headcount is known."""
    heads: int | None
    """None where no school has entered one: «нет данных», never 0 %."""
    since: date | None
    """The oldest of the headcounts that are in it."""
    known: int
    """How many schools have entered theirs."""
    schools: int
    target: int = TARGET

    @property
    def percent(self) -> int | None:
        """Whole per cent, rounded to the nearest; None without a headcount."""
        return round(100 * self.covered / self.heads) if self.heads else None


@use_case(Permission.CURATE)
def enter_headcount(tx: Tx, organisation_id: int, kind: Heads, number: int, day: date) -> int:
    """A school says how many pupils (from 10 years) or staff it has on a day. Gives the number.

    Raises ProgrammeError `error-figure-number` for nought and beyond 1,000,000, `error-figure-day` for a day to come,
    `error-figure-school` for what is no school, `error-no-access`.
    """
    school = curated(tx, organisation_id)
    if school.kind is not OrgKind.SCHOOL:
        raise ProgrammeError("error-figure-school")
    check_number(number)
    if number == 0:
        raise ProgrammeError("error-figure-number")
    if day > to_local(tx.now, ZoneInfo(school.zone)).date():
        raise ProgrammeError("error-figure-day")
    entered = {"day": day, "entered_by": tx.actor.me, "entered_at": tx.now}
    tx.add(Headcount(organisation_id=school.id, kind=kind, number=number, **entered))
    return number


def headcounts(session: Session, frame: Frame, kind: Heads) -> dict[int, Headcount]:
    """The headcount of each school that holds on the day: of the latest day until then, the newest entry."""
    place = func.row_number().over(
        partition_by=Headcount.organisation_id, order_by=(Headcount.day.desc(), Headcount.id.desc())
    )
    until = (frame.here(Headcount.organisation_id), Headcount.kind == kind, Headcount.day <= frame.window.day)
    ranked = select(Headcount.id, place.label("place")).where(*until).subquery()
    newest = select(Headcount).join(ranked, ranked.c.id == Headcount.id).where(ranked.c.place == 1)
    return {row.organisation_id: row for row in session.scalars(newest)}


def coverage_of(frame: Frame, kind: Heads, counts: Mapping[int, int], known: Mapping[int, Headcount]) -> Coverage:
    """The coverage of all schools whose headcount is known."""
    heads = sum(row.number for row in known.values()) if known else None
    return Coverage(
        kind=kind,
        covered=sum(number for school, number in counts.items() if school in known) if known else sum(counts.values()),
        heads=heads,
        since=min((row.day for row in known.values()), default=None),
        known=len(known),
        schools=len(frame.places),
    )
