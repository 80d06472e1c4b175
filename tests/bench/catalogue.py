"""The benchmarks by name. Each module is imported when it is run: what one of them measures is an import."""

from collections.abc import Callable, Coroutine
from importlib import import_module
from typing import Any

from bot.garbage import nothing_collected
from tests.bench.figures import Report

BENCHMARKS = {
    "updates": "a press, from the poll to the answer, beside a bare echo bot; presses while a sheet is made",
    "routing": "the way of a press through all routers, beside one handler without a filter",
    "notices": "sending what is due, beside a bare loop of requests; the pace of reminders; claiming out of a million",
    "start": "seconds and memory until the bot is ready, beside the imports that it cannot do without",
    "matching": "the optimum of a whole cohort, beside bare OR-tools, greedy and first come; with scipy where it is",
    "oversight": "a region's nightly sweep and all its digests of a Monday; a school's cost from 34 schools to 500",
    "memory": "a day of a region by a moved clock: what the process grows by",
}
Measure = Callable[[int, int | None], Coroutine[Any, Any, Report]]


def benchmark(name: str) -> Measure:
    """The function that measures: it takes the rounds and, where one was named, the count."""
    with nothing_collected():  # as the command does while it imports
        measure: Measure = import_module(f"tests.bench.{name}").measure
    return measure
