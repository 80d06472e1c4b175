"""The long form: `uv run python -m tests.security --updates 10000 --guesses 10000 --buttons`.

Its exit status is 1 where something did not hold.
"""

import argparse
import asyncio
import gc
import logging
import sys
import tempfile
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine

from bot.schema import metadata
from models.clock import FixedClock
from models.database import Database
from tests.play import Play
from tests.security.dialogs import Windows, dialog_buttons
from tests.security.fuzz import BATCH, Fuzz, drawn
from tests.security.guesses import guess
from tests.security.matrix import Matrix
from tests.town import Town

MEGABYTE = 1024 * 1024
GROWTH = 5.0
"""Megabytes by which the memory may grow once everything is warm."""


class Complaints(logging.Handler):
    """What the bot itself wrote down as a failure."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the lines of the bot; an update that cannot be read is passed over on purpose."""
        if record.name.split(".")[0] in ("bot", "handlers", "models", "asyncio") and "is passed over" not in record.msg:
            self.lines.append(record.getMessage())


@asynccontextmanager
async def playing() -> AsyncIterator[Play]:
    """The whole bot on an empty database file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "programme.sqlite"
        engine = create_engine(f"sqlite:///{path}")
        metadata.create_all(engine)
        engine.dispose()
        database = Database(f"sqlite:///{path}")
        play = await Play.begin(await Town.build(database, FixedClock(datetime(2026, 10, 12, 7, 0, tzinfo=UTC))))
        yield play
        await play.end()
        await database.close()


async def fuzz(number: int, seed: int) -> list[str]:
    """Hostile updates; what they broke, the memory included."""
    async with playing() as play:
        fuzzing = await Fuzz.begin(play)
        warm = 0
        while fuzzing.sent < number:
            for batch in drawn(fuzzing.batches(), min(20 * BATCH, number - fuzzing.sent), seed + fuzzing.sent):
                await fuzzing.send(batch)
            fuzzing.forget()
            gc.collect()
            used = tracemalloc.get_traced_memory()[0]
            warm = warm or used
            say(f"{fuzzing.sent} updates, {used / MEGABYTE:.1f} MB in use")
        harm = [f"changed: {one}" for one in await fuzzing.harm()]
    grown = (used - warm) / MEGABYTE
    return harm + ([f"the memory has grown by {grown:.1f} MB"] if grown > GROWTH else [])


async def everybody(part: Callable[..., Awaitable[int]]) -> list[str]:
    """Every button of plain messages, about every row, pressed by all outsiders or by all insiders."""
    async with playing() as play:
        matrix = await Matrix.build(play)
        say(f"{await part(matrix, thorough=True)} presses by {part.__name__}")
    return matrix.problems


async def choices() -> list[str]:
    """Every list of a dialog, with what it does not offer."""
    async with playing() as play, opened(play) as windows:
        await windows.choices()
    say(f"{sum(len(one.taps) for one in windows.pressers.values())} choices that no window offers")
    return windows.problems


async def dialogs() -> list[str]:
    """Every button of every window, each in a school of its own: the last may have taken its presser's role away."""
    problems: list[str] = []
    pressed = dialog_buttons()
    for state, button in pressed:
        async with playing() as play, opened(play) as windows:
            await windows.button(state, button)
        problems += windows.problems
    say(f"{len(pressed)} buttons of dialogs")
    return problems


@asynccontextmanager
async def opened(play: Play) -> AsyncIterator[Windows]:
    """The windows of a school."""
    windows = await Windows.build(play)
    yield windows
    windows.stage.leave()


async def guesses(number: int) -> list[str]:
    """Codes tried by one person."""
    async with playing() as play:
        tried = await guess(play.town, number)
    say(f"{number} guesses, {tried.successes} successes, {tried.looked_at} looked at, {tried.rows} rows kept of them")
    return ["a code was guessed"] if tried.successes or tried.looked_at > 5 else []


def say(line: str) -> None:
    """A line of the report."""
    print(line, flush=True)  # noqa: T201  the report is the command's answer


def main() -> None:
    """Does what the command line says."""
    parser = argparse.ArgumentParser(prog="tests.security", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--updates", type=int, default=0, help="so many hostile updates")
    parser.add_argument("--guesses", type=int, default=0, help="so many guesses of an invitation's code")
    parser.add_argument("--buttons", action="store_true", help="every button, row and presser")
    parser.add_argument("--seed", type=int, default=0, help="other updates than last time")
    wanted = parser.parse_args()
    complaints = Complaints()
    logging.getLogger().addHandler(complaints)
    logging.getLogger("aiogram_dialog").setLevel(logging.CRITICAL)
    tracemalloc.start()
    parts: list[Coroutine[Any, Any, list[str]]] = []
    if wanted.updates:
        parts.append(fuzz(wanted.updates, wanted.seed))
    if wanted.guesses:
        parts.append(guesses(wanted.guesses))
    if wanted.buttons:
        parts += [everybody(Matrix.outsiders), everybody(Matrix.insiders), choices(), dialogs()]
    problems = [problem for part in parts for problem in _done(part, complaints)]
    say("missed" if problems else "held")
    sys.exit(bool(problems))


def _done(part: Coroutine[Any, Any, list[str]], complaints: Complaints) -> list[str]:
    """Does a part, and says at once what did not hold in it."""
    problems = asyncio.run(part) + complaints.lines
    complaints.lines = []
    for problem in problems:
        say(f"PROBLEM {problem}")
    return problems


if __name__ == "__main__":
    main()
