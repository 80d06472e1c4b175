"""«Подобрать всем»: the exact optimum over all open requests and remaining places, and why somebody is left over.

Hard rules first (R-01, R-05), then as many requests as possible, then the highest total score, then even load. Pure;
its dear imports stand inside the functions that need them: it belongs to a process of its own (handlers/workshop.py).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from models.matching.cohort import (
    Assigned,
    Assignment,
    Cohort,
    LeftMentor,
    LeftNeed,
    MentorLeft,
    NeedLeft,
    places_of,
)
from models.matching.flow import best_plan
from models.matching.need import Candidate, Need
from models.matching.pool import Group, groups_of, islands_of
from models.matching.rules import Refusal
from models.matching.score import reasons, score
from models.people.states import MentorState

_ON_THE_WAY = (MentorState.APPLICANT, MentorState.ASSESSMENT, MentorState.TRAINING)
_GONE = (MentorState.REJECTED, MentorState.LEFT, MentorState.SUSPENDED, MentorState.RESERVE)
"""Out of the programme, or out of this cycle: nobody asks why they have no pair."""


def assign(cohort: Cohort) -> Assignment:
    """The best plan; the same cohort gives the same plan, in whatever order it was read.

    A fixed pair is kept as it is, whatever the rules say of it by now, and takes its place first.
    """
    known = {one.mentor_id: one for one in cohort.mentors}
    fixed = {request: mentor for request, mentor in cohort.fixed.items() if mentor in known}
    cohort = replace(cohort, fixed=fixed)
    needs = sorted(cohort.needs, key=lambda need: need.request_id)
    taken = Counter(fixed[need.request_id] for need in needs if need.request_id in fixed)
    open_needs = [need for need in needs if need.request_id not in fixed]
    mentors = [_with_fixed(known[one], taken[one]) for one in sorted(known)]
    groups = groups_of(cohort, open_needs, mentors)
    pairs = {need.request_id: _kept(need, known[fixed[need.request_id]]) for need in needs if need.request_id in fixed}
    for island in islands_of(groups):
        for (row, column), points in best_plan(island).pairs.items():
            need, one = island.needs[row], island.mentors[column]
            pairs[need.request_id] = Assigned(need.request_id, one.mentor_id, points, reasons(need, one))
    left = {one.request_id: one for group in groups for one in _left_needs(group, pairs)}
    return Assignment(
        tuple(pairs[need.request_id] for need in needs if need.request_id in pairs),
        tuple(left[need.request_id] for need in needs if need.request_id in left),
        tuple(_left_mentors(cohort, mentors, groups, {pair.mentor_id for pair in pairs.values()})),
    )


def _kept(need: Need, one: Candidate) -> Assigned:
    return Assigned(need.request_id, one.mentor_id, score(need, one), reasons(need, one), is_fixed=True)


def _with_fixed(one: Candidate, taken: int) -> Candidate:
    """The mentor with the fixed pairs on their shoulders; they count like open offers, for their yes is awaited."""
    return replace(one, pending=one.pending + taken) if taken else one


def _left_needs(group: Group, pairs: Mapping[int, Assigned]) -> Iterator[LeftNeed]:
    for need in group.needs:
        if need.request_id not in pairs:
            why, count = why_left(group, need)
            yield LeftNeed(need.request_id, why, count)


def why_left(group: Group, need: Need) -> tuple[NeedLeft, int]:
    """Why a request has nobody, by whichever hurdle is the lowest, and how many mentors stand behind it."""
    if not group.sight.seen:
        return NeedLeft.NO_MENTOR, 0
    if not group.sight.allowed:
        return _nobody_allowed(group)
    unfit = group.unfit(need)
    free = sum(one.mentor_id not in unfit for one in group.sight.allowed)
    if not free:
        return NeedLeft.ALL_ASKED, len(group.sight.allowed)
    knows = not need.topics or bool(group.sight.topics.intersection(need.topics))
    return (NeedLeft.OUTBID if knows else NeedLeft.NO_TOPIC), free


def _nobody_allowed(group: Group) -> tuple[NeedLeft, int]:
    hurdles = Counter(_hurdle(group.sight.known[one], found) for one, found in group.sight.seen.items())
    for why in (NeedLeft.ALL_FULL, NeedLeft.ONLY_PAUSED, NeedLeft.NOT_CONFIRMED, NeedLeft.NO_CONSENT):
        if hurdles[why]:
            return why, hurdles[why]
    return NeedLeft.NO_MENTOR, 0


def _hurdle(one: Candidate, found: tuple[Refusal, ...]) -> NeedLeft | None:
    """What stands in the way of a mentor; None for one who is out of the programme."""
    if one.state in _GONE:
        return None
    if one.state in _ON_THE_WAY:
        return NeedLeft.NOT_CONFIRMED
    if Refusal.CONSENT in found:
        return NeedLeft.NO_CONSENT
    return NeedLeft.ONLY_PAUSED if {Refusal.PAUSED, Refusal.STATE} & set(found) else NeedLeft.ALL_FULL


def _left_mentors(
    cohort: Cohort, mentors: Sequence[Candidate], groups: Sequence[Group], given: Set[int]
) -> Iterator[LeftMentor]:
    """Those without a pair in the plan, whoever is out of the programme excepted."""
    for one in mentors:
        if one.mentor_id not in given and one.state not in _GONE:
            yield LeftMentor(one.mentor_id, _why_free(cohort, one, groups), places_of(one))


def _why_free(cohort: Cohort, one: Candidate, groups: Sequence[Group]) -> MentorLeft:
    if one.state in _ON_THE_WAY:
        return MentorLeft.NOT_CONFIRMED
    days = [cohort.days[at] for at in one.organisation_ids if at in cohort.days]
    if one.state == MentorState.PAUSED or _rests(one, days):
        return MentorLeft.PAUSED
    if not one.has_consent:
        return MentorLeft.NO_CONSENT
    if not places_of(one):
        return MentorLeft.FULL
    return MentorLeft.FREE if any(_is_wanted(group, one) for group in groups) else MentorLeft.NOBODY_ASKS


def _rests(one: Candidate, days: Sequence[date]) -> bool:
    return one.not_before is not None and any(one.not_before > day for day in days)


def _is_wanted(group: Group, one: Candidate) -> bool:
    """Whether somebody of the group may have this mentor."""
    is_allowed = group.sight.seen.get(one.mentor_id) == ()
    return is_allowed and any(one.mentor_id not in group.unfit(need) for need in group.needs)
