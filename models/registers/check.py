"""Holding a list against the rules and against what is known: which lines are ready, known already, or faulty.

Nothing is written here; the screen asks it before the confirmation, the use case once more inside its transaction.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from models.access import Actor, Permission
from models.dates import read_date
from models.errors import ProgrammeError
from models.local_time import to_local
from models.people.cards import MAX_PLACES
from models.people.entering import MAX_CLASS
from models.people.names import FullName, parse_name
from models.people.profile import PLACES
from models.people.settings import MAX_POSITION
from models.people.tables import Organisation
from models.people.topics import checked_topics
from models.people.young import is_likely
from models.registers.incoming import (
    Checked,
    Fault,
    FaultCode,
    Faulty,
    Filling,
    Key,
    NewPair,
    NewPerson,
    PairLine,
    PersonLine,
    Record,
    Table,
    folded,
)
from models.registers.known import Known, KnownPerson, known_of, schools_by_name
from models.requests.rules import MAX_GOAL
from models.terms import MentoringForm, PersonKind, QualificationCategory, Role

MAX_ORDER = 40
_FIRST_YEAR = 2000
New = TypeVar("New")
Line = TypeVar("Line", PersonLine, PairLine)


def check(
    session: Session, actor: Actor, people: Sequence[PersonLine], pairs: Sequence[PairLine], now: datetime
) -> Checked:
    """What these lines would do. Raises ProgrammeError `error-no-access` for whoever runs no school."""
    if not actor.may(Permission.CURATE) or not actor.curates:
        raise ProgrammeError("error-no-access")
    return _Check(session, actor, people, pairs, now).done()


class _Check:
    def __init__(
        self,
        session: Session,
        actor: Actor,
        people: Sequence[PersonLine],
        pairs: Sequence[PairLine],
        now: datetime,
    ) -> None:
        self.actor, self.now = actor, now
        self.lines, self.pair_lines = people, pairs
        schools = schools_by_name(session)
        lines: list[PersonLine | PairLine] = [*people, *pairs]
        named = {school.id for line in lines for school in schools.get(folded(line.school), ())}
        own = {school.id: school for some in schools.values() for school in some if school.id in actor.curates}
        self.only = next(iter(own.values())) if len(own) == 1 else None
        ids = (named & actor.curates) | ({self.only.id} if self.only else set())
        self.known: Known = known_of(session, schools, ids)
        self.seen: dict[Key, int] = {}
        self.coming: dict[Key, NewPerson] = {}
        self.paired: set[tuple[Key, Key]] = set()
        self.loads: dict[Key, int] = {}
        self.same = 0
        self.faults: list[Fault] = []

    def done(self) -> Checked:
        people = self._each(Table.PEOPLE, self.lines, self._person)
        pairs = self._each(Table.PAIRS, self.pair_lines, self._pair)
        return Checked(
            people=tuple(one for one in people if isinstance(one, NewPerson)),
            fillings=tuple(one for one in people if isinstance(one, Filling)),
            pairs=tuple(pairs),
            same=self.same,
            faults=tuple(self.faults),
        )

    def _each(self, table: Table, lines: Sequence[Line], one: Callable[[Line], New | None]) -> list[New]:
        found = []
        for line in lines:
            try:
                if line.formula:
                    raise Faulty(FaultCode.FORMULA, line.formula)
                new = one(line)
            except Faulty as fault:
                self.faults.append(Fault(table, line.row, fault.code, fault.value))
                continue
            if new is None:
                self.same += 1
            else:
                found.append(new)
        return found

    def _school(self, text: str) -> Organisation:
        if not text.strip():
            if self.only is None:
                raise Faulty(FaultCode.SCHOOL_NONE)
            return self.only
        named = self.known.schools.get(folded(text), [])
        mine = [school for school in named if school.id in self.actor.curates]
        if not mine:
            raise Faulty(FaultCode.SCHOOL_OUTSIDE if named else FaultCode.SCHOOL_UNKNOWN, text)
        return mine[0]

    def _person(self, line: PersonLine) -> NewPerson | Filling | None:
        school, name = self._school(line.school), _name(line.name)
        key = (school.id, folded(line.name))
        role = Role(line.role) if line.role in (Role.MENTEE, Role.MENTOR) else None
        if role is None:
            raise Faulty(FaultCode.ROLE)
        if key in self.seen:
            raise Faulty(FaultCode.TWICE, str(self.seen[key]))
        self.seen[key] = line.row
        known = self._standing(key, role, line.name)
        if known is not None:
            return self._filling(line, school, known)
        kind = PersonKind.STUDENT if line.class_label else PersonKind.STAFF
        new = NewPerson(
            row=line.row,
            organisation_id=school.id,
            name=name,
            role=role,
            kind=kind,
            position=_short(line.position, MAX_POSITION, FaultCode.POSITION),
            class_label=_short(line.class_label, MAX_CLASS, FaultCode.CLASS),
            topics=_topics(line, school) if role is Role.MENTOR else (),
            places=_places(line.places, kind),
            consent=_consent(line),
            record=self._record(line, school, Record()) if kind is PersonKind.STAFF else Record(),
        )
        self.coming[new.key] = new
        return new

    def _filling(self, line: PersonLine, school: Organisation, known: KnownPerson) -> Filling | None:
        """What a line adds to a teacher's record: nothing from above the school, where it may not even be read."""
        if known.kind is not PersonKind.STAFF or school.id not in self.actor.own:
            return None
        record = self._record(line, school, known.record)
        return None if record == known.record else Filling(line.row, school.id, known.id, record)

    def _record(self, line: PersonLine, school: Organisation, known: Record) -> Record:
        """What is known of a teacher and what the line says (R-07), where they do not contradict each other."""
        today = to_local(self.now, ZoneInfo(school.zone)).date()
        born_on, since, category = read_date(line.born), read_date(line.since), _category(line.category)
        for said, stands, code in (
            (born_on, known.born_on, FaultCode.BORN_OTHER),
            (since, known.teaching_since, FaultCode.SINCE_OTHER),
            (category, known.qualification_category, FaultCode.CATEGORY_OTHER),
        ):
            if said and stands and said != stands:
                raise Faulty(code, line.name)
        if line.born.strip() and not (born_on and is_likely(born_on, known.teaching_since, today)):
            raise Faulty(FaultCode.BORN, line.born)
        if line.since.strip() and not (since and is_likely(born_on or known.born_on, since, today)):
            raise Faulty(FaultCode.SINCE, line.since)
        return Record(born_on or known.born_on, since or known.teaching_since, category or known.qualification_category)

    def _standing(self, key: Key, role: Role, name: str) -> KnownPerson | None:
        found = self.known.people.get(key, [])
        if len(found) > 1:
            raise Faulty(FaultCode.NAMESAKES, name)
        if found and role not in found[0].roles:
            raise Faulty(FaultCode.OTHER_ROLE, name)
        return found[0] if found else None

    def _pair(self, line: PairLine) -> NewPair | None:
        school = self._school(line.school)
        mentee_key, mentee = self._member(school, line.mentee, Role.MENTEE)
        mentor_key, mentor = self._member(school, line.mentor, Role.MENTOR)
        if mentee_key == mentor_key:
            raise Faulty(FaultCode.PAIR_SELF, line.mentor)
        if (mentor.id, mentee.id) in self.known.partners or (mentor_key, mentee_key) in self.paired:
            return None
        if (mentee.id, mentor.id) in self.known.partners or (mentee_key, mentor_key) in self.paired:
            raise Faulty(FaultCode.PAIR_RECIPROCAL, line.mentor)
        if mentee.id in self.known.asking:
            raise Faulty(FaultCode.PAIR_REQUEST, line.mentee)
        began = self._day(line.began, school)
        order = _short(line.order, MAX_ORDER, FaultCode.ORDER)
        if line.order_date.strip() and not order:
            raise Faulty(FaultCode.ORDER, line.order_date)
        new = NewPair(
            row=line.row,
            organisation_id=school.id,
            mentee=mentee_key,
            mentor=mentor_key,
            form=_form(school, mentee, mentor),
            began=began,
            order=order,
            order_date=self._day(line.order_date, school) if line.order_date.strip() else None,
            goal=_short(line.goal, MAX_GOAL, FaultCode.GOAL),
        )
        self._take_place(mentor_key, mentor, line.mentor)
        self.paired.add((mentor_key, mentee_key))
        return new

    def _member(self, school: Organisation, name: str, role: Role) -> tuple[Key, KnownPerson]:
        """A side of a pair: known, or coming in with the same list (then with id 0)."""
        _name(name)
        key = (school.id, folded(name))
        found = self.known.people.get(key, [])
        coming = self.coming.get(key)
        if len(found) > 1:
            raise Faulty(FaultCode.NAMESAKES, name)
        if found:
            person = found[0]
        elif coming is None:
            raise Faulty(FaultCode.PERSON_UNKNOWN, name)
        else:
            forms = tuple(school.forms) if coming.role is Role.MENTOR else ()
            person = KnownPerson(0, coming.kind, {coming.role}, forms, coming.places)
        if role not in person.roles or (role is Role.MENTOR and not person.forms):
            raise Faulty(FaultCode.PERSON_ROLE, name)
        return key, person

    def _take_place(self, key: Key, mentor: KnownPerson, name: str) -> None:
        load = self.loads.get(key, mentor.load)
        if load >= mentor.places:
            raise Faulty(FaultCode.PAIR_FULL, name)
        self.loads[key] = load + 1

    def _day(self, text: str, school: Organisation) -> date:
        day = read_date(text, is_recent=True)
        if day is None or day.year < _FIRST_YEAR:
            raise Faulty(FaultCode.DATE, text)
        if day > to_local(self.now, ZoneInfo(school.zone)).date():
            raise Faulty(FaultCode.FUTURE, text)
        return day


def _name(text: str) -> FullName:
    try:
        return parse_name(text)
    except ProgrammeError:
        raise Faulty(FaultCode.NAME, text) from None


def _short(text: str, most: int, code: FaultCode) -> str:
    text = " ".join(text.split())
    if len(text) > most:
        raise Faulty(code, str(most))
    return text


def _consent(line: PersonLine) -> str:
    """Without a consent nobody is written down (reference.md §13)."""
    if not line.consent.strip():
        raise Faulty(FaultCode.CONSENT, line.name)
    return line.consent


def _topics(line: PersonLine, school: Organisation) -> tuple[str, ...]:
    if line.unknown_topic:
        raise Faulty(FaultCode.TOPIC, line.unknown_topic)
    try:
        return tuple(checked_topics(line.topics, (MentoringForm(code) for code in school.forms)))
    except ProgrammeError:
        raise Faulty(FaultCode.TOPICS_NONE, line.name) from None


def _places(text: str, kind: PersonKind) -> int:
    text = text.strip()
    if not text:
        return PLACES[kind]
    if not (text.isascii() and text.isdecimal()) or not 1 <= int(text[:3]) <= MAX_PLACES or len(text) > 2:
        raise Faulty(FaultCode.PLACES, text)
    return int(text)


def _category(text: str) -> QualificationCategory | None:
    if text not in ("", *QualificationCategory):
        raise Faulty(FaultCode.CATEGORY, text)
    return QualificationCategory(text) if text else None


def _form(school: Organisation, mentee: KnownPerson, mentor: KnownPerson) -> MentoringForm:
    """The first form of the school that suits the mentee and that the mentor's card has."""
    is_pupil = mentee.kind is PersonKind.STUDENT
    for code in school.forms:
        if code in mentor.forms and code.endswith("_STUDENT") == is_pupil:
            return MentoringForm(code)
    raise Faulty(FaultCode.PAIR_FORM)
