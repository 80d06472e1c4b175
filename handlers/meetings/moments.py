"""Days and moments as they stand in buttons, and back again."""

from datetime import UTC, date, datetime, time, timedelta

from handlers.flow import number
from handlers.words import Words
from models.errors import ProgrammeError
from models.local_time import utc_at

_MINUTE = 60
_MAX_MINUTES = 10**8


def minutes_of(moment: datetime) -> int:
    """A moment as a short number for a button: minutes since 1970."""
    return int(moment.timestamp()) // _MINUTE


def moment_of(minutes: str | int) -> datetime:
    """The moment (UTC) of such a number. Raises ProgrammeError `error-gone` for a forged one."""
    value = number(str(minutes))
    if value > _MAX_MINUTES:
        raise ProgrammeError("error-gone")
    return datetime.fromtimestamp(value * _MINUTE, UTC)


def day_of(text: str) -> date:
    """The day of «2026-10-13». Raises ProgrammeError `error-gone` for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ProgrammeError("error-gone") from None


def held_on(day: date, clock: time, minutes: int, words: Words) -> datetime:
    """The moment (UTC) of a meeting held on a day of the reader's zone; today no later than that it is over by now."""
    moment = utc_at(day, clock, words.zone)
    return min(moment, words.now - timedelta(minutes=minutes)) if day == words.today else moment
