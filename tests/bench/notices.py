"""Sending what is due: beside a bare loop of requests, at Telegram's pace, and out of a million that wait."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import create_engine, func, select

from bot.outbox import Outbox
from bot.sandbox.errors import ApiError
from models.clock import FixedClock
from models.database import Database
from models.notices.tables import Notice, NoticeState
from tests.bench.bots import product, sender
from tests.bench.child import Child
from tests.bench.due import fill, post, wait_again
from tests.bench.figures import Figure, Report
from tests.bench.phones import Phones
from tests.bench.presses import TEXT, TOMORROW, Writes, rows
from tests.bench.region import NOW, Region, build, plan
from tests.bench.rounds import interleaved, percentile, ratio

SCHOOLS, PAIRS = 4, 40
UNPACED, WARM_UP = 200, 5
"""Notices in a round, and rounds until both processes run as they do all day: the first ones are a sixth slower."""
REMINDERS, AMONG_PRESSES = 10_000, 2_000
PER_SECOND = 30
FEW, MANY, DUE = 1_000, 1_000_000, 100
PRESSES_PER_SECOND = 1
SLOWEST_PART, LONGEST, BUSIEST, FULLEST, PATIENCE, DEAREST_CLAIM = 0.3, 1.02, 5.0, 0.95, 300.0, 2.0


async def measure(rounds: int, count: int | None) -> Report:
    """Four parts, each with its own database."""
    parts = [
        await _beside_a_loop(rounds),
        await _at_a_pace(count or REMINDERS),
        await _while_people_press(count or AMONG_PRESSES),
        await _out_of_a_million(rounds),
    ]
    return Report("notices: sending what is due", list(chain.from_iterable(parts)), REMARKS)


REMARKS = (
    "full dispatch: claim, drawing from what stands in the database, the durable marks before and after each request",
    "the loop has as many requests in flight as the bot, by the same HTTP client, to the same sandbox",
    "at a pace the sandbox keeps Telegram's limits",
    "with presses one person a second presses «Буду»; what a press sends and changes is among the thirty a second",
)


@dataclass
class Stage:
    """A region whose pairs have a meeting ahead; some of its people press, the others are reminded."""

    region: Region
    phones: Phones
    meetings: Sequence[int]
    writes: Writes
    bot: Child

    def post(self, number: int) -> list[int]:
        """Makes so many reminders due for those who do not press."""
        return post(self.region.url, self.region.pairs[PAIRS:], self.meetings, number)

    async def deliver(self, number: int) -> float:
        """Notices a second."""
        self.post(number)
        began = time.perf_counter()
        await self.bot.ask("deliver")
        return number / (time.perf_counter() - began)


@asynccontextmanager
async def stage(limited: bool, presses: int) -> AsyncIterator[Stage]:
    """The bot at a sandbox; its delivery waits to be asked for."""
    with TemporaryDirectory() as folder:
        region = build(Path(folder) / "region.sqlite", SCHOOLS, PAIRS)
        phones = Phones("4242:the-bot", region.accounts)
        ahead = plan(region, 1, region.pairs[PAIRS:], TOMORROW)
        writes = Writes(phones, region, region.pairs[:PAIRS], presses // PAIRS + 1)
        await phones.start()
        bot = Child(product, settings=phones.settings | {"database_url": region.url}, moment=NOW, limited=limited)
        await bot.ask("settle")
        yield Stage(region, phones, [own for [own] in ahead], writes, bot)
        await bot.stop()
        await phones.sandbox.stop()


async def _beside_a_loop(rounds: int) -> list[Figure]:
    async with stage(limited=False, presses=0) as full:
        loop = Child(sender, settings=full.phones.settings, text=TEXT, keys=rows(1))
        sides = {"full": partial(full.deliver, UNPACED), "loop": partial(_loop, loop, full)}
        await interleaved(sides, WARM_UP)
        rates = await interleaved(sides, rounds)
        await loop.stop()
    n = f"median of {rounds} rounds of {UNPACED}"
    return [Figure("full dispatch ÷ bare loop", ratio(rates, "full", "loop"), n, at_least=SLOWEST_PART)]


async def _loop(loop: Child, full: Stage) -> float:
    accounts = [pair.mentee for pair in full.region.pairs for _ in range(2)][:UNPACED]
    began = time.perf_counter()
    await loop.ask("send", accounts)
    return len(accounts) / (time.perf_counter() - began)


async def _at_a_pace(number: int) -> list[Figure]:
    async with stage(limited=True, presses=0) as paced:
        _, refused = _counted(paced.phones)
        paced.phones.sandbox.limits.flood = True
        paced.post(number)
        before, began = await paced.bot.ask("cpu"), time.perf_counter()
        await paced.bot.ask("deliver")
        took = time.perf_counter() - began
        spent = await paced.bot.ask("cpu") - before
        left = _unsent(paced.region.url)
    n = f"{number} reminders"
    return [
        Figure("time ÷ time at 30 a second", took * PER_SECOND / number, n, at_most=LONGEST),
        Figure("of a core", 100 * spent / took, n, at_most=BUSIEST, unit="%"),
        Figure("requests refused with 429", len(refused), n, at_most=0),
        Figure("reminders not sent", left, n, at_most=0),
    ]


async def _while_people_press(number: int) -> list[Figure]:
    presses = int(number / PER_SECOND * PRESSES_PER_SECOND)
    async with stage(limited=True, presses=presses) as paced:
        taken, refused = _counted(paced.phones)
        paced.phones.sandbox.limits.flood = True
        paced.post(number)
        began = time.perf_counter()
        pressing = asyncio.create_task(_press(paced, presses))
        await paced.bot.ask("deliver")
        took = time.perf_counter() - began
        waits = await pressing
    n = f"{number} reminders among {len(taken)} messages"
    return [
        Figure("with presses: of 30 messages a second", len(taken) / took / PER_SECOND, n, at_least=FULLEST),
        Figure("with presses: refused with 429", len(refused), n, at_most=0),
        Figure("p95 of presses meanwhile", percentile(waits, 0.95), f"{presses} presses", at_most=PATIENCE, unit="ms"),
    ]


async def _press(paced: Stage, presses: int) -> list[float]:
    return await paced.phones.paced(paced.writes.take(presses), PRESSES_PER_SECOND)


def _counted(phones: Phones) -> tuple[list[int], list[int]]:
    """The chats of all messages that the sandbox takes from now on, and of those that it refuses."""
    taken: list[int] = []
    refused: list[int] = []
    spend = phones.sandbox.limits.spend

    def counted(chat_id: int) -> None:
        try:
            spend(chat_id)
        except ApiError:
            refused.append(chat_id)
            raise
        taken.append(chat_id)

    phones.sandbox.limits.spend = counted  # type: ignore[method-assign]  # does the same, and counts
    return taken, refused


def _unsent(url: str) -> int:
    engine = create_engine(url)
    with engine.connect() as connection:
        unsent = (
            select(func.count()).select_from(Notice).where(Notice.key.like("due:%"), Notice.state != NoticeState.SENT)
        )
        number = connection.scalar(unsent) or 0
    engine.dispose()
    return number


async def _out_of_a_million(rounds: int) -> list[Figure]:
    with TemporaryDirectory() as folder:
        claims = {name: _Claims(Path(folder) / f"{name}.sqlite", ahead) for name, ahead in AHEAD.items()}
        sides = {name: one.take for name, one in claims.items()}
        await interleaved(sides, 1)
        times = await interleaved(sides, rounds)
        for one in claims.values():
            await one.close()
    n = f"median of {rounds} claims of {DUE}"
    return [
        Figure("claim with a million waiting ÷ a thousand", ratio(times, "many", "few"), n, at_most=DEAREST_CLAIM),
        Figure("claim with a million waiting", sorted(times["many"])[rounds // 2], n, unit="ms"),
    ]


AHEAD = {"few": FEW, "many": MANY}


class _Claims:
    """An outbox with a hundred due notices before many that are due later."""

    def __init__(self, file: Path, ahead: int) -> None:
        region = build(file, 1, 1)
        self._engine = create_engine(region.url)
        fill(self._engine, ahead)
        post(region.url, region.pairs, [1], DUE)
        self._database = Database(region.url)
        self._outbox = Outbox(self._database, FixedClock(NOW))

    async def take(self) -> float:
        """The milliseconds of a claim."""
        began = time.perf_counter()
        claimed = await self._outbox.claim()
        took = (time.perf_counter() - began) * 1000
        assert len(claimed) == DUE
        wait_again(self._engine)
        return took

    async def close(self) -> None:
        """Lets go of the file."""
        await self._database.close()
        self._engine.dispose()
