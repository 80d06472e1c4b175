"""A cohort before its cycle starts, of any size and always the same: for what the optimum costs."""

from collections.abc import Iterator
from datetime import date
from random import Random

from models.availability import ReadyTimes
from models.matching.cohort import Cohort
from models.matching.need import Candidate, Need
from models.people.states import MentorState
from models.people.topics import TOPICS
from models.terms import MentoringForm

TODAY = date(2026, 8, 24)
FORM = MentoringForm.TEACHER_TEACHER
SCHOOL = 25
"""Mentors of a school."""
SCHOOLS = 10
"""Schools of a municipality; their mentors may be asked by each other."""
BEYOND = 0.2
"""The part of the mentors whom the next municipality may ask, too, so that no municipality stands alone."""
PLACES = 2


def cohort(mentors: int, requests: int) -> Cohort:
    """So many mentors with two places and so many requests, in as many schools as they fill."""
    chance = Random(mentors)
    topics = [code for code, topic in TOPICS.items() if FORM in topic.forms]
    schools = max(mentors // SCHOOL, 1)
    needs = tuple(_needs(chance, requests, schools, topics, mentors))
    return Cohort(needs, tuple(_mentors(chance, mentors, schools, topics)), dict.fromkeys(range(schools), TODAY))


def _needs(chance: Random, requests: int, schools: int, topics: list[str], mentors: int) -> Iterator[Need]:
    for number in range(requests):
        wishes = chance.sample(range(mentors), 1) if chance.random() < 0.1 else []
        yield Need(
            request_id=number + 1,
            mentee_id=1_000_000 + number,
            organisation_id=number % schools,
            form=FORM,
            topics=tuple(_some(chance, topics, chance.choice((1, 2, 2, 3)))),
            slots=chance.choice(list(ReadyTimes)).slots,
            wished_mentor_ids=tuple(wishes),
        )


def _mentors(chance: Random, mentors: int, schools: int, topics: list[str]) -> Iterator[Candidate]:
    for number in range(mentors):
        school = number % schools
        known = _some(chance, topics, chance.choice((2, 3, 4, 5)))
        first = school // SCHOOLS * SCHOOLS
        reach = SCHOOLS * (2 if chance.random() < BEYOND else 1)
        yield Candidate(
            mentor_id=number,
            organisation_ids=frozenset({school}),
            state=MentorState.APPROVED,
            forms=frozenset({FORM}),
            topics=frozenset(known),
            strong_topics=tuple(known[:3]),
            capacity=PLACES,
            slots=chance.choice(list(ReadyTimes)).slots,
            level=chance.choice((0, 0, 1, 2, 3)),
            ready=chance.random() < 0.7,
            has_consent=True,
            visible_organisation_ids=frozenset(range(first, min(first + reach, schools))),
        )


def _some(chance: Random, topics: list[str], many: int) -> list[str]:
    """Different topics; the first ones are what most people ask for and fewer know."""
    weights = [1 / (place + 1) for place in range(len(topics))]
    found: dict[str, None] = {}
    while len(found) < many:
        found[chance.choices(topics, weights)[0]] = None
    return list(found)
