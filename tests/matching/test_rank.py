from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.availability import DayPart, Weekday, slot_codes
from models.matching.need import Candidate, Need
from models.matching.rank import rank
from models.matching.reasons import ReasonKind
from models.matching.rules import refusals
from models.matching.score import score
from models.people.states import MentorState
from models.terms import MentoringForm

TODAY = date(2026, 10, 13)
FORM = MentoringForm.TEACHER_TEACHER
SCHOOL = 25
A_AND_B = Need(1, 1, SCHOOL, FORM, topics=("A", "B"))

topics = st.sampled_from("ABCDE")
slots = st.frozensets(st.sampled_from(sorted(slot_codes(Weekday, DayPart))), max_size=4)
people = st.integers(1, 12)
schools = st.frozensets(st.integers(24, 27), max_size=2)

needs = st.builds(
    Need,
    request_id=st.just(1),
    mentee_id=people,
    organisation_id=st.integers(24, 27),
    form=st.sampled_from((FORM, MentoringForm.STUDENT_STUDENT)),
    topics=st.lists(topics, unique=True, max_size=4).map(tuple),
    slots=slots,
    wished_mentor_ids=st.lists(people, unique=True, max_size=3).map(tuple),
    superior_ids=st.frozensets(people, max_size=2),
    refused_mentor_ids=st.frozensets(people, max_size=2),
    mentoring_whom=st.frozensets(people, max_size=1),
)
mentors = st.builds(
    Candidate,
    mentor_id=people,
    organisation_ids=schools,
    state=st.sampled_from((MentorState.APPROVED, MentorState.APPROVED, MentorState.APPROVED, MentorState.PAUSED)),
    forms=st.sampled_from((frozenset({FORM}), frozenset({FORM, MentoringForm.STUDENT_STUDENT}))),
    topics=st.frozensets(topics, max_size=4),
    strong_topics=st.lists(topics, unique=True, max_size=3).map(tuple),
    capacity=st.integers(0, 3),
    load=st.integers(0, 3),
    pending=st.integers(0, 3),
    slots=slots,
    level=st.integers(0, 3),
    ready=st.booleans(),
    has_consent=st.sampled_from((True, True, False)),
    not_before=st.sampled_from((None, None, TODAY, TODAY + timedelta(days=1))),
    visible_organisation_ids=st.one_of(st.none(), schools),
)
cohorts = st.lists(mentors, unique_by=lambda mentor: mentor.mentor_id, max_size=10)


def mentor(mentor_id: int, **facts) -> Candidate:
    free = Candidate(mentor_id, frozenset({SCHOOL}), MentorState.APPROVED, frozenset({FORM}), has_consent=True)
    return replace(free, **facts)


def order(need: Need, *candidates: Candidate) -> list[int]:
    return [match.mentor_id for match in rank(need, candidates, TODAY)]


def test_it_puts_whoever_covers_both_topics_first():
    """OMS-12, against everything else that can speak for a mentor."""
    favourite = mentor(
        2,
        topics=frozenset("A"),
        strong_topics=("A",),
        capacity=9,
        level=3,
        ready=True,
        slots=frozenset({"TUE_AFTERNOON"}),
    )
    covers_both = mentor(3, topics=frozenset("AB"), capacity=9, load=8, pending=4, slots=frozenset({"SAT_DAY"}))
    wishes = replace(A_AND_B, wished_mentor_ids=(2,), slots=frozenset({"TUE_AFTERNOON"}))
    assert order(wishes, favourite, covers_both) == [3, 2]


def test_it_never_shows_an_overloaded_mentor():
    """OMS-12."""
    full = mentor(2, topics=frozenset("AB"), strong_topics=("A", "B"), capacity=2, load=2)
    assert order(A_AND_B, full, mentor(3)) == [3]


def test_it_orders_the_two_mentors_of_the_curators_screen():
    need = replace(A_AND_B, slots=frozenset({"TUE_AFTERNOON", "TUE_EVENING", "THU_AFTERNOON", "THU_EVENING"}))
    lebedeva = mentor(2, topics=frozenset("AB"), strong_topics=("A", "B"), load=1, slots=frozenset({"TUE_AFTERNOON"}))
    sergeeva = mentor(3, topics=frozenset("A"), slots=frozenset({"MON_MORNING"}))
    best, second = rank(need, (sergeeva, lebedeva), TODAY)
    assert (best.mentor_id, second.mentor_id) == (2, 3)
    assert [reason.kind for reason in best.reasons] == [
        ReasonKind.ALL_TOPICS_STRONG,
        ReasonKind.SHARED_TIMES,
        ReasonKind.FREE_PLACES,
    ]


def test_it_raises_a_wished_mentor():
    """OMS-16."""
    alike = [mentor(number, topics=frozenset("AB")) for number in (2, 3, 4)]
    assert order(replace(A_AND_B, wished_mentor_ids=(4, 3)), *alike) == [4, 3, 2]


def test_it_settles_equal_scores_by_the_lowest_load_and_then_by_id():
    busy, idle = mentor(2, capacity=4, load=2), mentor(5, capacity=2, load=1)
    assert score(A_AND_B, busy) == score(A_AND_B, idle)
    assert order(A_AND_B, busy, idle, mentor(4, capacity=2, load=1)) == [4, 5, 2]


def test_it_gives_as_many_as_it_is_asked_for():
    crowd = [mentor(number) for number in range(2, 9)]
    assert len(rank(A_AND_B, crowd, TODAY)) == 7
    assert rank(A_AND_B, crowd, TODAY, limit=3) == rank(A_AND_B, crowd, TODAY)[:3]
    assert rank(A_AND_B, crowd, TODAY, limit=0) == ()


def test_it_finds_nobody_where_nobody_is():
    assert rank(A_AND_B, (), TODAY) == ()


@given(needs, cohorts)
def test_it_suggests_only_whom_it_may(need, cohort):
    known = {one.mentor_id: one for one in cohort}
    for match in rank(need, cohort, TODAY):
        found = known[match.mentor_id]
        assert found.load < found.capacity
        assert need.organisation_id in found.organisation_ids | (found.visible_organisation_ids or frozenset())
        assert found.state is MentorState.APPROVED
        assert found.not_before is None or found.not_before <= TODAY
        assert found.has_consent
        assert found.mentor_id != need.mentee_id
        assert found.mentor_id not in need.refused_mentor_ids | need.mentoring_whom


@given(needs, cohorts)
def test_it_leaves_out_nobody_whom_no_rule_forbids(need, cohort):
    allowed = {one.mentor_id for one in cohort if not refusals(need, one, TODAY)}
    assert sorted(match.mentor_id for match in rank(need, cohort, TODAY)) == sorted(allowed)


@given(needs, cohorts, st.randoms(use_true_random=False), st.none() | st.integers(0, 4))
def test_it_gives_the_same_answer_for_the_same_mentors_in_any_order(need, cohort, random, limit):
    shuffled = random.sample(cohort, len(cohort))
    assert rank(need, shuffled, TODAY, limit) == rank(need, cohort, TODAY, limit)


@given(needs, cohorts, mentors)
def test_it_is_not_moved_by_a_mentor_whom_a_rule_forbids(need, cohort, stranger):
    forbidden = replace(stranger, mentor_id=99, has_consent=False)
    assert rank(need, [forbidden, *cohort], TODAY) == rank(need, cohort, TODAY)


@given(needs, cohorts)
def test_it_puts_every_full_cover_before_every_partial_one(need, cohort):
    known = {one.mentor_id: one for one in cohort}
    ranked = [known[match.mentor_id] for match in rank(need, cohort, TODAY)]
    full = [set(need.topics) <= one.topics | set(one.strong_topics) for one in ranked]
    assert full == sorted(full, reverse=True)


@given(needs, mentors)
def test_it_counts_in_whole_numbers_and_says_each_thing_once(need, one):
    able = replace(
        one,
        organisation_ids=frozenset({need.organisation_id}),
        state=MentorState.APPROVED,
        forms=frozenset({need.form}),
        capacity=4,
        has_consent=True,
        not_before=None,
        mentor_id=99,
    )
    (match,) = rank(need, [able], TODAY)
    kinds = [reason.kind for reason in match.reasons]
    assert type(match.score) is int
    assert match.score >= 0
    assert kinds == sorted(set(kinds), key=list(ReasonKind).index)
