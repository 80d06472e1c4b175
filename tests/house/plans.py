"""How SQLite would find what a window asks for: by an index, or by reading all of a table that grows and grows."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

Asked = dict[str, Any]
"""The questions by their text, each with the values of its first time."""
SMALL = ("organisation", "campaign", "headcount")
"""Tables that hold a few rows for each organisation: reading all of them is no harm."""


@contextmanager
def questions() -> Iterator[Asked]:
    """Notes down what is asked of SQLite meanwhile."""
    asked: Asked = {}

    def note(connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, _many: bool) -> None:
        if connection.dialect.name == "sqlite" and statement.startswith(("SELECT", "WITH")):
            asked.setdefault(statement, values)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def read_through(path: str, asked: Asked) -> list[str]:
    """The questions for which a whole table is read, with the step that does it."""
    found = []
    with closing(sqlite3.connect(path)) as connection:
        for statement, values in asked.items():
            steps = (row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values))
            found += [f"{step}: {statement}" for step in steps if _is_scan(step, connection)]
    return found


def _is_scan(step: str, connection: sqlite3.Connection) -> bool:
    """«SCAN x» reads all of x, if x is a table and no result of another step."""
    word, name = (*step.split(), "", "")[:2]
    table = name.rstrip("0123456789").rstrip("_")
    known = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
    return word == "SCAN" and table not in SMALL and bool(known.fetchone()[0])
