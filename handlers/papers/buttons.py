"""What the buttons of papers send back. They work months later: use cases do all checks."""

from enum import StrEnum

from handlers.telling import NoticeButton


class Step(StrEnum):
    """What can be done about a statement."""

    SIGN = "sign"
    ASK = "ask"
    FILE = "file"
    AGAIN = "again"


class StatementButton(NoticeButton, prefix="p-s"):
    """A statement; `made` says which figures were shown."""

    step: Step
    statement_id: int
    made: int


class NumberButton(NoticeButton, prefix="p-n"):
    """«Внести номер»: of an order that was drawn up."""

    order_draft_id: int
