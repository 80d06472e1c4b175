"""Who is a young teacher, from the birth date and the first day of teaching; and with which category (R-07, NTG-28).

All of it is of staff alone, and for the curator of their school alone.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_

from models.access import Permission
from models.dates import read_date
from models.errors import ProgrammeError
from models.local_time import to_local
from models.people.names import official
from models.people.tables import Person
from models.terms import PersonKind, QualificationCategory
from models.use_case import Tx, use_case

YEARS = 3
"""The first years of teaching; whoever has finished them is young no more."""
AGE = 36
"""Whoever is so old is young no more."""
LEAST_AGE, MOST_AGE = 16, 100
"""At which ages somebody teaches."""


class TeacherDate(StrEnum):
    """What a curator writes down of a teacher; nobody but the curators of the school reads it."""

    BORN = "BORN"
    SINCE = "SINCE"


@dataclass(frozen=True)
class TeacherRecord:
    """Both dates and what comes of them, and the category; None is «не определено»."""

    born_on: date | None
    since: date | None
    is_young: bool | None
    category: QualificationCategory | None


def young_teacher(born_on: date | None, since: date | None, day: date) -> bool | None:
    """Whether a teacher is young on a day: 35 at most, and in the first three years of teaching (NTG-28).

    It ends with the 36th birthday and with the day on which three years are full; a date of 29 February comes round on
    1 March where there is none. None where a date is missing.
    """
    if born_on is None or since is None:
        return None
    return born_on > years_before(day, AGE) and years_before(day, YEARS) < since <= day


def years_before(day: date, years: int) -> date:
    """The last date that comes round for so many years by this day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


def is_told() -> ColumnElement[bool]:
    """Of which people it can be said whether they are young teachers."""
    return and_(Person.born_on.is_not(None), Person.teaching_since.is_not(None))


def is_young(day: date) -> ColumnElement[bool]:
    """`young_teacher` as a condition on people: the same two bounds."""
    taught = and_(Person.teaching_since > years_before(day, YEARS), Person.teaching_since <= day)
    return and_(Person.born_on > years_before(day, AGE), taught)


def has_category() -> ColumnElement[bool]:
    """Which people are known to have a category, whichever it is."""
    return and_(Person.qualification_category.is_not(None), Person.qualification_category != QualificationCategory.NONE)


def is_likely(born_on: date | None, since: date | None, today: date) -> bool:
    """Whether both can be, as far as they are known. Work that begins within a year is known in advance."""
    if born_on is not None and not years_before(today, MOST_AGE) < born_on <= years_before(today, LEAST_AGE):
        return False
    if since is None:
        return True
    is_near = years_before(today, MOST_AGE) < since and years_before(since, 1) <= today
    return is_near and (born_on is None or born_on <= years_before(since, LEAST_AGE))


@use_case(Permission.CURATE)
def write_date(tx: Tx, person_id: int, which: TeacherDate, text: str) -> str:
    """Writes down a date of somebody of the curator's own school, or takes it back where the text is empty.

    It comes as text because dates stand in the audit. Gives the name. Raises ProgrammeError `error-no-access`,
    `error-gone` for whoever is no teacher, `error-date-text`, `error-date-born`, `error-date-since`.
    """
    person = _teacher(tx, person_id)
    day = read_date(text)
    if text.strip() and day is None:
        raise ProgrammeError("error-date-text")
    born_on, since = (day, person.teaching_since) if which is TeacherDate.BORN else (person.born_on, day)
    today = to_local(tx.now, ZoneInfo(person.organisation.zone)).date()
    if day is not None and not is_likely(born_on, since, today):
        raise ProgrammeError("error-date-born" if which is TeacherDate.BORN else "error-date-since")
    person.born_on, person.teaching_since = born_on, since
    return official(person)


@use_case(Permission.CURATE)
def write_category(tx: Tx, person_id: int, category: str) -> str:
    """Writes down the category of somebody of the curator's own school; empty takes it back.

    It comes as text because codes stand in the audit. Gives the name. Raises ProgrammeError `error-no-access`,
    `error-gone` for whoever is no teacher and for a category that there is not.
    """
    person = _teacher(tx, person_id)
    if category and category not in list(QualificationCategory):
        raise ProgrammeError("error-gone")
    person.qualification_category = QualificationCategory(category) if category else None
    return official(person)


def record_of(person: Person, today: date) -> TeacherRecord:
    """What is written down of a teacher, and what it says today."""
    born_on, since = person.born_on, person.teaching_since
    return TeacherRecord(born_on, since, young_teacher(born_on, since, today), person.qualification_category)


def _teacher(tx: Tx, person_id: int) -> Person:
    person = tx.get(Person, person_id)
    if person.organisation_id not in tx.actor.own:
        raise ProgrammeError("error-no-access")
    if person.kind is not PersonKind.STAFF:
        raise ProgrammeError("error-gone")
    return person
