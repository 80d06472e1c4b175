"""How far a reader of registers sees: the schools in scope, and no names of minors from above (R-20, R-21)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, String, and_, cast, or_, select
from sqlalchemy.orm import Session

from models.access import Actor, Permission
from models.errors import ProgrammeError
from models.local_time import to_local, utc_at
from models.people.names import minimal
from models.people.tables import Organisation, Person
from models.registers.terms import Chosen, Facet
from models.terms import PersonKind


@dataclass(frozen=True)
class Reach:
    """Whose rows a curator may read, and when."""

    schools: frozenset[int]
    """The organisations in scope that the filter leaves."""
    own: frozenset[int]
    """Where the reader is the curator and not the level above: there the names of pupils are shown."""
    zones: tuple[str, ...]
    now: datetime

    @classmethod
    def of(cls, session: Session, actor: Actor, chosen: Chosen, now: datetime) -> "Reach":
        """The reach of a reader. Raises ProgrammeError `error-no-access` for no curator, or a school outside."""
        if not actor.may(Permission.CURATE) or actor.person_id is None:
            raise ProgrammeError("error-no-access")
        school = int(chosen[Facet.SCHOOL]) if Facet.SCHOOL in chosen else None
        if school is not None and school not in actor.curates:
            raise ProgrammeError("error-no-access")
        schools = actor.curates if school is None else frozenset({school})
        zones = session.scalars(select(Organisation.zone).where(Organisation.id.in_(schools)).distinct())
        return cls(schools, own_of(actor), tuple(zones), now)

    def is_in(self, column: Any) -> ColumnElement[bool]:
        """Whether a column names an organisation in reach."""
        return column.in_(self.schools)  # type: ignore[no-any-return]  # the column of any table

    def is_named(self, person: type[Person] = Person) -> ColumnElement[bool]:
        """Whether the person's name may be shown: adults', and pupils' to their own school only (R-20)."""
        return or_(person.kind != PersonKind.STUDENT, person.organisation_id.in_(self.own))

    def waits_longer(self, column: Any, days: int) -> ColumnElement[bool]:
        """Whether a moment lies more than so many calendar days back, by the clock of each school (R-08)."""
        return or_(*(and_(Organisation.zone == zone, column < self._midnight(zone, days)) for zone in self.zones))

    def _midnight(self, zone: str, days: int) -> datetime:
        today = to_local(self.now, ZoneInfo(zone)).date()
        return utc_at(today - timedelta(days=days), time(0), ZoneInfo(zone))


def own_of(actor: Actor) -> frozenset[int]:
    """The organisations whose own curator somebody is."""
    return actor.own


def has_code(column: Any, code: str) -> ColumnElement[bool]:
    """Whether a list of codes, kept as JSON, holds this one."""
    return cast(column, String).contains(f'"{code}"', autoescape=True)


def full_name(person: Person) -> str:
    """«Кузнецова Ольга Сергеевна» for papers; a pupil stays «Маша К., 7 кл.» there, too (R-23)."""
    if person.kind is PersonKind.STUDENT:
        return minimal(person)
    return f"{person.family_name} {person.given_name} {person.patronymic}".strip()


def in_order(rows: Sequence[Any], ids: Sequence[int]) -> list[Any]:
    """Rows that were asked for by their ids, in the order of these."""
    places = {row_id: place for place, row_id in enumerate(ids)}
    return sorted(rows, key=lambda row: places[row.id])
