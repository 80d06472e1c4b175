"""Marks on rows that are wanted at the same time: those that come while one commit is under way share the next."""

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Update
from sqlalchemy.orm import Session

from models.database import Database

R = TypeVar("R")


@dataclass(frozen=True)
class _Wanted:
    mark: Update
    values: dict[str, Any]
    made: "asyncio.Future[int]"


class Marks:
    """Makes marks, many in one job of the database's writer: a job costs more than a mark."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._wanted: list[_Wanted] = []
        self._writing: asyncio.Task[None] | None = None

    async def make(self, mark: Update, **values: Any) -> int:
        """How many rows the mark has changed; known once it is committed. Raises what the database raises."""
        made: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._wanted.append(_Wanted(mark, values, made))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return await made

    async def _write(self) -> None:
        while wanted := self._wanted:
            self._wanted = []
            try:
                changed = await self._database.write(partial(_make, wanted))
            except Exception as error:
                for one in wanted:
                    tell(one.made, error)
            else:
                for one, rows in zip(wanted, changed, strict=True):
                    tell(one.made, rows)
        self._writing = None


def _make(wanted: list[_Wanted], session: Session) -> list[int]:
    connection = session.connection()
    return [connection.execute(one.mark, one.values).rowcount for one in wanted]


def tell(promise: "asyncio.Future[R]", outcome: R | Exception) -> None:
    """Keeps a promise. Nobody waits for it any more where whoever did was cancelled."""
    if promise.done():
        return
    if isinstance(outcome, Exception):
        promise.set_exception(outcome)
    else:
        promise.set_result(outcome)
