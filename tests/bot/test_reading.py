"""A session that looks: the same on both databases, although SQLite answers on the spot."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, MissingGreenlet
from sqlalchemy.orm import selectinload

from models.people.tables import Person
from tests.town import Town

pytestmark = pytest.mark.both_databases


async def test_it_refuses_what_was_not_read_with_its_row(town: Town) -> None:
    asked = select(Person).where(Person.id == town.curator)
    async with town.database.read() as session:
        person = await session.scalar(asked)
        with pytest.raises(MissingGreenlet):
            assert person.grants
    async with town.database.read() as session:
        person = await session.scalar(asked.options(selectinload(Person.grants)))
        assert person.grants


async def test_it_sees_one_state_while_others_write(town: Town) -> None:
    name = select(Person.given_name).where(Person.id == town.curator)
    async with town.database.read() as session:
        before = await session.scalar(name)
        await town.database.write(lambda writing: setattr(writing.get(Person, town.curator), "given_name", "Иная"))
        if town.database.is_sqlite:  # PostgreSQL's sessions see what is committed between two statements
            assert await session.scalar(name) == before
    async with town.database.read() as session:
        assert await session.scalar(name) == "Иная"


@pytest.mark.sqlite_only("there is no such promise of PostgreSQL's")
async def test_it_cannot_touch(town: Town) -> None:
    async with town.database.read() as session:
        with pytest.raises(DBAPIError):
            await session.run_sync(lambda reading: (reading.add(Person()), reading.flush()))
