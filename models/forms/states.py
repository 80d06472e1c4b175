"""The machine of a post-meeting form (reference.md §4.5)."""

from enum import StrEnum

from models.lifecycle import Lifecycle


class FormState(StrEnum):
    """Where a form stands."""

    SCHEDULED = "SCHEDULED"
    SENT = "SENT"
    PARTIAL = "PARTIAL"
    SUBMITTED = "SUBMITTED"
    EXPIRED = "EXPIRED"
    SKIPPED = "SKIPPED"
    VOID = "VOID"


class Wish(StrEnum):
    """What is to be done about a low answer; the person decides."""

    NOTHING = "NOTHING"
    TALK = "TALK"
    ANOTHER_MENTOR = "ANOTHER_MENTOR"


class CallKind(StrEnum):
    """What somebody calls the curator for."""

    HELP = "HELP"
    TALK = "TALK"
    ANOTHER_MENTOR = "ANOTHER_MENTOR"
    PSYCHOLOGIST = "PSYCHOLOGIST"


_F = FormState
UNANSWERED = (_F.SENT, _F.PARTIAL)
"""States in which a form waits for its person."""

FORM = Lifecycle(
    "FeedbackForm",
    _F.SCHEDULED,
    {
        (_F.SCHEDULED, "send"): _F.SENT,
        (_F.SENT, "answer_item"): _F.PARTIAL,
        (_F.SENT, "submit"): _F.SUBMITTED,
        (_F.PARTIAL, "submit"): _F.SUBMITTED,
        **{(state, "closed_by_time"): _F.EXPIRED for state in (_F.SENT, _F.PARTIAL)},
        **{(state, "skip"): _F.SKIPPED for state in (_F.SENT, _F.PARTIAL)},
        **{(state, "void"): _F.VOID for state in (_F.SCHEDULED, _F.SENT, _F.PARTIAL, _F.SUBMITTED)},
    },
)
