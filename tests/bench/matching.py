"""The optimum of a whole cohort, beside OR-tools alone on the same edges, a greedy plan and first come, first served.

`uv run --with scipy python -m tests.bench matching` also compares the total with scipy's assignment on expanded places.
"""

import resource
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from statistics import median
from time import process_time
from typing import Any

from models.matching.assign import assign
from models.matching.cohort import Assignment, Cohort, places_of
from models.matching.pool import groups_of, islands_of
from tests.bench.child import Answers, Child
from tests.bench.cohorts import PLACES, cohort
from tests.bench.figures import Figure, Report
from tests.bench.rounds import interleaved, ratio

SIZES = ((100, 100), (500, 1_000), (2_500, 5_000))
"""Mentors with two places, and requests."""
FEW_ROUNDS = 3
"""The largest cohort takes half a minute a round."""
MOST_OVER_BARE = 1.5
FORBIDDEN = 10**12
"""What scipy is told of a pair that may not be; more than all scores together."""


@dataclass
class Board:
    """The edges of a cohort, all islands in one, as plain columns."""

    needs: Any
    mentors: Any
    scores: Any
    asking: int
    places: list[int]
    carried: list[int]
    """What each mentor has on their shoulders already: further places cost more, for the sake of an even load."""


async def measure(rounds: int, count: int | None) -> Report:
    """CPU seconds; each side takes the same cohort in turn. `count` is the greatest number of requests to try."""
    figures = []
    for mentors, requests in SIZES:
        if requests <= (count or requests):
            turns = min(rounds, FEW_ROUNDS) if requests == SIZES[-1][1] else rounds
            figures += await _of_size(mentors, requests, turns)
    return Report("matching: the optimum of a whole cohort", figures, REMARKS)


REMARKS = (
    f"mentors have {PLACES} places; a request may have the mentors of its municipality, ten schools, and a fifth of "
    "the next one's",
    "ours takes plain facts and gives pairs with reasons, and why for everybody left over; bare OR-tools gets the same "
    "edges and the costs of all three aims as arrays",
    "greedy takes the best pair that is left; first come lets requests choose in the order in which they came",
    "scipy is no dependency of the house: uv run --with scipy python -m tests.bench matching",
)


async def _of_size(mentors: int, requests: int, rounds: int) -> list[Figure]:
    asked = cohort(mentors, requests)
    board = board_of(asked)
    found = assign(asked)
    sides = {"ours": partial(_timed, assign, asked), "bare": partial(_timed, bare, board)}
    costs = await interleaved(sides, rounds)
    size, n = f"{mentors} × {requests:,}", f"median of {rounds} rounds, {len(board.needs):,} edges"
    greedy, first = total(greedily(board)), total(first_come(board))
    child = Child(solving, mentors=mentors, requests=requests)
    before, after = await child.ask("memory"), await child.ask("peak")
    await child.stop()
    return [
        Figure(f"{size}: ours ÷ bare OR-tools", ratio(costs, "ours", "bare"), n, at_most=MOST_OVER_BARE),
        Figure(f"{size}: ours", median(costs["ours"]), n, unit="s"),
        Figure(f"{size}: bare OR-tools", median(costs["bare"]), n, unit="s"),
        Figure(f"{size}: requests matched", len(found.pairs), f"of {requests:,}"),
        *_beside_scipy(size, board, found),
        Figure(f"{size}: greedy: score below ours", _below(greedy, found), f"{greedy[0]:,} matched", unit="%"),
        Figure(f"{size}: first come: score below ours", _below(first, found), f"{first[0]:,} matched", unit="%"),
        Figure(f"{size}: memory at most", after, f"{before:.0f} MB before", unit="MB"),
    ]


async def _timed(work: Any, *materials: Any) -> float:
    began = process_time()
    work(*materials)
    return process_time() - began


@asynccontextmanager
async def solving(mentors: int, requests: int) -> AsyncIterator[Answers]:
    """A process that finds the optimum and tells the most memory that it ever held."""

    def peak() -> float:
        assign(cohort(mentors, requests))
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    yield {"peak": peak}


def board_of(asked: Cohort) -> Board:
    """The edges that the hard rules allow."""
    import numpy as np

    islands = islands_of(groups_of(asked, sorted(asked.needs, key=lambda need: need.request_id), list(asked.mentors)))
    row = {need.request_id: number for number, need in enumerate(asked.needs)}
    column = {one.mentor_id: number for number, one in enumerate(asked.mentors)}
    parts = []
    for island in islands:
        edges = island.edges()
        rows = np.array([row[need.request_id] for need in island.needs], dtype=np.int32)
        columns = np.array([column[one.mentor_id] for one in island.mentors], dtype=np.int32)
        parts.append((rows[edges.needs], columns[edges.mentors], edges.scores))
    needs, mentors, scores = (np.concatenate(some) for some in zip(*parts, strict=True))
    carried = [one.load + one.pending for one in asked.mentors]
    return Board(needs, mentors, scores, len(row), [places_of(one) for one in asked.mentors], carried)


def bare(board: Board) -> int:
    """OR-tools alone with the same aim: as many as possible, then the highest score, then the most even load."""
    import numpy as np
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    flow, many, places = SimpleMinCostFlow(), len(board.places), np.array(board.places, dtype=np.int32)
    mentors = np.repeat(np.arange(many, dtype=np.int32), places)
    taken = np.concatenate([np.arange(free, dtype=np.int64) for free in board.places])
    carried = np.array(board.carried, dtype=np.int64)[mentors] + taken
    unit = board.asking * int(carried.max()) + 1
    ones, costs = np.ones(len(board.needs), dtype=np.int64), (board.scores.max() - board.scores).astype(np.int64) * unit
    flow.add_arcs_with_capacity_and_unit_cost(board.needs, board.mentors + np.int32(board.asking), ones, costs)
    sink = np.full(len(mentors), board.asking + many, dtype=np.int32)
    flow.add_arcs_with_capacity_and_unit_cost(
        mentors + np.int32(board.asking), sink, np.ones(len(mentors), dtype=np.int64), carried
    )
    flow.set_nodes_supplies(np.arange(board.asking, dtype=np.int32), np.ones(board.asking, dtype=np.int64))
    flow.set_node_supply(board.asking + many, -board.asking)
    flow.solve_max_flow_with_min_cost()
    return int(flow.maximum_flow() * board.scores.max() - flow.optimal_cost() // unit)


def greedily(board: Board) -> Iterable[int]:
    """The edges that are taken when the best pair of all goes first."""
    import numpy as np

    return _taken(board, np.argsort(-board.scores, kind="stable").tolist())


def first_come(board: Board) -> Iterable[int]:
    """The edges that are taken when each request in turn has the best mentor who is left."""
    import numpy as np

    return _taken(board, np.lexsort((-board.scores, board.needs)).tolist())


def total(taken: Iterable[int]) -> tuple[int, int]:
    """How many were matched, and their score."""
    scores = list(taken)
    return len(scores), sum(scores)


def _taken(board: Board, order: list[int]) -> Iterable[int]:
    needs, mentors, scores = board.needs.tolist(), board.mentors.tolist(), board.scores.tolist()
    places, served = Counter(dict(enumerate(board.places))), set()
    for edge in order:
        need, mentor = needs[edge], mentors[edge]
        if need not in served and places[mentor]:
            served.add(need)
            places[mentor] -= 1
            yield scores[edge]


def _below(other: tuple[int, int], found: Assignment) -> float:
    return 100 * (found.score - other[1]) / found.score


def _beside_scipy(size: str, board: Board, found: Assignment) -> list[Figure]:
    """Nothing where scipy is not installed."""
    if find_spec("scipy") is None:
        return []
    began = process_time()
    matched, score = by_scipy(board)
    spent = process_time() - began
    apart = abs(matched - len(found.pairs)) + abs(score - found.score)
    n = f"{matched:,} matched, score {score:,}"
    return [
        Figure(f"{size}: apart from scipy, in requests and score", apart, n, at_most=0),
        Figure(f"{size}: scipy", spent, "1 round", unit="s"),
    ]


def by_scipy(board: Board) -> tuple[int, int]:
    """The same optimum by the dense method: a column for each place, a forbidden cost for what may not be."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment  # type: ignore[import-not-found, unused-ignore]

    owner = np.repeat(np.arange(len(board.places)), board.places)
    costs = np.full((board.asking, len(board.places)), float(FORBIDDEN))
    costs[board.needs, board.mentors] = -board.scores
    costs = costs[:, owner]
    rows, columns = linear_sum_assignment(costs)
    chosen = costs[rows, columns]
    chosen = chosen[chosen < FORBIDDEN]
    return len(chosen), int(-chosen.sum())
