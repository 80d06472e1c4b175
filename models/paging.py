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


def nearest(number: int, total: int, size: int = SIZE) -> tuple[int, int]:
    """The page that is nearest to the wanted one among those of `total` lines, and how many pages these make."""
    pages = max(-(-total // size), 1)
    return min(max(number, 0), pages - 1), pages


def page_of(items: Sequence[T], number: int, size: int = SIZE) -> Page[T]:
    """The page with this number; a number beyond the ends means the nearest page there is."""
    number, pages = nearest(number, len(items), size)
    return Page(tuple(items[number * size : (number + 1) * size]), number, pages, len(items))
