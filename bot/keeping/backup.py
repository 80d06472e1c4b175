"""A copy of the database while the programme goes on: whole or not there at all, and read by its owner only."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from threading import Event

from sqlalchemy.engine import URL, make_url

from bot.keeping import postgres
from bot.keeping.folder import POSTGRES, SQLITE, alone_in, name_of
from bot.unusable import BusyError, UnusableError

STEPS = 1000
"""After so many steps of its machine SQLite looks whether it was told to stop."""
OURS_ONLY = 0o600


def back_up(database_url: str, folder: Path, now: datetime, stop: Event | None = None) -> Path:
    """Writes a copy into `folder` and gives its name; `stop` ends it early and leaves nothing.

    Raises UnusableError where it cannot be written or does not stand its check.
    """
    url = make_url(database_url)
    with complaining(f"the copy could not be written to {folder}"), alone_in(folder) as alone:
        if not alone:
            raise BusyError(f"another process makes a copy in {folder} just now")
        if url.get_backend_name() != "sqlite":
            with whole(folder / name_of(now, POSTGRES)) as part:
                postgres.dump(url, part, stop or Event())
            return folder / name_of(now, POSTGRES)
        with whole(folder / name_of(now, SQLITE)) as part:
            copy_sqlite(file_of(url), part, stop or Event())
            check_sqlite(part, "quick_check")
        return folder / name_of(now, SQLITE)


def copy_sqlite(source: Path, target: Path, stop: Event) -> None:
    """Copies a database with all that its log holds. A writer waits for milliseconds at most, and nothing restarts."""
    with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)) as connection:
        connection.set_progress_handler(stop.is_set, STEPS)
        connection.execute("PRAGMA busy_timeout = 5000")
        try:
            connection.execute("VACUUM INTO ?", (str(target),))
        except sqlite3.Error as error:
            if stop.is_set():  # SQLite says it in other words where it had not opened the target yet
                raise sqlite3.OperationalError("interrupted") from error
            raise


def check_sqlite(path: Path, pragma: str = "integrity_check") -> None:
    """Raises UnusableError where SQLite finds the file broken."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            [(verdict,), *_] = connection.execute(f"PRAGMA {pragma}").fetchall()
    except sqlite3.DatabaseError:
        verdict = "not a database"
    if verdict != "ok":
        raise UnusableError(f"{path.name} is damaged or no database of SQLite")


def file_of(url: URL) -> Path:
    """The file of a SQLite database. Raises UnusableError where there is none."""
    path = Path(url.database or ":memory:")
    if not path.is_file():
        raise UnusableError(f"there is no database at {path}")
    return path


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Something to write to that becomes `target` when all went well, and is gone otherwise."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OURS_ONLY))
    try:
        yield part
        part.chmod(OURS_ONLY)
        to_disk(part)
        part.replace(target)
        to_disk(target.parent)
    finally:
        part.unlink(missing_ok=True)


def to_disk(path: Path) -> None:
    """Waits until a file or a folder's list is on the disk and not only in the machine's memory."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def complaining(what: str) -> Iterator[None]:
    """What the disk or SQLite refuses, as one sentence that begins with `what`."""
    try:
        yield
    except sqlite3.Error as error:
        raise UnusableError(f"{what}: {error}") from error
    except OSError as error:
        raise UnusableError(f"{what}: {error.strerror}") from error
