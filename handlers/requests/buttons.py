"""The buttons of notices about requests."""

from enum import StrEnum

from handlers.telling import NoticeButton


class Step(StrEnum):
    """What a press asks for."""

    OPEN = "open"
    OTHER = "other"
    AGREED = "agreed"
    LATER = "later"
    QUEUE = "queue"
    CONFIRM = "yes"
    REFUSE = "no"


class OfferTo(NoticeButton, prefix="r-to"):
    """The curator offers the request to this mentor."""

    request_id: int
    mentor_id: int


class DecideOn(NoticeButton, prefix="r-do"):
    """The curator's other ways with a request."""

    step: Step
    request_id: int


class Confirmation(NoticeButton, prefix="r-ok"):
    """The mentee's answer to a colleague's proposal."""

    step: Step
    request_id: int


class MyRequestButton(NoticeButton, prefix="r-my"):
    """«Где мой запрос?»."""


class AnswerCurator(NoticeButton, prefix="r-an"):
    """The mentee answers the curator's question."""


class SayOutcome(NoticeButton, prefix="r-out"):
    """«Запрос решён?» (OMS-27)."""

    request_id: int
    outcome: str
