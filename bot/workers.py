"""Handling what came in: one update of a chat at a time and in order, chats side by side, a bounded number at once."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from sqlalchemy.exc import OperationalError

from bot.failures import describe
from bot.fsm import holding
from bot.inbox import Inbox, Stored
from bot.outcomes import Outcome, outcome_of, wait_after

AT_ONCE = 16
"""How many chats are served side by side."""
TRIES = 5
"""After so many failures that might pass by themselves an update is set aside."""
log = logging.getLogger(__name__)


class Workers:
    """Feeds stored updates to the dispatcher."""

    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        inbox: Inbox,
        apologise: Callable[[Bot, Update], Awaitable[None]],
        mark_unreachable: Callable[[int], Awaitable[None]],
    ) -> None:
        """`apologise` tells a person that something unforeseen happened, `mark_unreachable` that a chat is blocked."""
        self._bot = bot
        self._dispatcher = dispatcher
        self._inbox = inbox
        self._apologise = apologise
        self._mark_unreachable = mark_unreachable
        self._chats: dict[int, deque[Stored]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(AT_ONCE)
        self._stopping = False
        self._changed = asyncio.Condition()

    @property
    def waiting(self) -> int:
        """How many updates are stored and not finished."""
        return sum(len(queue) for queue in self._chats.values())

    def add(self, updates: Iterable[Stored]) -> None:
        """Puts updates behind those of their chats."""
        for stored in updates:
            queue = self._chats.get(stored.chat)
            if queue is not None:
                queue.append(stored)
                continue
            self._chats[stored.chat] = deque([stored])
            task = asyncio.create_task(self._serve(stored.chat))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def below(self, limit: int) -> None:
        """Waits until fewer than `limit` updates wait: `below(1)` means that all is done."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.waiting < limit)

    async def stop(self, grace: float) -> None:
        """Finishes what is being handled, for `grace` seconds at most; the rest stays stored."""
        self._stopping = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace)
        for task in self._tasks:
            task.cancel()

    async def _serve(self, chat: int) -> None:
        """Handles a chat's updates until none is left."""
        queue = self._chats[chat]
        while queue and not self._stopping:
            async with self._places:
                wait = await self._guarded(queue[0])
            if wait is None:
                queue.popleft()
                async with self._changed:
                    self._changed.notify_all()
            else:
                await asyncio.sleep(wait)
        if not queue:
            del self._chats[chat]

    async def _guarded(self, stored: Stored) -> float | None:
        """A failure that cannot even be written down must not end the chat's service: it is waited out."""
        try:
            return await self._try(stored)
        except Exception as error:
            log.error("update %s waits: %s", stored.update.update_id, describe(error))
            return wait_after(error, TRIES)

    async def _try(self, stored: Stored) -> float | None:
        """Handles one update; gives back how many seconds to wait where it should be tried again."""
        try:
            with holding() as held:
                await self._dispatcher.feed_update(self._bot, stored.update, inbox_id=stored.inbox_id)
            await self._inbox.finish(stored, held)
        except Exception as error:
            return await self._failed(stored, error)
        return None

    async def _failed(self, stored: Stored, error: Exception) -> float | None:
        outcome = outcome_of(error)
        if outcome is Outcome.UNREACHABLE:
            await self._mark_unreachable(stored.chat)
            await self._inbox.set_aside(stored, type(error).__name__)
            return None
        passing = outcome in (Outcome.NOT_SENT, Outcome.UNKNOWN) or isinstance(error, OperationalError)
        if passing and stored.attempts < TRIES:
            return await self._again(stored, error)
        log.error("update %s set aside: %s", stored.update.update_id, describe(error))
        await self._inbox.set_aside(stored, describe(error))
        await self._apologise(self._bot, stored.update)
        return None

    async def _again(self, stored: Stored, error: Exception) -> float:
        """The steps that had committed will answer from their effects, so that only the answer is drawn anew."""
        log.warning("update %s will be tried again: %s", stored.update.update_id, describe(error))
        await self._inbox.count_attempt(stored)
        queue = self._chats[stored.chat]
        queue[0] = Stored(stored.inbox_id, stored.chat, stored.attempts + 1, stored.update)
        return wait_after(error, stored.attempts)
