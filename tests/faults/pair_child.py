"""One of several processes on one PostgreSQL, to which a balancer brings updates. Forked from a warmed parent."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aiogram.types import Update
from aiohttp import web

from bot.application import Application
from bot.settings import Settings

LEASE = timedelta(seconds=3)
"""Notices of a killed process wait for so long, by the machine's clock, instead of minutes."""


class FileClock:
    """A clock that another process sets by writing a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        return datetime.fromisoformat(self._path.read_text())


def serve(settings: dict[str, Any], clock: Path, ports: Any, number: int) -> None:
    """Runs the application until the process is killed; writes its port to `ports` when it serves."""
    asyncio.run(_serve(Application(Settings(**settings, _env_file=None), FileClock(clock)), ports, number))


async def _serve(application: Application, ports: Any, number: int) -> None:
    application.outbox.lease = LEASE
    await application.start(ticking=False)
    ports[number] = await _listen(application)
    while True:
        await application.timetable.tick()
        await asyncio.sleep(0.2)


async def _listen(application: Application) -> int:
    async def take(request: web.Request) -> web.Response:
        update = Update.model_validate_json(await request.text(), context={"bot": application.bot})
        application.workers.add(await application.inbox.store([update]))
        return web.Response()

    app = web.Application()
    app.router.add_post("/", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port: int = runner.addresses[0][1]
    return port
