"""The municipality's and the region's yearly report: years, schools and forms beside each other (YKT-12, KHK-19).

Numbers come from what schools have frozen, so that a total is the sum of its schools; who has frozen nothing is named.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Subquery, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, aliased

from models.access import Actor
from models.mentorships.tables import Mentorship
from models.oversight.decisions import DecisionYear, decision_year
from models.oversight.indicators.access import check_curates
from models.oversight.indicators.codes import Code, Heads, SnapshotKind
from models.oversight.indicators.flags import flag_sizes
from models.oversight.indicators.frame import Frame, Window, frame_of
from models.oversight.indicators.heads import COVERED
from models.oversight.indicators.pairs import ran
from models.oversight.indicators.registry import INDICATORS
from models.oversight.indicators.tables import Snapshot, SnapshotValue
from models.people.tables import Organisation
from models.school_year import cycle_end
from models.terms import MentoringForm, OrgFlag

YEARS = 4
"""This school year and as many before."""
SHOWN = (Code.I_1_1, Code.I_1_2, Code.S_2, Code.S_1, Code.S_3, Code.S_4, Code.I_3_4, Code.I_3_7)
"""What is said of each school beside its coverage."""
_OF_RESULT = (SnapshotKind.INTERIM, SnapshotKind.FINAL, SnapshotKind.SENT)


@dataclass(frozen=True)
class SchoolYear:
    """A school in this year; without a day it has frozen nothing: «нет данных»."""

    id: int
    name: str
    day: date | None
    numbers: dict[Code, int | None]
    coverage: dict[Heads, int | None]
    """Whole per cent; None without a headcount."""


@dataclass(frozen=True)
class YearTotal:
    """A school year in sum, by its autumn."""

    year: int
    schools: int
    """How many have frozen their numbers."""
    numbers: dict[Code, int | None]
    coverage: dict[Heads, int | None]
    forms: dict[MentoringForm, int]
    """Pairs that ran in it, by the records."""


@dataclass(frozen=True)
class Compared:
    """The whole report."""

    organisation_id: int
    name: str
    zone: str
    first: date
    day: date
    made_at: datetime
    years: tuple[YearTotal, ...]
    """The oldest first; this year is the last."""
    schools: tuple[SchoolYear, ...]
    flags: tuple[tuple[OrgFlag, int], ...]
    decisions: DecisionYear
    """Of the place's own councils in this school year."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Schools without data in this year."""
        return tuple(school.name for school in self.schools if school.day is None)


async def compared(session: AsyncSession, actor: Actor, organisation_id: int, now: datetime) -> Compared:
    """The report of a place. Raises ProgrammeError `error-no-access`."""
    check_curates(actor, organisation_id)
    return await session.run_sync(compared_of, organisation_id, now)


def compared_of(session: Session, organisation_id: int, now: datetime) -> Compared:
    """The same without the question who asks: a few statements, whatever the number of schools."""
    place = session.get_one(Organisation, organisation_id)
    frame = frame_of(session, organisation_id, now)
    latest = _latest(frame)
    totals, schools = _totals(session, latest), _known(session, latest)
    coverage = {kind: _coverage(session, latest, kind) for kind in Heads}
    this = frame.window.first.year
    years = [year for year in range(this - YEARS + 1, this + 1) if year == this or schools.get(year)]
    return Compared(
        organisation_id=organisation_id,
        name=place.name,
        zone=place.zone,
        first=frame.window.first,
        day=frame.window.day,
        made_at=now,
        years=tuple(
            YearTotal(
                year=year,
                schools=schools.get(year, 0),
                numbers={code: totals.get((year, code.value)) for code in INDICATORS},
                coverage={kind: coverage[kind].get(year) for kind in Heads},
                forms=_forms(session, frame, year),
            )
            for year in years
        ),
        schools=_schools(session, frame, latest),
        flags=tuple(flag_sizes(session, frame).items()),
        decisions=decision_year(session, place, frame.window),
    )


def _latest(frame: Frame) -> Subquery:
    """The last snapshot of each school in each of the years."""
    first = frame.window.first
    place = func.row_number().over(
        partition_by=(Snapshot.organisation_id, Snapshot.cycle), order_by=(Snapshot.day.desc(), Snapshot.id.desc())
    )
    ranked = (
        select(Snapshot.id, Snapshot.organisation_id, Snapshot.cycle, Snapshot.day, place.label("place"))
        .where(
            frame.here(Snapshot.organisation_id),
            Snapshot.kind.in_(_OF_RESULT),
            Snapshot.cycle >= first.replace(year=first.year - YEARS + 1),
        )
        .subquery()
    )
    return select(ranked).where(ranked.c.place == 1).subquery()


def _known(session: Session, latest: Subquery) -> dict[int, int]:
    rows = session.execute(select(latest.c.cycle, func.count()).group_by(latest.c.cycle)).all()
    return {cycle.year: count for cycle, count in rows}


def _totals(session: Session, latest: Subquery) -> dict[tuple[int, str], int]:
    """The sum of each number over the schools that know it."""
    rows = session.execute(
        select(latest.c.cycle, SnapshotValue.code, func.sum(SnapshotValue.number))
        .join(SnapshotValue, _of_itself(latest, SnapshotValue))
        .where(SnapshotValue.number.is_not(None))
        .group_by(latest.c.cycle, SnapshotValue.code)
    )
    return {(cycle.year, code): int(number) for cycle, code, number in rows}


def _coverage(session: Session, latest: Subquery, kind: Heads) -> dict[int, int]:
    """Per cent by year, of the schools whose headcount was known."""
    covered, heads = aliased(SnapshotValue), aliased(SnapshotValue)
    rows = session.execute(
        select(latest.c.cycle, func.sum(covered.number), func.sum(heads.number))
        .join(covered, _of_itself(latest, covered))
        .join(heads, _of_itself(latest, heads))
        .where(covered.code == COVERED[kind].value, heads.code == f"HEADS-{kind.value}", heads.number > 0)
        .group_by(latest.c.cycle)
    )
    return {cycle.year: round(100 * int(part or 0) / int(whole)) for cycle, part, whole in rows}


def _forms(session: Session, frame: Frame, year: int) -> dict[MentoringForm, int]:
    window = frame.window
    end = min(cycle_end(date(year, window.first.month, window.first.day)), window.day)
    then = frame.at(Window.until(end, window.now))
    rows = session.execute(
        select(Mentorship.form, func.count())
        .join(Organisation, Organisation.id == Mentorship.organisation_id)
        .where(then.here(Mentorship.organisation_id), ran(then))
        .group_by(Mentorship.form)
    )
    return dict(rows.all())


def _schools(session: Session, frame: Frame, latest: Subquery) -> tuple[SchoolYear, ...]:
    codes = [*(code.value for code in (*SHOWN, *COVERED.values())), *(f"HEADS-{kind.value}" for kind in Heads)]
    rows = session.execute(
        select(latest.c.organisation_id, latest.c.day, SnapshotValue.code, SnapshotValue.number)
        .join(SnapshotValue, _of_itself(latest, SnapshotValue))
        .where(latest.c.cycle == frame.window.first, SnapshotValue.code.in_(codes))
    )
    days: dict[int, date] = {}
    numbers: dict[int, dict[str, int | None]] = defaultdict(dict)
    for school, day, code, number in rows:
        days[school], numbers[school][code] = day, number
    return tuple(
        SchoolYear(
            id=place.id,
            name=place.name,
            day=days.get(place.id),
            numbers={code: numbers[place.id].get(code.value) for code in SHOWN},
            coverage={kind: _percent(numbers[place.id], kind) for kind in Heads},
        )
        for place in frame.places
    )


def _percent(numbers: dict[str, int | None], kind: Heads) -> int | None:
    heads = numbers.get(f"HEADS-{kind.value}")
    return round(100 * (numbers.get(COVERED[kind].value) or 0) / heads) if heads else None


def _of_itself(latest: Subquery, values: Any) -> Any:
    """The school's own number, once: a snapshot of a school speaks of nobody else."""
    return (values.snapshot_id == latest.c.id) & (values.organisation_id == latest.c.organisation_id)
