"""`nastavnik backup` and `nastavnik restore`: what they answer, and one sentence where they cannot."""

import sys
from pathlib import Path

from bot.clock import SystemClock
from bot.keeping.backup import back_up
from bot.unusable import UnusableError


def backup(database_url: str, folder: str) -> str:
    """Makes a copy; the answer is its path."""
    if not folder:
        sys.exit("nastavnik backup: BACKUP_FOLDER is none; say where with --to")
    try:
        return str(back_up(database_url, Path(folder), SystemClock().now()))
    except UnusableError as error:
        sys.exit(f"nastavnik backup: {error}")


def restore(database_url: str, copy: str | None, *, hold_only: bool) -> str:
    """Restores a copy, or does the hold alone; the answer says what has become of everything."""
    from bot.keeping.hold import hold
    from bot.keeping.restore import restore as put_back
    from bot.migrate import migrate

    if (copy is None) is not hold_only:
        sys.exit("nastavnik restore: name a copy, or say --hold-only after pg_restore")
    now = SystemClock().now()
    if copy is None:
        migrate(database_url)
        return _answer(hold(database_url, now))
    try:
        done = put_back(database_url, Path(copy), now)
    except UnusableError as error:
        sys.exit(f"nastavnik restore: {error}")
    beside = f"The former database is kept as {done.kept}. " if done.kept else ""
    return f"Restored. {beside}{_answer(done.held)}"


def _answer(held: int) -> str:
    return f"Notices held back until a curator decides: {held}. Start the bot: nastavnik run"
