"""What the area's windows take from the framework, with its type."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any

from aiogram_dialog import DialogManager
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.flow import number
from handlers.words import Words
from models.database import Database
from models.errors import ProgrammeError
from models.use_case import Act

_MINUTE = 60
_MAX_MINUTES = 10**8


def act_of(manager: DialogManager) -> Act:
    """Runs use cases as whoever pressed or wrote."""
    act: Act = manager.middleware_data["act"]
    return act


def words_of(manager: DialogManager) -> Words:
    """The words for whoever pressed or wrote."""
    words: Words = manager.middleware_data["words"]
    return words


@asynccontextmanager
async def reading(manager: DialogManager) -> AsyncIterator[AsyncSession]:
    """A session for queries."""
    db: Database = manager.middleware_data["db"]
    async with db.read() as session:
        yield session


def item_id(item: dict[str, Any]) -> str:
    """The id of an item that a getter made."""
    return str(item["id"])


def minutes_of(moment: datetime) -> int:
    """A moment as a short number for a button: minutes since 1970."""
    return int(moment.timestamp()) // _MINUTE


def moment_of(minutes: str | int) -> datetime:
    """The moment (UTC) of such a number. Raises ProgrammeError `error-gone` for a forged one."""
    value = number(str(minutes))
    if value > _MAX_MINUTES:
        raise ProgrammeError("error-gone")
    return datetime.fromtimestamp(value * _MINUTE, UTC)


def day_of(text: str) -> date:
    """The day of «2026-10-13». Raises ProgrammeError `error-gone` for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ProgrammeError("error-gone") from None
