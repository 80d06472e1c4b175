"""What the buttons of digests and questions send back. They work months later: use cases do all checks."""

from enum import StrEnum

from handlers.telling import NoticeButton
from models.oversight.lines import LineKind
from models.oversight.states import DigestTime


class Page(StrEnum):
    """What a digest can show instead."""

    WEEK = "week"
    NUMBERS = "numbers"
    HEAD = "head"
    CHART = "chart"
    WHY = "why"


class DigestButton(NoticeButton, prefix="o-d"):
    """Another page of a stored digest; `HEAD`, `CHART` and `WHY` come as messages of their own."""

    page: Page
    digest_id: int


class LineButton(NoticeButton, prefix="o-l"):
    """A numbered line: the request, pair or call; the school for a sum."""

    kind: LineKind
    subject_id: int


class TimeButton(NoticeButton, prefix="o-t"):
    """When the digest shall come."""

    time: DigestTime


class PairStep(StrEnum):
    """What a pair that was asked can say."""

    HELD = "held"
    PLAN = "plan"


class PairButton(NoticeButton, prefix="o-p"):
    """The answer of a pair that was asked how its meetings go."""

    step: PairStep
    mentorship_id: int


class OpenButton(NoticeButton, prefix="o-o"):
    """Opens a pair."""

    mentorship_id: int


class SignalsButton(NoticeButton, prefix="o-s"):
    """Opens the list of what needs an eye."""


class HeldStep(StrEnum):
    """What becomes of notices that were held back after a restore."""

    SEND = "send"
    LEAVE = "leave"


class HeldButton(NoticeButton, prefix="o-h"):
    """The curator's word about them."""

    step: HeldStep
