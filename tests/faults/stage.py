"""The story against processes: at each step the bot is killed, and another one goes on."""

from datetime import timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.sandbox.person import Person
from models.notices.rules import next_monday
from tests.faults.campaign import Campaign
from tests.faults.child import Death
from tests.faults.points import NAMES
from tests.faults.process import Bot
from tests.town import Town

MOVES = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
APART = 5
"""From step to step so many points further, so that neighbours are not of one kind."""


class DeadlyStage:
    """Each press meets a bot that dies on the way, or as soon as it is done; the next bot finishes what it left."""

    locale = "ru"

    def __init__(self, town: Town, campaign: Campaign, bot: Bot, people: dict[str, Person], seed: int) -> None:
        """`seed` chooses where the bot dies at each step."""
        self._town = town
        self._campaign = campaign
        self._bot = bot
        self._people = people
        self._steps = count(seed)

    async def tap(self, who: str, label: str) -> None:
        self._doom(from_update=True)
        await self._people[who].tap(label)
        await self._survive()

    async def say(self, who: str, text: str) -> None:
        self._doom(from_update=True)
        await self._people[who].say(text)
        await self._survive()

    async def move(self, by: str) -> None:
        now = self._town.clock.moment
        self._doom(from_update=False)
        self._campaign.set_time(MOVES[by] if by in MOVES else next_monday(now, ZoneInfo("Europe/Moscow")) - now)
        await self._survive(rounds=2)

    async def reads(self, who: str, part: str) -> None:
        assert part in self._people[who].last.text, self._people[who].transcript()

    def _doom(self, *, from_update: bool) -> None:
        step = next(self._steps)
        self._campaign.doom(Death(NAMES[step * APART % len(NAMES)], step % 2, from_update))

    async def _survive(self, rounds: int = 0) -> None:
        if await self._campaign.settled(self._bot, rounds=rounds):
            await self._campaign.kill(self._bot)
        self._campaign.doom(None)
        self._bot = await self._campaign.start()
        assert await self._campaign.settled(self._bot, rounds=rounds)
