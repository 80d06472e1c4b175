"""A copy every night, and the folder kept small. A failure is logged, tried again in an hour, and stops nothing."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

from bot.failures import describe
from bot.keeping.backup import back_up
from bot.keeping.folder import copies, rotate
from bot.unusable import BusyError, UnusableError
from models.clock import Clock

AGAIN = timedelta(hours=1)
log = logging.getLogger(__name__)


class Nightly:
    """Looks whether the day has its copy. The day begins at 00:00 UTC, which is 03:00 in Moscow.

    The folder itself says what was done, so that a bot that was down catches up, and several share the work.
    """

    def __init__(self, database_url: str, folder: str, clock: Clock) -> None:
        """`folder` may be empty: then no copies are made."""
        self._database_url = database_url
        self._folder = Path(folder) if folder else None
        self._clock = clock
        self._not_before = datetime.min.replace(tzinfo=UTC)
        self._stop = Event()

    async def look(self) -> None:
        """Makes the day's copy where there is none yet, in a thread of its own."""
        now = self._clock.now()
        if self._folder is None or now < self._not_before or self._is_made(self._folder, now):
            return
        try:
            copy = await asyncio.to_thread(self._make, self._folder, now)
        except BusyError:
            return
        except Exception as error:
            if self._stop.is_set():
                return
            self._not_before = now + AGAIN
            log.error("the night's backup failed: %s", error if isinstance(error, UnusableError) else describe(error))
        else:
            log.info("backup %s is made", copy.name)

    def stop(self) -> None:
        """Ends a copy that is being made: the next process begins it anew."""
        self._stop.set()

    def _make(self, folder: Path, now: datetime) -> Path:
        copy = back_up(self._database_url, folder, now, self._stop)
        rotate(folder, now)
        return copy

    @staticmethod
    def _is_made(folder: Path, now: datetime) -> bool:
        return any(moment.date() >= now.date() for moment in copies(folder).values())
