"""The side of the test: a nursery beside it, and the bots that come from there."""

import asyncio
import json
import os
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.faults.child import Orders
from tests.faults.nursery import serve
from tests.faults.points import ROUND
from tests.forks import forks

SOON = 180.0
"""Seconds after which somebody who waits is told that it will never come."""


class Nursery:
    """The warmed parent as its user sees it. It outlives a test; `attached` ties it to the loop of one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.is_warm = False
        self.rounds = 0
        """How often bots have looked at the clock."""
        self.set_clock(datetime.fromisoformat("2026-10-12T07:00:00+00:00"))
        self.orders = Orders(folder / "orders")
        self._wire, wire = socket.socketpair()
        self._beat, beat = socket.socketpair()
        self._parent: Any = forks().Process(target=serve, args=(wire, beat, folder))
        self._parent.start()
        for end in (wire, beat):
            end.close()
        for end in (self._wire, self._beat):
            end.setblocking(False)
        self._unread = b""
        self._born: asyncio.Queue[int]
        self._ends: dict[int, asyncio.Future[int]] = {}
        self._beaten: asyncio.Event

    def set_clock(self, moment: datetime) -> None:
        """What time it is for the bots."""
        whole = self.folder / "clock.new"
        whole.write_text(moment.isoformat())
        whole.replace(self.folder / "clock")

    @asynccontextmanager
    async def attached(self) -> AsyncIterator["Nursery"]:
        """While the running loop listens to it."""
        loop = asyncio.get_running_loop()
        self._born, self._beaten, self._ends = asyncio.Queue(), asyncio.Event(), {}
        loop.add_reader(self._wire, self._hear)
        loop.add_reader(self._beat, self._feel)
        try:
            yield self
        finally:
            loop.remove_reader(self._wire)
            loop.remove_reader(self._beat)

    async def bear(self, settings: dict[str, str], log: Path, *, warm: bool = False) -> "Bot":
        """A new bot; with `warm` it is the parent itself that lives once, until it is sent SIGTERM."""
        order = {"settings": settings, "log": str(log), "warm": warm}
        self._wire.sendall(json.dumps(order).encode() + b"\n")
        async with asyncio.timeout(5 * SOON):  # the first one waits for the imports
            number = await self._born.get()
        return Bot(number, self._ends[number])

    async def beat(self) -> None:
        """Waits until a bot has marked a piece of work since the last time."""
        async with asyncio.timeout(SOON):
            await self._beaten.wait()
        self._beaten.clear()

    def forget_beats(self) -> None:
        """Whoever waits next waits for a bot that is yet to come."""
        self._beaten.clear()

    def close(self) -> None:
        """Ends it."""
        self._wire.close()
        self._parent.join()
        self._beat.close()

    def _hear(self) -> None:
        *lines, self._unread = (self._unread + self._wire.recv(4096)).split(b"\n")
        for line in lines:
            self._note(**json.loads(line))

    def _note(self, born: int = 0, died: int = 0, status: int = 0) -> None:
        if born:
            self._ends[born] = asyncio.get_running_loop().create_future()
            self._born.put_nowait(born)
        else:
            self._ends[died].set_result(status)

    def _feel(self) -> None:
        self.rounds += self._beat.recv(65536).count(ROUND)
        self._beaten.set()


class Bot:
    """One process of the bot."""

    def __init__(self, number: int, end: asyncio.Future[int]) -> None:
        self.end = end
        """Its exit status, once it has ended; minus the signal's number where it was killed."""
        self._number = number

    @property
    def lives(self) -> bool:
        """Whether it has not ended yet."""
        return not self.end.done()

    async def ended(self) -> int:
        """Waits for its end."""
        async with asyncio.timeout(SOON):
            return await asyncio.shield(self.end)

    async def kill(self) -> None:
        """SIGKILL, and its end."""
        self._send(signal.SIGKILL)
        await self.ended()

    async def terminate(self) -> int:
        """SIGTERM, and its exit status."""
        self._send(signal.SIGTERM)
        return await self.ended()

    def _send(self, number: int) -> None:
        # Its parent has waited for whoever has ended: the number may be another's by then.
        if self.lives:
            os.kill(self._number, number)
