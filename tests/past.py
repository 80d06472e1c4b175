"""What has been played in a new town is kept as rows, once a worker, and put back wherever a town is as new.

It is the same each time, on either database, and playing a school's life costs a second.
"""

from collections.abc import Awaitable, Callable, Hashable
from copy import copy, deepcopy
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.orm import Session

from models.everything import Base
from tests.town import Town

T = TypeVar("T")
Rows = dict[Table, list[dict[str, Any]]]


@dataclass(frozen=True)
class Past:
    """The rows that have come, the number of whoever comes next, and what the play has given back."""

    rows: Rows
    numbers: "count[int]"
    made: Any

    def put_back(self, session: Session) -> None:
        """Adds the rows where none of them is."""
        for table, rows in self.rows.items():
            session.execute(insert(table), rows)
        if session.get_bind().dialect.name == "postgresql":
            counted = ((f"{table.name}_id_seq", rows[-1]["id"]) for table, rows in self.rows.items() if "id" in table.c)
            session.execute(select(*(func.setval(*one) for one in counted)))


_PASTS: dict[Hashable, Past] = {}


async def once(town: Town, play: Callable[[Town], Awaitable[T]]) -> T:
    """What `play` makes of a town where nothing has happened yet; it adds rows and changes none."""
    key = (play, town.clock.now(), town.curator, repr(town._numbers))
    if key not in _PASTS:
        before = await town.database.look(_rows)
        made = await play(town)
        after = await town.database.look(_rows)
        assert all(row in after[table] for table, rows in before.items() for row in rows)
        come = {table: [row for row in rows if row not in before[table]] for table, rows in after.items()}
        _PASTS[key] = Past({table: rows for table, rows in come.items() if rows}, copy(town._numbers), made)
    else:
        await town.database.write(_PASTS[key].put_back)
        town._numbers = copy(_PASTS[key].numbers)
    return deepcopy(_PASTS[key].made)


def _rows(connection: Connection) -> Rows:
    """All rows, in the order in which they came."""
    return {
        table: [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]
        for table in Base.metadata.sorted_tables
    }
