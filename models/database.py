"""The one way to the database: a single writer and a pool of readers.

On SQLite writes run in one thread with a synchronous session, because one hop is a tenth of the price of a hop for
each statement, and because `BEGIN IMMEDIATE` on a single connection is what keeps read-then-write checks true. Jobs
that wait together share one commit. On PostgreSQL a job runs through `AsyncSession.run_sync`.
"""

import asyncio
import logging
import queue
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from contextvars import copy_context
from functools import cache, lru_cache, partial
from itertools import groupby
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from models.inline_sqlite import ENGINES, InlineReader

R = TypeVar("R")
log = logging.getLogger(__name__)
BATCH = 32
"""How many waiting jobs may share one commit."""
ROUNDS = 4
"""How often PostgreSQL may end a job for the sake of another before whoever asked for it is told."""
CIRCLES = ("40P01", "40001")
"""A deadlock, and a transaction that could not be put in a row with others: both undone, and good to run again."""
BUSY_MILLISECONDS = 5_000
"""How long SQLite itself waits for a lock before it says that there is one."""
PATIENCE_SECONDS = 60.0
"""How long a write waits for a lock in all."""
PAUSE_SECONDS = 0.05
"""How long it waits between two attempts beyond what SQLite waits by itself."""
BEGIN = "BEGIN IMMEDIATE"
PLANS = {"plan_cache_mode": "force_custom_plan"}
"""PostgreSQL plans each question for the values asked. The plan that fits any value, to which it turns at the sixth
time, takes all states for equally frequent and reads the whole programme for one school: 60 ms instead of 2."""


class Writer(Protocol):
    """Whoever runs a job in a transaction of its own."""

    async def write(self, job: Callable[[Session], R]) -> R:
        """Runs `job` and commits; an exception undoes all that the job did."""
        ...

    async def close(self) -> None:
        """Finishes the jobs that wait and lets go of the connection."""
        ...


class Scribe(Writer, Protocol):
    """Whoever writes into a database."""

    async def note(self, job: Callable[[Connection], R]) -> R:
        """Runs `job` in a transaction of its own, without a session."""
        ...


class Reader(Protocol):
    """Whoever reads."""

    def read(self) -> AbstractAsyncContextManager[AsyncSession]:
        """A session of one state of the data."""
        ...

    async def look(self, job: Callable[[Connection], R]) -> R:
        """Runs `job` without a session."""
        ...

    async def close(self) -> None:
        """Closes all connections."""
        ...


class Database:
    """A programme's database: `write` for use cases, `read` for everything that only looks."""

    def __init__(self, url: str) -> None:
        """`url` is a SQLAlchemy URL: `sqlite:///file.sqlite` or `postgresql+asyncpg://…`."""
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            self._reader: Reader = InlineReader(self.url)
            self._writer: Scribe = ThreadWriter(_sqlite_writer(self.url))
        else:
            self._reader = AsyncReader(_postgres(self.url))
            self._writer = AsyncWriter(_postgres(self.url))

    async def write(self, job: Callable[[Session], R]) -> R:
        """Runs `job` with a session inside one transaction and commits it.

        Whatever `job` raises is raised here, and nothing of it stays.
        """
        return await self._writer.write(job)

    async def note(self, job: Callable[[Connection], R]) -> R:
        """The same for a job that writes down rows and knows no objects: a session costs more than its statements."""
        return await self._writer.note(job)

    def read(self) -> AbstractAsyncContextManager[AsyncSession]:
        """A session that can look and not touch; it sees one state of the data from its first statement on."""
        return self._reader.read()

    async def look(self, job: Callable[[Connection], R]) -> R:
        """Runs `job`, which asks one question, without a session: for what every update asks.

        On SQLite it is answered on the spot. Each statement sees the data as it stands when it is asked.
        """
        return await self._reader.look(job)

    async def close(self) -> None:
        """Finishes the writes that wait and closes all connections."""
        await self._writer.close()
        await self._reader.close()


class AsyncReader:
    """Reading PostgreSQL."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session, which ends even when whoever asked is cancelled."""
        session = AsyncSession(self._engine, expire_on_commit=False, autoflush=False)
        try:
            yield session
        finally:
            await asyncio.shield(asyncio.create_task(session.close()))

    async def look(self, job: Callable[[Connection], R]) -> R:
        """Runs `job` with a bare connection."""
        async with self._engine.connect() as connection:
            return await connection.run_sync(job)

    async def close(self) -> None:
        """Closes all connections."""
        await self._engine.dispose()


class Job(Generic[R]):
    """A function that waits for its turn to write, and the promise of its result."""

    def __init__(self, function: Callable[[Connection], R]) -> None:
        self.function = function
        self._context = copy_context()
        self.loop = asyncio.get_running_loop()
        self.result: asyncio.Future[R] = self.loop.create_future()
        self._value: R
        self._error: BaseException | None = None

    def run(self, connection: Connection) -> None:
        """Does the work inside the transaction of `connection`; the outcome is told by `settle`, after the commit.

        Raises what ends the transaction; whatever else goes wrong is kept, to be told.
        """
        self._error = None
        try:
            self._value = self._context.run(self.function, connection)
        except StopIteration as error:
            self._error = RuntimeError("the job raised StopIteration, which no coroutine may raise")
            self._error.__cause__ = error
        except BaseException as error:
            self._error = error
        if self._error is not None and not connection.in_transaction():
            raise self._error

    @property
    def has_failed(self) -> bool:
        """Whether nothing of what it did may stay."""
        return self._error is not None

    def fail(self, error: BaseException) -> None:
        """Its commit failed: nothing of what it did stays."""
        self._error = error

    def settle(self) -> None:
        """Tells the outcome to whoever waits, in their loop."""
        if self._error is not None:
            self.result.set_exception(self._error)
        else:
            self.result.set_result(self._value)


class ThreadWriter:
    """One thread, one connection: jobs in the order they came, those that wait together in one commit.

    The connection is opened by the first job that needs it, which is told when that cannot be done; the next job tries
    again.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._jobs: queue.SimpleQueue[Job[Any] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    async def write(self, job: Callable[[Session], R]) -> R:
        """Queues the job and waits for its commit; once queued it runs to its end even when the caller is cancelled."""
        return await self.note(partial(_in_session, job))

    async def note(self, job: Callable[[Connection], R]) -> R:
        """The same for a job that needs no session."""
        waiting = Job(job)
        self._jobs.put(waiting)
        return await asyncio.shield(waiting.result)

    async def close(self) -> None:
        """Lets the thread finish what is queued."""
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)

    def _work(self) -> None:
        while (first := self._jobs.get()) is not None:
            batch, last = self._with_waiting(first)
            self._commit(batch)
            if last:
                break
        if self._connection is not None:
            self._connection.close()

    def _with_waiting(self, first: Job[Any]) -> tuple[list[Job[Any]], bool]:
        batch = [first]
        while len(batch) < BATCH and not self._jobs.empty():
            job = self._jobs.get()
            if job is None:
                return batch, True
            batch.append(job)
        return batch, False

    def _commit(self, batch: list[Job[Any]]) -> None:
        try:
            self._run_together(batch)
        except BaseException as error:
            if len(batch) == 1:
                batch[0].fail(error)
                _tell(batch)
                return
            # The common commit failed: each job gets its own transaction, so that one cannot spoil the others.
            for job in batch:
                self._commit([job])
            return
        _tell(batch)

    def _run_together(self, batch: list[Job[Any]]) -> None:
        if self._connection is None:
            self._connection = _patiently(self._engine.connect)
        with _patiently(self._connection.begin):
            for job in batch:
                _run_apart(job, self._connection)


def _in_session(job: Callable[[Session], R], connection: Connection) -> R:
    with Session(connection, join_transaction_mode="rollback_only", expire_on_commit=False) as session:
        result = job(session)
        session.commit()
        return result


def _run_apart(job: Job[Any], connection: Connection) -> None:
    """What fails is undone alone. Said to the driver itself: SQLAlchemy's savepoints cost a tenth of a press."""
    driver: Any = connection.connection.dbapi_connection
    driver.execute("SAVEPOINT job")
    job.run(connection)
    if job.has_failed:
        driver.execute("ROLLBACK TO job")
    driver.execute("RELEASE job")


def _tell(batch: list[Job[Any]]) -> None:
    """Wakes up those who wait; to wake up a loop costs as much as a statement, so that it is done once for a commit."""
    for loop, jobs in groupby(batch, lambda job: job.loop):
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(_settle, list(jobs))


def _settle(jobs: list[Job[Any]]) -> None:
    for job in jobs:
        job.settle()


def _patiently(attempt: Callable[[], R]) -> R:
    """Waits while another process holds the lock: for what has been done already a refusal would come too late."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return attempt()
        except OperationalError as error:
            if not _is_locked(error) or time.monotonic() > until:
                raise
            log.warning("another process holds the database; waiting")
            time.sleep(PAUSE_SECONDS)  # SQLite does not wait by itself where a file changes to WAL


class AsyncWriter:
    """Writing through PostgreSQL's own concurrency: a transaction for each job."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def write(self, job: Callable[[Session], R]) -> R:
        """Runs the job in a session of its own and commits; once more where it waited for others in a circle."""
        return await _until_no_circle(partial(self._write, job))

    async def note(self, job: Callable[[Connection], R]) -> R:
        """The same for a job that needs no session."""
        return await _until_no_circle(partial(self._note, job))

    async def _write(self, job: Callable[[Session], R]) -> R:
        async with AsyncSession(self._engine, expire_on_commit=False) as session, session.begin():
            return await session.run_sync(job)

    async def _note(self, job: Callable[[Connection], R]) -> R:
        async with self._engine.begin() as connection:
            return await connection.run_sync(job)

    async def close(self) -> None:
        """Nothing waits here."""


async def _until_no_circle(attempt: Callable[[], Awaitable[R]]) -> R:
    for _ in range(ROUNDS - 1):
        try:
            return await attempt()
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in CIRCLES:
                raise
    return await attempt()


@cache
def _postgres(url: URL) -> AsyncEngine:
    """Never let go of: its pool may hold connections that only its owner can close."""
    return create_async_engine(url, pool_size=10, max_overflow=10, connect_args={"server_settings": PLANS})


@lru_cache(maxsize=ENGINES)
def _sqlite_writer(url: URL) -> Engine:
    """The writing thread keeps its connection for life, so that there is nothing to pool."""
    engine = create_engine(url, poolclass=NullPool, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", _prepare_writer)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Said to the driver itself: as a statement of SQLAlchemy's it would cost as much as what is written then."""
    driver: Any = connection.connection.dbapi_connection
    try:
        driver.execute(BEGIN)
    except sqlite3.OperationalError as error:
        raise OperationalError(BEGIN, None, error) from error


def _is_locked(error: OperationalError) -> bool:
    cause = error.orig
    return isinstance(cause, sqlite3.OperationalError) and cause.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY


def _prepare_writer(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
