import json
from dataclasses import replace

import pytest

from models.matching.need import Candidate, Need
from models.matching.reasons import Reason, ReasonKind
from models.matching.score import reasons, score
from models.people.states import MentorState
from models.terms import MentoringForm

FORM = MentoringForm.TEACHER_TEACHER
MENTOR = 2

need = Need(1, 1, 25, FORM, topics=("CLASS", "ANALYSIS"), slots=frozenset({"TUE_AFTERNOON", "THU_AFTERNOON"}))
mentor = Candidate(
    MENTOR,
    frozenset({25}),
    MentorState.APPROVED,
    frozenset({FORM}),
    topics=frozenset({"CLASS", "DOCUMENTS"}),
    strong_topics=("DOCUMENTS",),
    slots=frozenset({"TUE_AFTERNOON"}),
    has_consent=True,
)


def kinds(a_need: Need, candidate: Candidate) -> list[ReasonKind]:
    return [reason.kind for reason in reasons(a_need, candidate)]


def test_it_says_what_the_curator_reads_about_the_best():
    best = replace(mentor, topics=frozenset(need.topics), strong_topics=need.topics, load=1)
    assert reasons(need, best) == (
        Reason.of(ReasonKind.ALL_TOPICS_STRONG, wanted=2),
        Reason.of(ReasonKind.SHARED_TIMES, slots=("TUE_AFTERNOON",)),
        Reason.of(ReasonKind.FREE_PLACES, places=1),
    )


def test_it_says_what_the_curator_reads_about_the_second():
    second = replace(mentor, slots=frozenset({"MON_MORNING"}))
    assert reasons(need, second) == (
        Reason.of(ReasonKind.TOPICS_COVERED, covered=1, wanted=2, strong=0),
        Reason.of(ReasonKind.OTHER_TIMES),
        Reason.of(ReasonKind.FREE_PLACES, places=2),
    )


def test_it_says_that_no_topic_is_known():
    assert kinds(need, replace(mentor, topics=frozenset()))[0] is ReasonKind.NO_TOPIC


def test_it_says_nothing_about_topics_and_times_that_nobody_named():
    silent = replace(need, topics=(), slots=frozenset())
    assert kinds(silent, mentor) == [ReasonKind.FREE_PLACES]
    assert ReasonKind.OTHER_TIMES not in kinds(need, replace(mentor, slots=frozenset()))


def test_it_says_everything_in_one_fixed_order():
    wished = replace(need, wished_mentor_ids=(9, MENTOR), superior_ids=frozenset({MENTOR}))
    everything = kinds(wished, replace(mentor, pending=1, level=2, ready=True))
    assert everything == [
        ReasonKind.TOPICS_COVERED,
        ReasonKind.WISHED,
        ReasonKind.SHARED_TIMES,
        ReasonKind.FREE_PLACES,
        ReasonKind.OFFERS_OPEN,
        ReasonKind.LEVEL,
        ReasonKind.TRAINED,
        ReasonKind.SUPERIOR,
    ]


@pytest.mark.parametrize(
    "better",
    [
        {"topics": frozenset({"CLASS", "ANALYSIS"})},
        {"strong_topics": ("CLASS",)},
        {"slots": frozenset({"TUE_AFTERNOON", "THU_AFTERNOON"})},
        {"capacity": 3, "load": 0},
        {"level": 1},
        {"ready": True},
    ],
)
def test_it_prefers_whoever_has_more_of_one_thing(better):
    ordinary = replace(mentor, load=1)
    assert score(need, replace(ordinary, **better)) > score(need, ordinary)


def test_it_counts_an_open_offer_against_the_next_one():
    assert score(need, mentor) > score(need, replace(mentor, pending=1)) > score(need, replace(mentor, pending=2))


def test_it_raises_the_wished_in_the_order_of_the_wish():
    wishes = [(MENTOR, 8, 9), (8, MENTOR, 9), (8, 9, MENTOR), (8, 9)]
    scores = [score(replace(need, wished_mentor_ids=wished), mentor) for wished in wishes]
    assert scores == sorted(set(scores), reverse=True)


def test_it_never_lets_a_superior_count():
    assert score(replace(need, superior_ids=frozenset({MENTOR})), mentor) == score(need, mentor)


def test_it_warns_of_nothing_but_the_superior():
    assert [kind for kind in ReasonKind if kind.is_warning] == [ReasonKind.SUPERIOR]


def test_it_takes_times_agreed_later_for_neither_good_nor_bad():
    shared, later, other = (
        score(need, replace(mentor, slots=slots)) for slots in (need.slots, frozenset(), frozenset({"SAT_MORNING"}))
    )
    assert shared > later > other


def test_it_finds_its_reasons_again_in_what_was_stored():
    said = reasons(need, replace(mentor, pending=1))
    stored = json.loads(json.dumps([reason.dump() for reason in said]))
    assert tuple(map(Reason.load, stored)) == said


def test_it_refuses_a_stored_reason_of_an_unknown_kind():
    with pytest.raises(ValueError, match="CHARM"):
        Reason.load({"kind": "CHARM"})
