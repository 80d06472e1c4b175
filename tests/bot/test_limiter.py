"""Telegram's limits, on a loop whose time passes by itself."""

import asyncio
import selectors
from collections.abc import Awaitable, Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.limiter import BURST, Limiter


class _Jumping(selectors.DefaultSelector):
    """Does not wait: it puts the loop's time forward by what the loop would have waited."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0

    def select(self, timeout: float | None = None) -> Any:
        self.passed += max(timeout or 0.0, 0.0)
        return super().select(0)


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.passed


def run(story: Callable[[Limiter], Awaitable[Any]]) -> Any:
    """Runs the story at once, however long it lasts by its own time."""

    async def begin() -> Any:
        return await story(Limiter())

    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(begin())


def moments(chats: list[int]) -> list[tuple[float, int]]:
    """When messages to these chats leave that all want to leave at once."""

    async def story(limiter: Limiter) -> list[tuple[float, int]]:
        left: list[tuple[float, int]] = []

        async def send(chat: int) -> None:
            await limiter.turn(chat)
            left.append((asyncio.get_running_loop().time(), chat))

        await asyncio.gather(*(send(chat) for chat in chats))
        return left

    return run(story)


def most_within(seconds: float, times: list[float]) -> int:
    """The largest number of moments in any window of so many seconds."""
    return max(sum(1 for time in times if start <= time < start + seconds - 1e-6) for start in times)


def test_it_lets_one_message_leave_at_once() -> None:
    assert moments([7]) == [(0.0, 7)]


def test_it_sends_thirty_a_second_over_all() -> None:
    times = [time for time, _ in moments(list(range(100)))]
    assert most_within(1, times) == 30
    assert 3.2 < times[-1] < 3.4


def test_it_gives_a_chat_a_short_burst_and_then_one_a_second() -> None:
    times = [time for time, _ in moments([7] * 6)]
    assert most_within(0.2, times) == BURST
    assert [round(time) for time in times[BURST:]] == [1, 2, 3]


def test_it_lets_nobody_wait_for_another_chats_burst() -> None:
    left = {chat: time for time, chat in moments([7] * 10 + [8])}
    assert left[8] < 1


@settings(max_examples=50)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=60))
def test_it_keeps_both_limits_whatever_is_sent(chats: list[int]) -> None:
    left = moments(chats)
    assert most_within(1, [time for time, _ in left]) <= 30
    for one in set(chats):
        times = [time for time, chat in left if chat == one]
        assert most_within(1, times) <= BURST
        assert most_within(10, times) <= BURST + 10


def test_it_is_silent_for_everybody_as_long_as_telegram_asks() -> None:
    async def story(limiter: Limiter) -> tuple[float, float]:
        limiter.pause(7)
        silent = limiter.silent_for
        await asyncio.gather(limiter.turn(1), limiter.turn(2))
        return silent, asyncio.get_running_loop().time()

    silent, left = run(story)
    assert silent == 7
    assert 7 <= left < 7.1


def test_it_holds_back_those_who_waited_already_when_silence_began() -> None:
    async def story(limiter: Limiter) -> float:
        for _ in range(BURST):
            await limiter.turn(1)
        waiting = asyncio.create_task(limiter.turn(1))
        await asyncio.sleep(0.5)
        limiter.pause(7)
        await waiting
        return asyncio.get_running_loop().time()

    assert run(story) >= 7.5


def test_it_does_not_call_its_own_pace_silence() -> None:
    async def story(limiter: Limiter) -> float:
        await limiter.turn(1)
        return limiter.silent_for

    assert run(story) == 0


def test_it_keeps_the_longer_silence() -> None:
    async def story(limiter: Limiter) -> float:
        limiter.pause(7)
        limiter.pause(2)
        return limiter.silent_for

    assert run(story) == 7


def test_it_forgets_chats_that_have_their_full_burst_again() -> None:
    async def story(limiter: Limiter) -> int:
        for chat in range(10_100):
            await limiter.turn(chat)
        return limiter.remembered

    assert run(story) < 1_000
