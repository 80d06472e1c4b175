"""A second process with the same token waits, and takes over when the first one ends, however it ends."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.inbox import InboxRow, InboxState
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from models.clock import FixedClock
from models.database import Database
from tests.command import Command, Running
from tests.play import TOKEN

pytestmark = pytest.mark.xdist_group("processes")
MANY = 12
EACH = 2
"""Messages that answer a stranger's text: what it is about, and the way in."""


@pytest.fixture
async def sandbox(clock: FixedClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN, clock, bot_username="nastavnik_test_bot")
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


async def test_it_waits_while_another_serves_and_takes_over_after_a_kill_and_after_a_stop(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'programme.sqlite'}"
    nastavnik = Command(
        tmp_path, DATABASE_URL=url, BOT_TOKEN=TOKEN, BOT_API_URL=sandbox.url, FLOOD_LIMITS="false", LOG_LEVEL="INFO"
    )
    olga = sandbox.person("Ольга Кузнецова")
    first = nastavnik.start("run")
    await logs(first, "ready")
    await olga.start()
    second = await standing_by(nastavnik)
    await speak(olga)
    first.stop(signal.SIGKILL)
    await first.ended()
    await logs(second, "ready")
    third = await standing_by(nastavnik)
    await speak(olga)
    second.stop(signal.SIGTERM)
    assert await second.ended() == 0
    await logs(third, "ready")
    await olga.say("последнее")
    told = 2 * MANY + 2
    while len(await states(url)) < told or InboxState.NEW in await states(url):
        await asyncio.sleep(0.05)
    third.stop()
    assert await third.ended() == 0
    assert await states(url) == [InboxState.DONE] * told
    answers = sum(message.from_bot for message in olga.messages)
    assert EACH * told <= answers <= EACH * (told + 1), "what the killed one was answering may be answered twice"
    complaints = first.complaints + second.complaints + third.complaints
    assert "polls with the same token" not in complaints
    assert "Traceback" not in complaints


async def standing_by(nastavnik: Command) -> Running:
    """One more process, which waits."""
    process = nastavnik.start("run")
    await logs(process, "stand-by")
    return process


async def speak(person: Person) -> None:
    """Many messages in one go; the first is stored when this returns."""
    for number in range(MANY):
        await person.say(str(number))
    before = len(person.messages)
    while len(person.messages) == before:
        await asyncio.sleep(0.005)


async def logs(process: Running, part: str) -> None:
    """Waits until the process has written it."""
    while part not in process.complaints:
        assert process.is_alive, process.complaints
        await asyncio.sleep(0.02)


async def states(url: str) -> list[InboxState]:
    database = Database(url)
    async with database.read() as session:
        found = list(await session.scalars(select(InboxRow.state).order_by(InboxRow.id)))
    await database.close()
    return found
