"""Where dialogs are kept between updates: a storage in the same database, whose writes wait for the update's end.

What the dialog framework writes while an update is handled is held back and committed together with the inbox's
done-mark: a crash in between leaves the dialog as it was, so that the replay presses a button of the same window.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey
from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.base import Base
from models.clock import Clock
from models.database import Database

KEPT = timedelta(days=7)
"""How long an untouched draft stays (R-12)."""


class DialogRow(Base):
    """What a dialog remembers of one chat."""

    __tablename__ = "dialog"

    key: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str | None]
    data: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(index=True)


@dataclass(frozen=True)
class Remembered:
    """A row's contents; data as JSON text, so that nobody can change it behind the storage's back."""

    state: str | None = None
    data: str = "{}"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return self.state is None and self.data == "{}"


@dataclass
class Held:
    """What one update has read and written of dialogs."""

    known: dict[str, Remembered] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    def commit(self, session: Session, now: datetime) -> None:
        """Writes what was changed, in the caller's transaction."""
        for key in sorted(self.changed):
            _store(session, key, self.known[key], now)


_held: ContextVar[Held | None] = ContextVar("held", default=None)


@contextmanager
def holding() -> Iterator[Held]:
    """Within it, dialog writes are held back for the caller to commit."""
    held = Held()
    token = _held.set(held)
    try:
        yield held
    finally:
        _held.reset(token)


class DialogStorage(BaseStorage):
    """aiogram's FSM storage in the programme's database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._keys = DefaultKeyBuilder(with_bot_id=True, with_destiny=True)

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Remembers the state; None forgets it."""
        name = state.state if isinstance(state, State) else state
        await self._change(self._keys.build(key), lambda known: replace(known, state=name))

    async def get_state(self, key: StorageKey) -> str | None:
        """The state; None where there is none."""
        return (await self._look(self._keys.build(key))).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Remembers the data in place of what was there; it must be plain JSON."""
        text = json.dumps(dict(data), ensure_ascii=False)
        await self._change(self._keys.build(key), lambda known: replace(known, data=text))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """A copy of the data of its own; empty where there is none."""
        data: dict[str, Any] = json.loads((await self._look(self._keys.build(key))).data)
        return data

    async def close(self) -> None:
        """The database is closed by its owner."""

    async def _look(self, key: str) -> Remembered:
        held = _held.get()
        if held is not None and key in held.known:
            return held.known[key]
        async with self._database.read() as session:
            found = await session.run_sync(_find, key)
        if held is not None:
            held.known[key] = found
        return found

    async def _change(self, key: str, change: Callable[[Remembered], Remembered]) -> None:
        held = _held.get()
        if held is None:
            now = self._clock.now()
            await self._database.write(lambda session: _store(session, key, change(_find_alone(session, key)), now))
            return
        known = await self._look(key)
        if change(known) != known:
            held.known[key] = change(known)
            held.changed.add(key)


def forget_drafts(session: Session, before: datetime) -> None:
    """Drops dialogs that nobody has touched since `before` (R-12)."""
    session.execute(delete(DialogRow).where(DialogRow.changed_at < before))


def _find(session: Session, key: str) -> Remembered:
    row = session.execute(select(DialogRow.state, DialogRow.data).where(DialogRow.key == key)).first()
    return Remembered(row.state, row.data) if row else Remembered()


def _find_alone(session: Session, key: str) -> Remembered:
    """The same, while others who want to change it wait; a row lock would not hold back whoever writes it first."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))
    return _find(session, key)


def _store(session: Session, key: str, value: Remembered, now: datetime) -> None:
    if value.is_empty:
        session.execute(delete(DialogRow).where(DialogRow.key == key))
        return
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    row = {"key": key, "state": value.state, "data": value.data, "changed_at": now}
    session.execute(dialect.insert(DialogRow).values(row).on_conflict_do_update(index_elements=["key"], set_=row))
