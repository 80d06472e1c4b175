"""The stage on which the sample's past is played: a clock that is put forward, and stories that wait for their turn."""

from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from datetime import datetime
from heapq import heapify, heappop, heappush
from typing import Any, TypeVar

from sqlalchemy import Select
from sqlalchemy.orm import Session

from models.access import SYSTEM, Actor
from models.clock import FixedClock
from models.use_case import Act, Tx

R = TypeVar("R")

CHANNEL = "TELEGRAM"
Story = AsyncIterator[datetime]
"""What happens to somebody: it names the moment for which it waits, and goes on when that has come."""


class OneTransaction:
    """Runs all jobs in one open session: a whole past is committed at once, or not at all."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def write(self, job: Callable[[Session], R]) -> R:
        """Runs `job` at once; each finds what the former ones wrote, and nothing of what they had in mind."""
        result = job(self._session)
        self._session.flush()
        self._session.expunge_all()
        return result

    async def close(self) -> None:
        """Nothing to let go of: the session is its owner's."""


class Stage:
    """The clock of the past, and the people who act in it."""

    def __init__(self, session: Session, begin: datetime) -> None:
        """`begin` is where the clock of the past stands at first."""
        self.clock = FixedClock(begin)
        self._transaction = OneTransaction(session)
        self.programme = Act(self._transaction, self.clock, SYSTEM)
        self.persons: dict[int, int] = {}
        """Whoever has come in: the person's id by account."""
        self._acts: dict[int, Act] = {}

    def act(self, account: int) -> Act:
        """Runs use cases as the person with this account; a stranger until they have come in."""
        if account not in self._acts:
            self._acts[account] = Act(self._transaction, self.clock, Actor(CHANNEL, str(account)))
        return self._acts[account]

    async def one(self, statement: Select[Any]) -> Any:
        """The first thing that `statement` finds, None where there is nothing."""
        return await self._transaction.write(lambda session: session.scalar(statement.limit(1)))

    async def arrange(self, job: Callable[[Tx], R]) -> R:
        """Does what no use case does, as the programme itself, at the clock's moment."""
        return await self._transaction.write(lambda session: job(Tx(session, SYSTEM, self.clock.now())))

    async def play(self, stories: Iterable[Story], until: datetime) -> None:
        """Plays the stories together in the order of their moments; what would come after `until` does not happen."""
        waiting = [(await anext(story), number, story) for number, story in enumerate(stories)]
        heapify(waiting)
        while waiting and waiting[0][0] <= until:
            self.clock.moment, number, story = heappop(waiting)
            following = await anext(story, None)
            if following is not None:
                heappush(waiting, (following, number, story))


def played(story: Coroutine[Any, Any, None]) -> None:
    """Runs to its end, in a thread that has no loop, what only waits for moments and never for the machine."""
    try:
        story.send(None)
    except StopIteration:
        return
    raise RuntimeError("the past cannot wait")
