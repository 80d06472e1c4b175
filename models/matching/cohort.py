"""Whole cohorts: what the optimum is asked, and what it answers (issue 4, «Подобрать всем»). Facts without words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.matching.need import Candidate, Need
from models.matching.reasons import Reason


class NeedLeft(StrEnum):
    """Why a request has nobody; the number that goes with it counts the mentors it speaks of.

    NO_MENTOR – nobody mentors in this form where the mentee belongs. ALL_FULL – their places are taken or offered.
    ONLY_PAUSED, NOT_CONFIRMED, NO_CONSENT – the state of those who have a place. ALL_ASKED – whoever is free was asked
    for this request before, or may not be paired with this mentee. NO_TOPIC – nobody knows the topics, and the places
    of the others went to other requests. OUTBID – so did the places of those who know them. BY_HAND – the curator took
    the pair out.
    """

    NO_MENTOR = "NO_MENTOR"
    ALL_FULL = "ALL_FULL"
    ONLY_PAUSED = "ONLY_PAUSED"
    NOT_CONFIRMED = "NOT_CONFIRMED"
    NO_CONSENT = "NO_CONSENT"
    ALL_ASKED = "ALL_ASKED"
    NO_TOPIC = "NO_TOPIC"
    OUTBID = "OUTBID"
    BY_HAND = "BY_HAND"


class MentorLeft(StrEnum):
    """Why a mentor has got nobody. FREE – the requests went to others. NOBODY_ASKS – no request that they may take."""

    FREE = "FREE"
    NOBODY_ASKS = "NOBODY_ASKS"
    FULL = "FULL"
    PAUSED = "PAUSED"
    NOT_CONFIRMED = "NOT_CONFIRMED"
    NO_CONSENT = "NO_CONSENT"


@dataclass(frozen=True, slots=True)
class Cohort:
    """All that the optimum is told.

    `days` is the local day of each organisation that a need or a mentor names; `fixed` gives mentors by request.
    """

    needs: tuple[Need, ...]
    mentors: tuple[Candidate, ...]
    days: Mapping[int, date]
    fixed: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assigned:
    """A request with its mentor. `score` is for comparing plans alone; people are told the reasons."""

    request_id: int
    mentor_id: int
    score: int
    reasons: tuple[Reason, ...]
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class LeftNeed:
    """A request without a mentor, and why."""

    request_id: int
    why: NeedLeft
    count: int


@dataclass(frozen=True, slots=True)
class LeftMentor:
    """A mentor without a request, why, and how many places are free."""

    mentor_id: int
    why: MentorLeft
    places: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """The best plan for a cohort: pairs and requests in the order of the requests, mentors by id."""

    pairs: tuple[Assigned, ...]
    left_needs: tuple[LeftNeed, ...]
    left_mentors: tuple[LeftMentor, ...]

    @property
    def score(self) -> int:
        """The sum over all pairs."""
        return sum(pair.score for pair in self.pairs)


def places_of(mentor: Candidate) -> int:
    """Places that a plan may give away: those that nobody has and nobody is being asked about."""
    return max(mentor.free_places - mentor.pending, 0)
