"""How windows of dialogs replace each other: a notice whose button opened one keeps its own buttons."""

import secrets
from contextvars import ContextVar
from itertools import chain
from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, TelegramObject, Update
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import MarkupVariant, OldMessage, stack
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.manager.message_manager import MessageManager
from aiogram_dialog.utils import intent_callback_data, remove_intent_id
from aiogram_dialog.widgets.markup.inline_keyboard import InlineKeyboardFactory

from handlers.telling import acknowledge

_pressed_notice: ContextVar[int | None] = ContextVar("pressed_notice", default=None)


class Windows(MessageManager):
    """Takes the buttons from a window that is left, and only from a window."""

    async def remove_inline_kbd(self, bot: Bot, old_message: OldMessage | None) -> Message | None:
        """The framework takes any pressed message for the last window; the digest would lose its other lines."""
        if old_message is not None and old_message.message_id == _pressed_notice.get():
            return None
        return await super().remove_inline_kbd(bot, old_message)

    async def answer_callback(self, bot: Bot, callback_query: CallbackQuery) -> None:
        """Answers a press after its window, unless a handler had something to say and has answered already."""
        await acknowledge(callback_query.as_(bot))


class Buttons(InlineKeyboardFactory):
    """Says in each button of which window it is.

    The framework sets that like any attribute, which has all of a button checked once more: a tenth of the drawing.
    """

    async def render_markup(self, data: dict[str, Any], manager: DialogManager, keyboard: RawKeyboard) -> MarkupVariant:
        """The buttons as they will be seen."""
        intent_id = manager.current_context().id
        for button in (one for one in chain.from_iterable(keyboard) if isinstance(one, InlineKeyboardButton)):
            vars(button)["callback_data"] = intent_callback_data(intent_id, button.callback_data)
        return InlineKeyboardMarkup.model_construct(inline_keyboard=keyboard)


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
