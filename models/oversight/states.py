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
    HELP_ASKED = "HELP_ASKED"
    REQUEST_UNMATCHED = "REQUEST_UNMATCHED"
    REQUEST_UNREAD = "REQUEST_UNREAD"
    OFFER_UNANSWERED = "OFFER_UNANSWERED"
    MENTOR_OVERLOAD = "MENTOR_OVERLOAD"


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
