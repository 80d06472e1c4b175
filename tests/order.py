"""Which worker runs which tests, and in what order.

What a test needs first is made once a worker: a statement is compiled, a window put together, a text read. So the tests
of a folder stay together, in portions small enough for all workers to end at the same time. First of all come those
that wait for other processes, while the other workers compute: there is one more of them than there are cores.
"""

import os
from collections import Counter
from itertools import groupby

import pytest

FIRST = ("processes", "pages", "windows", "access-0", "sample")
"""Groups that take longest or wait most: the others are done meanwhile."""
PORTION = 60
"""A portion ends with the file in which it has come to so many tests."""
PLAYED = 8
"""A test that plays the messenger counts for so many others."""


def pytest_xdist_auto_num_workers() -> int:
    """How many workers `-n auto` means; the variable is xdist's own."""
    told = os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS")
    return int(told) if told else len(os.sched_getaffinity(0)) + 1


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups after it
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Gives each test a group, and puts the groups in order."""
    if not hasattr(config, "workerinput"):
        return
    for folder, inside in groupby(items, lambda item: item.path.parent):
        _divide(folder.name, [item for item in inside if item.get_closest_marker("xdist_group") is None])
    sizes = Counter[str]()
    for item in items:
        sizes[_group_of(item)] += _size(item)
    items.sort(key=lambda item: _rank(_group_of(item), sizes))


def _divide(folder: str, items: list[pytest.Item]) -> None:
    portion = size = 0
    for _, of_file in groupby(items, lambda item: item.path):
        if size >= PORTION:
            portion, size = portion + 1, 0
        for item in of_file:
            item.add_marker(pytest.mark.xdist_group(f"{folder}-{portion}"))
            size += _size(item)


def _group_of(item: pytest.Item) -> str:
    return str(next(item.iter_markers("xdist_group")).args[0])


def _size(item: pytest.Item) -> int:
    return PLAYED if "play" in getattr(item, "fixturenames", ()) else 1


def _rank(group: str, sizes: Counter[str]) -> tuple[int, int, str]:
    """The largest portions come first, so that the last ones, which decide when the run ends, are short."""
    first = FIRST.index(group) if group in FIRST else len(FIRST)
    return first, -sizes[group], group
