from dataclasses import replace
from datetime import date

import pytest

from models.matching.need import Candidate, Need
from models.matching.rules import Refusal, refusals
from models.people.states import MentorState
from models.terms import MentoringForm

TODAY = date(2026, 10, 13)
FORM = MentoringForm.TEACHER_TEACHER
SCHOOL, OTHER_SCHOOL = 25, 37
MENTEE, MENTOR = 1, 2

need = Need(request_id=7, mentee_id=MENTEE, organisation_id=SCHOOL, form=FORM)
mentor = Candidate(
    MENTOR, frozenset({SCHOOL}), MentorState.APPROVED, frozenset({FORM}), capacity=2, load=1, has_consent=True
)


def test_it_forbids_nothing_to_a_mentor_who_is_free():
    assert refusals(need, mentor, TODAY) == ()


@pytest.mark.parametrize("state", [state for state in MentorState if state is not MentorState.APPROVED])
def test_it_suggests_approved_mentors_only(state):
    assert refusals(need, replace(mentor, state=state), TODAY) == (Refusal.STATE,)


def test_it_waits_until_the_day_a_mentor_has_named():
    assert refusals(need, replace(mentor, not_before=date(2026, 10, 14)), TODAY) == (Refusal.PAUSED,)
    assert refusals(need, replace(mentor, not_before=TODAY), TODAY) == ()


def test_it_stays_within_the_school_unless_the_card_is_seen_more_widely():
    stranger = replace(mentor, organisation_ids=frozenset({OTHER_SCHOOL}))
    assert refusals(need, stranger, TODAY) == (Refusal.SCOPE,)
    assert refusals(need, replace(stranger, visible_organisation_ids=frozenset({99})), TODAY) == (Refusal.SCOPE,)
    assert refusals(need, replace(stranger, visible_organisation_ids=frozenset({SCHOOL})), TODAY) == ()


def test_it_asks_for_the_form_of_the_request():
    peer = replace(mentor, forms=frozenset({MentoringForm.STUDENT_STUDENT}))
    assert refusals(need, peer, TODAY) == (Refusal.FORM,)


@pytest.mark.parametrize(("capacity", "load"), [(0, 0), (2, 2), (1, 3)])
def test_it_leaves_a_full_mentor_alone(capacity, load):
    assert refusals(need, replace(mentor, capacity=capacity, load=load), TODAY) == (Refusal.CAPACITY,)


def test_it_does_not_take_an_open_offer_for_a_place():
    assert refusals(need, replace(mentor, pending=5), TODAY) == ()


def test_it_suggests_nobody_without_consent():
    assert refusals(need, replace(mentor, has_consent=False), TODAY) == (Refusal.CONSENT,)


def test_it_never_gives_people_to_themselves():
    assert refusals(need, replace(mentor, mentor_id=MENTEE), TODAY) == (Refusal.SELF,)


def test_it_makes_no_reciprocal_pair():
    assert refusals(replace(need, mentoring_whom=frozenset({MENTOR})), mentor, TODAY) == (Refusal.RECIPROCAL,)


def test_it_does_not_ask_again_who_has_declined_this_request():
    assert refusals(replace(need, refused_mentor_ids=frozenset({MENTOR})), mentor, TODAY) == (Refusal.ASKED_BEFORE,)


def test_it_has_nothing_against_a_superior():
    assert refusals(replace(need, superior_ids=frozenset({MENTOR})), mentor, TODAY) == ()


def test_it_names_every_refusal_in_one_fixed_order():
    hopeless = Candidate(MENTEE, frozenset(), MentorState.LEFT, frozenset(), capacity=0, not_before=date(2027, 1, 11))
    asked = replace(need, refused_mentor_ids=frozenset({MENTEE}), mentoring_whom=frozenset({MENTEE}))
    assert refusals(asked, hopeless, TODAY) == tuple(Refusal)
