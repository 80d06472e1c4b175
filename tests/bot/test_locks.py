"""Locks on PostgreSQL: held by one process, gone with its connection."""

from collections.abc import AsyncIterator, Callable

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from bot.locks import PostgresLocks, key_of
from models.database import Database

pytestmark = pytest.mark.xdist_group("postgres")
MINE = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' LIMIT 1"


@pytest.fixture
async def processes(postgres_url: str) -> AsyncIterator[Callable[[], PostgresLocks]]:
    """Makes what stands for a process each time."""
    made: list[PostgresLocks] = []

    def make() -> PostgresLocks:
        made.append(PostgresLocks(make_url(postgres_url)))
        return made[-1]

    yield make
    for locks in made:
        await locks.close()


async def cut(postgres_url: str) -> None:
    """The server ends the connection of whoever holds a lock."""
    database = Database(postgres_url)
    await database.write(lambda session: session.execute(text(f"SELECT pg_terminate_backend(({MINE}))")).all())
    await database.close()


async def test_it_gives_a_lock_to_one_until_it_is_dropped(processes: Callable[[], PostgresLocks]) -> None:
    one, two = processes(), processes()
    assert [await one.take("a"), await one.take("a"), await two.take("a"), await two.take("b")] == [
        True,
        True,
        False,
        True,
    ]
    assert not await two.drop("a")
    assert await one.drop("a")
    assert await two.take("a")


async def test_it_gives_everything_back_when_a_process_ends(processes: Callable[[], PostgresLocks]) -> None:
    one, two = processes(), processes()
    assert await one.take("a")
    await one.close()
    assert await two.take("a")


async def test_it_knows_that_a_broken_connection_holds_nothing(
    processes: Callable[[], PostgresLocks], postgres_url: str
) -> None:
    one, two = processes(), processes()
    assert await one.take("a")
    await cut(postgres_url)
    assert await two.take("a")
    assert not await one.take("a"), "it was the first one's, and is no more"
    await two.close()
    assert await one.take("a")


async def test_it_counts_the_processes_that_live(processes: Callable[[], PostgresLocks]) -> None:
    one, two, three = processes(), processes(), processes()
    assert [await each.join("members") for each in (one, two, three)] == [1, 2, 3]
    assert await one.join("members") == 3
    await two.close()
    assert await one.join("members") == 2


def test_it_has_a_number_for_every_name_that_postgresql_takes() -> None:
    numbers = {key_of(f"chat 42 {chat}") for chat in range(-500, 500)}
    assert len(numbers) == 1000
    assert -(2**63) <= min(numbers) < 0 < max(numbers) < 2**63
