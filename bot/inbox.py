"""What came in: updates are stored before they are confirmed, and forgotten only when their effect is committed."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, cast

from aiogram import Bot
from aiogram.types import Update
from pydantic_core import PydanticSerializationError
from sqlalchemy import (
    BigInteger,
    Connection,
    Index,
    Select,
    Table,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from bot.fsm import Held
from models.audit import Effect
from models.base import Base, Keyed
from models.clock import Clock
from models.database import Database

log = logging.getLogger(__name__)
KEPT = timedelta(hours=48)
"""How long finished ids are remembered; Telegram may start its ids anew after a week without updates."""


class InboxState(StrEnum):
    """Where a stored update stands."""

    NEW = "NEW"
    DONE = "DONE"
    SET_ASIDE = "SET_ASIDE"
    """Failed for a reason that trying again would not cure; kept without its body."""


class InboxRow(Keyed, Base):
    """An update as it came. The body holds personal data and is erased with the done-mark."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot_id", "update_id"),
        Index("ix_inbox_state_received_at", "state", "received_at"),
        {"sqlite_autoincrement": True},
    )

    bot_id: Mapped[int] = mapped_column(BigInteger)
    update_id: Mapped[int] = mapped_column(BigInteger)
    chat: Mapped[int] = mapped_column(BigInteger)
    body: Mapped[str | None]
    received_at: Mapped[datetime]
    state: Mapped[InboxState] = mapped_column(default=InboxState.NEW)
    attempts: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str] = mapped_column(default="")
    """Why it was set aside: a class and a place, never a text."""


@dataclass(frozen=True)
class Stored:
    """An update with the number under which it is kept."""

    inbox_id: int
    chat: int
    attempts: int
    update: Update


class Inbox:
    """The stored updates of one bot."""

    def __init__(self, database: Database, clock: Clock, bot_id: int) -> None:
        self._database = database
        self._clock = clock
        self._bot_id = bot_id

    async def store(self, updates: Sequence[Update]) -> list[Stored]:
        """Stores a poll's updates in one INSERT and gives those back that were not known yet, in order.

        What cannot be written down, half a character for example, is passed over.
        """
        now = self._clock.now()
        rows = [self._row(one, body, now) for one in updates if (body := _body(one)) is not None]
        if not rows:
            return []
        ids = await self._database.note(lambda connection: _insert(connection, rows))
        return [Stored(ids.pop(one.update_id), chat_of(one), 0, one) for one in updates if one.update_id in ids]

    async def unfinished(self, bot: Bot) -> list[Stored]:
        """What was stored and not done, oldest first and ready for `bot`: the work of a process that died."""
        return await self._all(self._undone(select(InboxRow)), bot)

    async def take_up(self, ids: Sequence[int], bot: Bot) -> list[Stored]:
        """What was stored under these numbers and is not done, oldest first."""
        return await self._all(self._undone(select(InboxRow)).where(InboxRow.id.in_(ids)), bot)

    async def oldest(self, chat: int, bot: Bot) -> Stored | None:
        """The chat's first update that is not done; None where there is none."""
        statement = self._undone(select(InboxRow)).where(InboxRow.chat == chat).order_by(InboxRow.id).limit(1)
        async with self._database.read() as session:
            row = await session.scalar(statement)
            return _ready(row, bot) if row is not None else None

    async def chats_waiting(self, limit: int, chat: int | None = None) -> Sequence[int]:
        """Up to `limit` chats with something undone, the longest waiting first; only `chat` where it is given."""
        statement = self._undone(select(InboxRow.chat)).group_by(InboxRow.chat).order_by(func.min(InboxRow.id))
        if chat is not None:
            statement = statement.where(InboxRow.chat == chat)
        async with self._database.read() as session:
            return (await session.scalars(statement.limit(limit))).all()

    async def finish(self, stored: Stored, held: Held) -> None:
        """The done-mark: dialog writes with it, the body gone."""
        await self._close(stored, InboxState.DONE, held)

    async def set_aside(self, stored: Stored, problem: str) -> None:
        """Gives an update up for good; what the dialog wrote meanwhile is dropped."""
        await self._close(stored, InboxState.SET_ASIDE, Held(), problem)

    async def count_attempt(self, stored: Stored) -> None:
        """Notes that a try failed and another will follow."""
        statement = update(InboxRow).where(InboxRow.id == stored.inbox_id).values(attempts=InboxRow.attempts + 1)
        await self._database.note(lambda connection: connection.execute(statement))

    async def forget(self) -> None:
        """Drops finished ids after 48 hours, with the effects that answered for them."""
        before = self._clock.now() - KEPT

        def job(connection: Connection) -> None:
            old = select(InboxRow.id).where(InboxRow.state != InboxState.NEW, InboxRow.received_at < before)
            connection.execute(delete(Effect).where(Effect.inbox_id.in_(old)))
            connection.execute(delete(InboxRow).where(InboxRow.id.in_(old)))

        await self._database.note(job)

    async def _close(self, stored: Stored, state: InboxState, held: Held, problem: str = "") -> None:
        """Only what is undone: a process that lost its lock on the way must not write over who came after it."""
        now = self._clock.now()
        mark = {"inbox_id": stored.inbox_id, "state": state, "problem": problem[:500]}

        def job(connection: Connection) -> None:
            if connection.execute(_CLOSE, mark).first() is not None:
                held.commit(connection, now)

        await self._database.note(job)

    def _undone(self, statement: Select[Any]) -> Select[Any]:
        return statement.where(InboxRow.bot_id == self._bot_id, InboxRow.state == InboxState.NEW)

    async def _all(self, statement: Select[Any], bot: Bot) -> list[Stored]:
        async with self._database.read() as session:
            rows = await session.scalars(statement.order_by(InboxRow.id))
            return [_ready(row, bot) for row in rows]

    def _row(self, one: Update, body: str, now: datetime) -> dict[str, object]:
        return {
            "bot_id": self._bot_id,
            "update_id": one.update_id,
            "chat": chat_of(one),
            "body": body,
            "received_at": now,
            "state": InboxState.NEW,
            "attempts": 0,
            "problem": "",
        }


_INBOX = cast(Table, InboxRow.__table__)
_CLOSE = (
    update(_INBOX)
    .where(_INBOX.c.id == bindparam("inbox_id"), _INBOX.c.state == InboxState.NEW)
    .values(state=bindparam("state"), body=None, problem=bindparam("problem"))
    .returning(_INBOX.c.id)
)
"""Built once: every update is closed."""


def chat_of(one: Update) -> int:
    """The chat whose updates must stay in order."""
    if one.callback_query is not None:
        return one.callback_query.message.chat.id if one.callback_query.message else one.callback_query.from_user.id
    event = one.message or one.my_chat_member
    return event.chat.id if event is not None else 0


def _ready(row: InboxRow, bot: Bot) -> Stored:
    """The update as if `bot` had just received it."""
    body = Update.model_validate_json(row.body or "", context={"bot": bot})
    return Stored(row.id, row.chat, row.attempts, body)


def _body(one: Update) -> str | None:
    try:
        return one.model_dump_json(exclude_none=True, by_alias=True)
    except PydanticSerializationError:
        log.error("update %s cannot be written down and is passed over", one.update_id)
        return None


def _store(dialect: Any) -> Any:
    return (
        dialect.insert(_INBOX)
        .on_conflict_do_nothing(index_elements=["bot_id", "update_id"])
        .returning(_INBOX.c.update_id, _INBOX.c.id)
    )


_STORE = {"sqlite": _store(sqlite), "postgresql": _store(postgresql)}
"""Built once, whatever a poll brings."""


def _insert(connection: Connection, rows: list[dict[str, object]]) -> dict[int, int]:
    stored = connection.execute(_STORE[connection.dialect.name], rows)
    return {row.update_id: row.id for row in stored}
