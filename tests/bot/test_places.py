"""Places are taken in waves, and nobody who hangs in one keeps the others out."""

import asyncio

from bot.places import Place, Places


class Room:
    """Six people want in where there are four places."""

    def __init__(self) -> None:
        self._places = Places(4)
        self.inside: dict[int, Place] = {}
        self.leave = [asyncio.Event() for _ in range(6)]
        self.tasks = [asyncio.create_task(self._visit(number)) for number in range(6)]

    async def _visit(self, number: int) -> None:
        async with self._places.taken() as place:
            self.inside[number] = place
            await self.leave[number].wait()
            del self.inside[number]

    async def settled(self) -> list[int]:
        """Who is inside once everybody has had time to come in."""
        for _ in range(10):
            await asyncio.sleep(0)
        return sorted(self.inside)


async def test_it_lets_the_next_in_by_halves_while_turns_are_waited_for() -> None:
    room = Room()
    assert await room.settled() == [0, 1, 2, 3]
    room.leave[0].set()
    assert await room.settled() == [1, 2, 3]
    room.leave[1].set()
    assert await room.settled() == [2, 3, 4, 5]


async def test_it_lets_the_next_in_at_once_when_all_have_had_their_turn() -> None:
    room = Room()
    await room.settled()
    room.leave[0].set()
    for place in room.inside.values():
        place.has_turn()
    assert await room.settled() == [1, 2, 3, 4]


async def test_it_passes_over_whoever_has_gone_from_the_door() -> None:
    room = Room()
    await room.settled()
    room.tasks[4].cancel()
    room.leave[0].set()
    room.leave[1].set()
    assert await room.settled() == [2, 3, 5]
