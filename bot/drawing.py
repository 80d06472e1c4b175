"""Drawing notices: those that are wanted at the same time share one look at the data."""

import asyncio
from collections import deque
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.logs import bound
from bot.marks import tell
from bot.outbox import Claimed
from handlers.notices import Telling, read_ahead, render
from handlers.telling import Drawn
from handlers.words import Words
from models.access import Actor
from models.clock import Clock
from models.database import Database


@dataclass(frozen=True)
class _Wanted:
    notice: Claimed
    reader: Actor
    drawn: "asyncio.Future[Drawn | None]"


class Drawing:
    """Whoever draws notices, several with one session: opening it costs as much as asking a question."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._wanted: deque[_Wanted] = deque()
        self._drawing: asyncio.Task[None] | None = None

    async def draw(self, notice: Claimed, reader: Actor) -> Drawn | None:
        """The message as things stand now; None where there is nothing to say. Raises what its renderer raises."""
        wanted = _Wanted(notice, reader, asyncio.get_running_loop().create_future())
        self._wanted.append(wanted)
        if self._drawing is None:
            self._drawing = asyncio.create_task(self._draw_all())
        return await wanted.drawn

    async def _draw_all(self) -> None:
        while wanted := self._wanted:
            self._wanted = deque()
            while wanted:
                await self._until_one_fails(wanted)
        self._drawing = None

    async def _until_one_fails(self, wanted: deque[_Wanted]) -> None:
        """On PostgreSQL a session in which something has failed answers nobody any more."""
        one = wanted[0]
        try:
            async with self._database.read() as session:
                await read_ahead(session, ((other.notice.kind, other.notice.payload) for other in wanted))
                while wanted:
                    one = wanted[0]
                    drawn = await self._draw(session, one)
                    wanted.popleft()
                    tell(one.drawn, drawn)
        except Exception as error:
            if wanted:
                wanted.popleft()
            tell(one.drawn, error)

    async def _draw(self, session: AsyncSession, one: _Wanted) -> Drawn | None:
        words = Words(one.reader.locale, ZoneInfo(one.reader.zone), self._clock.now())
        telling = Telling(session, words, one.reader, one.notice.payload)
        with bound(notice=one.notice.id):
            return await render(telling, one.notice.kind, repeated=one.notice.repeated)
