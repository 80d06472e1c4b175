"""Marks that are wanted at the same time."""

import asyncio

import pytest
from sqlalchemy import bindparam, update
from sqlalchemy.exc import OperationalError

from bot.marks import Marks
from models.people.tables import Person
from tests.town import Town

pytestmark = pytest.mark.both_databases
PERSON = Person.__table__
RENAME = update(PERSON).where(PERSON.c.id == bindparam("who")).values(position=bindparam("word"))
AMONG = (
    update(PERSON)
    .where(PERSON.c.id.in_(bindparam("ids", expanding=True)))
    .values(position=bindparam("word"))
    .returning(PERSON.c.id)
)
NOBODY = 999_999


async def test_it_makes_those_that_come_meanwhile_in_one_job(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = []
    note = town.database.note

    async def counted(job):
        jobs.append(job)
        return await note(job)

    monkeypatch.setattr(town.database, "note", counted)
    marks = Marks(town.database)
    people = [town.curator, town.other_curator, NOBODY, town.municipal_curator]
    headmaster = await town.person("Орлова Вера Павловна")
    jobs.clear()
    among = (marks.among(AMONG, who, word="завуч") for who in people)
    changed = await asyncio.gather(*among, marks.make(RENAME, who=headmaster, word="директор"))
    assert changed == [True, True, False, True, None]
    assert len(jobs) == 1
    assert {row.position for row in await town.rows(Person, Person.id.in_(people))} == {"завуч"}
    assert {row.position for row in await town.rows(Person, Person.id == headmaster)} == {"директор"}


async def test_it_gives_each_row_its_own_value(town: Town) -> None:
    marks = Marks(town.database)
    words = {town.curator: "завуч", town.other_curator: "директор"}
    await asyncio.gather(*(marks.make(RENAME, who=who, word=word) for who, word in words.items()))
    assert {row.id: row.position for row in await town.rows(Person, Person.id.in_(words))} == words


async def test_it_tells_everybody_of_a_failure_and_goes_on(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = Marks(town.database)

    async def full(_job):
        raise OperationalError("UPDATE", {}, Exception("database or disk is full"))

    with monkeypatch.context() as broken:
        broken.setattr(town.database, "note", full)
        both = (marks.make(RENAME, who=who, word="завуч") for who in (town.curator, town.other_curator))
        failures = await asyncio.gather(*both, return_exceptions=True)
    assert [type(one) for one in failures] == [OperationalError, OperationalError]
    await marks.make(RENAME, who=town.curator, word="завуч")
    assert [row.position for row in await town.rows(Person, Person.id == town.curator)] == ["завуч"]


async def test_it_makes_a_mark_although_nobody_waits_for_it_any_more(town: Town) -> None:
    marks = Marks(town.database)
    tired = asyncio.create_task(marks.make(RENAME, who=town.curator, word="завуч"))
    await asyncio.sleep(0)
    tired.cancel()
    await marks.make(RENAME, who=town.other_curator, word="завуч")
    assert [row.position for row in await town.rows(Person, Person.id == town.curator)] == ["завуч"]
