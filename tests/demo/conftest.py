"""The sample programme as a newcomer finds it, loaded once for all tests of a worker."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.demo.sample import load_sample
from models.database import Database

START = datetime(2026, 11, 19, 7, 0, tzinfo=UTC)
"""Thursday, 19 November, 10:00 in Moscow: the autumn holidays lie three weeks back."""


async def loaded(path: Path, now: datetime) -> None:
    database = Database(f"sqlite:///{path}")
    await load_sample(database, now)
    await database.close()


@pytest.fixture(scope="session")
def sample_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the sample programme of a demo that starts at `START`."""
    path = tmp_path_factory.mktemp("sample") / "sample.sqlite"
    path.write_bytes(empty_file.read_bytes())
    asyncio.run(loaded(path, START))
    return path


@pytest.fixture
async def sample(sample_file: Path) -> AsyncIterator[Database]:
    """A copy of it that a test may change, at the same place for all tests: statements are compiled once."""
    path = sample_file.with_name("copy.sqlite")
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()
    path.write_bytes(sample_file.read_bytes())
    database = Database(f"sqlite:///{path}")
    yield database
    await database.close()
