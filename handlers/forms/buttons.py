"""What the buttons of the area's messages send back. They work months later: use cases do all checks."""

from enum import StrEnum

from handlers.telling import NoticeButton
from models.forms.questions import Question
from models.forms.states import Wish


class Step(StrEnum):
    """What a press does with a form."""

    ENOUGH = "enough"
    SKIP = "skip"
    COMMENT = "comment"
    CHANGE = "change"
    GO_ON = "go-on"
    PART = "part"
    SURE = "sure"
    BACK = "back"


class CallStep(StrEnum):
    """What a curator does about a call."""

    REPLY = "reply"
    TAKE = "take"
    PAIR = "pair"
    CLOSE = "close"


class RateButton(NoticeButton, prefix="f-rate"):
    """The first answer, 5…1."""

    usefulness: int
    form_id: int


class ItemButton(NoticeButton, prefix="f-item"):
    """An optional answer."""

    question: Question
    value: str
    form_id: int


class WishButton(NoticeButton, prefix="f-wish"):
    """What is to be done about a low answer."""

    wish: Wish
    form_id: int


class FormButton(NoticeButton, prefix="f-do"):
    """Anything else about one form."""

    step: Step
    form_id: int


class HelpButton(NoticeButton, prefix="f-help"):
    """«Нужна помощь» about a pair; nought means in general."""

    mentorship_id: int


class CallButton(NoticeButton, prefix="f-call"):
    """A curator's step about one call."""

    step: CallStep
    call_id: int
