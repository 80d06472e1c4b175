"""Measuring things beside each other: every round takes all sides in turn, so that a busy moment meets them all."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from statistics import median

Side = Callable[[], Awaitable[float]]
Measured = Mapping[str, Sequence[float]]


async def interleaved(sides: Mapping[str, Side], rounds: int) -> Measured:
    """Measures each side once a round; every other round goes the other way about, so that none is always first."""
    found: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds):
        for name in list(sides) if number % 2 == 0 else reversed(sides):
            found[name].append(await sides[name]())
    return found


def ratio(measured: Measured, over: str, under: str) -> float:
    """The median of the rounds' own ratios: what one round divides was measured within seconds."""
    return median(one / other for one, other in zip(measured[over], measured[under], strict=True))


def percentile(values: Sequence[float], part: float) -> float:
    """The value that `part` (0.99) of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]
