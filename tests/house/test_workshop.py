"""Heavy work leaves the process that answers people free."""

import asyncio
import os
import time

import pytest

from handlers.workshop import make


def slow(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def failing() -> None:
    raise ValueError("a sheet without columns")


async def test_it_works_in_another_process_while_this_one_goes_on() -> None:
    work = asyncio.create_task(make(slow, 0.3))
    beats = 0
    while not work.done():
        await asyncio.sleep(0.01)
        beats += 1
    assert await work != os.getpid()
    assert beats > 5


async def test_it_says_what_went_wrong() -> None:
    with pytest.raises(ValueError, match="without columns"):
        await make(failing)


async def test_it_ends_the_work_of_whoever_is_cancelled() -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(make(slow, 60), 2)
    assert await make(slow, 0) != os.getpid()
