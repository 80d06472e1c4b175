"""What windows and their buttons take from the framework, with its type."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiogram_dialog import DialogManager
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.words import Words
from models.clock import Clock
from models.database import Database
from models.use_case import Act


def act_of(manager: DialogManager) -> Act:
    """Runs use cases as whoever pressed or wrote."""
    act: Act = manager.middleware_data["act"]
    return act


def words_of(manager: DialogManager) -> Words:
    """The words for whoever pressed or wrote."""
    words: Words = manager.middleware_data["words"]
    return words


def clock_of(manager: DialogManager) -> Clock:
    """What tells the time."""
    clock: Clock = manager.middleware_data["clock"]
    return clock


def database_of(manager: DialogManager) -> Database:
    """The database, for whoever hands it on."""
    database: Database = manager.middleware_data["db"]
    return database


@asynccontextmanager
async def reading(manager: DialogManager) -> AsyncIterator[AsyncSession]:
    """A session for queries."""
    async with database_of(manager).read() as session:
        yield session


def item_id(item: dict[str, Any]) -> str:
    """The id of an item that a getter made."""
    return str(item["id"])
