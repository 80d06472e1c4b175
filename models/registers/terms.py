"""Which registers there are and by what each can be filtered (OMS-11). Codes only; words live in `locales/`."""

from collections.abc import Mapping
from enum import StrEnum

from models.errors import ProgrammeError
from models.mentorships.states import MentorshipState
from models.people.profile import SOURCES
from models.people.states import MentorState
from models.people.topics import TOPICS
from models.requests.states import RequestState
from models.terms import MentoringForm


class Register(StrEnum):
    """A list that a curator leafs through: a filtered view, no table of its own (reference.md §1)."""

    MENTORS = "MENTORS"
    MENTEES = "MENTEES"
    PAIRS = "PAIRS"
    REQUESTS = "REQUESTS"


class Facet(StrEnum):
    """By what a register is filtered."""

    STATE = "STATE"
    FORM = "FORM"
    TOPIC = "TOPIC"
    SOURCE = "SOURCE"
    LOAD = "LOAD"
    WAIT = "WAIT"
    AGREED = "AGREED"
    SCHOOL = "SCHOOL"


class Load(StrEnum):
    """How a mentor's places stand (R-02)."""

    FREE = "FREE"
    FULL = "FULL"
    IDLE = "IDLE"
    """Without a single pair."""


class Agreed(StrEnum):
    """What a mentor has agreed to beyond the own pairs."""

    POOL = "POOL"
    """To be asked by other schools: the pool of the municipality and the region (KHK-15)."""
    RESERVE = "RESERVE"
    """To be called again after a pause or a finished cycle: the long-term base (OMS-41)."""


class Standing(StrEnum):
    """Where a mentee stands."""

    LOOKING = "LOOKING"
    """Has asked and has no mentor yet."""
    PAIRED = "PAIRED"
    NEITHER = "NEITHER"


NO_CARD = "NONE"
"""A mentor whose card is not there, or not any more."""
ENDED = "ENDED"
"""Pairs that have worked and are over."""
CLOSED = "CLOSED"
"""Requests that are over, whatever came of them."""
WAITS = ("3", "7", "14")
"""Longer than so many calendar days of the school."""

_S, _R = MentorshipState, RequestState
FACETS: dict[Register, dict[Facet, tuple[str, ...]]] = {
    Register.MENTORS: {
        Facet.STATE: (
            MentorState.APPLICANT.value,
            MentorState.APPROVED.value,
            MentorState.PAUSED.value,
            MentorState.RESERVE.value,
            NO_CARD,
        ),
        Facet.LOAD: tuple(load.value for load in Load),
        Facet.AGREED: tuple(agreed.value for agreed in Agreed),
        Facet.TOPIC: tuple(TOPICS),
        Facet.FORM: tuple(form.value for form in MentoringForm),
        Facet.SOURCE: tuple(source.value for source in SOURCES),
        Facet.SCHOOL: (),
    },
    Register.MENTEES: {
        Facet.STATE: tuple(standing.value for standing in Standing),
        Facet.WAIT: WAITS,
        Facet.TOPIC: tuple(TOPICS),
        Facet.SCHOOL: (),
    },
    Register.PAIRS: {
        Facet.STATE: (
            *(one.value for one in (_S.PROPOSED, _S.AGREED, _S.APPROVED, _S.TRIAL, _S.ACTIVE, _S.PAUSED, _S.CLOSING)),
            ENDED,
        ),
        Facet.TOPIC: tuple(TOPICS),
        Facet.FORM: tuple(form.value for form in MentoringForm),
        Facet.SCHOOL: (),
    },
    Register.REQUESTS: {
        Facet.STATE: (
            *(one.value for one in (_R.SUBMITTED, _R.QUEUED, _R.PROPOSED, _R.RETURNED, _R.AWAITING_CONSENT)),
            _R.MATCHED.value,
            CLOSED,
        ),
        Facet.WAIT: WAITS,
        Facet.TOPIC: tuple(TOPICS),
        Facet.FORM: tuple(form.value for form in MentoringForm),
        Facet.SCHOOL: (),
    },
}
"""The filters of each register and their values; a school is named by its id."""
Chosen = Mapping[Facet, str]


def checked(register: Register, values: Mapping[str, str]) -> dict[Facet, str]:
    """A filter out of what was pressed, which may be forged. Raises ProgrammeError `error-gone` for any other value."""
    chosen = {}
    for name, value in values.items():
        facet = next((one for one in FACETS[register] if one == name), None)
        if facet is None or not (value in FACETS[register][facet] or (facet is Facet.SCHOOL and value.isdecimal())):
            raise ProgrammeError("error-gone")
        chosen[facet] = value
    return chosen
