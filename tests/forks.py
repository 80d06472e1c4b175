"""Processes forked from one parent that has imported everything: an import costs seconds, a fork milliseconds."""

import multiprocessing
from functools import cache
from multiprocessing.context import ForkServerContext

WEB = ["bot.web.figures", "bot.web.health", "bot.web.webhook"]
PRELOADED = ["bot.demo.serve", "bot.invite", *WEB, "tests.command", "tests.faults.nursery"]


@cache
def forks() -> ForkServerContext:
    """What starts them. Their tests belong to the xdist group «processes», so that one worker warms one parent."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context
