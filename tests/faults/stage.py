"""The story against processes: at each step the bot is told where to die, and another one goes on."""

from datetime import timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.sandbox.person import Person
from models.notices.rules import next_monday
from tests.faults.child import Death
from tests.faults.process import Process
from tests.town import Town

MOVES = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
PLACES = [(place, after) for place in ("write", "request") for after in (False, True)]


class DeadlyStage:
    """Each press meets a bot that dies on the way; the next bot finishes what it left."""

    locale = "ru"

    def __init__(self, town: Town, process: Process, people: dict[str, Person], seed: int) -> None:
        """`seed` chooses where the bot dies at each step."""
        self._town = town
        self._process = process
        self._people = people
        self._steps = count(seed)

    async def tap(self, who: str, label: str) -> None:
        self._process.doom(self._death(from_update=True))
        await self._people[who].tap(label)
        await self._survive()

    async def say(self, who: str, text: str) -> None:
        self._process.doom(self._death(from_update=True))
        await self._people[who].say(text)
        await self._survive()

    async def move(self, by: str) -> None:
        now = self._town.clock.moment
        self._process.doom(self._death(from_update=False))
        self._process.set_clock(now + MOVES[by] if by in MOVES else next_monday(now, ZoneInfo("Europe/Moscow")))
        await self._survive()

    async def reads(self, who: str, part: str) -> None:
        assert part in self._people[who].last.text, self._people[who].transcript()

    def _death(self, *, from_update: bool) -> Death:
        step = next(self._steps)
        place, after = PLACES[step % 4]
        return Death(place, step // 4 % 4, after, from_update)

    async def _survive(self) -> None:
        if not await self._process.settled():
            await self._process.start()
            assert await self._process.settled()
