"""Sending what the outbox holds: rendered now, marked before and after the request, with few in flight.

It is a stream: more is claimed before the last of what was claimed has left, each person's notices leave in order, and
whoever must wait for the pace of their own chat holds up nobody else.
"""

import asyncio
import logging
import time
from collections import deque
from dataclasses import dataclass
from math import inf

from aiogram import Bot

from bot.drawing import Drawing
from bot.failures import describe
from bot.limiter import Limiter, booked
from bot.logs import bound
from bot.observer import SILENT, Observer
from bot.outbox import Claimed, Outbox
from bot.outcomes import Outcome, outcome_of, wait_after
from bot.places import Place, Places
from handlers.entrance import CHANNEL
from handlers.light_methods import SendText
from handlers.telling import Drawn
from models.access import SYSTEM, Actor
from models.clock import Clock
from models.database import Database
from models.notices.kinds import is_repeated
from models.notices.tables import NoticeState
from models.people import accounts
from models.people.actor import addressees
from models.use_case import Act

IN_FLIGHT = 24
"""Enough for 30 a second while Telegram takes 0.6 seconds to answer. So many may arrive twice if the process is killed
at the worst moment; at the pace, and with answers in time, it is six."""
DRAWN = 30
"""How many are drawn, sent or waiting for their turn: half of them are drawn with one look at the data."""
ENOUGH = 40
"""With notices for so many persons in hand no more are claimed: at one a second each they fill the whole pace."""
LOOK = 1.0
"""Seconds after which it is looked for new ones, while slow chats hold the rest."""
TRIES = 5
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class InHand:
    """A claimed notice and whoever will read it; nobody where no account can be written to."""

    notice: Claimed
    reader: Actor | None


class Delivery:
    """Whoever sends notices."""

    def __init__(
        self,
        database: Database,
        bot: Bot,
        clock: Clock,
        outbox: Outbox,
        limiter: Limiter | None = None,
        observer: Observer = SILENT,
    ) -> None:
        self._database = database
        self._bot = bot
        self._clock = clock
        self._outbox = outbox
        self._limiter = limiter or Limiter()
        self._observer = observer
        self._drawing = Drawing(database, clock)
        self._places = Places(DRAWN)
        self._flights = asyncio.Semaphore(IN_FLIGHT)
        self._persons: dict[int, deque[InHand]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._room = asyncio.Event()
        self._recovers_at = -inf
        self._stopping = False

    async def deliver_due(self) -> None:
        """Sends all that is due now, and what becomes due meanwhile."""
        while await self._take_in() or self._tasks:
            if self._tasks:
                await self._until_room()

    def stop(self) -> None:
        """Begins nothing any more: what is in flight is finished, what is only claimed is given back."""
        self._stopping = True

    async def mark_unreachable(self, chat: int) -> None:
        """Notes that an account cannot be written to; the curator hears of it."""
        await Act(self._database, self._clock, SYSTEM)(accounts.mark_unreachable, CHANNEL, str(chat))

    @property
    def _is_halted(self) -> bool:
        return self._stopping or self._limiter.is_silent

    @property
    def _has_room(self) -> bool:
        return len(self._persons) < ENOUGH

    async def _take_in(self) -> bool:
        """Claims what is due, as far as there is room; whether there was any."""
        came = False
        while self._has_room and not self._is_halted and (claimed := await self._claim()):
            came = True
            for one in claimed:
                self._put(one)
        return came

    async def _claim(self) -> list[InHand]:
        """Now and then, what a dead process left comes first."""
        now = asyncio.get_running_loop().time()
        if now >= self._recovers_at:
            self._recovers_at = now + self._outbox.lease.total_seconds() / 4
            await self._outbox.recover(alone=False)
        notices = await self._outbox.claim()
        person_ids = {notice.person_id for notice in notices}
        readers = await self._database.look(lambda look: addressees(look, person_ids, CHANNEL)) if notices else {}
        return [InHand(notice, readers.get(notice.person_id)) for notice in notices]

    def _put(self, one: InHand) -> None:
        person_id = one.notice.person_id
        if person_id in self._persons:
            self._persons[person_id].append(one)
            return
        self._persons[person_id] = deque([one])
        task = asyncio.create_task(self._serve(person_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _until_room(self) -> None:
        """Waits until all has left, or more can be claimed, or for a moment where slow chats hold the rest."""
        if self._has_room:
            await asyncio.wait(self._tasks, timeout=LOOK)
            return
        self._room.clear()
        await self._room.wait()

    async def _serve(self, person_id: int) -> None:
        """Sends what is in hand for one person, in order; only while one is drawn and sent it takes a place."""
        notices = self._persons[person_id]
        try:
            while notices:
                async with self._places.taken() as place:
                    chat = await self._next(notices[0], place)
                    notices.popleft()
                if chat is not None:
                    await self._limiter.chat_open(chat)
        except Exception as error:
            # What could not be marked stays claimed until its lease is over; another look takes it up then.
            log.error("notices to person %s wait for their lease: %s", person_id, describe(error))
        del self._persons[person_id]
        if self._has_room:
            self._room.set()

    async def _next(self, one: InHand, place: Place) -> int | None:
        if self._is_halted:
            await self._outbox.release(one.notice)
            return None
        with bound(notice=one.notice.id):
            return await self._deliver(one.notice, one.reader, place)

    async def _deliver(self, notice: Claimed, reader: Actor | None, place: Place) -> int | None:
        """Draws and sends; the chat where it had one to write to."""
        if reader is None:
            await self._outbox.close(notice, NoticeState.UNREACHABLE)
            return None
        try:
            drawn = await self._drawing.draw(notice, reader)
        except Exception as error:
            await self._cannot_draw(notice, error)
            return None
        if drawn is None:
            await self._outbox.close(notice, NoticeState.VOID)
            return None
        await self._send(notice, chat := int(reader.external_id), drawn, place)
        return chat

    async def _send(self, notice: Claimed, chat: int, drawn: Drawn, place: Place) -> None:
        async with self._flights:
            asked_at = time.monotonic()
            if not await self._limiter.turn(chat):
                await self._outbox.release(notice)
                return
            place.has_turn()
            self._observer.waited(time.monotonic() - asked_at)
            if await self._outbox.started(notice):
                await self._request(notice, chat, drawn)

    async def _request(self, notice: Claimed, chat: int, drawn: Drawn) -> None:
        try:
            with booked():
                message = await self._bot(SendText(chat_id=chat, **drawn.said()))
        except Exception as error:
            await self._failed(notice, chat, error)
        else:
            self._observer.sent("sent")
            await self._outbox.sent(notice, message.message_id)

    async def _failed(self, notice: Claimed, chat: int, error: Exception) -> None:
        outcome = outcome_of(error)
        self._observer.sent(outcome)
        log.warning("notice %s (%s): %s: %s", notice.id, notice.kind, outcome, describe(error))
        wait = wait_after(error, notice.attempts)
        if outcome is Outcome.NOT_SENT:
            # Silence that Telegram asks for is kept by the client's gate; here the way there may be broken.
            self._limiter.pause_bulk(wait)
            await self._outbox.postpone(notice, wait, type(error).__name__)
        elif outcome is Outcome.UNKNOWN and is_repeated(notice.kind) and not notice.repeated:
            await self._outbox.postpone(notice, wait, type(error).__name__, repeated=True)
        elif outcome is Outcome.UNKNOWN:
            await self._outbox.close(notice, NoticeState.UNKNOWN, type(error).__name__)
        elif outcome is Outcome.UNREACHABLE:
            await self.mark_unreachable(chat)
            await self._outbox.close(notice, NoticeState.UNREACHABLE, type(error).__name__)
        else:
            await self._outbox.close(notice, NoticeState.SET_ASIDE, describe(error))

    async def _cannot_draw(self, notice: Claimed, error: Exception) -> None:
        """A notice that cannot be rendered is set aside after five tries; the others go on."""
        log.error("notice %s (%s) cannot be drawn: %s", notice.id, notice.kind, describe(error))
        if notice.attempts + 1 >= TRIES:
            await self._outbox.close(notice, NoticeState.SET_ASIDE, describe(error))
        else:
            await self._outbox.postpone(notice, wait_after(error, notice.attempts + 3), describe(error))
