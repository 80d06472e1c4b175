"""Telegram's limits: 30 a second over all, 1 a second a chat with short bursts, 20 a minute a group.

What answers a person comes before what the bot sends by itself. Both are written into the same books, but bulk leaves
in small gusts, the next one when these are quite free, whereas an answer may use the burst that Telegram grants: it
leaves at once, and bulk makes up for it.

Processes that serve one bot side by side share the limits by the cheapest means: each keeps 30/N of the whole for
itself, N being how many are alive (`bot/standing.py` counts them every few seconds), and nothing is asked of the
database for a message. The pace of one chat needs no sharing: a person's notices are in the hands of one process at a
time, and so are the person's presses.
"""

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf

OVER_ALL = 30.0
A_CHAT = 1.0
A_GROUP, MINUTE = 20, 60.0
BURST, ANSWERS = 2, 4
"""How many notices, and how many answers, a chat may get at once before the second's pace begins."""
RESERVE = 24
"""How many answers may leave at once over all; Telegram grants about thirty."""
GUST = 0.2
"""Seconds' worth of bulk that leaves at once: six notices share the marks in the database that each would cost."""
LATE = GUST
"""Seconds of bulk that are made up for when the loop woke up late, so that the pace does not drift."""
PATIENCE = 3.0
"""Seconds that an answer waits for its pace; beyond, its update is put off and gives its place to another."""
REMEMBERED = 1_000
"""From so many chats on, those are forgotten whose pace is open again."""
_booked: ContextVar[bool] = ContextVar("booked", default=False)


class Pace:
    """A bucket of tokens that come back with time, kept as the one moment at which it will be full again."""

    def __init__(self, rate: float) -> None:
        self.step = 1 / rate
        self.full_at = -inf

    def open_at(self, burst: float) -> float:
        """From when one more may leave, where `burst` may leave at once."""
        return self.full_at - (burst - 1) * self.step

    def spend(self, since: float) -> None:
        """One leaves; a late one that waited `since` an earlier moment does not move the others."""
        self.full_at = max(self.full_at, since) + self.step


class Limiter:
    """Says when the next message of this process may leave."""

    def __init__(self, *, limited: bool = True) -> None:
        """Without limits only the silence is kept that Telegram asks for."""
        self._limited = limited
        self._processes = 1
        self._all = Pace(OVER_ALL)
        self._chats: dict[int, Pace] = {}
        self._groups: dict[int, deque[float]] = {}
        self._alarm: asyncio.Future[None] | None = None
        self._silent_until = self._bulk_silent_until = -inf

    async def turn(self, chat: int) -> bool:
        """Waits until a notice to `chat` may leave; False where silence began, which nobody waits out with it in hand.

        Nothing is booked ahead: nobody waits for another chat's pace. Those who wait for that of all wake up at the
        same moment, so that a gust leaves together; who comes too late for it waits for the next.
        """
        asked_at = _now()
        while not self.is_silent:
            now = _now()
            if self._chat_open_at(chat, BURST) > now:
                await self.chat_open(chat)
            elif self._open_for_all(self._gust) > now:
                await self._next_gust()
            else:
                self._spend(chat, max(asked_at, now - LATE))
                return True
        return False

    async def _next_gust(self) -> None:
        """One alarm for all who wait."""
        if self._alarm is None or self._alarm.done():
            loop = asyncio.get_running_loop()
            self._alarm = loop.create_future()
            loop.call_later(self._open_for_all(1) - _now(), self._alarm.set_result, None)
        await asyncio.shield(self._alarm)

    async def answer(self, chat: int) -> float:
        """Waits until an answer to `chat` may leave; gives back seconds to come again after where that is too long."""
        burst = max(1.0, RESERVE / self._processes)
        while (wait := self._open_at(chat, burst, ANSWERS) - _now()) > 0:
            if wait > PATIENCE:
                return wait
            await asyncio.sleep(wait)
        self._spend(chat, _now())
        return 0.0

    async def chat_open(self, chat: int) -> None:
        """Waits until the pace of this chat alone would let a notice leave."""
        if (wait := self._chat_open_at(chat, BURST) - _now()) > 0:
            await asyncio.sleep(wait)

    def pause(self, seconds: float) -> None:
        """Telegram asked for silence: it counts for everybody."""
        self._silent_until = max(self._silent_until, _now() + seconds)

    def pause_bulk(self, seconds: float) -> None:
        """Notices wait, answers go on."""
        self._bulk_silent_until = max(self._bulk_silent_until, _now() + seconds)

    def share(self, processes: int) -> None:
        """Keeps to the share of one of so many."""
        self._processes = processes
        self._all.step = processes / OVER_ALL

    @property
    def is_silent(self) -> bool:
        """Whether no notice may leave."""
        return max(self._silent_until, self._bulk_silent_until) > _now()

    @property
    def remembered(self) -> int:
        """How many chats' pace is kept in mind."""
        return len(self._chats)

    @property
    def _gust(self) -> float:
        """How many notices may leave at once, and a little for what sums of fractions are off by."""
        return max(1.0, GUST / self._all.step) + 0.01

    def _open_at(self, chat: int, burst: float, chat_burst: float) -> float:
        return max(self._open_for_all(burst), self._chat_open_at(chat, chat_burst))

    def _open_for_all(self, burst: float) -> float:
        return max(self._silent_until, self._all.open_at(burst)) if self._limited else self._silent_until

    def _chat_open_at(self, chat: int, burst: float) -> float:
        pace, group = self._chats.get(chat), self._groups.get(chat)
        minute_over = group[0] + MINUTE if group and len(group) == A_GROUP else -inf
        return max(minute_over, pace.open_at(burst) if pace else -inf)

    def _spend(self, chat: int, since: float) -> None:
        if not self._limited:
            return
        self._forget()
        self._all.spend(since)
        if chat:
            self._chats.setdefault(chat, Pace(A_CHAT)).spend(_now())
        if chat < 0:
            self._groups.setdefault(chat, deque(maxlen=A_GROUP)).append(_now())

    def _forget(self) -> None:
        if len(self._chats) >= REMEMBERED:
            now = _now()
            self._chats = {chat: pace for chat, pace in self._chats.items() if pace.full_at > now}
            self._groups = {chat: times for chat, times in self._groups.items() if times[-1] + MINUTE > now}


@contextmanager
def booked() -> Iterator[None]:
    """Within it, requests have waited for their turn already."""
    token = _booked.set(True)
    try:
        yield
    finally:
        _booked.reset(token)


def is_booked() -> bool:
    """Whether the request of this moment has waited for its turn already."""
    return _booked.get()


def _now() -> float:
    return asyncio.get_running_loop().time()
