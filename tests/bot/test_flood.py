"""One person sends far more than can be worked off: the others are served meanwhile, and nothing is lost."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.types import Message

from bot.inbox import InboxState
from bot.lines import HELD
from bot.polling import Poller
from bot.sandbox.server import Sandbox
from tests.bot.test_workers import Bench, somebody
from tests.town import Town

BACKLOG = HELD + 10
"""Far fewer than the poller usually allows: the flood need only be larger."""
FLOOD = 2 * BACKLOG


@pytest.fixture
async def bench(town: Town, bot: Bot, sandbox: Sandbox) -> AsyncIterator[Bench]:
    bench = Bench(town, bot, sandbox)
    yield bench
    await bench.workers.stop(0)


@contextlib.asynccontextmanager
async def polling(bench: Bench) -> AsyncIterator[None]:
    """The poller fetches meanwhile."""
    running = asyncio.create_task(Poller(bench.bot, bench.inbox, bench.workers, backlog=BACKLOG).run())
    yield
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def test_it_serves_the_others_before_a_flooders_backlog_and_loses_nothing(bench: Bench, bot: Bot) -> None:
    flooder, olga = [await somebody(bench.sandbox, bot, name) for name in ("Фёдор Наводнов", "Ольга Кузнецова")]
    handled: list[str] = []
    others_turn = asyncio.Event()
    held = 0

    async def handler(message: Message) -> None:
        nonlocal held
        if message.chat.id == olga.id:
            held = bench.workers.waiting
            others_turn.set()
            return
        await others_turn.wait()
        handled.append(message.text or "")

    bench.handle(handler)
    numbers = [str(number) for number in range(FLOOD)]
    for number in numbers:
        await flooder.say(number)
    await olga.say("Мне бы встречу перенести")
    async with polling(bench):
        await others_turn.wait()
        await bench.sandbox.polling.until_held()
        await bench.workers.below(1)
    assert held <= HELD + 2
    assert handled == numbers
    assert set(await bench.states()) == {InboxState.DONE}


async def test_it_passes_over_an_update_that_cannot_be_read(bench: Bench, bot: Bot) -> None:
    olga = await somebody(bench.sandbox, bot)
    handled: list[str] = []

    async def handler(message: Message) -> None:
        handled.append(message.text or "")

    bench.handle(handler)
    await olga.say("раз")
    bench.sandbox.world.updates.put("message", olga.id, {"message_id": "none"})
    await olga.say("два")
    half_a_character = {**olga.messages[0].view(), "text": "\ud800"}
    bench.sandbox.world.updates.put("message", olga.id, half_a_character)
    bench.sandbox.world.updates.put("message", olga.id, {"date": []})
    async with polling(bench):
        await bench.sandbox.polling.until_held()
        await bench.workers.below(1)
    assert handled == ["раз", "два"]
    assert bench.sandbox.pending_updates == []
