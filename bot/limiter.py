"""Telegram's limits for what the bot sends by itself: 30 a second over all, 1 a second a chat with short bursts."""

import asyncio
from math import inf

OVER_ALL = 30.0
A_CHAT = 1.0
BURST = 3
"""How many messages one chat may get at once before the second's pace begins."""
REMEMBERED = 1_000
"""From so many chats on, those are forgotten whose pace is open again."""


class Limiter:
    """Says when the next message may leave."""

    def __init__(self) -> None:
        self._free_from = 0.0
        self._silent_until = 0.0
        self._chats: dict[int, float] = {}
        """From when each chat may get its next message; every message moves it by a second, up to a burst behind."""

    async def turn(self, chat: int) -> None:
        """Waits until a message to `chat` may leave. Nothing is booked ahead: nobody waits for another chat's pace."""
        while (wait := self._wait(chat)) > 0:  # noqa: ASYNC110  the time is waited for, not an event
            await asyncio.sleep(wait)
        self._free_from = _now() + 1 / OVER_ALL
        self._chats[chat] = max(self._chats.get(chat, -inf), _now() - (BURST - 1) / A_CHAT) + 1 / A_CHAT
        self._forget()

    def pause(self, seconds: float) -> None:
        """Telegram asked for silence: it counts for everybody."""
        self._silent_until = max(self._silent_until, _now() + seconds)

    @property
    def silent_for(self) -> float:
        """Seconds until anything may leave."""
        return max(0.0, self._silent_until - _now())

    @property
    def remembered(self) -> int:
        """How many chats' pace is kept in mind."""
        return len(self._chats)

    def _wait(self, chat: int) -> float:
        return max(self._free_from, self._silent_until, self._chats.get(chat, -inf)) - _now()

    def _forget(self) -> None:
        if len(self._chats) >= REMEMBERED:
            rested = _now() - (BURST - 1) / A_CHAT
            self._chats = {chat: moment for chat, moment in self._chats.items() if moment > rested}


def _now() -> float:
    return asyncio.get_running_loop().time()
