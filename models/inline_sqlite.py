"""Reading SQLite where the question is asked: the session that PostgreSQL has, without its greenlets and threads.

A query of a window takes some 50 µs; carrying it to another thread and back, or into a greenlet, costs ten times as
much. Readers of a file in WAL mode wait for nobody, so that there is nothing to await. What reads for long does not
belong in the event loop at all: it runs in the writing thread or in a process of its own.
"""

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

R = TypeVar("R")
ENGINES = 4
"""For so many URLs what SQLAlchemy has compiled is kept: it belongs to the engine and is dear to make anew."""
WHOLE = {"prebuffer_rows": True}
"""Answers come whole, as with PostgreSQL: what belongs to the rows is read with them."""


class InlineReader:
    """The readers of a file."""

    def __init__(self, url: URL) -> None:
        self._engine, self._lookers = _readers(url), _lookers(url)
        self._looker: Connection | None = None

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session; nothing of it outlives whoever asked."""
        session = InlineSession(self._engine)
        try:
            yield session
        finally:
            session.sync_session.close()

    async def look(self, job: Callable[[Connection], R]) -> R:
        """Runs `job` with a bare connection: always the same, as long as nothing goes wrong with it."""
        if self._looker is None:
            self._looker = self._lookers.connect()
        try:
            return job(self._looker)
        except BaseException:
            self._let_go()
            raise
        finally:
            if self._looker is not None:
                self._looker.rollback()

    async def close(self) -> None:
        """Closes all connections."""
        self._let_go()
        self._engine.dispose()
        self._lookers.dispose()

    def _let_go(self) -> None:
        if self._looker is not None:
            self._looker.close()
            self._looker = None


class _Reading(Session):
    """Reads what somebody awaits and nothing else: what PostgreSQL would refuse must not work here."""

    awaited = False

    def execute(self, *arguments: Any, **options: Any) -> Any:
        """Raises MissingGreenlet where an attribute is looked at that nobody has read."""
        if not self.awaited:
            raise MissingGreenlet("read it with its row: to look at it would ask the database")
        return super().execute(*arguments, **options)

    def run(self, job: Callable[..., R], *arguments: Any, **options: Any) -> R:
        """What `job` gives back; it may ask whatever it likes."""
        return job(self, *arguments, **options)


def _asking(method: str, **always: Any) -> Any:
    """A method of AsyncSession, answered on the spot."""

    async def ask(self: AsyncSession, *arguments: Any, **options: Any) -> Any:
        session: Any = self.sync_session
        session.awaited = True
        try:
            return getattr(session, method)(*arguments, **always, **options)
        finally:
            session.awaited = False

    return ask


class InlineSession(AsyncSession):
    """A session to be awaited like any other, whose answers are there at once."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(sync_session_class=_Reading, expire_on_commit=False, autoflush=False)
        self.sync_session.bind = engine

    execute = _asking("execute", execution_options=WHOLE)
    scalar = _asking("scalar", execution_options=WHOLE)
    scalars = _asking("scalars", execution_options=WHOLE)
    get = _asking("get")
    get_one = _asking("get_one")
    run_sync = _asking("run")


@lru_cache(maxsize=ENGINES)
def _readers(url: URL) -> Engine:
    engine = _engine(url)
    event.listen(engine, "begin", _begin)
    return engine


@lru_cache(maxsize=ENGINES)
def _lookers(url: URL) -> Engine:
    return _engine(url)


def _engine(url: URL) -> Engine:
    """Without a transaction unless one is begun."""
    engine = create_engine(url, connect_args={"check_same_thread": False, "isolation_level": None})
    event.listen(engine, "connect", _prepare)
    return engine


def _begin(connection: Connection) -> None:
    """One state of the data. Said to the driver itself: as a statement of SQLAlchemy's it would cost more."""
    driver: Any = connection.connection.dbapi_connection
    driver.execute("BEGIN")


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("PRAGMA query_only = ON")
