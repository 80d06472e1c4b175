"""What the buttons of the area's notices send back. They work months later: use cases do all checks."""

from enum import StrEnum

from handlers.telling import NoticeButton
from models.meetings.states import Obstacle


class Step(StrEnum):
    """What a press does about a meeting."""

    COMING = "coming"
    MOVE = "move"
    CANCEL = "cancel"
    HELD = "held"
    REDO = "redo"
    NOT_HELD = "not-held"
    RIGHT = "right"
    AGAIN = "again"
    OPEN = "open"
    EDIT = "edit"
    AWAY = "away"


class MeetingButton(NoticeButton, prefix="t-do"):
    """A step about one meeting."""

    step: Step
    meeting_id: int


class WhyButton(NoticeButton, prefix="t-why"):
    """What got in the way of one meeting."""

    obstacle: Obstacle
    meeting_id: int
