"""Telegram's limits for what the bot sends by itself: 30 a second over all, 1 a second a chat with short bursts."""

import asyncio

OVER_ALL = 30.0
A_CHAT = 1.0
BURST = 3
"""How many messages one chat may get at once before the second's pace begins."""


class Limiter:
    """Says when the next message may leave."""

    def __init__(self) -> None:
        self._free_from = 0.0
        self._chats: dict[int, float] = {}

    async def turn(self, chat: int) -> None:
        """Waits until a message to `chat` may leave."""
        now = asyncio.get_running_loop().time()
        chat_from = max(self._chats.get(chat, 0.0), now - (BURST - 1) / A_CHAT)
        moment = max(now, self._free_from, chat_from)
        self._free_from = max(moment, self._free_from) + 1 / OVER_ALL
        self._chats[chat] = max(chat_from, moment - (BURST - 1) / A_CHAT) + 1 / A_CHAT
        self._forget(now)
        if moment > now:
            await asyncio.sleep(moment - now)

    def pause(self, seconds: float) -> None:
        """Telegram asked for silence: it counts for everybody."""
        self._free_from = max(self._free_from, asyncio.get_running_loop().time() + seconds)

    @property
    def paused_for(self) -> float:
        """Seconds until anything may leave."""
        return max(0.0, self._free_from - asyncio.get_running_loop().time())

    def _forget(self, now: float) -> None:
        if len(self._chats) > 10_000:
            self._chats = {chat: moment for chat, moment in self._chats.items() if moment > now}
