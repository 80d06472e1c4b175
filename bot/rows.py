"""A table's rows on their way from one database to another: read in batches, written, and counted with a checksum."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, Table, bindparam, collate, insert, or_, select, update

Row = dict[str, Any]
BATCH = 500
"""So many rows are held in memory."""


@dataclass(frozen=True)
class Tally:
    """How many rows there are, and a checksum over all their values in the order of their keys."""

    rows: int = 0
    checksum: str = ""

    def plus(self, rows: list[Row]) -> "Tally":
        """With the rows that follow."""
        digest = sha256(self.checksum.encode())
        for row in rows:
            values = [_plain(value) for value in row.values()]
            digest.update(json.dumps(values, sort_keys=True, separators=(",", ":")).encode() + b"\n")
        return Tally(self.rows + len(rows), digest.hexdigest())


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, Enum):
        return value.value
    return value if isinstance(value, int | float | str | list | dict | None) else str(value)


def tally(connection: Connection, table: Table) -> Tally:
    """Reads the whole table."""
    seen = Tally()
    for rows in batches(connection, table):
        seen = seen.plus(rows)
    return seen


def batches(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> Iterator[list[Row]]:
    """The rows that meet the conditions, in the order of their keys."""
    query = select(table).where(*conditions).order_by(*_keys(connection, table))
    found = connection.execute(query, execution_options={"yield_per": BATCH})
    for part in found.mappings().partitions():
        yield [dict(row) for row in part]


def _keys(connection: Connection, table: Table) -> list[ColumnElement[Any]]:
    """PostgreSQL sorts words by language; SQLite by their bytes, as `C` does."""
    there = connection.dialect.name == "postgresql"
    return [
        collate(column, "C") if there and isinstance(column.type, String) else column for column in table.primary_key
    ]


def insert_rows(target: Connection, table: Table, rows: list[Row]) -> None:
    """Adds the rows, without what points at rows of the same table: those may come later."""
    nothing = dict.fromkeys(_own(table))
    target.execute(insert(table), [row | nothing for row in rows])


def link_rows(source: Connection, target: Connection, table: Table) -> None:
    """Lets rows point at others of the same table, when all are there."""
    own = _own(table)
    if not own:
        return
    keys = [column.name for column in table.primary_key]
    points = update(table).where(*(table.c[name] == bindparam(f"key_{name}") for name in keys))
    points = points.values({name: bindparam(f"new_{name}") for name in own})
    for rows in batches(source, table, or_(*(table.c[name].is_not(None) for name in own))):
        target.execute(points, [{f"key_{n}": row[n] for n in keys} | {f"new_{n}": row[n] for n in own} for row in rows])


def _own(table: Table) -> list[str]:
    """The columns that point at rows of the table itself."""
    return [column.name for column in table.columns if any(key.column.table is table for key in column.foreign_keys)]
