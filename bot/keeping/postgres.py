"""PostgreSQL's own tool for copies. All that it must know goes through the environment, the password above all."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from sqlalchemy.engine import URL

from bot.unusable import UnusableError

LOOK = 0.2
"""Seconds between looks whether it has ended, or shall."""
SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")


def dump(url: URL, target: Path, stop: Event) -> None:
    """Writes a dump in the custom format, and reads its table of contents to see that it is one.

    Raises UnusableError where a tool is missing or fails.
    """
    _run(["pg_dump", "--format=custom", "--no-password", f"--file={target}"], environment(url), stop)
    _run(["pg_restore", "--list", str(target)], dict(os.environ), stop)


def environment(url: URL) -> dict[str, str]:
    """What libpq reads: where the database is and who asks."""
    query = {name: value if isinstance(value, str) else value[0] for name, value in url.query.items()}
    said = {
        "PGHOST": url.host or query.get("host"),
        "PGPORT": str(url.port) if url.port else query.get("port"),
        "PGUSER": url.username or query.get("user"),
        "PGPASSWORD": url.password or query.get("password"),
        "PGDATABASE": url.database or query.get("database"),
        "PGSSLMODE": next((query[name] for name in ("ssl", "sslmode") if query.get(name) in SSL_MODES), None),
    }
    return {**os.environ, **{name: value for name, value in said.items() if value}}


def _run(command: Sequence[str], known: dict[str, str], stop: Event) -> None:
    tool = shutil.which(command[0])
    if tool is None:
        raise UnusableError(f"{command[0]} is missing: install PostgreSQL's client, as new as the server or newer")
    process = subprocess.Popen(  # noqa: S603  the tool of this very name, with no words of anybody's
        [tool, *command[1:]], env=known, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    while process.poll() is None:
        if stop.wait(LOOK):
            process.terminate()
            break
    _, complaint = process.communicate()
    if process.returncode != 0:
        first = next(iter(complaint.strip().splitlines()), "no reason given")
        raise UnusableError(f"{command[0]} failed: {first}")
