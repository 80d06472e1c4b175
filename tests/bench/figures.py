"""What a benchmark has found: figures, some with a goal that is held or missed."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value; with a goal where the house has promised something."""

    what: str
    value: float
    n: str
    """What it is the value of: «median of 7 rounds of 160 presses»."""
    at_most: float | None = None
    at_least: float | None = None
    unit: str = ""

    @property
    def held(self) -> bool:
        """Whether the goal is kept; a figure without a goal keeps it."""
        high_enough = self.at_least is None or self.value >= self.at_least
        return high_enough and (self.at_most is None or self.value <= self.at_most)

    @property
    def goal(self) -> str:
        """The goal as it is printed."""
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return f"≤ {self.at_most:g}" if self.at_most is not None else ""

    @property
    def verdict(self) -> str:
        """`held` or `missed`; nothing where there is no goal."""
        if not self.goal:
            return ""
        return "held" if self.held else "missed"


@dataclass(frozen=True)
class Report:
    """All figures of a benchmark, and how they were measured where that is not plain."""

    title: str
    figures: Sequence[Figure]
    remarks: Sequence[str] = ()

    @property
    def held(self) -> bool:
        """Whether every goal is kept."""
        return all(figure.held for figure in self.figures)
