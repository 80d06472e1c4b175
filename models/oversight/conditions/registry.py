"""Which function defines which signal, and what keeps a raised one open."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from models.oversight.conditions import meetings, mentors, pairs, ratings, requests
from models.oversight.finding import Condition, School
from models.oversight.states import SignalCode

CONDITIONS: Mapping[SignalCode, Condition] = MappingProxyType(
    {
        SignalCode.PAIR_NO_MEETING: pairs.no_meeting,
        SignalCode.PAIR_FADING: pairs.fading,
        SignalCode.PAIR_NOT_STARTED: pairs.not_started,
        SignalCode.LOG_OVERDUE: meetings.log_overdue,
        SignalCode.LOW_RATING: ratings.low_rating,
        SignalCode.HELP_ASKED: ratings.help_asked,
        SignalCode.REQUEST_UNMATCHED: requests.unmatched,
        SignalCode.REQUEST_UNREAD: requests.unread,
        SignalCode.OFFER_UNANSWERED: requests.offer_unanswered,
        SignalCode.MENTOR_OVERLOAD: mentors.overload,
    }
)

LASTS: Mapping[SignalCode, Callable[[School], set[int]]] = MappingProxyType(
    {SignalCode.LOW_RATING: ratings.low_rating_lasts}
)
"""Signals that stay longer than the condition that raised them."""


def standing(school: School, code: SignalCode) -> set[int]:
    """The subjects whose live signal of this code is still true."""
    lasts = LASTS.get(code)
    return lasts(school) if lasts else {finding.subject_id for finding in CONDITIONS[code](school)}
