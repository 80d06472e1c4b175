"""Which function defines which signal, and what keeps a raised one open."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from models.oversight.conditions import forms, meetings, mentors, pairs, ratings, requests, schools
from models.oversight.finding import Condition, Finding, School
from models.oversight.states import SignalCode

CONDITIONS: Mapping[SignalCode, Condition] = MappingProxyType(
    {
        SignalCode.PAIR_NO_MEETING: pairs.no_meeting,
        SignalCode.PAIR_FADING: pairs.fading,
        SignalCode.PAIR_NOT_STARTED: pairs.not_started,
        SignalCode.LOG_OVERDUE: meetings.log_overdue,
        SignalCode.LOW_RATING: ratings.low_rating,
        SignalCode.SIDES_DIVERGE: ratings.sides_diverge,
        SignalCode.HELP_ASKED: ratings.help_asked,
        SignalCode.REQUEST_UNMATCHED: requests.unmatched,
        SignalCode.REQUEST_UNREAD: requests.unread,
        SignalCode.OFFER_UNANSWERED: requests.offer_unanswered,
        SignalCode.MENTOR_OVERLOAD: mentors.overload,
        SignalCode.NO_PLAN: pairs.no_plan,
        SignalCode.NO_SHOW_REPEAT: pairs.no_show_repeat,
        SignalCode.REMATCH_REPEAT: pairs.rematch_repeat,
        SignalCode.FORMAL_FEEDBACK: forms.formal,
        SignalCode.FORM_SILENT: forms.silent,
        SignalCode.MENTOR_SHORTAGE: schools.mentor_shortage,
        SignalCode.CONSENT_MISSING: schools.consent_missing,
        SignalCode.CONSENT_EXPIRING: schools.consent_expiring,
        SignalCode.SCHOOL_SILENT: schools.silent,
        SignalCode.CURATOR_SILENT: schools.curator_silent,
    }
)

LASTS: Mapping[SignalCode, Callable[[School], set[int]]] = MappingProxyType(
    {SignalCode.LOW_RATING: ratings.low_rating_lasts, SignalCode.NO_SHOW_REPEAT: pairs.no_show_repeat_lasts}
)
"""Signals that stay longer than the condition that raised them."""


def found(school: School, code: SignalCode) -> list[Finding]:
    """What meets a condition at this moment, asked once."""
    if code not in school.memo:
        school.memo[code] = CONDITIONS[code](school)
    return school.memo[code]


def standing(school: School, code: SignalCode) -> set[int]:
    """The subjects whose live signal of this code is still true."""
    lasts = LASTS.get(code)
    return lasts(school) if lasts else {finding.subject_id for finding in found(school, code)}
