"""Plain messages with buttons: how they look, how they are sent, and how a pressed one becomes its outcome."""

from contextvars import ContextVar
from dataclasses import dataclass
from enum import Enum
from typing import Any, Self

from aiogram.exceptions import TelegramBadRequest
from aiogram.filters.callback_data import MAX_CALLBACK_LENGTH, CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from handlers.light_methods import AnswerPress, EditText, SendText, inline
from handlers.words import Words
from models.use_case import MAX_ID

ALERT_LIMIT = 200
"""Telegram's limit for the answer to a press."""
_answered: ContextVar[str] = ContextVar("answered", default="")
"""The press that was answered last in this task."""
HARMLESS = ("message is not modified", "query is too old", "message to edit not found", "message can't be edited")


class NoticeButton(CallbackData, prefix="notice"):
    """The base of callback data: what is not written just as `pack` writes it (« 5», «1_000») is refused.

    So are numbers that no row can have: «-1», and what is longer than the database's own integers.
    """

    def pack(self) -> str:
        """The data as the framework writes it, without a dump of the object before.

        Raises ValueError for what cannot be read again, or what Telegram would not take.
        """
        fields = [_written(value) for _, value in self]
        data = self.__separator__.join((self.__prefix__, *fields))
        if data.count(self.__separator__) != len(fields) or len(data.encode()) > MAX_CALLBACK_LENGTH:
            raise ValueError(f"{self.__prefix__} has a value that no button can carry")
        return data

    @classmethod
    def unpack(cls, value: str) -> Self:
        """Parses; raises ValueError for data that the bot would not have written."""
        data = super().unpack(value)
        if data.pack() != value:
            raise ValueError("not in canonical form")
        if any(isinstance(one, int) and not 0 <= one <= MAX_ID for _, one in data):
            raise ValueError("a number that no row can have")
        return data


def _written(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    return str(int(value)) if isinstance(value, bool) else str(value)


@dataclass(frozen=True)
class Key:
    """A button: its label, and what a press sends back (or the address that it opens)."""

    label: str
    data: str = ""
    url: str = ""

    def said(self) -> dict[str, str]:
        """The button as Telegram reads it."""
        return {"text": self.label, "url": self.url} if self.url else {"text": self.label, "callback_data": self.data}


@dataclass(frozen=True)
class Drawn:
    """A message as it will be seen: text in Telegram's HTML, buttons in rows."""

    text: Markup
    rows: tuple[tuple[Key, ...], ...] = ()

    def said(self) -> dict[str, Any]:
        """Text and buttons as Telegram reads them."""
        return {"text": self.text, "reply_markup": self._buttons()}

    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons for aiogram; None where there are none."""
        return InlineKeyboardMarkup.model_validate(buttons) if (buttons := self._buttons()) else None

    def _buttons(self) -> dict[str, Any] | None:
        return inline([[key.said() for key in row] for row in self.rows])


class MenuButton(NoticeButton, prefix="menu"):
    """«Меню» under a plain message."""


def menu_key(words: Words) -> Key:
    """«Меню» for a plain message."""
    return Key(words.label("menu-button"), MenuButton().pack())


async def acknowledge(query: CallbackQuery, text: str = "", *, alert: bool = False) -> None:
    """Answers a press, once; that it comes too late is no error.

    Telegram takes one answer, so that whoever has something to say must come first.
    """
    if _answered.get() == query.id:
        return
    _answered.set(query.id)
    try:
        await AnswerPress(callback_query_id=query.id, text=text[:ALERT_LIMIT] or None, show_alert=alert).as_(query.bot)
    except TelegramBadRequest as error:
        if not is_harmless(error):
            raise


async def retell(query: CallbackQuery, drawn: Drawn) -> None:
    """Turns the pressed message into its outcome and acknowledges the press.

    A message that is too old to be edited is left alone, and the outcome comes as a new one.
    """
    await acknowledge(query)
    message = query.message
    if not isinstance(message, Message):
        await _send_anew(query, drawn)
        return
    try:
        await EditText(chat_id=message.chat.id, message_id=message.message_id, **drawn.said()).as_(query.bot)
    except TelegramBadRequest as error:
        if "message is not modified" in error.message:
            return
        if not is_harmless(error):
            raise
        await _send_anew(query, drawn)


async def say(message: Message, drawn: Drawn) -> None:
    """Sends a message to whoever wrote one."""
    thread = message.message_thread_id if message.is_topic_message else None
    await SendText(chat_id=message.chat.id, message_thread_id=thread, **drawn.said()).as_(message.bot)


async def say_below(query: CallbackQuery, drawn: Drawn) -> None:
    """Answers a press by a message of its own; the one that was pressed stays as it is."""
    await acknowledge(query)
    if isinstance(query.message, Message):
        await say(query.message, drawn)


def is_harmless(error: TelegramBadRequest) -> bool:
    """Whether Telegram only says that a message or a press is past changing."""
    return any(words in error.message for words in HARMLESS)


async def _send_anew(query: CallbackQuery, drawn: Drawn) -> None:
    await SendText(chat_id=query.from_user.id, **drawn.said()).as_(query.bot)
