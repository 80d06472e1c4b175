"""A running sandbox, a bot that talks to it, and time that moves only when a test moves it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiohttp import ClientSession

from bot.sandbox import Person, Sandbox

Ask = Callable[..., Awaitable[dict[str, Any]]]
TOKEN = "12345:TEST-token_of_the_sandbox"


class Time:
    """Both clocks of the sandbox: the date of messages and the seconds by which things grow old."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 10, 12, 5, tzinfo=UTC)
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.seconds

    def pass_by(self, **span: float) -> None:
        self.moment += timedelta(**span)
        self.seconds += timedelta(**span).total_seconds()


class QuickSession(AiohttpSession):
    """aiogram's session waits at its end for TLS connections; here are none."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
async def sandbox(time: Time) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(
        TOKEN,
        time,
        "Наставник",
        "nastavnik_demo_bot",
        allow_http_webhook=True,
        webhook_repeat_after=(0,),
        monotonic=time.monotonic,
    )
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    bot = Bot(TOKEN, session=QuickSession(api=sandbox.api))
    yield bot
    await bot.session.close()


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.fixture
async def olga(sandbox: Sandbox) -> Person:
    """Somebody who has started the bot; her /start is confirmed."""
    olga = sandbox.person("Ольга Кузнецова")
    await olga.start()
    sandbox.world.updates.clear()
    return olga


@pytest.fixture
def ask(sandbox: Sandbox, http: ClientSession) -> Ask:
    """Asks the Bot API with JSON and returns the answer's body, with `status` and `headers` added."""

    async def ask(method: str, **fields: Any) -> dict[str, Any]:
        async with http.post(f"{sandbox.url}/bot{TOKEN}/{method}", json=fields) as response:
            return {**await response.json(), "status": response.status, "headers": response.headers}

    return ask
