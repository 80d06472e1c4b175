"""Handling what came in: one update of a chat at a time and in order, chats side by side, a bounded number at once."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from sqlalchemy.exc import OperationalError

from bot.failures import describe
from bot.fsm import holding
from bot.inbox import Inbox, Stored
from bot.lines import Line, OwnLine
from bot.logs import bound
from bot.observer import SILENT, Handled, Observer
from bot.outcomes import Outcome, outcome_of, wait_after

AT_ONCE = 16
"""How many chats are served side by side."""
HELD = 50
"""So many updates of one chat are held ready. What comes above that waits in the inbox, so that somebody who floods
the bot neither fills the memory nor keeps the poller from fetching what others have pressed."""
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
        line: Line | None = None,
        observer: Observer = SILENT,
    ) -> None:
        """`apologise` tells a person that something unforeseen happened, `mark_unreachable` that a chat is blocked.

        `line` says what is next; in memory unless told otherwise.
        """
        self._bot = bot
        self._dispatcher = dispatcher
        self._inbox = inbox
        self._apologise = apologise
        self._mark_unreachable = mark_unreachable
        self._line = line or OwnLine(inbox, bot)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        """Who serves a chat."""
        self._news: set[int] = set()
        """Chats of which something was heard since somebody last looked."""
        self._resting: set[asyncio.Task[None]] = set()
        self._observer = observer
        self._places = asyncio.Semaphore(AT_ONCE)
        self._stopping = False
        self._changed = asyncio.Condition()

    @property
    def waiting(self) -> int:
        """How many updates are stored and not finished, as far as this process has to do with them."""
        return max(self._line.waiting, len(self._tasks))

    def add(self, updates: Iterable[Stored]) -> None:
        """Puts updates behind those of their chats."""
        for stored in updates:
            self._line.put(stored)
            self._attend(stored.chat)

    async def look(self) -> None:
        """Takes up what lies there and nobody told this process of: a dead one's updates, or those of a busy one."""
        for chat in await self._line.unattended():
            self._attend(chat)

    async def below(self, limit: int) -> None:
        """Waits until fewer than `limit` updates wait: `below(1)` means that all is done."""
        async with self._changed:
            await self._changed.wait_for(lambda: self.waiting < limit)

    async def stop(self, grace: float) -> None:
        """Finishes what is being handled, for `grace` seconds at most; the rest stays stored."""
        self._stopping = True
        for task in self._resting:
            task.cancel()
        tasks = list(self._tasks.values())
        if tasks:
            await asyncio.wait(tasks, timeout=grace)
        for task in tasks:
            task.cancel()

    def _attend(self, chat: int) -> None:
        self._news.add(chat)
        if chat not in self._tasks and not self._stopping:
            self._tasks[chat] = asyncio.create_task(self._serve(chat))

    async def _serve(self, chat: int) -> None:
        """Serves a chat until nothing more is heard of it."""
        try:
            while chat in self._news and not self._stopping:
                self._news.discard(chat)
                await self._work_off(chat)
        finally:
            del self._tasks[chat]
        await self._tell()

    async def _work_off(self, chat: int) -> None:
        """Handles a chat's updates until none is left; while it must wait it takes nobody's place."""
        while (wait := await self._next(chat)) is not None:
            await self._tell()
            if wait > 0:
                await self._rest(wait)
        try:
            if await self._line.leave(chat):
                self._news.add(chat)
        except Exception as error:
            log.warning("a chat was left without a look back: %s", describe(error))

    async def _next(self, chat: int) -> float | None:
        """Handles one update; gives back how many seconds to wait after it, None where nothing is left to do."""
        async with self._places:
            try:
                stored = None if self._stopping else await self._line.first(chat)
                if stored is None:
                    return None
                with bound(update=stored.update.update_id):
                    return await self._guarded(stored)
            except Exception as error:
                log.error("a chat waits: %s", describe(error))
                return wait_after(error, TRIES)

    async def _rest(self, seconds: float) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101  it is called by the chats' tasks only
        self._resting.add(task)
        try:
            if not self._stopping:
                await asyncio.sleep(seconds)
        finally:
            self._resting.discard(task)

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _guarded(self, stored: Stored) -> float:
        """A failure that cannot even be written down must not end the chat's service: it is waited out."""
        began = time.monotonic()
        try:
            wait = await self._try(stored)
        except Exception as error:
            log.error("update %s waits: %s", stored.update.update_id, describe(error))
            self._observer.handled(stored.update, Handled.AGAIN)
            return wait_after(error, TRIES)
        finally:
            self._observer.took(stored.update, time.monotonic() - began)
        if wait is None:
            self._line.done(stored)
            return 0.0
        return wait

    async def _try(self, stored: Stored) -> float | None:
        """Handles one update; gives back how many seconds to wait where it should be tried again."""
        try:
            with holding() as held:
                await self._dispatcher.feed_update(self._bot, stored.update, inbox_id=stored.inbox_id)
            await self._inbox.finish(stored, held)
        except Exception as error:
            return await self._failed(stored, error)
        self._observer.handled(stored.update, Handled.DONE)
        return None

    async def _failed(self, stored: Stored, error: Exception) -> float | None:
        outcome = outcome_of(error)
        if outcome is Outcome.UNREACHABLE:
            await self._mark_unreachable(stored.chat)
            await self._inbox.set_aside(stored, type(error).__name__)
            self._observer.handled(stored.update, Handled.UNREACHABLE)
            return None
        passing = outcome.passes or isinstance(error, OperationalError)
        if passing and stored.attempts < TRIES:
            return await self._again(stored, error)
        log.error("update %s set aside: %s", stored.update.update_id, describe(error))
        await self._inbox.set_aside(stored, describe(error))
        self._observer.handled(stored.update, Handled.SET_ASIDE)
        await self._apologise(self._bot, stored.update)
        return None

    async def _again(self, stored: Stored, error: Exception) -> float:
        """The steps that had committed will answer from their effects, so that only the answer is drawn anew."""
        log.warning("update %s will be tried again: %s", stored.update.update_id, describe(error))
        await self._inbox.count_attempt(stored)
        self._observer.handled(stored.update, Handled.AGAIN)
        self._line.tried(replace(stored, attempts=stored.attempts + 1))
        return wait_after(error, stored.attempts)
