"""Days and moments as they stand in buttons, and back again."""

from datetime import UTC, date, datetime

from handlers.flow import number
from models.errors import ProgrammeError

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
