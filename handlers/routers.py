"""All routers in one visible order: errors, commands, answers to notices by area, the dialogs, the catch-all last."""

from functools import cache
from itertools import chain

from aiogram import Bot, Dispatcher, Router
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram.types import BotCommand
from aiogram_dialog import setup_dialogs

from handlers import errors
from handlers.doors import Dialogs, gate
from handlers.entrance import entrance
from handlers.forms import router as forms
from handlers.meetings import router as meetings
from handlers.mentorships import router as mentorships
from handlers.menu import router as menu
from handlers.oversight import router as oversight
from handlers.papers import router as papers
from handlers.people import router as people
from handlers.registers import router as registers
from handlers.requests import router as requests
from handlers.windows import Windows
from handlers.words import DEFAULT_LOCALE, LOCALES, fluent

COMMANDS = ("menu", "help", "cancel", "language", "privacy")
AREAS = (menu, people, requests, mentorships, meetings, forms, oversight, registers, papers)


def setup(dispatcher: Dispatcher) -> None:
    """Gives the dispatcher its entrance, its routers and the dialogs."""
    dispatcher.update.outer_middleware(entrance)
    dispatcher.include_router(errors.setup())
    include_areas(dispatcher)
    dispatcher.include_router(catch_all())
    setup_dialogs(dispatcher, message_manager=Windows(), events_isolation=DisabledEventIsolation())


def include_areas(dispatcher: Dispatcher) -> None:
    """What the areas answer, and the door to their dialogs."""
    for area in AREAS:
        dispatcher.include_router(area.setup())
    for router in dispatcher.chain_tail:
        gate(router)
    dispatcher.include_router(Dialogs(chain.from_iterable(area.dialogs() for area in AREAS)))


def catch_all() -> Router:
    """What nobody else took."""
    router = Router(name="catch-all")
    router.callback_query.register(errors.on_stale_button)
    router.message.register(errors.on_unexpected_message)
    return router


async def introduce(bot: Bot) -> None:
    """Tells Telegram the commands, in each language."""
    for locale in LOCALES:
        language = None if locale == DEFAULT_LOCALE else locale
        await bot.set_my_commands(commands(locale), language_code=language)


@cache
def commands(locale: str) -> list[BotCommand]:
    """The commands that work everywhere, described in a language."""
    core = fluent()
    return [BotCommand(command=name, description=core.get(f"command-{name}", locale)) for name in COMMANDS]
