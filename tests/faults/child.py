"""The bot in a process of its own: `nastavnik run` as it is, with the test's clock and a place where it dies."""

import argparse
import mmap
import os
import signal
import socket
import struct
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from markupsafe import Markup

import bot.application
import bot.clock
from bot.__main__ import run_bot
from handlers.notices import RENDERERS, Telling
from handlers.telling import Drawn
from models.notices.kinds import NoticeKind
from tests.faults.points import NAMES, watch
from tests.play import dispatcher

TICK_SECONDS = 0.2
ORDER = struct.Struct("iiii")


@dataclass(frozen=True)
class Death:
    """Where a process dies: when it passes a point for the n-th time, counted from 0."""

    point: str
    number: int = 0
    from_update: bool = False
    """Counting begins with the next update that comes in; otherwise at once."""


class Orders:
    """A page of memory, kept in a file, by which a test tells a process that runs where to die."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(bytes(ORDER.size))
        with path.open("r+b") as file:
            self._page = mmap.mmap(file.fileno(), ORDER.size)
        self._serial = 0

    def give(self, death: Death | None) -> None:
        """A new order; None takes the last one back."""
        self._serial += 1
        number = NAMES.index(death.point) if death else -1
        count, from_update = (death.number, death.from_update) if death else (0, False)
        self._page[:] = ORDER.pack(self._serial, number, count, from_update)

    def read(self) -> tuple[int, int, int, int]:
        """The serial number, the point (-1 for none), the count and whether an update must come first."""
        return ORDER.unpack(self._page[:])


class Doom:
    """Counts what the process passes and kills it where the order says."""

    def __init__(self, orders: Orders, beat: socket.socket) -> None:
        self._orders = orders
        self._beat = beat
        self._known = -1
        self._counting = False
        self._passed = 0

    def passes(self, number: int) -> None:
        """The process passes a point."""
        serial, doomed, count, from_update = self._orders.read()
        if serial != self._known:
            self._known, self._counting, self._passed = serial, not from_update, 0
        self._counting = self._counting or number == 0
        if self._counting and number == doomed:
            if self._passed == count:
                os.kill(os.getpid(), signal.SIGKILL)
            self._passed += 1

    def marked(self, mark: bytes) -> None:
        """A piece of work was marked: whoever waits may look; a full line has woken them already."""
        try:
            self._beat.send(mark)
        except BlockingIOError:
            return


class FileClock:
    """A clock that another process sets by writing a file."""

    path = Path()

    def now(self) -> datetime:
        """The moment that stands in the file."""
        return datetime.fromisoformat(self.path.read_text())


async def tell_number(telling: Telling) -> Drawn:
    """The notices that a test posts say their number, so that every message can be traced to its notice."""
    return Drawn(Markup(f"Извещение {int(telling.payload['number'])}."))


def prepare_for(folder: Path, beat: socket.socket) -> None:
    """Once, in the parent: all that children share is in its place before they are forked."""
    FileClock.path = folder / "clock"
    bot.clock.SystemClock = FileClock
    bot.application.TICK_SECONDS = TICK_SECONDS
    bot.application.make_dispatcher = dispatcher  # built once for all
    RENDERERS[NoticeKind.CARD_CONFIRMED] = tell_number
    doom = Doom(Orders(folder / "orders"), beat)
    watch(doom.passes, doom.marked)


def live(settings: dict[str, Any]) -> int:
    """`nastavnik run` from its beginning to its end; the exit status is given back."""
    os.environ.update(settings)
    try:
        run_bot(argparse.Namespace())
    except SystemExit as end:
        sys.stderr.write(f"{end.code}\n")
        return 1
    return 0
