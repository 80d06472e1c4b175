"""Where every update comes in: who it is from, what they may do, and in which words they are answered."""

from collections.abc import Awaitable, Callable
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.enums import ChatType
from aiogram.types import TelegramObject, Update, User

from handlers.windows import remember_notice
from handlers.words import Words, known_locale
from models.access import Actor
from models.clock import Clock
from models.database import Database
from models.people.actor import load_actor
from models.use_case import Act

CHANNEL = "TELEGRAM"
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


async def entrance(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    """Outer middleware of all updates: finds the actor and hands on `act` and `words`."""
    user = sender(event)
    if user is None or not is_private(event) or not is_on_a_button(event):
        return None
    db: Database = data["db"]
    clock: Clock = data["clock"]
    actor = await find_actor(db, user)
    data["act"] = Act(db, clock, actor, data.get("inbox_id"))
    remember_notice(event)
    data["words"] = Words(actor.locale, ZoneInfo(actor.zone), clock.now())
    return await handler(event, data)


def is_private(event: TelegramObject) -> bool:
    """Whether it comes from a chat with one person; in groups the bot says nothing, whoever adds it (§13)."""
    if not isinstance(event, Update):
        return False
    query = event.callback_query
    holder = event.message or event.my_chat_member or (query.message if query else None)
    return holder is None or holder.chat.type == ChatType.PRIVATE


def is_on_a_button(event: TelegramObject) -> bool:
    """Whether a press, if it is one, names its message and its button: a game's or an inline message's does not."""
    query = event.callback_query if isinstance(event, Update) else None
    return query is None or (query.data is not None and query.message is not None)


def sender(event: TelegramObject) -> User | None:
    """Whoever pressed or wrote; None for all else, which is asked for no more and may come from a time when it was."""
    if isinstance(event, Update):
        for inner in (event.message, event.callback_query, event.my_chat_member):
            if inner is not None and inner.from_user is not None:
                return inner.from_user
    return None


async def find_actor(db: Database, user: User) -> Actor:
    """The actor behind a Telegram account; a stranger speaks the language of their client."""
    locale = known_locale(user.language_code)
    return await db.look(lambda connection: load_actor(connection, CHANNEL, str(user.id), locale))
