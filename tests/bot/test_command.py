"""The command as it is typed: a process of its own against any Bot API server."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from models.clock import FixedClock
from tests.command import Command

pytestmark = pytest.mark.xdist_group("processes")
TOKEN = "777001:canary-token-that-must-not-be-logged"
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
async def sandbox(clock: FixedClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN, clock, bot_username="nastavnik_bot")
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


def command(folder: Path, sandbox: Sandbox, token: str = TOKEN) -> Command:
    """The command with a bot on the sandbox and a database in the folder."""
    url = f"sqlite:///{folder / 'data' / 'programme.sqlite'}"
    return Command(folder, DATABASE_URL=url, LOG_LEVEL="DEBUG", BOT_TOKEN=token, BOT_API_URL=sandbox.url)


async def test_it_serves_from_the_invitation_to_the_stop(sandbox: Sandbox, tmp_path: Path) -> None:
    nastavnik = command(tmp_path, sandbox)
    status, link, complaints = await nastavnik.run("invite", "--role", "curator", "--school", "Школа № 25")
    assert status == 0, complaints
    code = re.fullmatch(r"https://t\.me/nastavnik_bot\?start=([\w-]{22,64})\n", link)
    assert code is not None
    serving = nastavnik.start("run")
    marina = sandbox.person("Марина Петровна")
    await marina.start(code[1])
    await marina.sees("Здравствуйте", timeout=60)
    serving.stop()
    assert await serving.ended() == 0
    assert TOKEN.partition(":")[2] not in serving.complaints
    assert "Traceback" not in serving.complaints


async def test_it_says_which_setting_is_missing(tmp_path: Path) -> None:
    """As a new interpreter, since nothing dear is imported before the settings are read."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=tmp_path,
        env=clean | {"PYTHONPATH": str(ROOT)},
        stderr=asyncio.subprocess.PIPE,
    )
    _, complaint = await process.communicate()
    assert (process.returncode, complaint.count(b"\n")) == (1, 1)
    assert b"BOT_TOKEN" in complaint


async def test_it_says_that_the_token_is_not_accepted(sandbox: Sandbox, tmp_path: Path) -> None:
    status, _, complaint = await command(tmp_path, sandbox, token="777001:another").run("run")
    assert status == 1
    assert complaint.splitlines()[-1].startswith("nastavnik: Telegram does not accept BOT_TOKEN")
    assert "Traceback" not in complaint


async def test_it_says_that_the_demos_port_is_taken(sandbox: Sandbox, tmp_path: Path) -> None:
    status, _, complaint = await Command(tmp_path).run("demo", "--port", sandbox.url.rpartition(":")[2])
    assert status == 1
    assert complaint.splitlines()[-1].endswith("is taken; choose another with --port")
    assert "Traceback" not in complaint


async def test_it_leaves_nothing_behind_when_the_demo_is_stopped(tmp_path: Path) -> None:
    demo = Command(tmp_path).start("demo", "--port", "0")
    await demo.says("http://127.0.0.1:")
    demo.stop()
    assert await demo.ended() == 0
    assert list(tmp_path.glob("nastavnik-demo-*")) == []
