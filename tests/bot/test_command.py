"""The command as it is typed: a process of its own against any Bot API server."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from models.clock import FixedClock

TOKEN = "777001:canary-token-that-must-not-be-logged"
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
async def sandbox(clock: FixedClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN, clock, bot_username="nastavnik_bot")
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


class Command:
    """`python -m bot …` with an environment of its own."""

    def __init__(self, folder: Path, sandbox: Sandbox | None, token: str = TOKEN) -> None:
        self._folder = folder
        self._settings = {
            "DATABASE_URL": f"sqlite:///{folder / 'data' / 'programme.sqlite'}",
            "LOG_LEVEL": "DEBUG",
            "TMPDIR": str(folder),
        }
        if sandbox is not None:
            self._settings |= {"BOT_TOKEN": token, "BOT_API_URL": sandbox.url}

    async def start(self, *words: str) -> asyncio.subprocess.Process:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", *words),
            cwd=self._folder,
            env=clean | {"PYTHONPATH": str(ROOT)} | self._settings,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )

    async def run(self, *words: str) -> tuple[int | None, str, str]:
        process = await self.start(*words)
        out, err = await process.communicate()
        return process.returncode, out.decode(), err.decode()


async def test_it_serves_from_the_invitation_to_the_stop(sandbox: Sandbox, tmp_path: Path) -> None:
    command = Command(tmp_path, sandbox)
    status, link, complaints = await command.run("invite", "--role", "curator", "--school", "Школа № 25")
    assert status == 0, complaints
    code = re.fullmatch(r"https://t\.me/nastavnik_bot\?start=([\w-]{22,64})\n", link)
    assert code is not None
    process = await command.start("run")
    marina = sandbox.person("Марина Петровна")
    await marina.start(code[1])
    await marina.sees("Здравствуйте", timeout=60)
    process.send_signal(signal.SIGTERM)
    _, err = await process.communicate()
    assert process.returncode == 0
    assert TOKEN.partition(":")[2] not in err.decode()
    assert "Traceback" not in err.decode()


async def test_it_says_which_setting_is_missing(tmp_path: Path) -> None:
    status, _, complaint = await Command(tmp_path, None).run("run")
    assert (status, complaint.count("\n")) == (1, 1)
    assert "BOT_TOKEN" in complaint


async def test_it_says_that_the_token_is_not_accepted(sandbox: Sandbox, tmp_path: Path) -> None:
    status, _, complaint = await Command(tmp_path, sandbox, token="777001:another").run("run")
    assert status == 1
    assert complaint.splitlines()[-1].startswith("nastavnik: Telegram does not accept BOT_TOKEN")
    assert "Traceback" not in complaint


async def test_it_says_that_the_demos_port_is_taken(sandbox: Sandbox, tmp_path: Path) -> None:
    status, _, complaint = await Command(tmp_path, None).run("demo", "--port", sandbox.url.rpartition(":")[2])
    assert status == 1
    assert complaint.splitlines()[-1].endswith("is taken; choose another with --port")
    assert "Traceback" not in complaint


async def test_it_leaves_nothing_behind_when_the_demo_is_stopped(tmp_path: Path) -> None:
    process = await Command(tmp_path, None).start("demo", "--port", "0")
    assert process.stdout is not None
    await process.stdout.readuntil(b"http://127.0.0.1:")
    process.send_signal(signal.SIGTERM)
    await process.communicate()
    assert process.returncode == 0
    assert list(tmp_path.glob("nastavnik-demo-*")) == []
