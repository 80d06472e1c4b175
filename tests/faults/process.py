"""Starting, killing and starting again: the bot as processes beside the sandbox of the test."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.inbox import InboxRow, InboxState
from bot.sandbox.server import Sandbox
from models.notices.tables import Notice, NoticeState
from tests.faults.child import Death, live
from tests.forks import forks
from tests.play import TOKEN
from tests.town import Town

UNFINISHED = (NoticeState.CLAIMED, NoticeState.STARTED)


class Process:
    """One bot after another on the same database, each forked from a warmed parent."""

    def __init__(self, town: Town, sandbox: Sandbox, clock_file: Path) -> None:
        self.deaths = 0
        self._town = town
        self._sandbox = sandbox
        self._clock_file = clock_file
        self._forks = forks()
        self._child: Any = None
        self._orders = self._forks.Array("i", 5)
        self._given = 0
        self.set_clock(town.clock.moment)

    def set_clock(self, moment: datetime) -> None:
        """What time it is for the bot."""
        self._town.clock.moment = moment
        whole = self._clock_file.with_suffix(".new")
        whole.write_text(moment.isoformat())
        whole.replace(self._clock_file)

    def doom(self, death: Death) -> None:
        """Tells the bot that is running where to die."""
        self._given += 1
        self._orders[:] = death.order(self._given)

    async def start(self) -> None:
        """Starts a bot and waits until it serves; a dead one was collected before."""
        self._orders[:] = [0] * 5
        settings = {
            "bot_token": TOKEN,
            "bot_api_url": self._sandbox.url,
            "flood_limits": False,
            "database_url": self._town.database.url.render_as_string(hide_password=False),
        }
        ready = self._forks.Event()
        self._child = self._forks.Process(
            target=live, args=(settings, self._clock_file, self._orders, ready), daemon=True
        )
        self._child.start()
        while self._child.is_alive() and not ready.is_set():
            await asyncio.sleep(0.01)

    async def settled(self) -> bool:
        """Waits until the bot has worked off all there is; False where it died before."""
        while self._child.is_alive():
            if not self._sandbox.pending_updates and await self._is_idle():
                return True
            await asyncio.sleep(0.02)
        self._child.join()
        self.deaths += 1
        return False

    def kill(self) -> None:
        """SIGKILL."""
        if self._child is not None and self._child.is_alive():
            self._child.kill()
        if self._child is not None:
            self._child.join()

    async def _is_idle(self) -> bool:
        now = self._town.clock.moment
        unread = select(func.count()).select_from(InboxRow).where(InboxRow.state == InboxState.NEW)
        due = select(func.count()).select_from(Notice)
        due = due.where(((Notice.state == NoticeState.WAITING) & (Notice.due_at <= now)) | Notice.state.in_(UNFINISHED))
        async with self._town.database.read() as session:
            return not await session.scalar(unread) and not await session.scalar(due)
