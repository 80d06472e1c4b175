"""The way of a press to its handler, and what a dialog adds to a plain answer. Nothing here reads the database."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from statistics import median
from time import process_time
from typing import Any

from aiogram import Dispatcher, Router
from aiogram.dispatcher.event import handler as aiogram_handler
from aiogram.types import CallbackQuery

from bot.client import make_bot
from bot.settings import Settings
from handlers import routers
from tests.bench import windows
from tests.bench.figures import Figure, Report
from tests.bench.rounds import interleaved, ratio
from tests.bench.wire import press

UPDATES = 400
LONGEST_WAY = 4.0
DEAREST_WINDOW = 1.8
NOBODYS = "no-such-button"
"""No router knows it: only the catch-all, behind all of them, takes it."""
LAST = "o-s"
"""The last button of the last area."""
PLACES = ("nobody's press", "last button")
SAMPLES = (NOBODYS, LAST, "t-do:coming:1", "menu")


async def measure(rounds: int, count: int | None) -> Report:
    """Ratios of CPU time; each side handles the same updates in turn."""
    updates = count or UPDATES
    bot = make_bot(Settings(bot_token="4242:routing", _env_file=None))
    sides = {
        "nobody's press": partial(_cost, tree(), bot, updates, NOBODYS),
        "last button": partial(_cost, tree(), bot, updates, LAST),
        "one handler": partial(_cost, alone(), bot, updates, LAST),
        "dialog press": partial(windows.cost, windows.dialog(), updates),
        "plain press": partial(windows.cost, windows.plain(), updates),
    }
    await interleaved(sides, 1)
    costs = await interleaved(sides, rounds)
    threads = await _threads(tree(), bot)
    await bot.session.close()
    n = f"median of {rounds} rounds of {updates} updates"
    figures = [
        Figure(
            "worst-placed press ÷ one handler", max(ratio(costs, one, "one handler") for one in PLACES), n, LONGEST_WAY
        ),
        Figure("synchronous filters for an update", threads, f"{len(SAMPLES)} kinds of press", 0),
        Figure("dialog press ÷ plain edit_text", ratio(costs, "dialog press", "plain press"), n, DEAREST_WINDOW),
        *(Figure(f"CPU of {name}", median(costs[name]) * 1e6, n, unit="µs") for name in sides),
    ]
    return Report("routing: the way of a press through all routers", figures, REMARKS)


REMARKS = (
    "the tree is the real one with its filters and the dialogs' middlewares; the entrance, which reads the actor, is "
    "left out, and every handler is a no-op",
    "the worst-placed is the dearer of two: a press that is nobody's, which the last router takes, and the last button "
    "of the last area",
    "dialog and plain answer draw the same text with ten buttons, keep their state in memory, and make the same "
    "two requests to a client that sends nothing",
)


async def nothing(query: CallbackQuery) -> None:
    """A handler that costs nothing."""


def tree() -> Dispatcher:
    """All routers of the bot in their order; what they would do is left out."""
    dispatcher = Dispatcher()
    routers.include_areas(dispatcher)
    dispatcher.include_router(routers.catch_all())
    for router in dispatcher.chain_tail:
        for handler in router.callback_query.handlers:
            handler.callback, handler.params, handler.varkw = nothing, {"query"}, False
    return dispatcher


def alone() -> Dispatcher:
    """One handler without a filter."""
    dispatcher, router = Dispatcher(), Router()
    router.callback_query.register(nothing)
    dispatcher.include_router(router)
    return dispatcher


async def _cost(dispatcher: Dispatcher, bot: Any, updates: int, data: str) -> float:
    events = [press(bot, number, data) for number in range(updates)]
    began = process_time()
    for event in events:
        await dispatcher.feed_update(bot, event)
    return (process_time() - began) / updates


async def _threads(dispatcher: Dispatcher, bot: Any) -> float:
    """How many calls aiogram sent to a thread, which is what it does with a synchronous filter."""
    with counted() as calls:
        for number, data in enumerate(SAMPLES):
            await dispatcher.feed_update(bot, press(bot, number, data))
    return len(calls) / len(SAMPLES)


@contextmanager
def counted() -> Iterator[list[str]]:
    """The names of the functions that aiogram hands to a thread meanwhile."""
    calls: list[str] = []
    real: Callable[..., Awaitable[Any]] = asyncio.to_thread

    async def to_thread(function: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
        calls.append(getattr(function, "__qualname__", repr(function)))
        return await real(function, *arguments, **more)

    aiogram_handler.asyncio.to_thread = to_thread  # type: ignore[assignment]  # counts, and does the same
    try:
        yield calls
    finally:
        aiogram_handler.asyncio.to_thread = real
