"""Marks on rows that are wanted at the same time: those that come while one commit is under way share the next."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection, Update

from models.database import Database

R = TypeVar("R")
GATHER = 0.0003
"""Seconds for which the first mark waits for others that are wanted with it. Longer is not fewer commits but slower
notices: while they are marked nothing is sent."""


@dataclass(frozen=True)
class _Wanted:
    mark: Update
    row_id: int | None
    values: dict[str, Any]
    made: "asyncio.Future[bool]"


class Marks:
    """Makes marks, many in one job of the database's writer, and alike ones in one statement: a job costs more than a
    statement, and a statement more than a mark.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._wanted: list[_Wanted] = []
        self._writing: asyncio.Task[None] | None = None

    async def make(self, mark: Update, **values: Any) -> None:
        """Makes a mark on whichever rows it names; it is committed then. Raises what the database raises."""
        await self._want(mark, None, values)

    async def among(self, mark: Update, row_id: int, **values: Any) -> bool:
        """The same for a mark on the rows `ids` that returns those which it has changed: whether this was one.

        Those that are wanted together share the values of the last.
        """
        return await self._want(mark, row_id, values)

    async def _want(self, mark: Update, row_id: int | None, values: dict[str, Any]) -> bool:
        made: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._wanted.append(_Wanted(mark, row_id, values, made))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return await made

    async def _write(self) -> None:
        while self._wanted:
            await asyncio.sleep(GATHER)
            wanted, self._wanted = self._wanted, []
            try:
                changed = await self._database.note(partial(_make, wanted))
            except Exception as error:
                for one in wanted:
                    tell(one.made, error)
            else:
                for one in wanted:
                    tell(one.made, one.row_id in changed[one.mark])
        self._writing = None


def _make(wanted: list[_Wanted], connection: Connection) -> dict[Update, set[int | None]]:
    """For each mark the rows that it has changed."""
    alike: defaultdict[Update, list[_Wanted]] = defaultdict(list)
    for one in wanted:
        alike[one.mark].append(one)
    return {mark: _made(connection, mark, ones) for mark, ones in alike.items()}


def _made(connection: Connection, mark: Update, ones: list[_Wanted]) -> set[int | None]:
    if ones[0].row_id is None:
        connection.execute(mark, [one.values for one in ones])
        return {None}
    return set(connection.scalars(mark, ones[-1].values | {"ids": [one.row_id for one in ones]}))


def tell(promise: "asyncio.Future[R]", outcome: R | Exception) -> None:
    """Keeps a promise. Nobody waits for it any more where whoever did was cancelled."""
    if promise.done():
        return
    if isinstance(outcome, Exception):
        promise.set_exception(outcome)
    else:
        promise.set_result(outcome)
