"""`nastavnik run` with a web server, as a process of its own."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.sandbox.server import Sandbox
from models.clock import FixedClock
from tests.command import Command
from tests.play import TOKEN
from tests.web.hosted import SECRET, free_port

pytestmark = pytest.mark.xdist_group("processes")


@pytest.fixture
async def sandbox(clock: FixedClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN, clock, allow_http_webhook=True)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


def command(folder: Path, sandbox: Sandbox, port: int) -> Command:
    """The command with a webhook at the port."""
    return Command(
        folder,
        BOT_TOKEN=TOKEN,
        BOT_API_URL=sandbox.url,
        DATABASE_URL=f"sqlite:///{folder}/programme.sqlite",
        LOG_LEVEL="DEBUG",
        WEBHOOK_URL=f"http://127.0.0.1:{port}",
        WEBHOOK_SECRET=SECRET,
        WEB_PORT=str(port),
    )


async def test_it_serves_by_webhook_until_it_is_told_to_stop(
    sandbox: Sandbox, tmp_path: Path, http: ClientSession
) -> None:
    port = free_port()
    serving = command(tmp_path, sandbox, port).start("run")
    anna = sandbox.person("Анна Новикова")
    await anna.start()
    await anna.sees("", timeout=60)
    async with http.get(f"http://127.0.0.1:{port}/readyz") as response:
        assert (response.status, json.loads(await response.text())["problems"]) == (200, {})
    serving.stop()
    assert await serving.ended() == 0, serving.complaints
    secrets = (SECRET, TOKEN.partition(":")[2], "Анна", "Traceback")
    assert [secret for secret in secrets if secret in serving.complaints] == []
    assert sandbox.webhook.target is not None, "what comes meanwhile waits for the next process"


async def test_it_says_that_its_port_is_taken(sandbox: Sandbox, tmp_path: Path) -> None:
    status, _, complaint = await command(tmp_path, sandbox, sandbox.port).run("run")
    assert status == 1
    place = f"127.0.0.1:{sandbox.port}"
    assert complaint.splitlines()[-1] == f"nastavnik: cannot listen on {place}; choose another WEB_PORT or WEB_HOST"
    assert "Traceback" not in complaint
