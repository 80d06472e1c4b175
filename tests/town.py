"""A small town for tests: schools, curators, and people on demand, each with an account to act through."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.orm import Session

from models.access import SYSTEM, Actor
from models.clock import FixedClock
from models.database import Database
from models.people.actor import load_actor
from models.people.register import IN_REGISTER, MentorTerm
from models.people.states import ConsentState, MentorState
from models.people.tables import Account, Consent, MentorProfile, Organisation, Person, RoleGrant
from models.terms import MentorSource, OrgKind, PersonKind, Role
from models.use_case import Act

FORMS = ["TEACHER_TEACHER"]
FIRST_NUMBER = 1001
"""The account of whoever comes first."""
FOUNDERS = 3
"""The curators with whom a town begins."""
_ACCOUNT_OF = select(Account.external_id).where(Account.person_id == bindparam("person"))
FAMILY_NAMES = ("Кузнецова", "Лебедева", "Сергеева", "Орлова", "Смирнова", "Титова", "Белова", "Громова", "Зайцева")


class Town:
    """The database with two schools; every maker returns the new person's id."""

    def __init__(self, database: Database, clock: FixedClock) -> None:
        self.database = database
        self.clock = clock
        self.municipality = self.school = self.other_school = 0
        self.curator = self.other_curator = self.municipal_curator = 0
        self._numbers = count(FIRST_NUMBER)

    @classmethod
    async def build(cls, database: Database, clock: FixedClock) -> "Town":
        """Municipality → school № 25 and school № 37, a curator in each of the three."""
        town = cls(database, clock)
        await database.write(town._found)
        return town

    def again(self, clock: FixedClock) -> "Town":
        """The same town on its first day, when its rows are back in its database."""
        twin = copy(self)
        twin.clock, twin._numbers = clock, count(FIRST_NUMBER + FOUNDERS)
        return twin

    def _found(self, session: Session) -> None:
        [self.municipality] = _store(session, self._organisation("г. Ярославль", OrgKind.MUNICIPALITY))
        schools = (self._organisation(f"Школа № {number}", parent=self.municipality) for number in (25, 37))
        self.school, self.other_school = _store(session, *schools)
        curators = (
            _Newcomer("Соколова Марина Петровна", (Role.CURATOR_SCHOOL,), self.school),
            _Newcomer("Воронова Анна Игоревна", (Role.CURATOR_SCHOOL,), self.other_school),
            _Newcomer("Фомина Елена Юрьевна", (Role.CURATOR_MUNICIPAL,), self.municipality),
        )
        self.curator, self.other_curator, self.municipal_curator = self._settle(session, *curators)

    async def organisation(
        self, name: str, kind: OrgKind = OrgKind.SCHOOL, parent: int | None = None, zone: str = "Europe/Moscow"
    ) -> int:
        """A new node of the tree."""
        return await self._stored(self._organisation(name, kind, parent, zone))

    async def person(self, name: str | None = None, *roles: Role, **fields: Any) -> int:
        """Somebody with the roles in force and, unless told otherwise (`account=False`), an account with a consent."""
        return await self.database.write(
            lambda session: self._settle(session, self._newcomer(name, roles, **fields))[0]
        )

    async def mentee(self, name: str | None = None, **fields: Any) -> int:
        """A teacher who may ask for a mentor."""
        return await self.person(name, Role.MENTEE, **fields)

    async def mentor(self, name: str | None = None, *, card: dict[str, Any] | None = None, **fields: Any) -> int:
        """A confirmed mentor with two places; `card` overrides fields of the profile."""
        values: dict[str, Any] = {
            "state": MentorState.APPROVED,
            "source": MentorSource.TEACHER,
            "forms": FORMS,
            "topics": ["CLASSROOM", "LESSON_ANALYSIS"],
            "strong_topics": ["CLASSROOM", "LESSON_ANALYSIS"],
            "slots": [],
        }
        organisation = fields.get("organisation") or self.school

        def settle(session: Session) -> int:
            [person_id] = self._settle(session, self._newcomer(name, (Role.MENTOR,), **fields))
            card_ = MentorProfile(person_id=person_id, organisation_id=organisation, **(values | (card or {})))
            session.add(card_)
            if card_.state in IN_REGISTER:
                term = {"source": card_.source, "since": self.clock.now()}
                session.add(MentorTerm(person_id=person_id, organisation_id=organisation, **term))
            return person_id

        return await self.database.write(settle)

    async def actor(self, person_id: int) -> Actor:
        """The actor that the person is through their account."""

        def look(connection: Connection) -> Actor:
            external_id = connection.scalar(_ACCOUNT_OF, {"person": person_id})
            return load_actor(connection, "TELEGRAM", external_id)

        actor = await self.database.look(look)
        assert actor.person_id == person_id, (
            "somebody without an account, or who is not there any more, acts for nobody"
        )
        return actor

    async def act(self, person_id: int) -> Act:
        """Runs use cases as the person."""
        return Act(self.database, self.clock, await self.actor(person_id))

    def act_as_stranger(self, external_id: str = "9001") -> Act:
        """Runs use cases as somebody the programme does not know."""
        return Act(self.database, self.clock, Actor("TELEGRAM", external_id))

    def act_as_system(self) -> Act:
        """Runs use cases as the programme itself."""
        return Act(self.database, self.clock, SYSTEM)

    async def rows(self, model: Any, *conditions: Any) -> list[Any]:
        """All rows of a table that meet the conditions, by id."""
        async with self.database.read() as session:
            return list(await session.scalars(select(model).where(*conditions).order_by(model.id)))

    async def row(self, model: Any, row_id: int) -> Any:
        """One row as it stands in the database now."""
        async with self.database.read() as session:
            return await session.get_one(model, row_id)

    async def change(self, model: Any, row_id: int, **values: Any) -> None:
        """Sets fields of a row directly, to stage what a test needs."""

        def job(session: Any) -> None:
            row = session.get_one(model, row_id)
            for name, value in values.items():
                setattr(row, name, value)

        await self.database.write(job)

    async def _stored(self, row: Any) -> int:
        return await self.database.write(lambda session: _store(session, row)[0])

    def _organisation(
        self, name: str, kind: OrgKind = OrgKind.SCHOOL, parent: int | None = None, zone: str = "Europe/Moscow"
    ) -> Organisation:
        return Organisation(kind=kind, name=name, short_name=name, parent_id=parent, zone=zone, forms=FORMS)

    def _newcomer(
        self,
        name: str | None,
        roles: tuple[Role, ...],
        organisation: int | None = None,
        account: bool = True,
        **fields: Any,
    ) -> "_Newcomer":
        return _Newcomer(name, roles, organisation or self.school, account, fields)

    def _settle(self, session: Session, *newcomers: "_Newcomer") -> list[int]:
        numbers, now = [next(self._numbers) for _ in newcomers], self.clock.now()
        everybody = zip(numbers, newcomers, strict=True)
        ids = _store(session, *(newcomer.person(number, now) for number, newcomer in everybody))
        for number, person_id, newcomer in zip(numbers, ids, newcomers, strict=True):
            session.add_all(newcomer.papers(number, person_id, now))
        return ids


@dataclass
class _Newcomer:
    """Somebody on their way into the database."""

    name: str | None
    roles: tuple[Role, ...]
    organisation: int
    account: bool = True
    fields: dict[str, Any] = field(default_factory=dict)

    def person(self, number: int, now: datetime) -> Person:
        family, given, patronymic = (self.name or f"{FAMILY_NAMES[number % 9]} Анна Петровна").split()
        values = {"kind": PersonKind.STAFF, "created_at": now, **self.fields}
        return Person(
            organisation_id=self.organisation, family_name=family, given_name=given, patronymic=patronymic, **values
        )

    def papers(self, number: int, person_id: int, now: datetime) -> Iterator[Any]:
        for role in self.roles:
            yield RoleGrant(
                person_id=person_id, role=role, organisation_id=self.organisation, asked_at=now, admitted_at=now
            )
        yield Consent(
            person_id=person_id,
            purpose="PD_PROCESSING",
            text_version="test",
            form="BOT" if self.account else "PAPER",
            state=ConsentState.GRANTED,
            given_at=now,
        )
        if self.account:
            yield Account(person_id=person_id, channel="TELEGRAM", external_id=str(number))


def _store(session: Session, *rows: Any) -> list[int]:
    session.add_all(rows)
    session.flush()
    return [row.id for row in rows]
