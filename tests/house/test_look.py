"""What every update asks is answered without a session, on what is committed, and cannot change anything."""

from contextlib import suppress

from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from models.people.tables import Organisation
from tests.town import Town


async def test_it_sees_what_was_written_a_moment_ago(town: Town) -> None:
    schools = select(func.count()).select_from(Organisation)
    before = await town.database.look(lambda connection: connection.scalar(schools))
    await town.organisation("Школа № 1")
    assert await town.database.look(lambda connection: connection.scalar(schools)) == before + 1


async def test_it_cannot_touch(town: Town) -> None:
    schools = await town.rows(Organisation)
    with suppress(OperationalError):  # SQLite refuses at once; PostgreSQL forgets what nobody commits
        await town.database.look(lambda connection: connection.execute(text("UPDATE organisation SET name = 'X'")))
    assert [school.name for school in await town.rows(Organisation)] == [school.name for school in schools]
