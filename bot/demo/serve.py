"""`nastavnik demo`: server, bot and page in one process, on a database that is gone afterwards."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from pydantic import SecretStr

from bot.application import Application
from bot.clock import SystemClock
from bot.demo.moves import Moves, start_of_demo
from bot.demo.sample import SHOWN, load_sample
from bot.migrate import migrate
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from models.clock import MovableClock

TOKEN = "8321:sandbox-only-no-secret-in-this-token"  # noqa: S105  it opens nothing but the sandbox beside it


async def serve_demo(port: int) -> None:
    """Serves until interrupted and says where the page is."""
    async with running_demo(port) as url:
        print(f"\n  Песочница наставника: {url}\n  Остановить: Ctrl+C\n", flush=True)  # noqa: T201  the answer of the command
        await asyncio.Event().wait()


@asynccontextmanager
async def running_demo(port: int = 0, at: datetime | None = None) -> AsyncIterator[str]:
    """The demo while it runs: gives the page's address. `at` is where its clock begins."""
    machine = SystemClock()
    clock = MovableClock(machine)
    clock.move_to(at or start_of_demo(machine.now()))
    with tempfile.TemporaryDirectory(prefix="nastavnik-demo-") as folder:
        database_url = f"sqlite:///{Path(folder) / 'demo.sqlite'}"
        await asyncio.to_thread(migrate, database_url)
        moves = Moves(clock, machine)
        sandbox = Sandbox(TOKEN, clock, "Наставник", "nastavnik_demo_bot", clock_moves=moves.move)
        await sandbox.start(port=port)
        settings = Settings(
            bot_token=SecretStr(TOKEN),
            bot_api_url=sandbox.url,
            database_url=SecretStr(database_url),
            flood_limits=False,
            backup_folder="",
            webhook_url="",
            web_port=None,
        )
        moves.application = application = Application(settings, clock)
        for one in await load_sample(application.database, clock.now()):
            sandbox.person(one.name, user_id=one.account, note=one.note)
            sandbox.world.chats[one.account].state = "active"  # they have known the bot for weeks: it may write first
        await application.start()
        polling = asyncio.create_task(application.poll())
        try:
            for account in SHOWN:
                await sandbox.people[account].start()
            yield sandbox.url
        finally:
            polling.cancel()
            await asyncio.gather(polling, return_exceptions=True)
            await application.stop()
            await sandbox.stop()
