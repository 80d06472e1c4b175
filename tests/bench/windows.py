"""A window with ten buttons, drawn by the dialog framework and by a plain handler."""

from itertools import count
from time import process_time
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.filters import Command
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.kbd import Column
from aiogram_dialog.widgets.text import Format

from handlers.doors import Dialogs
from handlers.widgets import Select
from handlers.windows import Windows
from tests.bench.wire import Silent, command, press

BUTTONS = 10
TEXT = "Выберите время встречи с наставником, страница {page}. Время показано по вашему часовому поясу."
Bench = tuple[Dispatcher, Bot, Silent]


class Times(StatesGroup):
    """The window."""

    main = State()


def dialog() -> Bench:
    """A dispatcher whose presses draw the window by the framework."""
    numbers = count(1)

    async def items(**_: Any) -> dict[str, Any]:
        return {"page": next(numbers), "items": [(f"{hour}:00", hour) for hour in range(8, 8 + BUTTONS)]}

    async def picked(query: CallbackQuery, _: Any, manager: DialogManager, chosen: str) -> None:
        manager.dialog_data["chosen"] = chosen

    select = Select(Format("{item[0]}"), id="time", item_id_getter=lambda one: one[1], items="items", on_click=picked)
    window = Window(Format(TEXT), Column(select), state=Times.main, getter=items)
    dispatcher = Dispatcher(events_isolation=DisabledEventIsolation())
    dispatcher.message.register(_begin, Command("menu"))
    dispatcher.include_router(Dialogs([Dialog(window)]))
    setup_dialogs(dispatcher, message_manager=Windows(), events_isolation=DisabledEventIsolation())
    return dispatcher, *_silent()


def plain() -> Bench:
    """A dispatcher whose presses draw the same window by hand."""
    dispatcher, numbers = Dispatcher(events_isolation=DisabledEventIsolation()), count(1)

    def window() -> dict[str, Any]:
        rows = [[InlineKeyboardButton(text=f"{hour}:00", callback_data=f"time:{hour}")] for hour in range(8, 18)]
        return {"text": TEXT.format(page=next(numbers)), "reply_markup": InlineKeyboardMarkup(inline_keyboard=rows)}

    async def begin(message: Message) -> None:
        await message.answer(**window())

    async def pressed(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text(**window())
        await query.answer()

    dispatcher.message.register(begin, Command("menu"))
    dispatcher.callback_query.register(pressed)
    return dispatcher, *_silent()


async def cost(bench: Bench, updates: int) -> float:
    """Seconds of CPU for one press, out of so many."""
    dispatcher, bot, session = bench
    await dispatcher.feed_update(bot, command(bot, 1, "/menu"))
    spent = 0.0
    for number in range(updates):
        keyboard = session.last_keyboard
        assert keyboard is not None
        event = press(bot, number, first_data(keyboard), keyboard)
        began = process_time()
        await dispatcher.feed_update(bot, event)
        spent += process_time() - began
    return spent / updates


async def _begin(message: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Times.main, mode=StartMode.RESET_STACK)


def _silent() -> tuple[Bot, Silent]:
    session = Silent()
    return Bot("4242:window", session=session), session


def first_data(keyboard: InlineKeyboardMarkup) -> str:
    """What the first button sends back."""
    return keyboard.inline_keyboard[0][0].callback_data or ""
