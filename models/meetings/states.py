"""The machine of a meeting (reference.md §4.4)."""

from enum import StrEnum

from models.lifecycle import Lifecycle


class MeetingState(StrEnum):
    """Where a meeting stands."""

    DRAFT = "DRAFT"
    PLANNED = "PLANNED"
    CONFIRMED = "CONFIRMED"
    HELD = "HELD"
    CANCELLED = "CANCELLED"
    NO_SHOW = "NO_SHOW"
    RESCHEDULED = "RESCHEDULED"
    VOIDED = "VOIDED"


class MeetingKind(StrEnum):
    """What a meeting is for (reference.md §2.9)."""

    ACQUAINTANCE = "ACQUAINTANCE"
    REGULAR = "REGULAR"
    FINAL = "FINAL"


class MeetingMode(StrEnum):
    """Where a meeting is (reference.md §2.10)."""

    OFFLINE = "OFFLINE"
    ONLINE = "ONLINE"


class MeetingMethod(StrEnum):
    """What was done at a meeting (reference.md §2.10)."""

    TALK = "TALK"
    LESSON_VISIT = "LESSON_VISIT"
    JOINT_LESSON = "JOINT_LESSON"
    LESSON_ANALYSIS = "LESSON_ANALYSIS"
    TASK_HELP = "TASK_HELP"
    PROJECT_WORK = "PROJECT_WORK"
    DOC_WORK = "DOC_WORK"
    OTHER = "OTHER"


class Obstacle(StrEnum):
    """What got in the way of a meeting; never who."""

    SUBSTITUTION = "SUBSTITUTION"
    ILLNESS = "ILLNESS"
    MISSED = "MISSED"
    OTHER = "OTHER"


_M = MeetingState
AHEAD = (_M.PLANNED, _M.CONFIRMED)
"""States in which a meeting is still to happen, or to be written down."""

MEETING = Lifecycle(
    "Meeting",
    _M.DRAFT,
    {
        (_M.DRAFT, "save"): _M.PLANNED,
        (_M.DRAFT, "log_retro"): _M.HELD,
        (_M.PLANNED, "confirm"): _M.CONFIRMED,
        (_M.HELD, "edit"): _M.HELD,
        (_M.HELD, "void"): _M.VOIDED,
        (_M.NO_SHOW, "correct"): _M.HELD,
        **{(state, "reschedule"): _M.RESCHEDULED for state in AHEAD},
        **{(state, "cancel"): _M.CANCELLED for state in AHEAD},
        **{(state, "log"): _M.HELD for state in AHEAD},
        **{(state, "not_held"): _M.NO_SHOW for state in AHEAD},
    },
)
