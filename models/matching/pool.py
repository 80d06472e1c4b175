"""Who may be asked for whom: a cohort sorted into groups that see the same mentors, and the edges between them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from models.matching.cohort import Cohort, places_of
from models.matching.grid import scores_of
from models.matching.need import Candidate, Need
from models.matching.rules import Refusal, refusals
from models.terms import MentoringForm

if TYPE_CHECKING:
    from numpy.typing import NDArray

OF_THE_PAIR = frozenset({Refusal.SELF, Refusal.RECIPROCAL, Refusal.ASKED_BEFORE})
"""What depends on who asks; the other rules say the same to every request of a school and form."""
CHUNK = 512
"""Needs whose scores are laid out at once: a grid of a whole region would not fit a small server."""


@dataclass
class Group:
    """The requests of one organisation and form. For all of them the same mentors are allowed, save pair by pair."""

    needs: list[Need]
    seen: dict[int, tuple[Refusal, ...]]
    """What forbids each mentor who is seen there and mentors in this form, whoever asks."""
    known: Mapping[int, Candidate]
    barred: Mapping[tuple[int, MentoringForm], frozenset[int]]
    """Whom a fixed pair makes unfit: its mentee may not be its mentor's mentor (R-01)."""

    @cached_property
    def allowed(self) -> list[Candidate]:
        """The mentors with a place to give."""
        return [self.known[one] for one, found in self.seen.items() if not found and places_of(self.known[one])]

    @cached_property
    def topics(self) -> frozenset[str]:
        """All that the allowed mentors know."""
        return frozenset(topic for one in self.allowed for topic in (*one.topics, *one.strong_topics))

    def unfit(self, need: Need) -> frozenset[int]:
        """The mentors whom this very request may not have."""
        barred = self.barred.get((need.mentee_id, need.form), frozenset())
        return need.refused_mentor_ids | need.mentoring_whom | barred | {need.mentee_id}


@dataclass
class Edges:
    """Pairs that no rule forbids, in parallel columns: rows of needs and of mentors, and their scores."""

    needs: "NDArray[Any]"
    mentors: "NDArray[Any]"
    scores: "NDArray[Any]"


@dataclass
class Island:
    """Groups that share mentors, directly or by others; what happens on one moves nothing on another."""

    groups: list[Group]
    needs: list[Need] = field(init=False)
    mentors: list[Candidate] = field(init=False)

    def __post_init__(self) -> None:
        """Fixes the order, so that the same cohort gives the same answer however it was read."""
        self.needs = [need for group in self.groups for need in group.needs]
        found = {one.mentor_id: one for group in self.groups for one in group.allowed}
        self.mentors = [found[one] for one in sorted(found)]

    def edges(self) -> Edges:
        """Every allowed pair with its score."""
        import numpy as np

        column = {one.mentor_id: number for number, one in enumerate(self.mentors)}
        parts = [part for first, group in self._starts() for part in _parts(group, first, column)]
        if not parts:
            nothing = np.empty(0, dtype=np.int64)
            return Edges(nothing, nothing, nothing)
        return Edges(*(np.concatenate(some) for some in zip(*parts, strict=True)))

    def _starts(self) -> Iterator[tuple[int, Group]]:
        first = 0
        for group in self.groups:
            yield first, group
            first += len(group.needs)


def groups_of(cohort: Cohort, needs: Sequence[Need], mentors: Sequence[Candidate]) -> list[Group]:
    """The requests by organisation and form, with the mentors whom they see."""
    fixed_whom: dict[tuple[int, MentoringForm], set[int]] = defaultdict(set)
    for need in cohort.needs:
        if need.request_id in cohort.fixed:
            fixed_whom[cohort.fixed[need.request_id], need.form].add(need.mentee_id)
    barred = {key: frozenset(mentees) for key, mentees in fixed_whom.items()}
    known = {one.mentor_id: one for one in mentors}
    seen_in: dict[int, list[Candidate]] = defaultdict(list)
    for one in mentors:
        for organisation_id in one.organisation_ids | (one.visible_organisation_ids or frozenset()):
            seen_in[organisation_id].append(one)
    by_kind: dict[tuple[int, MentoringForm], list[Need]] = defaultdict(list)
    for need in needs:
        by_kind[need.organisation_id, need.form].append(need)
    groups = []
    for (organisation_id, form), some in sorted(by_kind.items()):
        today = cohort.days[organisation_id]
        seen = {
            one.mentor_id: tuple(rule for rule in refusals(some[0], one, today) if rule not in OF_THE_PAIR)
            for one in seen_in[organisation_id]
            if form in one.forms
        }
        groups.append(Group(some, seen, known, barred))
    return groups


def islands_of(groups: Sequence[Group]) -> list[Island]:
    """The groups put together where they share a mentor with a place."""
    home: dict[int, int] = {}
    members = {number: [number] for number in range(len(groups))}
    for number, group in enumerate(groups):
        for shared in {home[one.mentor_id] for one in group.allowed if one.mentor_id in home}:
            if shared != number and shared in members:
                moved = members.pop(shared)
                members[number] += moved
                home.update({one: number for one, where in home.items() if where == shared})
        home.update({one.mentor_id: number for one in group.allowed})
    return [Island([groups[number] for number in sorted(some)]) for _, some in sorted(members.items())]


def _parts(group: Group, first: int, column: Mapping[int, int]) -> Iterator[tuple["NDArray[Any]", ...]]:
    """The edges of some needs at a time; `first` is the row of the group's first need."""
    import numpy as np

    if not group.allowed:
        return
    mentors = group.allowed
    columns = np.array([column[one.mentor_id] for one in mentors], dtype=np.int32)
    place = {one.mentor_id: number for number, one in enumerate(mentors)}
    for start in range(0, len(group.needs), CHUNK):
        needs = group.needs[start : start + CHUNK]
        grid = scores_of(needs, mentors)
        may = np.ones(grid.shape, dtype=bool)
        for row, need in enumerate(needs):
            may[row, [place[one] for one in group.unfit(need) if one in place]] = False
        rows, found = np.nonzero(may)
        yield (rows + (first + start)).astype(np.int32), columns[found], grid[rows, found]
