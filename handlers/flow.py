"""What the dialogs of all areas share: typed text, input that was not asked for, and the end of a flow."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.input import MessageInput

from handlers.kit import words_of
from handlers.menu.states import Menu
from handlers.telling import Drawn, retell, say
from models.errors import ProgrammeError

MAX_ID_DIGITS = 18


async def on_stray(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """A sticker, or a text where a tap is expected: one line, and the window once more."""
    words = words_of(manager)
    await say(message, Drawn(words.text("menu-tap-only")))


TAP_ONLY = MessageInput(on_stray)
"""For windows in which there is nothing to type."""


def typed(message: Message) -> str:
    """What was typed. Raises ProgrammeError `error-text-only` for a sticker, a voice note, a picture."""
    if not message.text:
        raise ProgrammeError("error-text-only")
    return message.text


def number(text: str) -> int:
    """An id out of a button, which may be forged. Raises ProgrammeError `error-gone` for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) <= MAX_ID_DIGITS):
        raise ProgrammeError("error-gone")
    return int(text)


async def finish(event: CallbackQuery | Message, manager: DialogManager, drawn: Drawn) -> None:
    """Ends the flow with a plain message, in place of its window where one was pressed."""
    pressed = isinstance(event, CallbackQuery)
    stack = manager.current_stack()
    await manager.reset_stack(remove_keyboard=not pressed)
    stack.last_message_id = None
    if isinstance(event, CallbackQuery):
        await retell(event, drawn)
    else:
        await say(event, drawn)


async def open_window(
    manager: DialogManager, state: State, data: dict[str, Any] | None = None, show_mode: ShowMode = ShowMode.SEND
) -> None:
    """A window in place of whatever was open, by default below what was said last.

    A press is answered after that, so that a refusal on the way can still be shown over its button.
    """
    await manager.start(state, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode)
    await manager.answer_callback()


async def to_menu(manager: DialogManager) -> None:
    """The menu as a new message, below whatever was said last."""
    await open_window(manager, Menu.main)


def start_data(manager: DialogManager) -> dict[str, Any]:
    """What the dialog was started with."""
    data = manager.start_data
    return data if isinstance(data, dict) else {}
