"""getUpdates: one poller at a time, held until something comes."""

import asyncio

from aiogram.methods import GetUpdates

from bot.sandbox.errors import ApiError, conflict
from bot.sandbox.updates import Update, UpdateQueue

LONGEST_HOLD = 50
LARGEST_BATCH = 100

WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
BY_WEBHOOK = "terminated by setWebhook request"


class Polling:
    """Hands out updates. A second poller is served; the held one is sent away with 409."""

    def __init__(self, updates: UpdateQueue) -> None:
        self._updates = updates
        self._held: asyncio.Future[None] | None = None
        self._holding = asyncio.Event()

    async def until_held(self) -> None:
        """Waits until a poller is held: the bot is up and has taken everything that was there."""
        await self._holding.wait()

    async def get_updates(self, query: GetUpdates) -> list[dict[str, object]]:
        """Confirms everything below `offset`, then returns what waits, or holds up to `timeout` seconds.

        :raises ApiError: 409 when somebody else polls meanwhile or a webhook is set, 500 when the server stops
        """
        self.terminate(conflict(OTHER_POLLER))
        if query.allowed_updates is not None:
            self._updates.allowed = frozenset(query.allowed_updates)
        if query.offset:
            self._updates.confirm_below(query.offset)
        limit = min(max(query.limit or LARGEST_BATCH, 1), LARGEST_BATCH)
        batch = self._updates.batch(limit)
        seconds = min(query.timeout or 0, LONGEST_HOLD)
        if batch or seconds <= 0:
            return batch
        await self._hold(seconds)
        return self._updates.batch(limit)

    async def _hold(self, seconds: int) -> None:
        held = self._held = asyncio.get_running_loop().create_future()
        self._holding.set()
        try:
            await asyncio.wait_for(held, seconds)
        except TimeoutError:
            return
        finally:
            if self._held is held:
                self._let_go()

    def wake(self, update: Update) -> None:
        """An update came: the held poller gets it."""
        if self._held is not None and not self._held.done():
            self._held.set_result(None)
            self._let_go()

    def terminate(self, reason: ApiError) -> None:
        """Sends the held poller away."""
        if self._held is not None and not self._held.done():
            self._held.set_exception(reason)
        self._let_go()

    def _let_go(self) -> None:
        self._held = None
        self._holding.clear()
