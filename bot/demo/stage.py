"""The stage on which the sample's past is played: a clock that is put forward, and stories that wait for their turn."""

from collections.abc import AsyncIterator, Iterable
from datetime import datetime
from heapq import heapify, heappop, heappush
from typing import Any

from sqlalchemy import Select

from models.access import SYSTEM, Actor
from models.clock import FixedClock
from models.database import Database
from models.use_case import Act

CHANNEL = "TELEGRAM"
Story = AsyncIterator[datetime]
"""What happens to somebody: it names the moment for which it waits, and goes on when that has come."""


class Stage:
    """The database, the clock of the past, and the people who act in it."""

    def __init__(self, database: Database, begin: datetime) -> None:
        """`begin` is where the clock of the past stands at first."""
        self.database = database
        self.clock = FixedClock(begin)
        self.programme = Act(database, self.clock, SYSTEM)
        self.persons: dict[int, int] = {}
        """Whoever has come in: the person's id by account."""
        self._acts: dict[int, Act] = {}

    def act(self, account: int) -> Act:
        """Runs use cases as the person with this account; a stranger until they have come in."""
        if account not in self._acts:
            self._acts[account] = Act(self.database, self.clock, Actor(CHANNEL, str(account)))
        return self._acts[account]

    async def one(self, statement: Select[Any]) -> Any:
        """The first thing that `statement` finds, None where there is nothing."""
        async with self.database.read() as session:
            return await session.scalar(statement.limit(1))

    async def play(self, stories: Iterable[Story], until: datetime) -> None:
        """Plays the stories together in the order of their moments; what would come after `until` does not happen."""
        waiting = [(await anext(story), number, story) for number, story in enumerate(stories)]
        heapify(waiting)
        while waiting and waiting[0][0] <= until:
            self.clock.moment, number, story = heappop(waiting)
            following = await anext(story, None)
            if following is not None:
                heappush(waiting, (following, number, story))
