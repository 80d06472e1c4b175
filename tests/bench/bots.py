"""The bot, and the bare parts that stand beside it, each for a process of its own."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from itertools import count
from typing import Any

from aiogram import Dispatcher
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.application import Application
from bot.client import make_bot
from bot.delivery import IN_FLIGHT
from bot.settings import Settings
from handlers.words import fluent
from models.clock import FixedClock
from tests.bench.child import Answers

fluent()  # read before the forks, as the libraries are imported


@asynccontextmanager
async def product(settings: dict[str, Any], moment: datetime, limited: bool = False) -> AsyncIterator[Answers]:
    """The whole bot with a clock that stands; notices leave only when it is asked to deliver."""
    application = Application(Settings(**settings, flood_limits=limited, _env_file=None), FixedClock(moment))
    await application.start(ticking=False)
    polling = asyncio.create_task(application.poll())
    yield {
        "settle": lambda: application.workers.below(1),
        "deliver": application.delivery.deliver_due,
    }
    await cancelled(polling)
    await application.stop()


@asynccontextmanager
async def sender(settings: dict[str, Any], text: str, keys: list[list[tuple[str, str]]]) -> AsyncIterator[Answers]:
    """aiogram alone: sends `text` with `keys` to one account after another, as many in flight as the bot has."""
    bot, keyboard = make_bot(Settings(**settings, _env_file=None)), _keyboard(keys)

    async def send(accounts: list[int]) -> None:
        left = iter(accounts)
        await asyncio.gather(*(_send_all(left) for _ in range(IN_FLIGHT)))

    async def _send_all(left: Iterator[int]) -> None:
        for account in left:
            await bot.send_message(account, text, reply_markup=keyboard)

    yield {"send": send}
    await bot.session.close()


@asynccontextmanager
async def echo(settings: dict[str, Any], text: str, keys: list[list[tuple[str, str]]]) -> AsyncIterator[Answers]:
    """aiogram alone: each press is answered and its message changed to `text` with `keys`, all by the same client."""
    dispatcher, numbers, keyboard = Dispatcher(), count(1), _keyboard(keys)

    @dispatcher.callback_query()
    async def on_press(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.answer()
        await query.message.edit_text(f"{text} {next(numbers)}", reply_markup=keyboard)

    bot = make_bot(Settings(**settings, _env_file=None))
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    yield {"settle": lambda: None}
    await cancelled(polling)


def _keyboard(keys: list[list[tuple[str, str]]]) -> InlineKeyboardMarkup:
    rows = [[InlineKeyboardButton(text=label, callback_data=data) for label, data in row] for row in keys]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def cancelled(task: "asyncio.Task[None]") -> None:
    """Ends a task."""
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
