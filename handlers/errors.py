"""What people read when something is refused or goes wrong: one clear sentence, never a traceback."""

from contextlib import suppress

from aiogram import Bot, Router
from aiogram.exceptions import AiogramError
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import CallbackQuery, ErrorEvent, Message, Update
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState

from handlers.entrance import sender
from handlers.flow import open_window
from handlers.menu.states import Menu
from handlers.telling import Drawn, acknowledge, menu_key, say
from handlers.words import Words, fluent, known_locale
from models.errors import ProgrammeError


async def on_refusal(event: ErrorEvent, words: Words, dialog_manager: DialogManager | None = None) -> None:
    """A rule said no: an alert over the pressed button, or a line under what was typed."""
    error = event.exception
    assert isinstance(error, ProgrammeError)  # noqa: S101  the filter lets nothing else through
    query, message = event.update.callback_query, event.update.message
    if query is not None:
        await acknowledge(query, words.label(error.key, **error.values), alert=True)
    elif message is not None:
        await say(message, Drawn(words.text(error.key, **error.values), ((menu_key(words),),)))
        if dialog_manager is not None and dialog_manager.has_context():
            await dialog_manager.show(ShowMode.SEND)


async def on_lost_window(event: ErrorEvent, words: Words, dialog_manager: DialogManager) -> None:
    """A window that outlived its dialog: one quiet line and the menu."""
    line = words.label("error-stale-window")
    query, message = event.update.callback_query, event.update.message
    if query is not None:
        await acknowledge(query, line)
    elif message is not None:
        await message.answer(line)
    await open_window(dialog_manager, Menu.main)


async def apologise(bot: Bot, update: Update) -> None:
    """The friendly line for what nobody foresaw; that it cannot be sent must not make things worse."""
    user = sender(update)
    if user is None:
        return
    with suppress(AiogramError):
        await bot.send_message(user.id, fluent().get("error-unforeseen", known_locale(user.language_code)))


def setup() -> Router:
    """The error handlers of the dispatcher."""
    router = Router(name="errors")
    router.errors.register(on_refusal, ExceptionTypeFilter(ProgrammeError))
    router.errors.register(on_lost_window, ExceptionTypeFilter(UnknownIntent, OutdatedIntent, UnknownState))
    return router


async def on_stale_button(query: CallbackQuery, words: Words) -> None:
    """The catch-all of presses: forged data, or a button of an older version."""
    await acknowledge(query, words.label("error-stale-button"), alert=True)


async def on_unexpected_message(message: Message, words: Words) -> None:
    """The catch-all of messages: a sticker, a text where a tap is expected."""
    await say(message, Drawn(words.text("menu-unexpected"), ((menu_key(words),),)))
