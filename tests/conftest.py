"""What every test may build on: a real database file and a small town with two schools."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import create_engine

from models.clock import FixedClock
from models.database import Database
from tests.logs import pytest_configure, pytest_runtest_call
from tests.town import Town

if TYPE_CHECKING:
    from tests.play import Play
    from tests.postgres import Postgres

__all__ = ["pytest_configure", "pytest_runtest_call"]  # what reads the logs of every test

# A busy machine must not fail a property: nothing here is measured by the clock.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and no rows, made once and copied for each test."""
    from bot.schema import metadata  # takes seconds with the messenger's library: once a worker

    path = tmp_path_factory.mktemp("database") / "empty.sqlite"
    engine = create_engine(f"sqlite:///{path}")
    metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.fixture
async def database(empty_file: Path) -> AsyncIterator[Database]:
    """A database of the test's own, at the same place for all tests of a worker: statements are compiled once."""
    path = empty_file.with_name("programme.sqlite")
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()
    path.write_bytes(empty_file.read_bytes())
    database = Database(f"sqlite:///{path}")
    yield database
    await database.close()


@pytest.fixture
def clock() -> FixedClock:
    """Monday, 12 October 2026, 10:00 in Moscow."""
    return FixedClock(datetime(2026, 10, 12, 7, 0, tzinfo=UTC))


@pytest.fixture
async def town(database: Database, clock: FixedClock) -> Town:
    """Two schools of one municipality, each with its curator."""
    return await Town.build(database, clock)


@pytest.fixture
async def play(town: Town) -> AsyncIterator["Play"]:
    """The application over HTTP against the sandbox, on the town's database."""
    from tests.play import Play  # importing the messenger's side takes seconds: only for tests that need it

    play = await Play.begin(town)
    yield play
    await play.end()


@pytest.fixture(scope="session")
def postgres() -> Iterator["Postgres"]:
    """A PostgreSQL server; tests that use it belong to the xdist group «postgres», so that one worker starts one."""
    from tests.postgres import Postgres

    # Not below pytest's own folder: each run that starts closes that to other accounts, the server's included.
    with TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True) as folder:
        server = Postgres(Path(folder) / "data")
        yield server
        server.stop()


@pytest.fixture
def postgres_url(postgres: "Postgres") -> str:
    """An empty PostgreSQL database of the test's own."""
    return postgres.url(postgres.new_database())
