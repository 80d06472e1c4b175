"""The time, as something that is handed in: rules and tests never ask the machine for it."""

from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Whoever can say what time it is."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class MovableClock:
    """A clock that runs like its base and can be put forward: the demo and tests of time use it."""

    def __init__(self, base: Clock) -> None:
        self._base = base
        self._ahead = timedelta(0)

    def now(self) -> datetime:
        """The base's time plus all that the clock was moved by, in UTC."""
        return self._base.now() + self._ahead

    def move_to(self, moment: datetime) -> None:
        """Puts the clock at `moment` (aware); it goes on running from there."""
        self._ahead += moment - self.now()


class FixedClock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment the clock stands at, in UTC."""
        return self.moment
