"""How windows of dialogs replace each other: a notice whose button opened one keeps its own buttons."""

import secrets
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import cache
from typing import Any

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.types import (
    CallbackQuery,
    Chat,
    InlineKeyboardMarkup,
    Message,
    TelegramObject,
    Update,
)
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import MarkupVariant, NewMessage, OldMessage, stack
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.manager.message_manager import MessageManager
from aiogram_dialog.utils import intent_callback_data, remove_intent_id
from aiogram_dialog.widgets.markup.inline_keyboard import InlineKeyboardFactory

from handlers.light_methods import Answer, EditText, LightKey, SendText, inline
from handlers.telling import acknowledge

_pressed_notice: ContextVar[int | None] = ContextVar("pressed_notice", default=None)


class Windows(MessageManager):
    """Takes the buttons from a window that is left, and only from a window."""

    async def remove_inline_kbd(self, bot: Bot, old_message: OldMessage | None) -> Message | None:
        """The framework takes any pressed message for the last window; the digest would lose its other lines."""
        if old_message is not None and old_message.message_id == _pressed_notice.get():
            return None
        return await super().remove_inline_kbd(bot, old_message)

    async def edit_text(self, bot: Bot, new_message: NewMessage, old_message: OldMessage) -> Message:
        """The framework's, by a lighter request."""
        if not _is_plain(new_message):
            return await super().edit_text(bot, new_message, old_message)
        edit = EditText(chat_id=new_message.chat.id, message_id=old_message.message_id, **_said(new_message))
        return _shown(new_message, await bot(edit))

    async def send_text(self, bot: Bot, new_message: NewMessage) -> Message:
        """The framework's, by a lighter request."""
        if not _is_plain(new_message):
            return await super().send_text(bot, new_message)
        send = SendText(chat_id=new_message.chat.id, message_thread_id=new_message.thread_id, **_said(new_message))
        return _shown(new_message, await bot(send))

    async def answer_callback(self, bot: Bot, callback_query: CallbackQuery) -> None:
        """Answers a press after its window, unless a handler had something to say and has answered already."""
        await acknowledge(callback_query.as_(bot))


def _is_plain(new: NewMessage) -> bool:
    """Whether it is a text sent as every text, with buttons below or none."""
    asked = (new.parse_mode, new.link_preview_options, new.protect_content, new.business_connection_id)
    is_usual = not any(one for one in asked if not isinstance(one, Default))
    return is_usual and isinstance(new.reply_markup, InlineKeyboardMarkup | None)


def _said(new: NewMessage) -> dict[str, Any]:
    rows: Any = new.reply_markup.inline_keyboard if isinstance(new.reply_markup, InlineKeyboardMarkup) else []
    return {"text": new.text, "reply_markup": inline(rows)}


def _shown(new: NewMessage, answer: Answer) -> Message:
    """What the framework remembers of a message that it has drawn."""
    seen = {"message_id": answer.message_id, "chat": new.chat, "text": answer.text}
    return _blank().model_copy(update=seen)


@cache
def _blank() -> Message:
    """Copied, since the type has a hundred fields; made when it is first wanted, since it is built then."""
    return Message(message_id=0, date=datetime.fromtimestamp(0, UTC), chat=Chat(id=0, type="private"))


class Buttons(InlineKeyboardFactory):
    """Says in each button of which window it is, and leaves it as Telegram reads it."""

    async def render_markup(self, data: dict[str, Any], manager: DialogManager, keyboard: RawKeyboard) -> MarkupVariant:
        """The buttons as they will be seen."""
        intent_id = manager.current_context().id
        rows: Any = [[_key(button, intent_id) for button in row] for row in keyboard]
        return InlineKeyboardMarkup.model_construct(inline_keyboard=rows)


def _key(button: Any, intent_id: str) -> LightKey:
    """Out of the framework's object; what is light already says whose it is."""
    if isinstance(button, dict):
        return button
    key: LightKey = button.model_dump(exclude_none=True)
    if "callback_data" in key:
        key["callback_data"] = intent_callback_data(intent_id, key["callback_data"])
    return key


BUTTONS = Buttons()


def new_intent() -> str:
    """An id for a window that is opened, as long as the framework's own.

    Of those one in a hundred is that of any other window opened within the same second: whoever pressed quickly found
    the windows below lost, and was led to the menu.
    """
    return secrets.token_urlsafe(4)


stack.new_id = new_intent  # there is no other place to say so


def remember_notice(event: TelegramObject) -> None:
    """Notes, for the length of this update, which notice was pressed, if any."""
    query = event.callback_query if isinstance(event, Update) else None
    notice = query.message if query is not None and not is_of_dialog(query) else None
    _pressed_notice.set(notice.message_id if notice is not None else None)


def is_of_dialog(query: CallbackQuery) -> bool:
    """Whether a dialog drew the pressed button."""
    intent_id, _ = remove_intent_id(query.data or "")
    return intent_id is not None
