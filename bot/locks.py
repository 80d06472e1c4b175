"""Locks that die with their process, so that whoever is left goes on at once and no clock has to be trusted.

On SQLite, whose file one process serves, it is a lock of the operating system on a file beside the database. On
PostgreSQL they are advisory locks of one connection that the process keeps for them (straight to the server: a pooler
that hands connections from one transaction to the next would lose them). A machine that vanishes without a word is
noticed by the server's keepalives, within about ten seconds.
"""

import asyncio
import contextlib
import fcntl
from hashlib import blake2b
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import ColumnElement, func, select, text, true
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from models.database import Database

KEEPALIVES = {"tcp_keepalives_idle": "5", "tcp_keepalives_interval": "2", "tcp_keepalives_count": "3"}
ANSWER_SECONDS = 10
"""A server that does not answer for so long has lost us, and we our locks."""
MEMBERS = text(
    "SELECT count(DISTINCT pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND classid::bigint = :high AND objid::bigint = :low"
)


class Locks(Protocol):
    """What one process holds against the others."""

    async def take(self, name: str) -> bool:
        """Whether this process holds the lock now, from before or from this moment on."""
        ...

    async def drop(self, name: str) -> bool:
        """Lets go of a lock; whether it was held."""
        ...

    async def join(self, name: str) -> int:
        """Counts this process in; how many processes there are."""
        ...

    async def close(self) -> None:
        """Lets go of everything."""
        ...


def locks_of(database: Database) -> Locks:
    """The locks that belong to a database."""
    return FileLocks(database.url.database) if database.is_sqlite else PostgresLocks(database.url)


class FileLocks:
    """For SQLite. A record lock is no child's: a pool of processes that outlives us does not keep it."""

    def __init__(self, database: str | None) -> None:
        self._database = database
        self._held: dict[str, TextIOWrapper] = {}

    async def take(self, name: str) -> bool:
        """A database in memory is nobody else's."""
        if self._database is None or name in self._held:
            return True
        file = Path(f"{self._database}.{name}").open("w")  # noqa: SIM115, ASYNC230  it stays open as long as the lock is held
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            return False
        self._held[name] = file
        return True

    async def drop(self, name: str) -> bool:
        """The file stays: whoever waits for it may have it open."""
        file = self._held.pop(name, None)
        if file is not None:
            file.close()
        return file is not None

    async def join(self, name: str) -> int:
        """One process serves a file."""
        return 1

    async def close(self) -> None:
        """Lets go of everything."""
        for name in list(self._held):
            await self.drop(name)


class PostgresLocks:
    """For PostgreSQL. When the connection breaks all locks are gone; each is taken anew when it is asked for."""

    def __init__(self, url: URL) -> None:
        settings = {"server_settings": KEEPALIVES, "command_timeout": ANSWER_SECONDS}
        self._engine = create_async_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=settings)
        self._connection: AsyncConnection | None = None
        self._held: set[str] = set()
        self._one_at_a_time = asyncio.Lock()

    async def take(self, name: str) -> bool:
        """One that is held is asked after as well: only the server knows whether we live."""
        async with self._one_at_a_time:
            return await self._take(name, func.pg_try_advisory_lock(key_of(name)))

    async def drop(self, name: str) -> bool:
        """Lets go of a lock; whether it was held."""
        async with self._one_at_a_time:
            if name not in self._held:
                return False
            self._held.discard(name)
            await self._ask(select(func.pg_advisory_unlock(key_of(name))))
            return True

    async def join(self, name: str) -> int:
        """Everybody holds a part of the same lock; the server counts the holders."""
        key = key_of(name)
        async with self._one_at_a_time:
            await self._take(name, func.pg_try_advisory_lock_shared(key))
            halves = {"high": (key >> 32) & 0xFFFFFFFF, "low": key & 0xFFFFFFFF}
            return int(await self._ask(MEMBERS.bindparams(**halves)))

    async def close(self) -> None:
        """Lets go of everything."""
        async with self._one_at_a_time:
            await self._lose()
        await self._engine.dispose()

    async def _take(self, name: str, lock: ColumnElement[Any]) -> bool:
        if name in self._held:
            with contextlib.suppress(Exception):
                await self._ask(select(true()))
        if name not in self._held and await self._ask(select(lock)):
            self._held.add(name)
        return name in self._held

    async def _ask(self, statement: Any) -> Any:
        try:
            if self._connection is None:
                self._connection = await self._engine.connect()
            return await self._connection.scalar(statement)
        except BaseException:
            await self._lose()
            raise

    async def _lose(self) -> None:
        self._held.clear()
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(Exception):
                await connection.invalidate()
                await connection.close()


def key_of(name: str) -> int:
    """The number that stands for a name among PostgreSQL's advisory locks."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True)
