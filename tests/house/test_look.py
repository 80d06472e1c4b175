"""What every update asks is answered without a session, on what is committed, and cannot change anything."""

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from models.database import Database
from models.people.tables import Organisation
from tests.town import Town


async def test_it_sees_what_was_written_a_moment_ago(town: Town) -> None:
    schools = select(func.count()).select_from(Organisation)
    before = await town.database.look(lambda connection: connection.scalar(schools))
    await town.organisation("Школа № 1")
    assert await town.database.look(lambda connection: connection.scalar(schools)) == before + 1


async def test_it_cannot_touch(database: Database) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        await database.look(lambda connection: connection.execute(text("DELETE FROM person")))
