"""Telegram's limits, on a loop whose time passes by itself."""

import asyncio
import selectors
from collections.abc import Awaitable, Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.limiter import ANSWERS, BURST, RESERVE, Limiter


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
        self.alarms = 0
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.passed

    def call_later(self, *arguments: Any, **options: Any) -> asyncio.TimerHandle:
        self.alarms += 1
        return super().call_later(*arguments, **options)

    def pass_by(self, seconds: float) -> None:
        self._jumping.passed += seconds


def run(story: Callable[[Limiter], Awaitable[Any]], limiter: Limiter | None = None) -> Any:
    """Runs the story at once, however long it lasts by its own time."""

    async def begin() -> Any:
        return await story(limiter or Limiter())

    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(begin())


def now() -> float:
    return asyncio.get_running_loop().time()


def _late(seconds: float) -> None:
    """The loop is busy for so long."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, _Loop)
    loop.pass_by(seconds)


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
    assert 3.1 < times[-1] < 3.3


def test_it_lets_notices_leave_in_gusts() -> None:
    times = [round(time, 3) for time, _ in moments(list(range(15)))]
    assert times == [0.0] * 6 + [0.2] * 6 + [0.4] * 3


def test_it_gives_a_chat_a_short_burst_and_then_one_a_second() -> None:
    times = [time for time, _ in moments([7] * 6)]
    assert most_within(0.2, times) == BURST
    assert [round(time) for time in times[BURST:]] == [1, 2, 3, 4]


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


def test_it_lets_nothing_leave_while_telegram_asks_for_silence() -> None:
    async def story(limiter: Limiter) -> tuple[Any, ...]:
        limiter.pause(7)
        at_once = await limiter.turn(1), await limiter.answer(2)
        await asyncio.sleep(7)
        return *at_once, await limiter.turn(1), await limiter.answer(2)

    assert run(story) == (False, 7, True, 0)


def test_it_gives_back_those_who_waited_already_when_silence_began() -> None:
    async def story(limiter: Limiter) -> tuple[bool, float]:
        for _ in range(BURST):
            await limiter.turn(1)
        waiting = asyncio.create_task(limiter.turn(1))
        await asyncio.sleep(0.5)
        limiter.pause(10_000)
        return await waiting, asyncio.get_running_loop().time()

    left, when = run(story)
    assert not left
    assert when < 2


def test_it_does_not_call_its_own_pace_silence() -> None:
    async def story(limiter: Limiter) -> bool:
        await limiter.turn(1)
        return limiter.is_silent

    assert not run(story)


def test_it_keeps_the_longer_silence() -> None:
    async def story(limiter: Limiter) -> float:
        limiter.pause(7)
        limiter.pause(2)
        return await limiter.answer(1)

    assert run(story) == 7


def test_it_answers_while_only_notices_are_held_back() -> None:
    async def story(limiter: Limiter) -> tuple[bool, float]:
        limiter.pause_bulk(300)
        return await limiter.turn(1), await limiter.answer(2)

    assert run(story) == (False, 0)


def test_it_lets_an_answer_leave_at_once_in_the_midst_of_bulk_which_makes_up_for_it() -> None:
    async def story(limiter: Limiter) -> tuple[list[float], list[float]]:
        bulk: list[float] = []
        waits: list[float] = []

        async def send(chat: int) -> None:
            await limiter.turn(chat)
            bulk.append(now())

        async def press(chat: int) -> None:
            await asyncio.sleep(chat / 10)
            asked = now()
            await limiter.answer(1000 + chat)
            waits.append(now() - asked)

        await asyncio.gather(*(send(chat) for chat in range(1, 91)), *(press(chat) for chat in range(20)))
        return bulk, waits

    bulk, waits = run(story)
    assert waits == [0.0] * 20
    assert 3.5 < bulk[-1] < 3.7, "90 notices and 20 answers at 30 a second"


def test_it_lets_answers_wait_in_turn_when_there_are_too_many() -> None:
    async def story(limiter: Limiter) -> list[float]:
        async def press(chat: int) -> float:
            await limiter.answer(chat)
            return now()

        return sorted(await asyncio.gather(*(press(chat) for chat in range(1, 61))))

    times = run(story)
    assert times[:RESERVE] == [0.0] * RESERVE
    assert 1.1 < times[-1] < 1.3


def test_it_paces_the_answers_of_a_person_who_presses_without_end() -> None:
    async def story(limiter: Limiter) -> list[float]:
        times = []
        for _ in range(ANSWERS + 3):
            await limiter.answer(7)
            times.append(now())
        return times

    times = run(story)
    assert times[:ANSWERS] == [0.0] * ANSWERS
    assert [round(time) for time in times[ANSWERS:]] == [1, 2, 3]


def test_it_leaves_room_for_an_answer_in_a_chat_that_gets_many_notices() -> None:
    async def story(limiter: Limiter) -> float:
        for _ in range(6):
            await limiter.turn(7)
        asked = now()
        await limiter.answer(7)
        await limiter.answer(7)
        return now() - asked

    assert run(story) == 0


def test_it_keeps_to_twenty_a_minute_in_a_group() -> None:
    times = [time for time, _ in moments([-7] * 45)]
    assert most_within(60, times) == 20


def test_it_puts_an_answer_off_that_would_have_to_wait_long() -> None:
    async def story(limiter: Limiter) -> float:
        for _ in range(20):
            await limiter.turn(-7)
        return await limiter.answer(-7)

    assert 30 < run(story) < 60


def test_it_makes_up_for_a_loop_that_woke_up_late() -> None:
    async def story(limiter: Limiter) -> float:
        async def send(chat: int) -> None:
            await limiter.turn(chat)
            await asyncio.sleep(0)
            _late(0.02)

        await asyncio.gather(*(send(chat) for chat in range(1, 301)))
        return now()

    assert run(story) < 10.1


def test_it_keeps_to_its_share_when_there_are_several_processes() -> None:
    async def story(limiter: Limiter) -> float:
        limiter.share(3)
        for chat in range(1, 32):
            await limiter.turn(chat)
        return now()

    assert 2.9 < run(story) < 3.1


def test_it_keeps_nothing_but_silence_where_there_are_no_limits() -> None:
    async def story(limiter: Limiter) -> tuple[float, bool, float]:
        for _ in range(100):
            await limiter.turn(7)
            await limiter.answer(7)
        when = now()
        limiter.pause(5)
        return when, await limiter.turn(7), await limiter.answer(7)

    assert run(story, Limiter(limited=False)) == (0.0, False, 5)


def test_it_forgets_chats_that_have_their_full_burst_again() -> None:
    async def story(limiter: Limiter) -> int:
        for chat in range(10_100):
            await limiter.turn(chat)
        return limiter.remembered

    assert run(story) < 1_000


def test_it_sets_one_alarm_for_all_who_wait() -> None:
    async def story(limiter: Limiter) -> int:
        await asyncio.gather(*(limiter.turn(chat) for chat in range(1, 16)))
        loop = asyncio.get_running_loop()
        assert isinstance(loop, _Loop)
        return loop.alarms

    assert run(story) == 2, "one for each gust but the first"
