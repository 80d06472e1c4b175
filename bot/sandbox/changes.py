"""Who wants to know that something happened: tests that wait, pages that listen."""

import asyncio
from collections.abc import Callable

# Stands in place of a chat's id when the clock was moved.
CLOCK = 0

Listener = Callable[[int, int | None], None]


class Changes:
    """Counts what happened. Listeners get the new version and the chat (None: people or commands; CLOCK: the time)."""

    def __init__(self) -> None:
        self.version = 0
        self.listeners: set[Listener] = set()
        self._waiting: set[asyncio.Future[None]] = set()

    def touch(self, chat_id: int | None) -> int:
        """Notes a change and wakes everybody who waits; the new version."""
        self.version += 1
        for listener in tuple(self.listeners):
            listener(self.version, chat_id)
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)
        return self.version

    async def next(self) -> None:
        """Waits for the next change."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)
