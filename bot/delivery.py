"""Sending what the outbox holds: rendered now, marked before and after the request, with few in flight."""

import asyncio
import logging
from zoneinfo import ZoneInfo

from aiogram import Bot
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.failures import describe
from bot.limiter import Limiter
from bot.outbox import Claimed, Outbox, by_person
from bot.outcomes import Outcome, outcome_of, wait_after
from handlers.entrance import CHANNEL
from handlers.notices import Telling, render
from handlers.telling import Drawn
from handlers.words import Words
from models.access import SYSTEM, Actor
from models.clock import Clock
from models.database import Database
from models.notices.kinds import is_repeated
from models.notices.tables import NoticeState
from models.people import accounts
from models.people.actor import load_actor
from models.people.tables import Account
from models.use_case import Act

IN_FLIGHT = 4
TRIES = 5
log = logging.getLogger(__name__)


class Delivery:
    """Whoever sends notices."""

    def __init__(self, database: Database, bot: Bot, clock: Clock, outbox: Outbox) -> None:
        self._database = database
        self._bot = bot
        self._clock = clock
        self._outbox = outbox
        self._limiter = Limiter()
        self._places = asyncio.Semaphore(IN_FLIGHT)
        self._stopping = False

    async def deliver_due(self) -> None:
        """Sends all that is due now, and what becomes due meanwhile."""
        while not (self._stopping or self._limiter.silent_for) and (claimed := await self._outbox.claim()):
            await asyncio.gather(*(self._deliver_to_one(group) for group in by_person(claimed)))

    def stop(self) -> None:
        """Begins nothing any more: what is in flight is finished, what is only claimed is given back."""
        self._stopping = True

    async def mark_unreachable(self, chat: int) -> None:
        """Notes that an account cannot be written to; the curator hears of it."""
        await Act(self._database, self._clock, SYSTEM)(accounts.mark_unreachable, CHANNEL, str(chat))

    async def _deliver_to_one(self, notices: list[Claimed]) -> None:
        async with self._places:
            for notice in notices:
                if self._stopping or self._limiter.silent_for:
                    await self._outbox.release(notice)
                else:
                    await self._deliver(notice)

    async def _deliver(self, notice: Claimed) -> None:
        try:
            async with self._database.read() as session:
                actor = await self._addressee(session, notice.person_id)
                drawn = await self._draw(session, actor, notice) if actor else None
        except Exception as error:
            await self._cannot_draw(notice, error)
            return
        if actor is None:
            await self._outbox.close(notice, NoticeState.UNREACHABLE)
        elif drawn is None:
            await self._outbox.close(notice, NoticeState.VOID)
        else:
            await self._send(notice, int(actor.external_id), drawn)

    async def _draw(self, session: AsyncSession, actor: Actor, notice: Claimed) -> Drawn | None:
        words = Words(actor.locale, ZoneInfo(actor.zone), self._clock.now())
        telling = Telling(session, words, actor, notice.payload)
        return await render(telling, notice.kind, repeated=notice.repeated)

    async def _send(self, notice: Claimed, chat: int, drawn: Drawn) -> None:
        await self._limiter.turn(chat)
        if not await self._outbox.started(notice):
            return
        try:
            message = await self._bot.send_message(chat, drawn.text, reply_markup=drawn.keyboard())
        except Exception as error:
            await self._failed(notice, chat, error)
        else:
            await self._outbox.sent(notice, message.message_id)

    async def _failed(self, notice: Claimed, chat: int, error: Exception) -> None:
        outcome = outcome_of(error)
        log.warning("notice %s (%s): %s: %s", notice.id, notice.kind, outcome, describe(error))
        wait = wait_after(error, notice.attempts)
        if outcome is Outcome.NOT_SENT:
            self._limiter.pause(wait)
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

    async def _addressee(self, session: AsyncSession, person_id: int) -> Actor | None:
        """The person with the account that can be written to; None where there is none."""
        statement = select(Account.external_id).where(
            Account.person_id == person_id, Account.channel == CHANNEL, Account.blocked_bot.is_(False)
        )
        external_id = await session.scalar(statement)
        if external_id is None:
            return None
        actor = await session.run_sync(lambda sync: load_actor(sync, CHANNEL, external_id))
        return actor if actor.person_id is not None else None
