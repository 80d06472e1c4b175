"""What a figure depends on: the machine, the versions, and what else was running."""

import os
import platform
import re
import resource
import sqlite3
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("aiogram", "aiogram-dialog", "sqlalchemy")
PAGE = resource.getpagesize()


def facts() -> dict[str, str]:
    """Name and value of each, in the order in which they are printed."""
    return {
        "CPU": processor(),
        "cores": str(os.cpu_count()),
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        **{package: version(package) for package in PACKAGES},
        "load": " ".join(f"{load:.1f}" for load in os.getloadavg()),
        "date": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
    }


def processor() -> str:
    """The model by Linux' own list; elsewhere what the platform says."""
    listed = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*:\s*(.+)", listed.read_text()) if listed.exists() else None
    return found[1] if found else platform.processor() or platform.machine()


def memory() -> float:
    """The resident megabytes of this process now."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * PAGE / 2**20
