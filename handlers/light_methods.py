"""Texts on their way to Telegram, without what aiogram does for everybody's needs.

The bot knows what it writes, and of the answer it wants the message's number. To have the buttons made into objects,
checked and turned back, and a whole message with its buttons read from the answer, is an eighth of what a press costs.
"""

from typing import Any

from aiogram.enums import ParseMode
from aiogram.methods import TelegramMethod
from pydantic import BaseModel, Field

PARSE_MODE, PREVIEW = ParseMode.HTML.value, {"is_disabled": True}
"""How every text is sent."""
LightKey = dict[str, Any]
"""A button as Telegram reads it."""


class Answer(BaseModel):
    """What is read of a message that Telegram has taken; without a number and a chat it is none."""

    message_id: int
    chat: dict[str, Any]
    text: str | None = None


class Light:
    """A request whose fields are written as they are."""


class LightText(Light, TelegramMethod[Answer]):
    """A text, of whose answer little is read."""

    __returning__ = Answer

    chat_id: int
    text: str
    reply_markup: dict[str, Any] | None = None
    parse_mode: str = PARSE_MODE
    link_preview_options: dict[str, Any] = Field(default_factory=lambda: PREVIEW)
    """By a factory, for a default would be copied with all that is in it."""


class SendText(LightText):
    """`sendMessage`."""

    __api_method__ = "sendMessage"

    message_thread_id: int | None = None


class EditText(LightText):
    """`editMessageText` for a message in a chat."""

    __api_method__ = "editMessageText"

    message_id: int


class AnswerPress(Light, TelegramMethod[bool]):
    """`answerCallbackQuery`."""

    __returning__ = bool
    __api_method__ = "answerCallbackQuery"

    callback_query_id: str
    text: str | None = None
    show_alert: bool | None = None


def inline(rows: list[list[LightKey]]) -> dict[str, Any] | None:
    """Buttons below a message as Telegram reads them; None where there are none."""
    return {"inline_keyboard": rows} if rows else None
