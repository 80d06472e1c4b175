"""Who may be asked for whom: a cohort sorted into groups that see the same mentors, and the edges between them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from models.matching.cohort import Cohort
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
class Sight:
    """The mentors whom an organisation sees in a form; others may see just the same ones."""

    seen: dict[int, tuple[Refusal, ...]]
    """What forbids each of them, whoever asks."""
    known: Mapping[int, Candidate]

    @cached_property
    def allowed(self) -> list[Candidate]:
        """The mentors with a place to give."""
        free = [self.known[one] for one, found in self.seen.items() if not found]
        return [one for one in free if one.capacity > one.load + one.pending]

    @cached_property
    def ids(self) -> tuple[int, ...]:
        """Theirs."""
        return tuple([one.mentor_id for one in self.allowed])

    @cached_property
    def topics(self) -> frozenset[str]:
        """All that they know."""
        return frozenset(topic for one in self.allowed for topic in (*one.topics, *one.strong_topics))


@dataclass
class Group:
    """The requests of one organisation and form. For all of them the same mentors are allowed, save pair by pair."""

    needs: list[Need]
    sight: Sight
    barred: Mapping[tuple[int, MentoringForm], frozenset[int]]
    """Whom a fixed pair makes unfit: its mentee may not be its mentor's mentor (R-01)."""

    def unfit(self, need: Need) -> frozenset[int]:
        """The mentors whom this very request may not have."""
        unfit = need.refused_mentor_ids | need.mentoring_whom | {need.mentee_id}
        return unfit | self.barred.get((need.mentee_id, need.form), frozenset()) if self.barred else unfit


Asking = tuple[int, Need, frozenset[int]]
"""A request with its row, and the mentors whom it may not have."""


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
        sights = {group.sight.ids: group.sight for group in self.groups}
        found = {one.mentor_id: one for sight in sights.values() for one in sight.allowed}
        self.mentors = [found[one] for one in sorted(found)]

    def edges(self) -> Edges:
        """Every allowed pair with its score."""
        import numpy as np

        column = {one.mentor_id: number for number, one in enumerate(self.mentors)}
        parts = [part for asking, mentors in self._sights() for part in _parts(asking, mentors, column)]
        if not parts:
            nothing = np.empty(0, dtype=np.int32)
            return Edges(nothing, nothing, nothing)
        return Edges(*(np.concatenate(some) for some in zip(*parts, strict=True)))

    def _sights(self) -> Iterator[tuple[list[Asking], list[Candidate]]]:
        """Requests that see just the same mentors, of whatever schools: their scores are laid out together."""
        together: dict[tuple[int, ...], tuple[list[Asking], list[Candidate]]] = {}
        row = 0
        for group in self.groups:
            asking = together.setdefault(group.sight.ids, ([], group.sight.allowed))[0]
            for need in group.needs:
                asking.append((row, need, group.unfit(need)))
                row += 1
        yield from (sight for sight in together.values() if sight[1])


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
    forbids: dict[tuple[MentoringForm, date], dict[int, tuple[Refusal, ...]]] = defaultdict(dict)
    """Where a mentor is seen at all, the rules ask for nothing but the form and the day."""
    sights: dict[tuple[MentoringForm, date, tuple[int, ...]], Sight] = {}
    groups = []
    for (organisation_id, form), some in sorted(by_kind.items()):
        today, seen = cohort.days[organisation_id], [one for one in seen_in[organisation_id] if form in one.forms]
        ids = tuple([one.mentor_id for one in seen])
        if (form, today, ids) not in sights:
            found = forbids[form, today]
            for one in seen:
                if one.mentor_id not in found:
                    found[one.mentor_id] = _of_the_card(some[0], one, today)
            sights[form, today, ids] = Sight({one: found[one] for one in ids}, known)
        groups.append(Group(some, sights[form, today, ids], barred))
    return groups


def _of_the_card(need: Need, one: Candidate, today: date) -> tuple[Refusal, ...]:
    found = refusals(need, one, today)
    return tuple([rule for rule in found if rule not in OF_THE_PAIR]) if found else found


def islands_of(groups: Sequence[Group]) -> list[Island]:
    """The groups put together where they share a mentor with a place."""
    home: dict[int, int] = {}
    members = {number: [number] for number in range(len(groups))}
    for number, group in enumerate(groups):
        for shared in {home[one] for one in group.sight.ids if one in home}:
            if shared != number and shared in members:
                moved = members.pop(shared)
                members[number] += moved
                home.update({one: number for one, where in home.items() if where == shared})
        home.update(dict.fromkeys(group.sight.ids, number))
    return [Island([groups[number] for number in sorted(some)]) for _, some in sorted(members.items())]


def _parts(
    asking: Sequence[Asking], mentors: Sequence[Candidate], column: Mapping[int, int]
) -> Iterator[tuple["NDArray[Any]", ...]]:
    """The edges of some requests at a time."""
    import numpy as np

    columns = np.array([column[one.mentor_id] for one in mentors], dtype=np.int32)
    place = {one.mentor_id: number for number, one in enumerate(mentors)}
    for start in range(0, len(asking), CHUNK):
        some = asking[start : start + CHUNK]
        rows = np.array([row for row, _, _ in some], dtype=np.int32)
        scores = scores_of([need for _, need, _ in some], mentors)
        parts = np.repeat(rows, len(mentors)), np.tile(columns, len(some)), scores.ravel()
        out = [at * len(mentors) + place[one] for at, (_, _, unfit) in enumerate(some) for one in unfit if one in place]
        yield tuple(np.delete(part, out) for part in parts) if out else parts
