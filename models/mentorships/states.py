"""The machine of a pair (reference.md §4.3)."""

from enum import StrEnum

from models.lifecycle import Lifecycle


class MentorshipState(StrEnum):
    """Where a pair stands."""

    PROPOSED = "PROPOSED"
    AGREED = "AGREED"
    APPROVED = "APPROVED"
    TRIAL = "TRIAL"
    ACTIVE = "ACTIVE"
    PAUSED = "PAUSED"
    CLOSING = "CLOSING"
    COMPLETED = "COMPLETED"
    TERMINATED = "TERMINATED"
    DECLINED = "DECLINED"
    CANCELLED = "CANCELLED"


class Side(StrEnum):
    """On which side of a pair somebody stands."""

    MENTOR = "MENTOR"
    MENTEE = "MENTEE"


class Answer(StrEnum):
    """What a side has said to a proposal."""

    PENDING = "PENDING"
    YES = "YES"
    NO = "NO"


class ProposalOrigin(StrEnum):
    """Whose choice a pair is; it decides whose agreement is already there."""

    CURATOR_CHOICE = "CURATOR_CHOICE"
    WISHED = "WISHED"


_P = MentorshipState
MEETING = (_P.APPROVED, _P.TRIAL, _P.ACTIVE, _P.CLOSING)
"""States in which a pair meets."""
RUNNING = (_P.AGREED, _P.APPROVED, _P.TRIAL, _P.ACTIVE, _P.PAUSED, _P.CLOSING)
"""States that take a mentor's place."""

MENTORSHIP = Lifecycle(
    "Mentorship",
    _P.PROPOSED,
    {
        (_P.PROPOSED, "all_accept"): _P.AGREED,
        (_P.PROPOSED, "all_accept_by_curators_choice"): _P.APPROVED,
        (_P.PROPOSED, "refuse"): _P.DECLINED,
        (_P.PROPOSED, "offer_lapsed"): _P.CANCELLED,
        (_P.AGREED, "approve"): _P.APPROVED,
        (_P.APPROVED, "acquaintance_held"): _P.TRIAL,
        (_P.APPROVED, "skip_trial"): _P.ACTIVE,
        (_P.TRIAL, "skip_trial"): _P.ACTIVE,
        (_P.TRIAL, "continue"): _P.ACTIVE,
        (_P.TRIAL, "not_suitable"): _P.DECLINED,
        (_P.ACTIVE, "pause"): _P.PAUSED,
        (_P.PAUSED, "resume"): _P.ACTIVE,
        (_P.ACTIVE, "finish"): _P.CLOSING,
        (_P.PAUSED, "finish"): _P.CLOSING,
        (_P.CLOSING, "extend"): _P.ACTIVE,
        (_P.CLOSING, "completed"): _P.COMPLETED,
        **{(state, "cancel"): _P.CANCELLED for state in (_P.PROPOSED, _P.AGREED, _P.APPROVED)},
        **{(state, "terminate"): _P.TERMINATED for state in (_P.TRIAL, _P.ACTIVE, _P.PAUSED, _P.CLOSING)},
    },
)
