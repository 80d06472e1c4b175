"""Two processes behind a balancer, killed in turn, and the story played against them."""

import asyncio
import contextlib
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import ClientError, ClientSession, web
from sqlalchemy import func, select

from bot.inbox import InboxRow, InboxState
from bot.sandbox.errors import PersonError
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.webhook import Target
from models.notices.rules import next_monday
from models.notices.tables import Notice, NoticeState
from tests.faults.pair_child import serve
from tests.forks import forks
from tests.play import TOKEN
from tests.town import Town

MOVES = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
PATIENCE = 180.0
"""Seconds after which what has not come will not come."""
UNFINISHED = (NoticeState.CLAIMED, NoticeState.STARTED)


class Pair:
    """Two bots on the town's database. A balancer brings each update to the next of them that answers."""

    def __init__(self, town: Town, sandbox: Sandbox, clock_file: Path) -> None:
        self.kills = 0
        self._town = town
        self._sandbox = sandbox
        self._clock_file = clock_file
        self._ports = forks().Array("i", 2)
        self._children: list[Any] = [None, None]
        self._next = count()
        self._runner: web.AppRunner | None = None
        self._client: ClientSession | None = None
        self.set_clock(town.clock.moment)

    def set_clock(self, moment: datetime) -> None:
        """What time it is for both."""
        self._town.clock.moment = moment
        whole = self._clock_file.with_suffix(".new")
        whole.write_text(moment.isoformat())
        whole.replace(self._clock_file)

    async def start(self) -> None:
        """Starts both and has updates brought to them."""
        self._client = ClientSession()
        app = web.Application()
        app.router.add_post("/", self._balance)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        for number in (0, 1):
            self._launch(number)
        await self._both_serve()
        await self._sandbox.webhook.set(Target(f"http://127.0.0.1:{self._runner.addresses[0][1]}/"))

    async def stop(self) -> None:
        """Kills both."""
        for child in filter(None, self._children):
            child.kill()
            child.join()
        await self._sandbox.webhook.stop()
        if self._client is not None and self._runner is not None:
            await self._client.close()
            await self._runner.cleanup()

    async def kill(self) -> None:
        """SIGKILL for one of them, in turn, and another in its place once the former kill is healed."""
        await self._both_serve()
        number = self.kills % 2
        self.kills += 1
        self._ports[number] = 0
        self._children[number].kill()
        self._children[number].join()
        self._launch(number)

    async def settled(self) -> None:
        """Waits until they have worked off all there is."""
        while self._sandbox.pending_updates or not await self._is_idle():
            assert all(child.is_alive() for child in self._children)
            await asyncio.sleep(0.1)

    def _launch(self, number: int) -> None:
        settings = {
            "bot_token": TOKEN,
            "bot_api_url": self._sandbox.url,
            "flood_limits": False,
            "database_url": self._town.database.url.render_as_string(hide_password=False),
        }
        arguments = (settings, self._clock_file, self._ports, number)
        self._children[number] = forks().Process(target=serve, args=arguments, daemon=True)
        self._children[number].start()

    async def _both_serve(self) -> None:
        while not all(self._ports[:]):
            assert all(child.is_alive() for child in self._children)
            await asyncio.sleep(0.02)

    async def _balance(self, request: web.Request) -> web.Response:
        body = await request.read()
        first = next(self._next)
        for number in (first % 2, (first + 1) % 2):
            if await self._bring(number, body):
                return web.Response()
        return web.Response(status=502)

    async def _bring(self, number: int, body: bytes) -> bool:
        assert self._client is not None
        try:
            async with self._client.post(f"http://127.0.0.1:{self._ports[number]}/", data=body) as answer:
                return answer.status == 200
        except ClientError:
            return False

    async def _is_idle(self) -> bool:
        now = self._town.clock.moment
        unread = select(func.count()).select_from(InboxRow).where(InboxRow.state == InboxState.NEW)
        due = select(func.count()).select_from(Notice)
        due = due.where(((Notice.state == NoticeState.WAITING) & (Notice.due_at <= now)) | Notice.state.in_(UNFINISHED))
        async with self._town.database.read() as session:
            return not await session.scalar(unread) and not await session.scalar(due)


class HastyStage:
    """People press what they see without waiting for an answer, and now and then a process dies meanwhile."""

    locale = "ru"

    def __init__(self, town: Town, pair: Pair, people: dict[str, Person], every: int, seed: int) -> None:
        """One process dies in each `every` steps; `seed` chooses how soon after the press."""
        self._town = town
        self._pair = pair
        self._people = people
        self._every = every
        self._random = Random(seed)
        self._steps = count(1)

    async def tap(self, who: str, label: str) -> None:
        """The button may come with a notice that only the next leader makes."""
        async with asyncio.timeout(PATIENCE):
            await self._until_tapped(self._people[who], label)
        await self._live_on()

    async def say(self, who: str, text: str) -> None:
        await self._pair.settled()
        await self._people[who].say(text)
        await self._live_on()

    async def move(self, by: str) -> None:
        await self._pair.settled()
        now = self._town.clock.moment
        self._pair.set_clock(now + MOVES[by] if by in MOVES else next_monday(now, ZoneInfo("Europe/Moscow")))
        await self._live_on()

    async def reads(self, who: str, part: str) -> None:
        """A round may be made by the next leader only."""
        person = self._people[who]
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._until_read(person, part), PATIENCE)
        assert part in person.last.text, person.transcript()

    async def _until_tapped(self, person: Person, label: str) -> None:
        while True:
            try:
                await person.tap(label)
            except PersonError:
                await asyncio.sleep(0.05)
            else:
                return

    async def _until_read(self, person: Person, part: str) -> None:
        while part not in person.last.text:
            await asyncio.sleep(0.05)

    async def _live_on(self) -> None:
        if next(self._steps) % self._every == 0:
            await asyncio.sleep(self._random.random() / 10)
            await self._pair.kill()
