"""Why a mentor suits a need: facts without words. The words are Fluent texts, on the floor that talks."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, Self

Fact = int | str | tuple[str, ...]


class ReasonKind(StrEnum):
    """What a reason is about, in the order in which reasons are said; the facts it carries follow the dash.

    ALL_TOPICS_STRONG – wanted. TOPICS_COVERED – covered, wanted, strong. NO_TOPIC – wanted. WISHED – place (1 is the
    first wish). SHARED_TIMES – slots (codes in the order of the week). OTHER_TIMES. FREE_PLACES – places.
    OFFERS_OPEN – offers (the mentor has not answered yet). LEVEL – level (1 initial, 2 gold, 3 platinum). TRAINED.
    OTHER_SCHOOL – school (what it is called; its curator has to approve, too).
    SUPERIOR: a warning, the mentor is the mentee's direct superior (R-03).
    """

    OTHER_SCHOOL = "OTHER_SCHOOL"
    ALL_TOPICS_STRONG = "ALL_TOPICS_STRONG"
    TOPICS_COVERED = "TOPICS_COVERED"
    NO_TOPIC = "NO_TOPIC"
    WISHED = "WISHED"
    SHARED_TIMES = "SHARED_TIMES"
    OTHER_TIMES = "OTHER_TIMES"
    FREE_PLACES = "FREE_PLACES"
    OFFERS_OPEN = "OFFERS_OPEN"
    LEVEL = "LEVEL"
    TRAINED = "TRAINED"
    SUPERIOR = "SUPERIOR"

    @property
    def is_warning(self) -> bool:
        """Whether the curator should think twice; a warning never lowers the score."""
        return self is ReasonKind.SUPERIOR


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with its facts, in a fixed order."""

    kind: ReasonKind
    args: tuple[tuple[str, Fact], ...] = ()

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, kind: ReasonKind, **args: Fact) -> Self:
        """A reason whose facts are given by name; remembered, for a cohort gives the same few thousands of times."""
        return cls(kind, tuple(args.items()))

    @property
    def facts(self) -> dict[str, Fact]:
        """The facts by name, as a text takes them."""
        return dict(self.args)

    def dump(self) -> dict[str, Any]:
        """The reason as plain data: it is stored with the proposal (R-05)."""
        return {"kind": self.kind.value, **self.facts}

    @classmethod
    def load(cls, data: Mapping[str, Any]) -> Self:
        """The reason that `dump` wrote, also after a way through JSON. Raises ValueError for an unknown kind."""
        facts = {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in data.items() if name != "kind"}
        return cls.of(ReasonKind(data["kind"]), **facts)
