"""Where dialogs are kept between updates: a storage in the same database, whose writes wait for the update's end.

What the dialog framework writes while an update is handled is held back and committed together with the inbox's
done-mark: a crash in between leaves the dialog as it was, so that the replay presses a button of the same window.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import cycle
from typing import Any, cast

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import DEFAULT_DESTINY, BaseStorage, DefaultKeyBuilder, StateType, StorageKey
from sqlalchemy import Connection, Table, bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.clock import Clock
from models.database import Database

KEPT = timedelta(days=7)
"""How long an untouched draft stays (R-12)."""
ALWAYS = (DEFAULT_DESTINY, "aiogd:stack:")
"""What every update asks for: aiogram's own state and the stack of windows. One question answers for both."""
WINDOWS = "aiogd:"
"""What the dialog framework keeps has data and never a state: it is written without asking what was there."""


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

    def put(self, name: str, value: Remembered) -> None:
        """Notes what shall stand there, unless it is known to stand there already."""
        if self.known.get(name) != value:
            self.known[name] = value
            self.changed.add(name)

    def commit(self, connection: Connection, now: datetime) -> None:
        """Writes what was changed, in the caller's transaction."""
        _store(connection, {key: self.known[key] for key in sorted(self.changed)}, now)


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
        await self._change(key, lambda known: replace(known, state=name))

    async def get_state(self, key: StorageKey) -> str | None:
        """The state; None where there is none."""
        return (await self._look(key)).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Remembers the data in place of what was there; it must be plain JSON."""
        text = json.dumps(dict(data), ensure_ascii=False)
        held = _held.get()
        if held is not None and key.destiny.startswith(WINDOWS):
            held.put(self._keys.build(key), Remembered(data=text))
        else:
            await self._change(key, lambda known: replace(known, data=text))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """A copy of the data of its own; empty where there is none."""
        data: dict[str, Any] = json.loads((await self._look(key)).data)
        return data

    async def close(self) -> None:
        """The database is closed by its owner."""

    async def _look(self, key: StorageKey) -> Remembered:
        name, held = self._keys.build(key), _held.get()
        if held is not None and name in held.known:
            return held.known[name]
        known = held.known if held is not None else {}
        always = (self._keys.build(replace(key, destiny=destiny)) for destiny in ALWAYS)
        names = [name, *(one for one in always if one not in known)]
        found = await self._database.look(lambda connection: _find(connection, names))
        if held is not None:
            held.known = found | held.known
        return found[name]

    async def _change(self, key: StorageKey, change: Callable[[Remembered], Remembered]) -> None:
        name, held = self._keys.build(key), _held.get()
        if held is None:
            now = self._clock.now()

            def job(connection: Connection) -> None:
                _store(connection, {name: change(_find_alone(connection, name))}, now)

            await self._database.note(job)
            return
        held.put(name, change(await self._look(key)))


def forget_drafts(connection: Connection, before: datetime) -> None:
    """Drops dialogs that nobody has touched since `before` (R-12)."""
    connection.execute(delete(DialogRow).where(DialogRow.changed_at < before))


_DIALOG = cast(Table, DialogRow.__table__)
_THREE = ("first", "second", "third")
"""The one that is wanted and those of `ALWAYS`; a list of any length would be written anew each time."""
_FIND = select(_DIALOG).where(_DIALOG.c.key.in_([bindparam(name) for name in _THREE]))
_FORGET = delete(_DIALOG).where(_DIALOG.c.key == bindparam("name"))


def _upsert(dialect: Any) -> Any:
    statement = dialect.insert(_DIALOG)
    values = {column.name: statement.excluded[column.name] for column in _DIALOG.c}
    return statement.on_conflict_do_update(index_elements=["key"], set_=values)


_STORE = {"sqlite": _upsert(sqlite), "postgresql": _upsert(postgresql)}
"""Built once, as the statements above: every press asks and tells."""


def _find(connection: Connection, names: Sequence[str]) -> dict[str, Remembered]:
    rows = connection.execute(_FIND, dict(zip(_THREE, cycle(names))))
    return dict.fromkeys(names, Remembered()) | {row.key: Remembered(row.state, row.data) for row in rows}


def _find_alone(connection: Connection, name: str) -> Remembered:
    """The same, while others who want to change it wait; a row lock would not hold back whoever writes it first."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))
    return _find(connection, [name])[name]


def _store(connection: Connection, values: Mapping[str, Remembered], now: datetime) -> None:
    gone = [{"name": key} for key, value in values.items() if value.is_empty]
    kept = [
        {"key": key, "state": value.state, "data": value.data, "changed_at": now}
        for key, value in values.items()
        if not value.is_empty
    ]
    if gone:
        connection.execute(_FORGET, gone)
    if kept:
        connection.execute(_STORE[connection.dialect.name], kept)
