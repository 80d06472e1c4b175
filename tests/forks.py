"""Processes forked from one parent that has lived once: imports and a first life cost seconds, a fork milliseconds."""

import multiprocessing
from functools import cache
from multiprocessing.context import ForkServerContext
from multiprocessing.forkserver import ensure_running

PRELOADED = [
    "bot.demo.serve",
    "bot.invite",
    "bot.web.figures",
    "bot.web.health",
    "bot.web.webhook",
    "tests.command",
    "tests.faults.nursery",
    "tests.faults.pair_child",
    "tests.warm",
]


@cache
def forks() -> ForkServerContext:
    """What starts them. Their tests belong to the xdist group «processes», so that one worker warms one parent."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    ensure_running()  # at once: a process has but one such parent, and whoever comes first says what it knows
    return context
