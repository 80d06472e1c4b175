"""What every test may build on: a real database file and a small town with two schools."""

import gc
import os
import ssl
import sys
import tempfile
from asyncio import Runner
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from shutil import disk_usage
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import create_engine

import models
from models.clock import FixedClock
from models.database import Database
from tests.compiled import keep_compiled
from tests.logs import pytest_configure, pytest_runtest_call
from tests.order import pytest_collection_modifyitems, pytest_xdist_auto_num_workers
from tests.town import Town

if TYPE_CHECKING:
    from tests.kept import KeptDatabase
    from tests.play import Play
    from tests.postgres import Postgres

AREAS = {path.parent.name for path in Path(models.__path__[0]).glob("*/__init__.py")} | {"access", "house"}
"""The folders of the tests of use cases."""
MESSENGER = {"play", "sandbox", "bot"}
"""Fixtures that bring the messenger's side into a test: what it says and shows does not depend on the database."""

__all__ = [
    "pytest_collection_modifyitems",  # what shares out the tests
    "pytest_configure",  # what reads the logs of every test
    "pytest_runtest_call",
    "pytest_xdist_auto_num_workers",
]
gc.disable()  # while all is imported: what comes in then stays
# A dozen processes of a run import the same files: their byte code is kept, whatever the machine says.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# Files are real and lie in memory where there is room: every commit waits for a disk, and there are thousands.
MEMORY, ROOM = Path("/dev/shm"), 2**30
if os.access(MEMORY, os.W_OK) and disk_usage(MEMORY).free > ROOM:
    tempfile.tempdir = os.environ.setdefault("TMPDIR", str(MEMORY))
keep_compiled()
ssl.create_default_context = cache(ssl.create_default_context)  # reading the world's certificates for each bot is dear

# A busy machine must not fail a property: nothing here is measured by the clock. Each run draws other examples.
settings.register_profile("house", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def is_about_both(test: pytest.Function) -> bool:
    """Whether a test is tried on SQLite and on PostgreSQL: in the areas all that use the database and no messenger.

    What is about SQLite's own mechanism says so there, `@pytest.mark.sqlite_only("why")`; elsewhere
    `@pytest.mark.both_databases` asks for it.
    """
    names = set(test.fixturenames)
    if "database" not in names or test.get_closest_marker("sqlite_only") is not None:
        return False
    is_use_case = test.path.parent.name in AREAS and not names & MESSENGER
    return is_use_case or test.get_closest_marker("both_databases") is not None


def is_on_kept_file(test: pytest.Function) -> bool:
    """Whether a test that plays the messenger does so on the worker's database: in the areas."""
    is_played = "play" in test.fixturenames and test.path.parent.name in AREAS
    return is_played and test.get_closest_marker("sqlite_only") is None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of a use case is two: one on each database."""
    if is_about_both(metafunc.definition):
        metafunc.parametrize("kept", ["sqlite", "postgres"], indirect=True)


def pytest_collection_finish() -> None:
    """What was imported is no garbage: a collection that goes through all of it takes most of a second.

    Nor is it looked for after every few hundred objects: tests are short and throw away all that they have made.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000)
    gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """One last look for what nobody awaited or closed; pytest's own five and Python's last one have nothing to add."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def _function_scoped_runner(_function_scoped_runner: Runner, request: pytest.FixtureRequest) -> Iterator[Runner]:
    """Where pytest-asyncio runs a test: those about both share a loop, because connections are bound to one."""
    if not is_about_both(request.node):
        yield _function_scoped_runner
        return
    from tests.kept import kept_loop

    with Runner(loop_factory=kept_loop) as runner:
        yield runner


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
def kept(request: pytest.FixtureRequest) -> "KeptDatabase | None":
    """The worker's database on which a test is tried; None for those that need one of their own."""
    kind = getattr(request, "param", "sqlite" if is_on_kept_file(request.node) else "")
    return request.getfixturevalue(f"kept_{kind}") if kind else None


@pytest.fixture
def database_url(kept: "KeptDatabase | None", empty_file: Path) -> str:
    """A database for the test, at the same place for all tests of a worker: statements are compiled once."""
    if kept is not None:
        return kept.url
    path = empty_file.with_name("programme.sqlite")
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()
    path.write_bytes(empty_file.read_bytes())
    return f"sqlite:///{path}"


@pytest.fixture
async def database(kept: "KeptDatabase | None", database_url: str) -> AsyncIterator[Database]:
    """An empty database."""
    if kept is not None:
        await kept.empty()
        yield kept.database
        return
    database = Database(database_url)
    yield database
    await database.close()


@pytest.fixture
def clock() -> FixedClock:
    """Monday, 12 October 2026, 10:00 in Moscow."""
    return FixedClock(datetime(2026, 10, 12, 7, 0, tzinfo=UTC))


@pytest.fixture
async def town(kept: "KeptDatabase | None", database: Database, clock: FixedClock) -> Town:
    """Two schools of one municipality, each with its curator."""
    return await (Town.build(database, clock) if kept is None else kept.town(clock))


@pytest.fixture
async def play(town: Town) -> AsyncIterator["Play"]:
    """The application over HTTP against the sandbox, on the town's database."""
    from tests.play import Play  # importing the messenger's side takes seconds: only for tests that need it

    play = await Play.begin(town)
    yield play
    await play.end()


@pytest.fixture(scope="session")
def postgres(testrun_uid: str) -> Iterator["Postgres"]:
    """A PostgreSQL server, the same for all workers of a run."""
    from tests.postgres import Postgres

    # Not below pytest's own folder: each run that starts closes that to other accounts, the server's included.
    server = Postgres(Path(tempfile.gettempdir()) / f"postgres-{testrun_uid}")
    yield server
    server.stop()


@pytest.fixture
def postgres_url(postgres: "Postgres") -> str:
    """An empty PostgreSQL database of the test's own."""
    return postgres.url(postgres.new_database())


@pytest.fixture
def there_url(postgres: "Postgres") -> str:
    """A PostgreSQL database of the test's own with all tables and no rows."""
    return postgres.url(postgres.new_database(postgres.template))


@pytest.fixture
async def there(there_url: str, clock: FixedClock) -> AsyncIterator[Town]:
    """The town on PostgreSQL."""
    database = Database(there_url)
    yield await Town.build(database, clock)
    await database.close()


@pytest.fixture(scope="session")
def kept_sqlite(empty_file: Path) -> Iterator["KeptDatabase"]:
    """The worker's database in a file."""
    from tests.kept import KeptSqlite

    kept = KeptSqlite(empty_file.with_name("kept.sqlite"), empty_file)
    yield kept
    kept.close()


@pytest.fixture(scope="session")
def kept_postgres(postgres: "Postgres") -> Iterator["KeptDatabase"]:
    """The worker's database on PostgreSQL."""
    from tests.kept import KeptPostgres

    kept = KeptPostgres(postgres)
    yield kept
    kept.close()
