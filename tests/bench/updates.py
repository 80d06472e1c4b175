"""A press through poll, inbox, dispatcher, dialog, use case and answer, beside a bare aiogram echo."""

import time
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.bots import echo, product
from tests.bench.child import Child
from tests.bench.figures import Figure, Report
from tests.bench.phones import Phones
from tests.bench.presses import TEXT, Echoes, Opens, Press, Writes, rows
from tests.bench.region import NOW, Pair, build
from tests.bench.rounds import interleaved, percentile, ratio
from tests.bench.sheets import sheets

SCHOOLS, PAIRS = 2, 20
PRESSES = 160
SIDE_BY_SIDE = 20
WINDOW_SECONDS = 3
PACES = (30, 100)
DEAREST = 8.0
FEWEST = 100.0
SLOWEST = 2.0
Take = Callable[[int], Iterable[Press]]


@dataclass
class Bot:
    """A bot in its process and the people who press."""

    phones: Phones
    child: Child

    async def cost(self, take: Take, presses: int) -> float:
        """The milliseconds of its own CPU that one press costs, twenty people pressing side by side."""
        before = await self.child.ask("cpu")
        for _ in range(presses // SIDE_BY_SIDE):
            await self.phones.together(take(SIDE_BY_SIDE))
        await self.child.ask("settle")
        return (await self.child.ask("cpu") - before) * 1000 / presses

    async def rate(self, take: Take, presses: int) -> float:
        """Presses a second, all of them waiting at once."""
        pressed = list(take(presses))
        began = time.perf_counter()
        await self.phones.together(pressed)
        await self.child.ask("settle")
        return presses / (time.perf_counter() - began)


async def measure(rounds: int, count: int | None) -> Report:
    """Costs and rates, then waits at a pace, alone and beside heavy work."""
    presses = count or PRESSES
    async with stage(rounds, presses) as (bot, bare, takes):
        sides = {name: partial(bot.cost, take, presses) for name, take in takes.items()}
        sides["echo"] = partial(bare.cost, Echoes(bare.phones).take, presses)
        sides["rate"] = partial(bot.rate, takes["writing"], presses)
        await interleaved(sides, 1)  # what is read and compiled once is no part of a press
        costs = await interleaved(sides, rounds)
        waits = await _waits(bot, takes["writing"], rounds)
    n = f"median of {rounds} rounds of {presses} presses, {SIDE_BY_SIDE} at once"
    figures = [
        Figure("CPU of a writing press ÷ echo", ratio(costs, "writing", "echo"), n, at_most=DEAREST),
        Figure("CPU of an opening press ÷ echo", ratio(costs, "opening", "echo"), n, at_most=DEAREST),
        *(Figure(f"CPU of {name}", median(costs[name]), n, unit="ms") for name in ("writing", "opening", "echo")),
        Figure("writing presses a second", median(costs["rate"]), n, at_least=FEWEST),
        *waits,
    ]
    return Report("updates: a press from the poll to the answer", figures, REMARKS)


REMARKS = (
    "the sandbox and the people run in another process, each bot in its own: CPU is the bot's alone",
    "the echo answers the press and edits the message, by the bot's own HTTP client",
    "writing is «Буду» (SQLite, synchronous=FULL): scope, lifecycle, audit, effect, a notice; opening is menu ↔ diary",
    "sheets are registers of 10,000 rows as XLSX, made one after another in a process of their own, as by the bot",
)


@asynccontextmanager
async def stage(rounds: int, presses: int) -> AsyncIterator[tuple[Bot, Bot, Mapping[str, Take]]]:
    """The bot and the echo, each at a sandbox of its own, and what is pressed at the bot's."""
    with TemporaryDirectory() as folder:
        region = build(Path(folder) / "region.sqlite", SCHOOLS, PAIRS)
        writers, openers = halves(region.pairs)
        phones, others = Phones("4242:the-bot", region.accounts), Phones("4343:the-echo", range(1, 101))
        needed = (rounds + 1) * presses * 2 + rounds * 2 * WINDOW_SECONDS * sum(PACES)
        takes = {
            "writing": Writes(phones, region, writers, needed // len(writers) + 1).take,
            "opening": Opens(phones, openers).take,
        }
        await phones.start()
        await others.start()
        child = Child(product, settings=phones.settings | {"database_url": region.url}, moment=NOW)
        bare = Child(echo, settings=others.settings, text=TEXT, keys=rows(1))
        await _open_menus(phones, openers)
        yield Bot(phones, child), Bot(others, bare), takes
        for one in (child, bare):
            await one.stop()
        for one in (phones, others):
            await one.sandbox.stop()


def halves(pairs: "list[Pair]") -> "tuple[list[Pair], list[Pair]]":
    """Those who write and those who look."""
    return pairs[::2], pairs[1::2]


async def _open_menus(phones: Phones, pairs: "list[Pair]") -> None:
    for pair in pairs:
        await phones.people[pair.mentor].say("/menu")
    for pair in pairs:
        await phones.people[pair.mentor].sees("Петровна", timeout=120)


async def _waits(bot: Bot, take: Take, rounds: int) -> list[Figure]:
    """How long presses take at a pace; the rounds with heavy work and without it take turns."""
    heavy = Child(sheets)
    figures = []
    for pace in PACES:
        found: dict[str, list[list[float]]] = {"alone": [], "beside": []}
        for _ in range(rounds):
            found["alone"].append(await bot.phones.paced(take(pace * WINDOW_SECONDS), pace))
            await heavy.ask("begin")
            found["beside"].append(await bot.phones.paced(take(pace * WINDOW_SECONDS), pace))
            await heavy.ask("end")
        figures += _of_waits(found, pace, rounds)
    await heavy.stop()
    return figures


def _of_waits(found: Mapping[str, list[list[float]]], pace: int, rounds: int) -> Iterable[Figure]:
    n = f"{rounds} rounds of {WINDOW_SECONDS} s"
    for name, where in (("alone", "alone"), ("beside", "while sheets are made")):
        together = [wait for waits in found[name] for wait in waits]
        for part in (0.5, 0.99):
            yield Figure(f"p{part * 100:.0f} at {pace}/s {where}", percentile(together, part), n, unit="ms")
    slower = median(
        percentile(beside, 0.99) / percentile(alone, 0.99)
        for alone, beside in zip(found["alone"], found["beside"], strict=True)
    )
    yield Figure(f"p99 at {pace}/s, sheets ÷ alone", slower, n, at_most=SLOWEST)
