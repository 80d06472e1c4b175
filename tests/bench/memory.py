"""A day of a region by a moved clock: people press, reminders leave, digests and the nightly sweep are made."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.application import Application
from bot.settings import Settings
from models.clock import FixedClock
from tests.bench.bots import cancelled
from tests.bench.child import Answers, Child
from tests.bench.figures import Figure, Report
from tests.bench.phones import Phones
from tests.bench.presses import Opens, Writes
from tests.bench.region import NOW, build, plan

SCHOOLS, PAIRS = 20, 10
HOURS, STEPS = 24, 6
WARM_UP = 6
"""Hours after which what grows is a leak: caches and pools are filled, each kind of work was done."""
PRESSES = 40
MOST_GROWTH = 5.0


async def measure(rounds: int, count: int | None) -> Report:
    """Every ten minutes of the day the clock moves, the timetable ticks, and people press; `count` at a time."""
    del rounds
    presses = count or PRESSES
    with TemporaryDirectory() as folder:
        region = build(Path(folder) / "region.sqlite", SCHOOLS, PAIRS)
        writers, openers = region.pairs[::2], region.pairs[1::2]
        plan(region, 1, openers, NOW + timedelta(hours=2))
        phones = Phones("4242:the-bot", region.accounts)
        turns = (HOURS + WARM_UP) * STEPS
        writes = Writes(phones, region, writers, turns * presses // 2 // len(writers) + 1)
        await phones.start()
        bot = Child(living, settings=phones.settings | {"database_url": region.url}, moment=NOW)
        await bot.ask("settle")
        for pair in openers:
            await phones.people[pair.mentor].say("/menu")
        await bot.ask("settle")
        day = Day(bot, phones, writes, Opens(phones, openers), presses)
        await day.go_by(WARM_UP)
        before = await bot.ask("memory")
        await day.go_by(HOURS)
        after = await bot.ask("memory")
        left = len(phones.sandbox.sent)
        await bot.stop()
        await phones.sandbox.stop()
    n = f"{HOURS} hours, {SCHOOLS * PAIRS} pairs, {presses * HOURS * STEPS} presses"
    figures = [
        Figure("growth of memory after warm-up", 100 * (after - before) / before, n, at_most=MOST_GROWTH, unit="%"),
        Figure("memory", after, n, unit="MB"),
        Figure("requests to Telegram", left, n),
    ]
    return Report("memory: a day of a region", figures, REMARKS)


REMARKS = (
    f"the clock moves by ten minutes at a time; the first {WARM_UP} hours are the warm-up",
    "Telegram's limits are off, for ten minutes pass within a second; the sandbox remembers in its own process",
)


class Day:
    """Hours that pass within seconds."""

    def __init__(self, bot: Child, phones: Phones, writes: Writes, opens: Opens, presses: int) -> None:
        self._bot = bot
        self._phones = phones
        self._writes = writes
        self._opens = opens
        self._presses = presses

    async def go_by(self, hours: int) -> None:
        """Half of the presses write, half of them open windows."""
        half = self._presses // 2
        for _ in range(hours * STEPS):
            await self._bot.ask("move", timedelta(hours=1) / STEPS)
            for press in (*self._writes.take(half), *self._opens.take(half)):
                press[0].tapped(press[2], press[1])
            await self._phones.sandbox.polling.until_held()
            await self._bot.ask("settle")


@asynccontextmanager
async def living(settings: dict[str, Any], moment: datetime) -> AsyncIterator[Answers]:
    """The whole bot with a clock that is moved from outside; each move is a tick of the timetable."""
    clock = FixedClock(moment)
    application = Application(Settings(**settings, flood_limits=False, _env_file=None), clock)
    await application.start(ticking=False)
    polling = asyncio.create_task(application.poll())

    async def move(by: timedelta) -> None:
        clock.moment += by
        await application.timetable.tick()

    yield {"move": move, "settle": lambda: application.workers.below(1)}
    await cancelled(polling)
    await application.stop()
