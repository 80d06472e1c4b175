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


@dataclass(frozen=True)
class Death:
    """Where the process dies: before or after its n-th write to the database or n-th request to Telegram.

    Counting begins with the first update that comes in, or with the first notice that is claimed.
    """

    place: str
    number: int
    after: bool


class FileClock:
    """A clock that another process sets by writing a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        return datetime.fromisoformat(self._path.read_text())


def live(settings: dict[str, Any], clock: Path, death: Death | None, ready: Any) -> None:
    """Runs the application until the process is killed; sets `ready` when it serves."""
    asyncio.run(_live(Application(Settings(**settings, _env_file=None), FileClock(clock)), death, ready))


async def _live(application: Application, death: Death | None, ready: Any) -> None:
    if death is not None:
        _arm(application, death)
    await application.start(ticking=False)
    ready.set()
    await asyncio.gather(application.poll(), _tick(application))


async def _tick(application: Application) -> None:
    while True:
        await application.timetable.tick()
        await asyncio.sleep(0.02)


def _arm(application: Application, death: Death) -> None:
    counted = {"write": 0, "request": 0}
    alive = {"counting": False}

    def begin_counting(function: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        @wraps(function)
        async def wrapped(*args: Any, **kwargs: Any) -> Any:
            if args and args[0]:
                alive["counting"] = True
            return await function(*args, **kwargs)

        return wrapped

    def deadly(place: str, function: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        @wraps(function)
        async def wrapped(*args: Any, **kwargs: Any) -> Any:
            is_mine = alive["counting"] and place == death.place and not _is_poll(args)
            mine = counted[place]
            counted[place] += is_mine
            if is_mine and mine == death.number and not death.after:
                os.kill(os.getpid(), signal.SIGKILL)
            result = await function(*args, **kwargs)
            if is_mine and mine == death.number:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return wrapped

    application.inbox.store = begin_counting(application.inbox.store)
    application.database.write = deadly("write", application.database.write)
    session = application.bot.session
    session.make_request = deadly("request", session.make_request)


def _is_poll(args: tuple[Any, ...]) -> bool:
    return len(args) > 1 and type(args[1]).__name__ == "GetUpdates"
