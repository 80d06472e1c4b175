"""The way back: a checked copy takes the database's place, which is kept beside, and nothing old is sent by itself."""

import contextlib
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event

from alembic.script import ScriptDirectory
from sqlalchemy.engine import make_url

from bot.keeping.backup import check_sqlite, complaining, copy_sqlite, whole
from bot.keeping.hold import hold
from bot.migrate import SCRIPTS, migrate
from bot.settings import make_room
from bot.unusable import UnusableError

TABLES = {"alembic_version", "person", "notice", "inbox"}
"""What every programme's database has had from the first version on."""
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
LOGS = ("-wal", "-shm")


@dataclass(frozen=True)
class Restored:
    """What has become of it."""

    held: int
    """How many notices wait for a curator's word."""
    kept: Path | None
    """Where the former database lies; None where there was none."""


def restore(database_url: str, copy: Path, now: datetime) -> Restored:
    """Puts `copy` in the place of the SQLite database, brought to this version and in hold.

    Raises UnusableError, and has changed nothing, where the copy is damaged or of another thing, or the bot still runs.
    """
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        raise UnusableError(
            "PostgreSQL is restored by `pg_restore --clean --if-exists`; then say `nastavnik restore --hold-only`"
        )
    _check_copy(copy)
    make_room(database_url)
    present = Path(url.database or ":memory:")
    _check_alone(present)
    with complaining("the copy could not be put in place"), whole(present) as part:
        copy_sqlite(copy, part, Event())
        part_url = url.set(database=str(part)).render_as_string(hide_password=False)
        migrate(part_url)
        held = hold(part_url, now)
        _settle(part)
        _same_owner(part, present)
        _check_alone(present)
        kept = _keep(present, now)
    return Restored(held, kept)


def _check_copy(copy: Path) -> None:
    if not copy.is_file():
        raise UnusableError(f"there is no file {copy}")
    check_sqlite(copy)
    with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables >= TABLES:
            raise UnusableError(f"{copy.name} is no programme's database")
        versions = {version for (version,) in connection.execute("SELECT version_num FROM alembic_version")}
    if not versions <= {step.revision for step in ScriptDirectory(str(SCRIPTS)).walk_revisions()}:
        raise UnusableError(f"{copy.name} was made by a newer version of nastavnik; install that one first")


def _check_alone(present: Path) -> None:
    """Whoever has the database open holds a lock that cannot be shared with this question."""
    if not present.is_file():
        return
    with closing(sqlite3.connect(present, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            # A damaged file is a good reason to restore; it is kept as it is.
            if error.sqlite_errorcode in BUSY:
                raise UnusableError("the database is in use: stop the bot first") from error


def _settle(part: Path) -> None:
    """All into the one file: nothing may be left in a log of its own when the file is renamed."""
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _same_owner(part: Path, present: Path) -> None:
    """The bot need not be the user who restores: the file belongs to whom the former one, or its folder, belonged."""
    like = (present if present.is_file() else present.parent).stat()
    with contextlib.suppress(PermissionError):
        os.chown(part, like.st_uid, like.st_gid)


def _keep(present: Path, now: datetime) -> Path | None:
    """Gives the present database another name; the usual one stays as well until the copy takes it, in one step."""
    if not present.is_file():
        return None
    kept = present.with_name(f"{present.name}.before-{now:%Y-%m-%dT%H-%M-%SZ}")
    for end in LOGS:
        with contextlib.suppress(FileNotFoundError):
            os.replace(f"{present}{end}", f"{kept}{end}")  # noqa: PTH105  the log's name is the file's with an end
    try:
        kept.hardlink_to(present)
    except OSError:
        present.replace(kept)  # a disk without second names
    return kept
