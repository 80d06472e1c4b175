"""How seldom Python looks for garbage: what a process has imported is none, and a press leaves little of it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OBJECTS = 10_000
"""So many new objects and no fewer are looked through; Python's own 700 took a fortieth of a press."""


@contextmanager
def nothing_collected() -> Iterator[None]:
    """While libraries are imported: what comes in stays, and to look for garbage in it takes a fifth of the time."""
    gc.disable()
    yield
    settled()
    gc.enable()


def settled() -> None:
    """What is there now stays: it is looked through no more, and what comes is looked through seldom."""
    gc.freeze()
    gc.set_threshold(OBJECTS)
