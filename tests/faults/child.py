"""The bot in a process of its own, which can be told where to die. It is forked from a parent that has imported all."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

from bot.application import Application
from bot.settings import Settings
from handlers.words import fluent

PLACES = ("write", "request")
fluent()  # read in the parent, so that no child has to


@dataclass(frozen=True)
class Death:
    """Where the process dies: before or after its n-th write to the database or n-th request to Telegram."""

    place: str
    number: int
    after: bool
    from_update: bool
    """Counting begins with the next update that comes in; otherwise at once."""

    def order(self, number: int) -> list[int]:
        """The same as plain numbers that two processes can share; `number` tells a new order from an old one."""
        return [number, PLACES.index(self.place), self.number, self.after, self.from_update]


class Doom:
    """Reads the shared order and kills the process where it says."""

    def __init__(self, orders: Any) -> None:
        self._orders = orders
        self._known = 0
        self._counting = False
        self._counted = [0, 0]

    def update_came(self) -> None:
        """Begins to count."""
        self._look()
        self._counting = True

    def passes(self, place: int, *, after: bool) -> None:
        """The process passes a place where it may have to die."""
        self._look()
        number, where, count, dies_after, _ = self._orders[:]
        if number and self._counting and place == where:
            if self._counted[place] == count and after == bool(dies_after):
                os.kill(os.getpid(), signal.SIGKILL)
            self._counted[place] += after

    def _look(self) -> None:
        number, *_, from_update = self._orders[:]
        if number != self._known:
            self._known, self._counting, self._counted = number, not from_update, [0, 0]


class FileClock:
    """A clock that another process sets by writing a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        return datetime.fromisoformat(self._path.read_text())


def live(settings: dict[str, Any], clock: Path, orders: Any, ready: Any) -> None:
    """Runs the application until the process is killed; sets `ready` when it serves."""
    asyncio.run(_live(Application(Settings(**settings, _env_file=None), FileClock(clock)), Doom(orders), ready))


async def _live(application: Application, doom: Doom, ready: Any) -> None:
    await application.start(ticking=False)
    _arm(application, doom)
    ready.set()
    await asyncio.gather(application.poll(), _tick(application))


async def _tick(application: Application) -> None:
    while True:
        await application.timetable.tick()
        await asyncio.sleep(0.02)


def _arm(application: Application, doom: Doom) -> None:
    session = application.bot.session
    application.inbox.store = _told(doom, application.inbox.store)
    application.database.write = _deadly(doom, PLACES.index("write"), application.database.write)
    session.make_request = _deadly(doom, PLACES.index("request"), session.make_request)


def _told(doom: Doom, store: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    @wraps(store)
    async def wrapped(updates: Any) -> Any:
        if updates:
            doom.update_came()
        return await store(updates)

    return wrapped


def _deadly(doom: Doom, place: int, function: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    @wraps(function)
    async def wrapped(*args: Any, **kwargs: Any) -> Any:
        if _is_poll(args):
            return await function(*args, **kwargs)
        doom.passes(place, after=False)
        result = await function(*args, **kwargs)
        doom.passes(place, after=True)
        return result

    return wrapped


def _is_poll(args: tuple[Any, ...]) -> bool:
    return len(args) > 1 and type(args[1]).__name__ == "GetUpdates"
