"""Whether the process lives and whether it can serve, for whoever watches over it. Nothing of a person is said."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Protocol

from aiohttp import web
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.inbox import InboxRow, InboxState
from models.clock import Clock
from models.database import Database

ANSWER_WITHIN = 2.0
"""Seconds in which the database has to let somebody write."""
OLDEST = 120.0
"""Seconds that an update may wait to be handled."""


class Source(Protocol):
    """Where updates come from."""

    patience: float
    heard_at: float | None


class Health:
    """Answers `/healthz` and `/readyz`."""

    def __init__(
        self, database: Database, clock: Clock, bot_id: int, source: Source, answer_within: float = ANSWER_WITHIN
    ) -> None:
        self._database = database
        self._clock = clock
        self._oldest = select(func.min(InboxRow.received_at)).where(
            InboxRow.bot_id == bot_id, InboxRow.state == InboxState.NEW
        )
        self._source = source
        self._answer_within = answer_within
        self._file = Path(database.url.database or "") if database.is_sqlite else None
        self._file_was = identity(self._file)

    def add_routes(self, app: web.Application) -> None:
        """Adds both paths."""
        app.router.add_get("/healthz", self._live)
        app.router.add_get("/readyz", self._ready)

    async def problems(self) -> dict[str, str]:
        """What keeps the process from serving, by where it lies; nothing where all is well."""
        found = {"telegram": self._silence()}
        if identity(self._file) != self._file_was:
            found["database"] = "its file is gone or is another one"
        else:
            found |= await self._waiting()
        return {where: problem for where, problem in found.items() if problem}

    async def _live(self, _request: web.Request) -> web.Response:
        return web.json_response({"status": "live"})

    async def _ready(self, _request: web.Request) -> web.Response:
        problems = await self.problems()
        body = {"status": "not ready" if problems else "ready", "problems": problems}
        return web.json_response(body, status=503 if problems else 200)

    async def _waiting(self) -> dict[str, str]:
        """Looks within a transaction that may write: a locked or read-only file lets everybody read."""
        try:
            oldest = await asyncio.wait_for(self._database.write(self._oldest_update), self._answer_within)
        except TimeoutError:
            return {"database": f"no answer within {self._answer_within:g} s"}
        except Exception as error:
            return {"database": type(error).__name__}
        age = (self._clock.now() - oldest).total_seconds() if oldest else 0.0
        return {"queue": f"the oldest update waits for {age:.0f} s"} if age > OLDEST else {}

    def _oldest_update(self, session: Session) -> datetime | None:
        return session.scalar(self._oldest)

    def _silence(self) -> str:
        if self._source.heard_at is None:
            return "no answer yet"
        silent = asyncio.get_running_loop().time() - self._source.heard_at
        return f"no good answer for {silent:.0f} s" if silent > self._source.patience else ""


def identity(file: Path | None) -> tuple[int, int] | None:
    """What a file is on its disk, whatever its name; None where there is none."""
    try:
        found = file.stat() if file else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None
