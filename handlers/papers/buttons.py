"""What the buttons of papers send back. They work months later: use cases do all checks."""

from enum import StrEnum

from handlers.telling import NoticeButton
from models.papers.yearly.kinds import ReportKind


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


class YearStep(StrEnum):
    """What a message about a yearly report offers."""

    SEND = "send"
    OPEN = "open"


class YearButton(NoticeButton, prefix="p-y"):
    """A school's report of a kind; `school_year` says of which year the message spoke."""

    step: YearStep
    organisation_id: int
    kind: ReportKind
    school_year: int


class NumberButton(NoticeButton, prefix="p-n"):
    """«Внести номер»: of an order that was drawn up."""

    order_draft_id: int
