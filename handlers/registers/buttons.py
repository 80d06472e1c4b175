"""The buttons of the registers' plain messages."""

from handlers.telling import NoticeButton
from models.registers.gaps import Gap


class FillIn(NoticeButton, prefix="r-gap"):
    """Opens the window in which somebody fills in what they were asked for; `mentorship_id` is 0 for their own data."""

    gap: Gap
    mentorship_id: int
