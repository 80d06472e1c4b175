"""Lists that people leaf through: one page of a longer whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
SIZE = 8
"""Lines that a screen of a phone bears together with its buttons."""


@dataclass(frozen=True)
class Page(Generic[T]):
    """`number` counts from nought; `pages` is at least one, so that an empty list has a page, too."""

    items: tuple[T, ...]
    number: int
    pages: int
    total: int


def page_of(items: Sequence[T], number: int, size: int = SIZE) -> Page[T]:
    """The page with this number; a number beyond the ends means the nearest page there is."""
    pages = max(-(-len(items) // size), 1)
    number = min(max(number, 0), pages - 1)
    return Page(tuple(items[number * size : (number + 1) * size]), number, pages, len(items))
