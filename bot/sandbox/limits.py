"""Flood limits: about 30 requests a second in all, one a second in a chat with short bursts, 20 a minute in a group."""

import math
from collections import defaultdict, deque
from collections.abc import Callable

from bot.sandbox.errors import too_many_requests

OVERALL_PER_SECOND = 30
CHAT_PER_SECOND = 1.0
CHAT_BURST = 5
GROUP_PER_MINUTE = 20


class Bucket:
    """Tokens that come back with time."""

    def __init__(self, size: float, rate: float, now: float) -> None:
        self.size = size
        self.rate = rate
        self.tokens = size
        self.at = now

    def missing(self, now: float) -> float:
        """Seconds until a token is there."""
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / self.rate


class Limits:
    """Counts sends and edits; refuses only while `flood` is on.

    callback_answer: seconds after which a callback query can no longer be answered.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.flood = False
        self.callback_answer = 15.0
        self._monotonic = monotonic
        self._all = Bucket(OVERALL_PER_SECOND, OVERALL_PER_SECOND, monotonic())
        self._chats: dict[int, Bucket] = {}
        self._webhook_set_at = -1.0
        self._groups: defaultdict[int, deque[float]] = defaultdict(deque)

    def spend(self, chat_id: int) -> None:
        """Counts one send or edit.

        :raises ApiError: 429 with `retry_after`
        """
        if not self.flood:
            return
        now = self._monotonic()
        chat = self._chats.setdefault(chat_id, Bucket(CHAT_BURST, CHAT_PER_SECOND, now))
        wait = max(self._all.missing(now), chat.missing(now), self._group_wait(chat_id, now))
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        self._all.tokens -= 1
        chat.tokens -= 1
        if chat_id < 0:
            self._groups[chat_id].append(now)

    def webhook_set_lately(self) -> bool:
        """Whether the webhook was set within the last second; notes this time."""
        before, self._webhook_set_at = self._webhook_set_at, self._monotonic()
        return before >= 0 and self._webhook_set_at - before < 1

    def _group_wait(self, chat_id: int, now: float) -> float:
        if chat_id > 0:
            return 0.0
        times = self._groups[chat_id]
        while times and times[0] <= now - 60:
            times.popleft()
        return times[0] + 60 - now if len(times) >= GROUP_PER_MINUTE else 0.0
