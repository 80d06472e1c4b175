"""Reading SQLite where the question is asked: an aiosqlite connection without its thread.

A query of a window takes some 50 µs; aiosqlite carries each of its four steps to another thread and back, which costs
ten times as much and fights for the interpreter's lock. Readers of a file in WAL mode wait for nobody, so that there is
nothing to await. What reads for long does not belong in the event loop at all: it runs in the writing thread or in a
process of its own.
"""

import sqlite3
from collections.abc import Sequence
from typing import Any, Self


class InlineCursor:
    """aiosqlite's cursor as SQLAlchemy's dialect uses it."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor
        self.arraysize = cursor.arraysize

    async def __aenter__(self) -> Self:
        return self

    @property
    def description(self) -> Any:
        """The columns of the last answer; None where there is none."""
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        """How many rows the last statement changed."""
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        """The key of the row that was added last."""
        return self._cursor.lastrowid

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> None:
        """Runs a statement."""
        self._cursor.execute(statement, parameters)

    async def fetchall(self) -> list[Any]:
        """All rows of the answer."""
        return self._cursor.fetchall()

    async def close(self) -> None:
        """Lets go of the answer."""
        self._cursor.close()


class InlineConnection:
    """aiosqlite's connection as SQLAlchemy's dialect uses it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection: sqlite3.Connection | None = connection
        """The dialect looks at it by this name to see whether the connection is open."""

    @classmethod
    async def open(cls, path: str) -> Self:
        """A connection that can look and not touch, and begins transactions only when told to."""
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute("PRAGMA query_only = ON")
        return cls(connection)

    def cursor(self) -> InlineCursor:
        """A new cursor. Raises ValueError, as aiosqlite does, once the connection is closed."""
        if self._connection is None:
            raise ValueError("no active connection")
        return InlineCursor(self._connection.cursor())

    async def create_function(self, *arguments: Any, **options: Any) -> None:
        """Teaches SQL a function: the dialect brings its own."""
        if self._connection is not None:
            self._connection.create_function(*arguments, **options)

    async def commit(self) -> None:
        """Ends the transaction."""
        if self._connection is not None:
            self._connection.commit()

    async def rollback(self) -> None:
        """Ends the transaction."""
        if self._connection is not None:
            self._connection.rollback()

    async def close(self) -> None:
        """Closes the file; a second time changes nothing."""
        self.stop()

    def stop(self) -> None:
        """The same for whoever cannot await."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
