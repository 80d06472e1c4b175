"""Updates as Telegram would send them, and a client that sends nothing."""

from collections.abc import AsyncGenerator
from itertools import count
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod
from aiogram.types import CallbackQuery, Chat, Message, Update, User
from aiogram.types import InlineKeyboardMarkup as Keyboard

from handlers.light_methods import Answer, LightText
from tests.bench.region import NOW

PERSON = User(id=1001, is_bot=False, first_name="Ольга", language_code="ru")
CHAT = Chat(id=1001, type="private")


def press(bot: Bot, number: int, data: str, keyboard: Keyboard | None = None) -> Update:
    """A press of a button below the bot's message."""
    message = Message(message_id=7, date=NOW, chat=CHAT, text="Встреча назначена.", reply_markup=keyboard)
    query = CallbackQuery(id=str(number), from_user=PERSON, chat_instance="1", message=message, data=data)
    return _received(bot, Update(update_id=number, callback_query=query))


def command(bot: Bot, number: int, text: str) -> Update:
    """A message of the person."""
    message = Message(message_id=number, date=NOW, chat=CHAT, from_user=PERSON, text=text)
    return _received(bot, Update(update_id=number, message=message))


def _received(bot: Bot, update: Update) -> Update:
    """As the client reads it: each part knows the bot."""
    return Update.model_validate(update.model_dump(exclude_none=True), context={"bot": bot})


class Silent(BaseSession):
    """Takes every request for carried out."""

    def __init__(self) -> None:
        super().__init__()
        self._last_keyboard: object = None
        self._numbers = count(100)

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:
        """What Telegram would answer."""
        if method.__returning__ is bool:
            return True
        self._last_keyboard = getattr(method, "reply_markup", None)
        if isinstance(method, LightText):
            return Answer(message_id=7, chat={"id": 1001}, text=method.text)
        return Message(message_id=7, date=NOW, chat=CHAT, text=getattr(method, "text", "")).as_(bot)

    @property
    def last_keyboard(self) -> Keyboard | None:
        """What the person would see below the message."""
        return Keyboard.model_validate(self._last_keyboard) if self._last_keyboard is not None else None

    async def close(self) -> None:
        """There is nothing to close."""

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        """No file is ever fetched."""
        raise NotImplementedError
        yield b""
