"""Places for what is drawn and not yet sent, taken in waves: those who come in together are served together."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Places:
    """The next come in when half of the places are free, or when nobody inside waits for a turn any more.

    So at a pace a wave is drawn with one look at the data, and whoever hangs in a bad network holds up nobody.
    """

    def __init__(self, number: int) -> None:
        self._free, self._half = number, number // 2
        self._before_turn = 0
        self._outside: deque[asyncio.Future[None]] = deque()
        self._is_looking = False

    @asynccontextmanager
    async def taken(self) -> AsyncIterator["Place"]:
        """Within it one place is taken."""
        door: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._outside.append(door)
        self._look_soon()
        await door
        place = Place(self)
        try:
            yield place
        finally:
            place.has_turn()
            self._free += 1
            self._look_soon()

    def turned(self) -> None:
        """One waits for its turn no longer."""
        self._before_turn -= 1
        self._look_soon()

    def _look_soon(self) -> None:
        """After all that leave at the same moment."""
        if not self._is_looking:
            self._is_looking = True
            asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        self._is_looking = False
        if self._before_turn and self._free < self._half:
            return
        while self._free and self._outside:
            door = self._outside.popleft()
            if not door.done():
                self._free -= 1
                self._before_turn += 1
                door.set_result(None)


class Place:
    """One of the places."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._waits = True

    def has_turn(self) -> None:
        """Whoever is here waits for a turn no longer."""
        if self._waits:
            self._waits = False
            self._places.turned()
