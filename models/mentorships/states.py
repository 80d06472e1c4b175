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
    SUGGESTED = "SUGGESTED"
    """The next candidate, asked by the programme itself after a silence; the curator has yet to approve."""


class GroupChange(StrEnum):
    """Who came into a group or a team, or went while the others go on."""

    JOINED = "JOINED"
    DECLINED = "DECLINED"
    LEFT = "LEFT"


class DeclineUntil(StrEnum):
    """«Сейчас не могу»: until when no new offers shall come; the last is no time but a matter of the topic."""

    HOLIDAYS = "HOLIDAYS"
    JANUARY = "JANUARY"
    SEPTEMBER = "SEPTEMBER"
    NOT_MY_TOPIC = "NOT_MY_TOPIC"


class CloseReason(StrEnum):
    """Why a pair ended or an offer closed; the first three belong to offers."""

    NO_PLACE = "NO_PLACE"
    SILENT = "SILENT"
    REPLACED = "REPLACED"
    WITHDRAWN = "WITHDRAWN"
    CANCELLED = "CANCELLED"
    REFUSED = "REFUSED"
    NOT_SUITABLE = "NOT_SUITABLE"
    MOVED = "MOVED"
    LEFT_JOB = "LEFT_JOB"
    CONFLICT = "CONFLICT"
    NO_TIME = "NO_TIME"
    CONSENT_WITHDRAWN = "CONSENT_WITHDRAWN"
    SAFEGUARDING = "SAFEGUARDING"
    OTHER = "OTHER"


TERMINATION = (
    CloseReason.MOVED,
    CloseReason.LEFT_JOB,
    CloseReason.NO_TIME,
    CloseReason.CONFLICT,
    CloseReason.CONSENT_WITHDRAWN,
    CloseReason.SAFEGUARDING,
    CloseReason.OTHER,
)
"""The reasons a curator may give for ending a pair early (§4.3)."""


_P = MentorshipState
MEETING = (_P.APPROVED, _P.TRIAL, _P.ACTIVE, _P.CLOSING)
"""States in which a pair meets."""
AT_WORK = (_P.APPROVED, _P.TRIAL, _P.ACTIVE)
"""States in which an answer to an invitation into a group is looked for."""
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
