"""Schools that are looked at at one moment: what one of them is asked, all are asked, in one statement."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import Select
from sqlalchemy.orm import Session

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
        found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
        for row in self.session.execute(ask(self, *facts)):
            found[row[0]].append(row[1:])
        return found


Ask = Callable[..., Select[*tuple[Any, ...]]]
"""Makes a statement over the schools of a `Together`, whose first column is the school, for the further facts."""
