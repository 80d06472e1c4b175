"""Risk signals: their codes and their machine (reference.md §4.10, §12)."""

from enum import StrEnum

from models.lifecycle import Lifecycle


class SignalCode(StrEnum):
    """What may need somebody's eye."""

    PAIR_NO_MEETING = "PAIR_NO_MEETING"
    PAIR_FADING = "PAIR_FADING"
    PAIR_NOT_STARTED = "PAIR_NOT_STARTED"
    LOG_OVERDUE = "LOG_OVERDUE"
    LOW_RATING = "LOW_RATING"
    SIDES_DIVERGE = "SIDES_DIVERGE"
    HELP_ASKED = "HELP_ASKED"
    REQUEST_UNMATCHED = "REQUEST_UNMATCHED"
    REQUEST_UNREAD = "REQUEST_UNREAD"
    OFFER_UNANSWERED = "OFFER_UNANSWERED"
    MENTOR_OVERLOAD = "MENTOR_OVERLOAD"
    NO_PLAN = "NO_PLAN"
    NO_SHOW_REPEAT = "NO_SHOW_REPEAT"
    REMATCH_REPEAT = "REMATCH_REPEAT"
    FORMAL_FEEDBACK = "FORMAL_FEEDBACK"
    FORM_SILENT = "FORM_SILENT"
    MENTOR_SHORTAGE = "MENTOR_SHORTAGE"
    CONSENT_MISSING = "CONSENT_MISSING"
    CONSENT_EXPIRING = "CONSENT_EXPIRING"
    SCHOOL_SILENT = "SCHOOL_SILENT"
    CURATOR_SILENT = "CURATOR_SILENT"


PRIVATE = (SignalCode.LOW_RATING, SignalCode.SIDES_DIVERGE, SignalCode.FORMAL_FEEDBACK, SignalCode.FORM_SILENT)
"""What a pair's forms say: hidden from its members, be they curators (R-20)."""
FOR_ABOVE = (SignalCode.SCHOOL_SILENT, SignalCode.CURATOR_SILENT)
"""What concerns the level above, and is no reproach to the school."""
FOR_MENTOR = SignalCode.NO_PLAN
"""What the mentor is asked about, and no curator needs to see."""
OF_CONSENTS = (SignalCode.CONSENT_MISSING, SignalCode.CONSENT_EXPIRING)
OF_SCHOOL = (*FOR_ABOVE, SignalCode.MENTOR_SHORTAGE, *OF_CONSENTS)
"""Signals whose subject is the school."""


class DigestTime(StrEnum):
    """The moments of the week that a curator may choose for the digest, in the organisation's zone (R-09)."""

    MON_08 = "MON_08"
    MON_14 = "MON_14"
    FRI_15 = "FRI_15"


class SignalState(StrEnum):
    """Where a signal stands."""

    OPEN = "OPEN"
    ACKNOWLEDGED = "ACKNOWLEDGED"
    IN_WORK = "IN_WORK"
    RESOLVED = "RESOLVED"
    AUTO_RESOLVED = "AUTO_RESOLVED"
    DISMISSED = "DISMISSED"


_S = SignalState
LIVE = (_S.OPEN, _S.ACKNOWLEDGED, _S.IN_WORK)

SIGNAL = Lifecycle(
    "RiskSignal",
    _S.OPEN,
    {
        (_S.OPEN, "ack"): _S.ACKNOWLEDGED,
        (_S.ACKNOWLEDGED, "take"): _S.IN_WORK,
        (_S.IN_WORK, "resolve"): _S.RESOLVED,
        **{(state, "condition_gone"): _S.AUTO_RESOLVED for state in LIVE},
        **{(state, "dismiss"): _S.DISMISSED for state in LIVE},
    },
)


class CheckItem(StrEnum):
    """What a curator sees to in a school year, function by function (S:001:279-286)."""

    DOCUMENTS = "DOCUMENTS"
    GOALS = "GOALS"
    ROADMAP = "ROADMAP"
    BASES = "BASES"
    SELECTION = "SELECTION"
    TRAINING = "TRAINING"
    MATERIALS = "MATERIALS"
    REWARDS = "REWARDS"
    MENTEES = "MENTEES"
    SCHEDULE = "SCHEDULE"
    FEEDBACK = "FEEDBACK"
    INTERIM = "INTERIM"
    RESULTS = "RESULTS"
    REPORT = "REPORT"
    THANKS = "THANKS"
    RESERVE = "RESERVE"


class Duty(StrEnum):
    """The five functions of running a programme (S:001:159)."""

    PLANNING = "PLANNING"
    ORGANISATION = "ORGANISATION"
    MOTIVATION = "MOTIVATION"
    COORDINATION = "COORDINATION"
    ANALYSIS = "ANALYSIS"


CHECKLIST: dict[Duty, tuple[CheckItem, ...]] = {
    Duty.PLANNING: (CheckItem.DOCUMENTS, CheckItem.GOALS, CheckItem.ROADMAP, CheckItem.BASES),
    Duty.ORGANISATION: (CheckItem.SELECTION, CheckItem.TRAINING, CheckItem.MATERIALS),
    Duty.MOTIVATION: (CheckItem.REWARDS, CheckItem.MENTEES),
    Duty.COORDINATION: (CheckItem.SCHEDULE, CheckItem.FEEDBACK, CheckItem.INTERIM),
    Duty.ANALYSIS: (CheckItem.RESULTS, CheckItem.REPORT, CheckItem.THANKS, CheckItem.RESERVE),
}
