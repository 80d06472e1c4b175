"""The exact optimum of an island by OR-tools' min-cost flow: requests matched, then total score, then even load.

The cost of a pair is what it lacks of the best score; each further place of a mentor costs as much as the mentor has
carried before it, in a unit so small that all of them together weigh less than a thousandth of a point.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import accumulate, count
from typing import TYPE_CHECKING, Any

from models.matching.cohort import places_of
from models.matching.pool import Edges, Island

if TYPE_CHECKING:
    from numpy.typing import NDArray

TRIES = 24
"""Plans that are weighed against each other where two people would become each other's mentor; then the weaker of the
two pairs is given up each time."""

Pair = tuple[int, int]
"""Rows of a need and of a mentor."""


@dataclass(frozen=True)
class Plan:
    """Who gets whom on an island."""

    pairs: dict[Pair, int]
    """The chosen pairs with their scores."""
    burden: int
    """What the chosen mentors had carried before each of these pairs, all together: less is more even."""

    @property
    def rank(self) -> tuple[int, int, int]:
        """The better of two plans ranks lower: more matched, then the higher score, then the more even load."""
        return -len(self.pairs), -sum(self.pairs.values()), self.burden


def best_plan(island: Island) -> Plan:
    """The best plan in which nobody becomes the mentor of their own mentor in the same form (R-01)."""
    edges = island.edges()
    order = count()
    first = _solve(island, edges, frozenset())
    waiting = [(first.rank, next(order), first, frozenset[Pair]())]
    while True:
        _, turn, plan, banned = heappop(waiting)
        clash = _clash(island, plan)
        if clash is None:
            return plan
        ways: Iterable[Pair] = clash
        if turn >= TRIES:
            ways, waiting = (min(clash, key=lambda pair: (plan.pairs[pair], pair)),), []
        for pair in ways:
            without = banned | {pair}
            other = _solve(island, edges, without)
            heappush(waiting, (other.rank, next(order), other, without))


def _clash(island: Island, plan: Plan) -> tuple[Pair, Pair] | None:
    """Two pairs of one form with the roles changed about."""
    needs, mentors = island.needs, island.mentors
    chosen = {(needs[row].mentee_id, mentors[to].mentor_id, needs[row].form): (row, to) for row, to in plan.pairs}
    for (mentee, mentor, form), pair in chosen.items():
        if (mentor, mentee, form) in chosen:
            return pair, chosen[mentor, mentee, form]
    return None


def _enough(places: Sequence[int], asking: int) -> int:
    """So many mentors, whichever they are, have places for all who ask; more than there are where all have too few."""
    sums = accumulate(sorted(places))
    return next((number for number, some in enumerate(sums, 1) if some >= asking), len(places) + 1)


def _within_reach(rows: "NDArray[Any]", scores: "NDArray[Any]", asking: int, enough: int) -> "NDArray[Any] | None":
    """The edges that an optimum may use, None for all: of each request the `enough` best, and those as good as these.

    Whoever had a worse one could change to one of the best: the others who ask leave a place there.
    """
    import numpy as np

    many = np.bincount(rows, minlength=asking)
    if many.max() <= enough:
        return None
    lacks = scores.max() - scores
    keys = rows.astype(np.int64) * (int(lacks.max()) + 1) + lacks
    ends = many.cumsum()
    last = np.sort(keys)[np.minimum(ends - many + enough, ends) - 1]
    kept: NDArray[Any] = keys <= last[rows]
    return kept


def _solve(island: Island, edges: Edges, banned: frozenset[Pair]) -> Plan:
    """The optimum over the edges that are not banned."""
    import numpy as np
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow  # type: ignore[import-untyped]  # it ships no type information

    rows, columns, scores = edges.needs, edges.mentors, edges.scores
    for row, column in sorted(banned):
        kept = (rows != row) | (columns != column)
        rows, columns, scores = rows[kept], columns[kept], scores[kept]
    if not len(rows):
        return Plan({}, 0)
    asking, mentors = len(island.needs), island.mentors
    free = [places_of(one) for one in mentors]
    kept = _within_reach(rows, scores, asking, _enough(free, asking))
    if kept is not None:
        rows, columns, scores = rows[kept], columns[kept], scores[kept]
    places = [
        (column, one.load + one.pending + taken) for column, one in enumerate(mentors) for taken in range(free[column])
    ]
    carried = np.array([before for _, before in places], dtype=np.int64)
    unit = asking * int(carried.max()) + 1
    flow = SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(
        rows,
        columns + np.int32(asking),
        np.ones(len(rows), dtype=np.int64),
        (scores.max() - scores).astype(np.int64) * unit,
    )
    flow.add_arcs_with_capacity_and_unit_cost(
        np.array([asking + column for column, _ in places], dtype=np.int32),
        np.full(len(places), asking + len(mentors), dtype=np.int32),
        np.ones(len(places), dtype=np.int64),
        carried,
    )
    flow.set_nodes_supplies(np.arange(asking, dtype=np.int32), np.ones(asking, dtype=np.int64))
    flow.set_node_supply(asking + len(mentors), -asking)
    status = flow.solve_max_flow_with_min_cost()
    if status != flow.OPTIMAL:
        raise ArithmeticError(f"no optimum was found: {status}")
    used = flow.flows(np.arange(len(rows) + len(places), dtype=np.int32)) > 0
    chosen = np.flatnonzero(used[: len(rows)])
    found = zip(rows[chosen].tolist(), columns[chosen].tolist(), strict=True)
    pairs = dict(sorted(zip(found, scores[chosen].tolist(), strict=True)))
    return Plan(pairs, int(carried[used[len(rows) :]].sum()))
