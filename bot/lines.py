"""Who is next: where the workers find a chat's oldest update, and how they know that it is theirs to handle."""

from collections import deque
from collections.abc import Collection
from itertools import islice
from typing import Protocol

from aiogram import Bot

from bot.inbox import Inbox, Stored
from bot.locks import Locks

MANY = 100
"""So many chats are looked up at once."""
HELD = 50
"""So many updates of one chat are held ready. What comes above that waits in the inbox, so that somebody who floods
the bot neither fills the memory nor keeps the poller from fetching what others have pressed."""


class Line(Protocol):
    """The stored updates, chat by chat."""

    @property
    def waiting(self) -> int:
        """How many updates this process holds in mind."""
        ...

    def put(self, stored: Stored) -> None:
        """This one has just been stored by this process."""
        ...

    async def first(self, chat: int) -> Stored | None:
        """The chat's oldest update, for this process alone; None where there is none, or another process serves it."""
        ...

    def tried(self, stored: Stored) -> None:
        """It failed and stays the first; `stored` knows of the try."""
        ...

    def done(self, stored: Stored) -> None:
        """It is finished, or set aside."""
        ...

    async def leave(self, chat: int) -> bool:
        """Lets others serve the chat; whether something came in just then."""
        ...

    async def unattended(self) -> Collection[int]:
        """Chats with something stored that this process has not been told of."""
        ...


class OwnLine(Line):
    """In memory: one process has all updates, and what it polled need not be parsed again."""

    def __init__(self, inbox: Inbox, bot: Bot) -> None:
        self._inbox = inbox
        self._bot = bot
        self._chats: dict[int, deque[Stored]] = {}
        self._more: dict[int, deque[int]] = {}
        """The numbers of what waits in the inbox behind a full chat."""

    @property
    def waiting(self) -> int:
        """How many updates are held ready, and how many chats have more in the inbox."""
        return sum(len(queue) for queue in self._chats.values()) + len(self._more)

    def put(self, stored: Stored) -> None:
        """Behind those of its chat."""
        queue = self._chats.setdefault(stored.chat, deque())
        if stored.chat in self._more or len(queue) >= HELD:
            self._more.setdefault(stored.chat, deque()).append(stored.inbox_id)
        else:
            queue.append(stored)

    async def first(self, chat: int) -> Stored | None:
        """Whatever there is belongs to this process."""
        queue = self._chats.get(chat)
        if not queue and chat in self._more:
            await self._take_up(chat)
        return queue[0] if queue else None

    def tried(self, stored: Stored) -> None:
        """In its own place."""
        self._chats[stored.chat][0] = stored

    def done(self, stored: Stored) -> None:
        """The next one becomes the first."""
        queue = self._chats[stored.chat]
        queue.popleft()
        if not queue and stored.chat not in self._more:
            del self._chats[stored.chat]

    async def leave(self, chat: int) -> bool:
        """There is nobody to leave it to."""
        return False

    async def unattended(self) -> Collection[int]:
        """What a dead process left, to be asked for once, before anything comes in."""
        for stored in await self._inbox.unfinished(self._bot):
            self.put(stored)
        return list(self._chats)

    async def _take_up(self, chat: int) -> None:
        """The next of a chat that has more in the inbox."""
        more = self._more[chat]
        ids = list(islice(more, HELD))
        self._chats[chat].extend(await self._inbox.take_up(ids, self._bot))
        for _ in ids:
            more.popleft()
        if not more:
            del self._more[chat]


class SharedLine(Line):
    """In the database: several processes store, and whoever holds a chat's lock handles, one update after another."""

    def __init__(self, inbox: Inbox, bot: Bot, locks: Locks) -> None:
        self._inbox = inbox
        self._bot = bot
        self._locks = locks

    @property
    def waiting(self) -> int:
        """Nothing is held in mind."""
        return 0

    def put(self, stored: Stored) -> None:
        """It lies where all find it."""

    async def first(self, chat: int) -> Stored | None:
        """The lock is asked after each time: it is gone when its connection broke."""
        return await self._inbox.oldest(chat, self._bot) if await self._locks.take(self._name(chat)) else None

    def tried(self, stored: Stored) -> None:
        """The table counts."""

    def done(self, stored: Stored) -> None:
        """The table knows."""

    async def leave(self, chat: int) -> bool:
        """Whoever stored something while we held the lock was sent away, so we look once more."""
        if not await self._locks.drop(self._name(chat)):
            return False
        return chat in await self._inbox.chats_waiting(1, chat)

    async def unattended(self) -> Collection[int]:
        """The longest waiting first."""
        return await self._inbox.chats_waiting(MANY)

    def _name(self, chat: int) -> str:
        return f"chat {self._bot.id} {chat}"
