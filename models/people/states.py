"""The machines of people: a mentor's profile and a consent (reference.md §4.2, §4.9)."""

from enum import StrEnum

from models.lifecycle import Lifecycle


class PersonState(StrEnum):
    """Whether the bot may show and serve a person."""

    ACTIVE = "ACTIVE"
    BLOCKED = "BLOCKED"
    """The consent was withdrawn: no display, no messages."""


class MentorState(StrEnum):
    """Where a mentor stands."""

    APPLICANT = "APPLICANT"
    ASSESSMENT = "ASSESSMENT"
    TRAINING = "TRAINING"
    APPROVED = "APPROVED"
    PAUSED = "PAUSED"
    RESERVE = "RESERVE"
    SUSPENDED = "SUSPENDED"
    REJECTED = "REJECTED"
    LEFT = "LEFT"


class ConsentState(StrEnum):
    """Where a consent stands."""

    REQUESTED = "REQUESTED"
    GRANTED = "GRANTED"
    REFUSED = "REFUSED"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"


_M = MentorState
_SERVING = (_M.ASSESSMENT, _M.TRAINING, _M.APPROVED, _M.PAUSED, _M.RESERVE)

MENTOR = Lifecycle(
    "MentorProfile",
    _M.APPLICANT,
    {
        (_M.APPLICANT, "confirm"): _M.APPROVED,
        (_M.APPLICANT, "assign_assessors"): _M.ASSESSMENT,
        (_M.APPLICANT, "reject"): _M.REJECTED,
        (_M.ASSESSMENT, "passed"): _M.TRAINING,
        (_M.ASSESSMENT, "passed_already_trained"): _M.APPROVED,
        (_M.ASSESSMENT, "failed"): _M.REJECTED,
        (_M.ASSESSMENT, "retry"): _M.APPLICANT,
        (_M.TRAINING, "ready"): _M.APPROVED,
        (_M.TRAINING, "override"): _M.APPROVED,
        (_M.APPROVED, "pause"): _M.PAUSED,
        (_M.PAUSED, "resume"): _M.APPROVED,
        (_M.APPROVED, "cycle_end"): _M.RESERVE,
        (_M.PAUSED, "cycle_end"): _M.RESERVE,
        (_M.RESERVE, "confirm"): _M.APPROVED,
        (_M.SUSPENDED, "restore"): _M.APPROVED,
        **{(state, "suspend"): _M.SUSPENDED for state in _SERVING},
        **{(state, "leave"): _M.LEFT for state in (_M.APPLICANT, *_SERVING, _M.SUSPENDED)},
    },
)

_C = ConsentState

CONSENT = Lifecycle(
    "Consent",
    _C.REQUESTED,
    {
        (_C.REQUESTED, "grant"): _C.GRANTED,
        (_C.REQUESTED, "refuse"): _C.REFUSED,
        (_C.REQUESTED, "timeout_30d"): _C.EXPIRED,
        (_C.GRANTED, "withdraw"): _C.WITHDRAWN,
        (_C.GRANTED, "expire"): _C.EXPIRED,
    },
)
