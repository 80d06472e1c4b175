"""What a forked process inherits: a bot has lived here once, so that all is imported, read, compiled and configured.

Only the parent of forks imports this, and lives while it does.
"""

import asyncio
import gc
import threading

import bot.application
from bot.demo.serve import running_demo
from tests.play import dispatcher


async def live() -> None:
    """A demo from its beginning to its end: schema, sample programme, server and bot."""
    async with running_demo():
        pass


bot.application.make_dispatcher = dispatcher  # built once for all that are forked
asyncio.run(live())
assert threading.active_count() == 1, "a fork would copy the locks of the other threads"
gc.collect()
gc.freeze()
