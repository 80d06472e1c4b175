"""The long form: `uv run python -m tests.faults` kills the bot hundreds of times and prints what became of it all."""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.application import GRACE_SECONDS
from bot.migrate import migrate
from bot.sandbox.server import Sandbox
from models.clock import FixedClock
from models.database import Database
from tests.faults.campaign import Campaign
from tests.faults.load import Load
from tests.faults.process import Nursery
from tests.faults.stopping import Stop, stopped_under
from tests.play import TOKEN
from tests.town import Town

MORNING = datetime(2026, 10, 12, 7, 0, tzinfo=UTC)
PAIRS, READERS, NOTICES, PASSES = 20, 400, 20, 6
WRITERS, EACH = 30, 50
LEEWAY = 2.0
"""Seconds beyond the ten that a process may need to close what it holds."""


@asynccontextmanager
async def programme(nursery: Nursery, folder: Path, seed: int) -> AsyncIterator[tuple[Town, Sandbox, Campaign]]:
    """A town on a new database, its server and its bots."""
    url = f"sqlite:///{folder / 'programme.sqlite'}"
    migrate(url)
    database = Database(url)
    town = await Town.build(database, FixedClock(MORNING))
    sandbox = Sandbox(TOKEN, town.clock, bot_username="nastavnik_test_bot")
    await sandbox.start()
    campaign = Campaign(town, sandbox, nursery, seed, PASSES)
    try:
        await campaign.warm_up()
        yield town, sandbox, campaign
    finally:
        await campaign.close()
        await sandbox.stop()
        await database.close()


async def kills(nursery: Nursery, folder: Path, number: int, seed: int) -> bool:
    """Kills, prints the table, says whether all of it is as it must be."""
    async with programme(nursery, folder, seed) as (town, sandbox, campaign):
        load = Load(town, sandbox)
        await load.gather(PAIRS, READERS)
        figures = await campaign.killed_often(number, load, NOTICES)
    _print(f"killed at every point and at random, seed {seed}", *figures.lines())
    for name, count in figures.bad.items():
        _print(f"not as it must be: {name.replace('_', ' ')}: {count}")
    return not figures.bad


async def stop(nursery: Nursery, folder: Path, seed: int) -> bool:
    """Stops a bot that has 1,500 updates before it; prints what came of it and says whether it is as it must be."""
    async with programme(nursery, folder, seed) as (town, sandbox, campaign):
        load = Load(town, sandbox)
        await load.gather(0, WRITERS)
        came = await stopped_under(town, sandbox, campaign, load, EACH)
    _print("stopped by SIGTERM", "| what | count |", "|---|---|")
    _print(*(f"| {field.name.replace('_', ' ')} | {getattr(came, field.name):,.4g} |" for field in fields(Stop)))
    return not (came.status or came.lost or came.repeated) and came.seconds <= GRACE_SECONDS + LEEWAY


async def run(number: int, seed: int) -> bool:
    """Both, on databases of their own."""
    with TemporaryDirectory(prefix="faults-") as name:
        nursery = Nursery(_folder(name, "nursery"))
        async with nursery.attached():
            good = await kills(nursery, _folder(name, "kills"), number, seed)
            good = await stop(nursery, _folder(name, "stop"), seed) and good
        nursery.close()
    return good


def _folder(above: str, name: str) -> Path:
    folder = Path(above) / name
    folder.mkdir()
    return folder


def _print(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    arguments.add_argument("--kills", type=int, default=200, help="how many bots are killed (default: 200)")
    arguments.add_argument("--seed", type=int, default=0, help="chooses the instants and the points (default: 0)")
    given = arguments.parse_args()
    sys.exit(0 if asyncio.run(run(given.kills, given.seed)) else 1)
