"""Whether the process lives and can serve, as whoever watches over it sees it."""

import asyncio
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from aiogram.types import Update

from bot.fsm import Held
from bot.inbox import Inbox
from bot.web.health import OLDEST, Health
from tests.town import Town
from tests.web.hosted import Hosted

BOT = 4242


@dataclass
class Source:
    """Telegram, which answered some seconds ago."""

    heard_at: float | None
    patience: float = 120.0


@pytest.fixture
async def health(town: Town) -> Health:
    """A bot that has heard of Telegram just now."""
    return Health(town.database, town.clock, BOT, Source(asyncio.get_running_loop().time()), answer_within=0.05)


@pytest.fixture
def file(town: Town) -> Iterator[Path]:
    """The programme's file, which is back in its place afterwards."""
    file = Path(town.database.url.database)
    yield file
    aside = file.with_name("aside")
    if aside.exists():
        aside.replace(file)


async def problems(hosted: Hosted) -> tuple[int, dict[str, str]]:
    """Status and problems as `/readyz` tells them."""
    status, body = await hosted.get("/readyz")
    return status, json.loads(body)["problems"]


async def test_it_lives_and_is_ready(hosted: Hosted) -> None:
    while hosted.application.receiver.heard_at is None:
        await asyncio.sleep(0.01)
    assert await hosted.get("/healthz") == (200, '{"status": "live"}')
    assert await hosted.get("/readyz") == (200, '{"status": "ready", "problems": {}}')


async def test_it_is_ready_when_it_polls_although_nobody_writes(polling: Hosted) -> None:
    await polling.start()
    await polling.sandbox.polling.until_held()
    assert await problems(polling) == (200, {})


async def test_it_is_not_ready_before_telegram_has_answered(polling: Hosted) -> None:
    polling.sandbox.faults.add("bad_gateway", "getUpdates", times=100)
    await polling.start()
    assert await problems(polling) == (503, {"telegram": "no answer yet"})
    assert (await polling.get("/healthz"))[0] == 200


async def test_it_is_not_ready_when_its_file_is_gone_or_another_one(hosted: Hosted, file: Path) -> None:
    gone = {"database": "its file is gone or is another one"}
    while hosted.application.receiver.heard_at is None:
        await asyncio.sleep(0.01)
    file.rename(file.with_name("aside"))
    assert await problems(hosted) == (503, gone)
    file.write_bytes(file.with_name("aside").read_bytes())
    assert await problems(hosted) == (503, gone)


async def test_it_is_not_ready_while_somebody_else_holds_the_database(health: Health, file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert await health.problems() == {"database": "no answer within 0.05 s"}
    other.execute("ROLLBACK")
    other.close()


async def test_it_names_the_kind_of_the_databases_failure_and_not_its_words(health: Health, town: Town) -> None:
    await town.database.write(lambda session: session.connection().exec_driver_sql("DROP TABLE inbox"))
    assert await health.problems() == {"database": "OperationalError"}


async def test_it_is_not_ready_while_an_update_waits_for_long(health: Health, town: Town) -> None:
    inbox, stranger = Inbox(town.database, town.clock, BOT), Inbox(town.database, town.clock, BOT + 1)
    [update] = await inbox.store([Update(update_id=1)])
    await stranger.store([Update(update_id=1)])
    town.clock.moment += timedelta(seconds=OLDEST)
    assert await health.problems() == {}
    town.clock.moment += timedelta(seconds=1)
    assert await health.problems() == {"queue": "the oldest update waits for 121 s"}
    await inbox.finish(update, Held())
    assert await health.problems() == {}


async def test_it_is_not_ready_after_telegram_was_silent_for_long(town: Town) -> None:
    now = asyncio.get_running_loop().time()
    just, long_ago = Source(now - 100), Source(now - 500)
    assert await Health(town.database, town.clock, BOT, just).problems() == {}
    found = await Health(town.database, town.clock, BOT, long_ago).problems()
    assert found == {"telegram": "no good answer for 500 s"}
