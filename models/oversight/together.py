"""Schools that are looked at at one moment: what one of them is asked, all are asked, in one statement."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import Date, Select, bindparam
from sqlalchemy.orm import Session

from models.base import UtcDateTime

P = ParamSpec("P")
R = TypeVar("R")
Rows = Sequence[tuple[Any, ...]]


@dataclass(frozen=True)
class Together:
    """The schools, and what has been read of them.

    Only what looking at them does not change itself may be read here: the signals of a school are no such thing.
    """

    session: Session
    ids: tuple[int, ...]
    now: datetime
    known: dict[tuple[Any, ...], Any] = field(default_factory=dict, compare=False)

    def once(self, read: Callable[P, R], *facts: P.args, **named: P.kwargs) -> R:
        """What `read` gives for these facts, read once for all schools that ask."""
        key = (read, facts, tuple(named.items()))
        if key not in self.known:
            self.known[key] = read(*facts, **named)
        found: R = self.known[key]
        return found

    def rows(self, school_id: int, ask: "Ask", *facts: Any) -> Rows:
        """A school's rows of the statement that `ask` makes, without the first column, which names the school."""
        return self.once(self._by_school, ask, *facts).get(school_id, ())

    def _by_school(self, ask: "Ask", *facts: Any) -> dict[int, list[tuple[Any, ...]]]:
        days = {f"day{place}": fact for place, fact in enumerate(facts) if isinstance(fact, date)}
        statement, spans = _asked(ask, *(_Day.of(fact) for fact in facts))
        ago = {name: self.now - span for name, span in spans.items()}
        found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
        for row in self.session.execute(statement, {"schools": self.ids, "now": self.now} | ago | days):
            found[row[0]].append(row[1:])
        return found


class Here:
    """What a statement says of the schools and of the moment. It is built once, before any of them is known."""

    ids: Any = bindparam("schools", expanding=True)
    now: Any = bindparam("now", type_=UtcDateTime())

    def __init__(self) -> None:
        self.spans: dict[str, timedelta] = {}

    def ago(self, span: timedelta) -> Any:
        """The moment so long before now."""
        name = f"ago{len(self.spans)}"
        self.spans[name] = span
        return bindparam(name, type_=UtcDateTime())


class _Day(Enum):
    """In place of a fact that is another one tomorrow."""

    DAY = Date()
    MOMENT = UtcDateTime()

    @classmethod
    def of(cls, fact: Any) -> Any:
        """The fact itself, unless it is a day or a moment."""
        if isinstance(fact, date):
            return cls.MOMENT if isinstance(fact, datetime) else cls.DAY
        return fact


@lru_cache(maxsize=100)
def _asked(ask: "Ask", *facts: Any) -> tuple[Select[*tuple[Any, ...]], dict[str, timedelta]]:
    """The statement, and which moments it wants to be told besides."""
    here = Here()
    told = (
        bindparam(f"day{place}", type_=fact.value) if isinstance(fact, _Day) else fact
        for place, fact in enumerate(facts)
    )
    return ask(here, *told), here.spans


Ask = Callable[..., Select[*tuple[Any, ...]]]
"""Makes a statement over the schools of a `Here`, whose first column is the school, for the further facts.

Days and moments among these are not known yet either: the statement may compare with them, and nothing else.
"""
