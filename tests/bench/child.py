"""A measured process: what runs in it has its CPU time and its memory to itself."""

import asyncio
import multiprocessing
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from inspect import isawaitable
from multiprocessing.connection import Connection
from typing import Any

from bot.garbage import settled
from tests.bench.machine import memory

Answers = Mapping[str, Callable[..., Any]]
"""What the process can be asked, by name; a coroutine is awaited."""
Body = Callable[..., AbstractAsyncContextManager[Answers]]
OWN: Answers = {"cpu": time.process_time, "memory": memory}
STOP = "stop"


class Child:
    """Runs `body`, an asynchronous context manager named in a module, until it is stopped.

    It is forked from a server that has imported that module, after `bot` as the command does, and nothing else.
    """

    def __init__(self, body: Body, **arguments: Any) -> None:
        forks = multiprocessing.get_context("forkserver")
        forks.set_forkserver_preload(["bot", body.__module__])
        self._pipe, theirs = forks.Pipe()
        self._process = forks.Process(target=_live, args=(theirs, body, arguments), daemon=True)
        self._process.start()
        theirs.close()

    async def ask(self, question: str, *arguments: Any) -> Any:
        """The process's answer. Raises EOFError where it has died."""
        self._pipe.send((question, arguments))
        await readable(self._pipe)
        return self._pipe.recv()

    async def stop(self) -> None:
        """Lets the body end and waits for it."""
        self._pipe.send((STOP, ()))
        await asyncio.to_thread(self._process.join)
        self._pipe.close()


async def readable(pipe: Connection) -> None:
    """Waits without a thread, which would cost the measured process its own time."""
    loop, ready = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(pipe.fileno(), ready.set)
    try:
        await ready.wait()
    finally:
        loop.remove_reader(pipe.fileno())


def _live(pipe: Connection, body: Body, arguments: Mapping[str, Any]) -> None:
    settled()  # as in the command
    asyncio.run(_answer(pipe, body, arguments))


async def _answer(pipe: Connection, body: Body, arguments: Mapping[str, Any]) -> None:
    async with body(**arguments) as answers:
        known = {**OWN, **answers}
        while True:
            await readable(pipe)
            question, values = pipe.recv()
            if question == STOP:
                return
            answer = known[question](*values)
            pipe.send(await answer if isawaitable(answer) else answer)
