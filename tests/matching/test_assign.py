"""The optimum of a whole cohort, held against every other plan there is."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.availability import DayPart, Weekday, slot_codes
from models.matching.assign import assign
from models.matching.cohort import Cohort, MentorLeft, NeedLeft, places_of
from models.matching.grid import scores_of
from models.matching.need import Candidate, Need
from models.matching.reasons import ReasonKind
from models.matching.rules import refusals
from models.matching.score import score
from models.people.states import MentorState
from models.terms import MentoringForm
from tests.matching.test_rank import FORM, SCHOOL, TODAY, mentor, mentors, needs

DAYS = dict.fromkeys(range(20, 40), TODAY)
OTHER = MentoringForm.STUDENT_STUDENT


def cohort(needs, mentors, **fixed) -> Cohort:
    return Cohort(tuple(needs), tuple(mentors), DAYS, **fixed)


def numbered(found: list[Need]) -> list[Need]:
    """Each request once; a mentee asks once in a form."""
    once = {(need.mentee_id, need.form): need for need in found}
    return [replace(need, request_id=number) for number, need in enumerate(once.values(), 1)]


some_needs = st.lists(needs, max_size=5).map(numbered)
some_mentors = st.lists(mentors, unique_by=lambda one: one.mentor_id, max_size=5)


def need(number: int, **facts) -> Need:
    return replace(Need(number, 100 + number, SCHOOL, FORM, topics=("A",)), **facts)


def worth(pairs: list[tuple[Need, Candidate]]) -> tuple[int, int, int]:
    """Matched, score, and less of what mentors carry before each pair; one by one."""
    carried: dict[int, int] = {}
    burden = 0
    for _, one in pairs:
        before = carried.setdefault(one.mentor_id, one.load + one.pending)
        burden += before
        carried[one.mentor_id] += 1
    return len(pairs), sum(score(asked, one) for asked, one in pairs), -burden


def is_lawful(pairs: list[tuple[Need, Candidate]]) -> bool:
    taken = [one.mentor_id for _, one in pairs]
    who = {(asked.mentee_id, one.mentor_id, asked.form) for asked, one in pairs}
    return (
        not any(refusals(asked, one, TODAY) for asked, one in pairs)
        and all(taken.count(one.mentor_id) <= places_of(one) for _, one in pairs)
        and not any((mentor_id, mentee_id, form) in who for mentee_id, mentor_id, form in who)
    )


def best_of_all(asked: list[Need], free: list[Candidate]) -> tuple[int, int, int]:
    """By trying every plan."""
    ways = product(*([None, *(one for one in free if not refusals(each, one, TODAY))] for each in asked))
    plans = ([(each, one) for each, one in zip(asked, way, strict=True) if one] for way in ways)
    return max(worth(plan) for plan in plans if is_lawful(plan))


def chosen(found, asked, free) -> list[tuple[Need, Candidate]]:
    by_id = {one.mentor_id: one for one in free}
    by_request = {each.request_id: each for each in asked}
    return [(by_request[pair.request_id], by_id[pair.mentor_id]) for pair in found.pairs]


@given(some_needs, some_mentors)
def test_it_finds_what_trying_every_plan_finds_and_breaks_no_rule(asked, free):
    found = assign(cohort(asked, free))
    pairs = chosen(found, asked, free)
    assert is_lawful(pairs)
    assert worth(pairs) == best_of_all(asked, free)
    assert {pair.request_id for pair in found.pairs} | {one.request_id for one in found.left_needs} == {
        each.request_id for each in asked
    }


@given(some_needs, some_mentors, mentors, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_it_never_matches_fewer_when_somebody_free_comes_and_minds_no_order(asked, free, comer, random):
    before = assign(cohort(asked, free))
    assert assign(cohort(random.sample(asked, len(asked)), random.sample(free, len(free)))) == before
    with_comer = [*free, replace(comer, mentor_id=99)]
    assert len(assign(cohort(asked, with_comer)).pairs) >= len(before.pairs)


@given(some_needs, some_mentors, st.data())
@settings(max_examples=60)
def test_it_keeps_what_is_fixed_and_gives_no_place_twice(asked, free, data):
    if not asked or not free:
        return
    fixed = {data.draw(st.sampled_from(asked)).request_id: data.draw(st.sampled_from(free)).mentor_id}
    found = assign(cohort(asked, free, fixed=fixed))
    kept = {pair.request_id: pair.mentor_id for pair in found.pairs if pair.is_fixed}
    assert kept == fixed
    others = [(each, one) for each, one in chosen(found, asked, free) if each.request_id not in fixed]
    assert is_lawful(others)
    for one in free:
        kept_for = sum(mentor_id == one.mentor_id for mentor_id in fixed.values())
        taken = kept_for + sum(other is one for _, other in others)
        assert taken <= max(places_of(one), kept_for)
    who = {(each.mentee_id, one.mentor_id, each.form) for each, one in chosen(found, asked, free)}
    assert not any((b, a, form) in who for a, b, form in who if a != b)


@given(st.lists(needs, min_size=1, max_size=6), st.lists(mentors, min_size=1, max_size=6))
def test_it_scores_a_grid_as_it_scores_each_pair(asked, free):
    asked = [replace(each, form=FORM) for each in asked]
    once = list({one.mentor_id: one for one in free}.values())
    grid = scores_of(asked, once)
    assert grid.tolist() == [[score(each, one) for one in once] for each in asked]


def test_it_gives_up_the_better_pair_where_one_more_request_is_matched_so():
    only_one = mentor(2, topics=frozenset("A"), strong_topics=("A",), capacity=1)
    poor = mentor(3, forms=frozenset({FORM, OTHER}), capacity=1)
    picky = need(1, topics=("A",), refused_mentor_ids=frozenset({3}))
    easy = need(2, topics=("A",))
    found = assign(cohort([picky, easy], [only_one, poor]))
    assert [(pair.request_id, pair.mentor_id) for pair in found.pairs] == [(1, 2), (2, 3)]
    assert found.pairs[1].reasons[0].kind is ReasonKind.NO_TOPIC


def test_it_spreads_the_load_where_nothing_else_decides():
    idle, busy = mentor(2, capacity=4, load=1), mentor(3, capacity=4, load=1)
    found = assign(cohort([need(number) for number in range(1, 5)], [idle, busy]))
    assert sorted(pair.mentor_id for pair in found.pairs) == [2, 2, 3, 3]


def test_it_counts_an_open_offer_as_a_place():
    found = assign(cohort([need(1), need(2)], [mentor(2, capacity=2, pending=1)]))
    assert len(found.pairs) == 1


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"organisation_ids": frozenset({37})}, (NeedLeft.NO_MENTOR, 0)),
        ({"forms": frozenset({OTHER})}, (NeedLeft.NO_MENTOR, 0)),
        ({"state": MentorState.LEFT}, (NeedLeft.NO_MENTOR, 0)),
        ({"load": 2}, (NeedLeft.ALL_FULL, 1)),
        ({"pending": 2}, (NeedLeft.ALL_FULL, 1)),
        ({"state": MentorState.PAUSED}, (NeedLeft.ONLY_PAUSED, 1)),
        ({"not_before": date(2027, 1, 1)}, (NeedLeft.ONLY_PAUSED, 1)),
        ({"state": MentorState.APPLICANT}, (NeedLeft.NOT_CONFIRMED, 1)),
        ({"has_consent": False}, (NeedLeft.NO_CONSENT, 1)),
        ({"mentor_id": 101}, (NeedLeft.ALL_ASKED, 1)),
    ],
)
def test_it_says_why_a_request_has_nobody(facts, why):
    found = assign(cohort([need(1)], [mentor(2, **facts) if "mentor_id" not in facts else mentor(101)]))
    assert [(one.why, one.count) for one in found.left_needs] == [why]


def test_it_says_whether_it_was_the_topic_or_the_places():
    busy = mentor(2, topics=frozenset("A"), capacity=1)
    found = assign(cohort([need(1), need(2, topics=("A", "B")), need(3, topics=("C",))], [busy]))
    assert [(one.request_id, one.why) for one in found.left_needs] == [(2, NeedLeft.OUTBID), (3, NeedLeft.NO_TOPIC)]


def test_it_says_why_a_mentor_has_nobody():
    free = {
        2: mentor(2, topics=frozenset("A")),
        3: mentor(3),
        4: mentor(4, forms=frozenset({OTHER})),
        5: mentor(5, load=2),
        6: mentor(6, state=MentorState.PAUSED),
        7: mentor(7, not_before=date(2027, 1, 1)),
        8: mentor(8, state=MentorState.APPLICANT),
        9: mentor(9, has_consent=False),
        10: mentor(10, state=MentorState.LEFT),
    }
    found = assign(cohort([need(1)], free.values()))
    assert {one.mentor_id: one.why for one in found.left_mentors} == {
        3: MentorLeft.FREE,
        4: MentorLeft.NOBODY_ASKS,
        5: MentorLeft.FULL,
        6: MentorLeft.PAUSED,
        7: MentorLeft.PAUSED,
        8: MentorLeft.NOT_CONFIRMED,
        9: MentorLeft.NO_CONSENT,
    }


def test_it_makes_nobody_the_mentor_of_their_own_mentor():
    """R-01, within one plan: each of the two would suit the other best."""
    first = need(1, mentee_id=2, wished_mentor_ids=(3,))
    second = need(2, mentee_id=3, wished_mentor_ids=(2,))
    found = assign(cohort([first, second], [mentor(2), mentor(3), mentor(4)]))
    assert len(found.pairs) == 2
    assert sorted(pair.mentor_id for pair in found.pairs) in ([2, 4], [3, 4])
    fixed = assign(cohort([first, second], [mentor(2), mentor(3)], fixed={1: 3}))
    assert [pair.request_id for pair in fixed.pairs] == [1]


def test_it_fits_times_and_topics_of_many_at_once():
    slots = sorted(slot_codes(Weekday, DayPart))
    asked = [
        need(number, topics=("ABCD"[number % 4],), slots=frozenset({slots[number % 5]})) for number in range(1, 41)
    ]
    free = [mentor(200 + number, topics=frozenset("ABCD"[number % 4])) for number in range(20)]
    found = assign(cohort(asked, free))
    assert len(found.pairs) == 40
    assert all(ReasonKind.NO_TOPIC not in {reason.kind for reason in pair.reasons} for pair in found.pairs)
