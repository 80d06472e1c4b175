"""A bot at its server, for tests of receiving and sending; and time that passes without waiting."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiogram import Bot

from bot.client import make_bot
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from models.clock import FixedClock

TOKEN = "4242:TEST-token-of-the-sandbox-only-00000"


@pytest.fixture
async def sandbox(clock: FixedClock) -> AsyncIterator[Sandbox]:
    """Telegram's stand-in; it counts seconds by the loop's time."""
    sandbox = Sandbox(TOKEN, clock, monotonic=lambda: asyncio.get_running_loop().time())
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    """The Telegram client as the application makes it."""
    bot = make_bot(Settings(bot_token=TOKEN, bot_api_url=sandbox.url, _env_file=None))
    yield bot
    await bot.session.close()


@dataclass
class Time:
    """The loop's time: whoever sleeps puts it forward and goes on at once."""

    ahead: float = 0.0
    waits: list[float] = field(default_factory=list)

    def skip(self, seconds: float) -> None:
        """Lets the time pass."""
        self.ahead += seconds


@pytest.fixture
async def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    """The time of this test's loop; `waits` are the seconds that somebody slept."""
    loop, real_sleep, passing = asyncio.get_running_loop(), asyncio.sleep, Time()
    real_time = loop.time

    async def sleep(seconds: float, result: Any = None) -> Any:
        if seconds > 0:
            passing.waits.append(seconds)
            passing.skip(seconds)
        return await real_sleep(0, result)

    monkeypatch.setattr(loop, "time", lambda: real_time() + passing.ahead)
    monkeypatch.setattr(asyncio, "sleep", sleep)
    return passing
