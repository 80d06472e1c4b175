"""One bot after another on the same programme, each killed at a chosen point or at any instant, while life goes on."""

import asyncio
import contextlib
from datetime import timedelta
from itertools import count, cycle
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from bot.inbox import InboxRow, InboxState
from bot.sandbox.server import Sandbox
from models.notices.tables import Notice, NoticeState
from models.people.tables import Account
from tests.faults.books import Figures, reckon
from tests.faults.child import Death
from tests.faults.load import Load
from tests.faults.points import NAMES
from tests.faults.process import Bot, Nursery
from tests.play import TOKEN
from tests.town import Town

BETWEEN = timedelta(seconds=5)
"""How much time passes in the programme from one kill to the next."""
LATER = timedelta(minutes=10)
PATIENCE = 2.0
"""Seconds of work after which a bot that has not come to its point is killed where it is."""
LIFE = 1.0
"""Within so many seconds a bot is killed at a random instant."""
HALF = 0.5
"""So many of these instants are counted from its first work on, the others from its birth."""
ANYWHERE, ACCEPTED = "at a random instant", "between the server's taking it and its answer"
WAITS = "while a notice waits for another try"
PLACES = (*NAMES, ACCEPTED, ANYWHERE)
UNFINISHED = (NoticeState.CLAIMED, NoticeState.STARTED)


class Campaign:
    """The bots of one programme."""

    def __init__(self, town: Town, sandbox: Sandbox, nursery: Nursery, seed: int = 0, passes: int = 2) -> None:
        """A bot dies when it passes its point for the first to the last of `passes` times, chosen by `seed`."""
        self.kills = 0
        self.logs: list[Path] = []
        self._town, self._sandbox, self._nursery = town, sandbox, nursery
        self._random = Random(seed)
        self._passes = passes
        self._numbers = count()
        self._last: Bot | None = None
        nursery.orders.give(None)
        self.set_time()

    async def start(self, *, warm: bool = False) -> Bot:
        """The next bot."""
        log = self._nursery.folder / f"bot-{next(self._numbers)}.log"
        log.unlink(missing_ok=True)
        self.logs.append(log)
        settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": self._sandbox.url,
            "FLOOD_LIMITS": "false",
            "BACKUP_FOLDER": "none",
            "DATABASE_URL": self._town.database.url.render_as_string(hide_password=False),
        }
        self._nursery.forget_beats()
        self._last = await self._nursery.bear(settings, log, warm=warm)
        return self._last

    async def warm_up(self) -> None:
        """Lets the parent of all bots live once, unless it has: what it has used is inherited."""
        if self._nursery.is_warm:
            return
        self._nursery.is_warm = True
        [curator] = [one for one in await self._town.rows(Account) if one.person_id == self._town.municipal_curator]
        person = self._sandbox.person("Фомина Елена", user_id=int(curator.external_id))
        await person.start()
        bot = await self.start(warm=True)
        assert await self.settled(bot)
        assert await bot.terminate() == 0, self.logs[-1].read_text()

    async def close(self) -> None:
        """Ends whatever lives."""
        if self._last is not None:
            await self._last.kill()

    def set_time(self, by: timedelta = timedelta(0)) -> None:
        """Moves everybody's clock."""
        self._town.clock.moment += by
        self._nursery.set_clock(self._town.clock.moment)

    def doom(self, death: Death | None) -> None:
        """Where the bot that runs, or the next one, dies."""
        self._nursery.orders.give(death)

    async def killed_often(self, kills: int, load: Load, notices: int) -> Figures:
        """Kills that many bots under a load, each with its share of notices; lets the last one finish everything."""
        load.begin()
        try:
            for place, _ in zip(cycle(PLACES), range(kills), strict=False):
                self.set_time(BETWEEN)
                await load.tell(notices)
                await self._killed_at(place)
            await self.finished(load)
        finally:
            load.drop()
        figures = await reckon(self._town, self._sandbox, load, self.logs)
        figures.kills = self.kills
        return figures

    async def finished(self, load: Load) -> None:
        """A last bot that nobody kills; it ends as it is told to."""
        bot = await self.start()
        await load.end()
        for _ in range(3):
            assert await self.settled(bot)
            self.set_time(LATER)
        assert await bot.terminate() == 0

    async def settled(self, bot: Bot, *, rounds: int = 0) -> bool:
        """Waits until the bot has worked off all there is; False where it died before.

        With `rounds` it has looked at the clock so often, too: the first look may have been under way already.
        """
        looked = self._nursery.rounds
        while bot.lives:
            if not self._sandbox.pending_updates and self._nursery.rounds - looked >= rounds and await self._is_idle():
                return True
            await _first(self._nursery.beat(), bot.ended())
        self.kills += 1
        return False

    async def kill(self, bot: Bot) -> None:
        """Makes sure that it is dead."""
        await bot.kill()
        self.kills += 1

    async def _killed_at(self, place: str) -> None:
        if place == ACCEPTED:
            await self._killed_while_answered()
        elif place == ANYWHERE:
            bot = await self.start()
            if self._random.random() < HALF:
                await self._at_work(bot)
            await asyncio.sleep(self._random.uniform(0, LIFE))
            await self._dead(bot)
        else:
            if place == WAITS:
                self._sandbox.faults.add("flood", "sendMessage")
            self.doom(Death(place, self._random.randrange(self._passes)))
            bot = await self.start()
            await self._at_work(bot)
            await asyncio.wait([bot.end], timeout=PATIENCE)
            await self._dead(bot)

    async def _killed_while_answered(self) -> None:
        fault = self._sandbox.faults.add("hang_after", "sendMessage", after=self._random.randrange(2 * self._passes))
        bot = await self.start()
        await self._at_work(bot)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(fault.happened(), PATIENCE)
        await self._dead(bot)

    async def _at_work(self, bot: Bot) -> None:
        """Waits until it has marked its first piece of work, or died before: on a busy machine a start takes long."""
        await _first(self._nursery.beat(), bot.ended())

    async def _dead(self, bot: Bot) -> None:
        await self.kill(bot)
        self.doom(None)
        self._sandbox.faults.clear()

    async def _is_idle(self) -> bool:
        now = self._town.clock.moment
        unread = select(func.count()).select_from(InboxRow).where(InboxRow.state == InboxState.NEW)
        due = select(func.count()).select_from(Notice)
        due = due.where(((Notice.state == NoticeState.WAITING) & (Notice.due_at <= now)) | Notice.state.in_(UNFINISHED))
        async with self._town.database.read() as session:
            return not await session.scalar(unread) and not await session.scalar(due)


async def _first(*waiting: object) -> None:
    """Waits for whatever happens first."""
    tasks = [asyncio.ensure_future(one) for one in waiting]
    done, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    for task in done:
        task.result()
