"""The folder of copies: how they are called, which are kept, and that one process at a time makes them."""

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

DAILY = 7
"""Of so many days, today included, the newest copy is kept."""
WEEKLY = 4
"""Of so many weeks, this one included, the newest copy is kept: nothing is older than 30 days (reference.md §13)."""
SQLITE, POSTGRES = ".sqlite", ".dump"
_BEGIN, _MOMENT = "nastavnik-", "%Y-%m-%dT%H-%M-%SZ"
_DAY = timedelta(days=1)


def name_of(moment: datetime, ending: str) -> str:
    """«nastavnik-2026-10-12T00-00-05Z.sqlite»: names sort by time."""
    return f"{_BEGIN}{moment.astimezone(UTC):{_MOMENT}}{ending}"


def made_at(copy: Path) -> datetime | None:
    """The moment in a copy's name; None for any other file."""
    if copy.suffix not in (SQLITE, POSTGRES):
        return None
    try:
        return datetime.strptime(copy.stem, _BEGIN + _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


def copies(folder: Path) -> dict[Path, datetime]:
    """The copies in a folder with their moments, oldest first."""
    found = ((copy, made_at(copy)) for copy in sorted(folder.glob(f"{_BEGIN}*")))
    return {copy: moment for copy, moment in found if moment is not None}


def rotate(folder: Path, now: datetime) -> None:
    """Deletes the copies that are neither a day's nor a week's; other files are left alone."""
    known = copies(folder)
    kept = worth_keeping(known.values(), now)
    for copy, moment in known.items():
        if moment not in kept:
            copy.unlink(missing_ok=True)


def worth_keeping(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """The newest moment of each of the last 7 days and of each of the last 4 weeks, by UTC; also what lies ahead."""
    newest: dict[object, datetime] = {}
    today = now.astimezone(UTC).date()
    for moment in sorted(moments):
        day = moment.astimezone(UTC).date()
        if (today - day).days < DAILY:
            newest[day] = moment
        weeks = ((today - today.weekday() * _DAY) - (day - day.weekday() * _DAY)).days // 7
        if weeks < WEEKLY:
            newest[weeks] = moment
    return set(newest.values())


@contextmanager
def alone_in(folder: Path) -> Iterator[bool]:
    """Whether nobody else makes a copy here now; whoever enters first holds the place until the end, or its death."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder / ".lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(lock)
