"""What happens inside the process, told to whoever wants to count it; by default nobody listens."""

from enum import StrEnum

from aiogram.types import Update


class Handled(StrEnum):
    """What became of one try to handle an update."""

    DONE = "done"
    AGAIN = "again"
    """It failed for a reason that may pass, and waits for another try."""
    SET_ASIDE = "set_aside"
    UNREACHABLE = "unreachable"
    """The person cannot be answered."""


class Observer:
    """Hears of everything and does nothing about it. Whoever counts overrides what they count; none may raise."""

    def handled(self, update: Update, outcome: Handled) -> None:
        """A try to handle an update ended."""

    def took(self, update: Update, seconds: float) -> None:
        """So long a try took, from the dispatcher to the done-mark."""

    def sent(self, outcome: str) -> None:
        """A request with a notice ended: «sent», or an `Outcome`."""

    def waited(self, seconds: float) -> None:
        """So long a notice waited for its turn."""


SILENT = Observer()
