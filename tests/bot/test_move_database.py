"""`nastavnik move-database`: the programme arrives on PostgreSQL as it was, or nothing of it does."""

import shutil
import sys
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Enum, Table, insert, inspect, select, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.types import JSON, BigInteger, Boolean, Date, Integer, LargeBinary, String

from bot.inbox import InboxRow
from bot.migrate import migrate
from bot.move_database import move
from bot.schema import metadata
from bot.unusable import UnusableError
from models.audit import AuditEntry
from models.base import UtcDateTime
from models.clock import FixedClock
from models.database import Database
from models.meetings import plan
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.people import settings
from models.people.tables import Organisation, Person
from tests.access.school import School
from tests.command import Command
from tests.meetings.couple import TOMORROW
from tests.town import Town

IN_TOKYO = datetime(2026, 3, 29, 2, 30, 0, 123456, tzinfo=timezone(timedelta(hours=9)))
SAMPLES: list[tuple[type, Any]] = [
    (Enum, ...),
    (UtcDateTime, IN_TOKYO),
    (Date, date(2028, 2, 29)),
    (JSON, {"ключ": [1, "😀", None, 2**53 + 1, 0.1], "an": {"ё": True}}),
    (Boolean, True),
    (BigInteger, 2**63 - 1),
    (Integer, 2**31 - 1),
    (LargeBinary, b"PK\x00\xff\n"),
    (String, "Ёлка 👩🏽‍🏫 \\ ' \" \n"),
]


def sample(table: Table) -> dict[str, Any]:
    """A row with something difficult in each column, and nothing where nothing may stand."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.foreign_keys:
            row[column.name] = None if column.nullable else 1
        elif not column.nullable and column is not table.autoincrement_column:
            row[column.name] = next(value for kind, value in SAMPLES if isinstance(column.type, kind))
            if isinstance(column.type, Enum):
                row[column.name] = next(iter(column.type.python_type))
    return row


@pytest.fixture(scope="module")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as the bot makes it, made once: it goes through the whole history of the schema."""
    path = tmp_path_factory.mktemp("migrated") / "programme.sqlite"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def source_url(migrated_file: Path, tmp_path: Path) -> str:
    """A copy of it."""
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path)}"


@pytest.fixture
async def there(source_url: str, clock: FixedClock) -> AsyncIterator[Town]:
    """A small town in a database as the bot makes it."""
    database = Database(source_url)
    yield await Town.build(database, clock)
    await database.close()


async def lived(town: Town) -> School:
    """A school's life, at least one row in every table, and rows that point at later ones."""
    school = await School.build(town)
    mentor = await town.act(school.mentor)
    [active, *_] = [one.mentorship_id for one in await town.rows(Meeting, Meeting.state == MeetingState.HELD)]
    await mentor(plan.plan, active, TOMORROW)

    def fill(session) -> None:
        for table in metadata.sorted_tables:
            if session.execute(select(table).limit(1)).first() is None:
                session.execute(insert(table), [sample(table)])
        session.add(InboxRow(id=2**40, bot_id=1, update_id=2, chat=-(2**62), received_at=IN_TOKYO))
        session.flush()
        session.delete(session.get_one(InboxRow, 2**40))

    await town.database.write(fill)
    region = await town.organisation("Ярославская область")
    await town.change(Organisation, town.municipality, parent_id=region)
    first, *_, last = await town.rows(Meeting)
    await town.change(Meeting, first.id, reschedule_of=last.id)
    return school


async def everything(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables."""
    async with database.read() as session:
        return {
            table.name: sorted(map(tuple, (await session.execute(select(table))).all()), key=repr)
            for table in metadata.sorted_tables
        }


async def tables(url: str) -> set[str]:
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        found = await connection.run_sync(lambda connection: set(inspect(connection).get_table_names()))
    await engine.dispose()
    return found


async def test_it_brings_everything_and_the_programme_goes_on(there: Town, source_url: str, postgres_url: str) -> None:
    school = await lived(there)
    before = await everything(there.database)
    assert all(before.values())
    await there.database.close()
    moved = await move(source_url, postgres_url)
    assert {one.table: one.here.rows for one in moved} == {name: len(rows) for name, rows in before.items()}
    assert all(one.is_same for one in moved)
    there.database = Database(postgres_url)
    assert await everything(there.database) == before
    audited = await there.rows(AuditEntry)
    await (await there.act(school.mentee))(settings.set_language, "en")
    assert (await there.row(Person, school.mentee)).locale == "en"
    assert (await there.rows(AuditEntry))[-1].id == audited[-1].id + 1
    update = InboxRow(bot_id=1, update_id=3, chat=1, received_at=IN_TOKYO)
    assert await there._stored(update) == 2**40 + 1
    with pytest.raises(UnusableError, match="is not empty"):
        await move(source_url, postgres_url)


async def test_it_refuses_a_database_of_somebody_else(source_url: str, postgres_url: str) -> None:
    engine = create_async_engine(postgres_url)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE shop (id int)"))
    await engine.dispose()
    with pytest.raises(UnusableError, match="is not empty"):
        await move(source_url, postgres_url)
    assert await tables(postgres_url) == {"shop"}


async def test_it_does_not_move_under_a_running_bot(there: Town, source_url: str, postgres_url: str) -> None:
    with pytest.raises(UnusableError, match="in use; stop the bot first"):
        await move(source_url, postgres_url)
    assert (await there.row(Organisation, there.school)).name == "Школа № 25"


async def test_it_leaves_nothing_behind_when_a_row_cannot_be_copied(
    there: Town, source_url: str, postgres_url: str
) -> None:
    await there.change(Person, there.curator, position="ноль\x00")
    await there.database.close()
    with pytest.raises(UnusableError, match="table person holds what cannot be copied"):
        await move(source_url, postgres_url)
    assert await tables(postgres_url) == set()


async def test_it_keeps_nothing_when_what_arrived_is_not_what_was_sent(
    there: Town, source_url: str, postgres_url: str
) -> None:
    """PostgreSQL's JSON knows no negative zero."""
    entry = AuditEntry(at=IN_TOKYO, person_id=there.curator, use_case="a.b", arguments={"x": -0.0})
    await there._stored(entry)
    await there.database.close()
    moved = await move(source_url, postgres_url)
    assert [one.table for one in moved if not one.is_same] == ["audit_entry"]
    assert await tables(postgres_url) == set()


@pytest.mark.parametrize(
    ("source", "target", "sentence"),
    [
        ("sqlite:///none.sqlite", "postgresql+asyncpg://h/n", "there is no file none.sqlite"),
        ("postgresql+asyncpg://h/n", "postgresql+asyncpg://h/n", "moves from a SQLite file"),
        ("sqlite:///none.sqlite", "sqlite:///other.sqlite", "moves to PostgreSQL"),
        ("sqlite:///none.sqlite", "postgresql://u:secret@h/n", "moves to PostgreSQL"),
        ("sqlite:///none.sqlite", "nonsense", "the address of the database is wrong"),
    ],
)
async def test_it_says_what_is_wrong_with_an_address(source: str, target: str, sentence: str) -> None:
    with pytest.raises(UnusableError, match=sentence) as refusal:
        await move(source, target)
    assert "secret" not in str(refusal.value)


async def test_it_refuses_a_file_with_another_versions_schema(tmp_path: Path, empty_file: Path) -> None:
    (tmp_path / "old.sqlite").write_bytes(empty_file.read_bytes())
    with pytest.raises(UnusableError, match="has another version's schema"):
        await move(f"sqlite:///{tmp_path / 'old.sqlite'}", "postgresql+asyncpg://h/n")


@pytest.mark.xdist_group("processes")
async def test_it_is_a_command(source_url: str, postgres_url: str, tmp_path: Path) -> None:
    nastavnik = Command(tmp_path, DATABASE_URL=source_url)
    status, answer, complaints = await nastavnik.run("move-database", "--to", postgres_url)
    assert (status, complaints) == (0, "")
    assert [line.split() for line in answer.splitlines()] == [
        [table.name, "0", "same"] for table in metadata.sorted_tables
    ]


@pytest.mark.xdist_group("processes")
@pytest.mark.parametrize("words", [["migrate"], ["move-database", "--from", "SOURCE", "--to", "ADDRESS"]])
async def test_it_says_in_a_sentence_without_the_password_that_nobody_answers(
    source_url: str, tmp_path: Path, words: list[str]
) -> None:
    address = "postgresql+asyncpg://nastavnik:hush@127.0.0.1:1/programme?ssl=disable"
    words = [{"SOURCE": source_url, "ADDRESS": address}.get(word, word) for word in words]
    status, _, complaints = await Command(tmp_path, DATABASE_URL=address).run(*words)
    assert (status, complaints.count("\n")) == (1, 1)
    assert complaints.startswith("nastavnik: the database 127.0.0.1/programme cannot be used")
    assert "hush" not in complaints


async def test_it_says_which_driver_is_missing(monkeypatch: pytest.MonkeyPatch, source_url: str) -> None:
    monkeypatch.setitem(sys.modules, "asyncpg", None)  # what Python itself writes there for what cannot be imported
    with pytest.raises(UnusableError, match=r"nastavnik\[postgres\]"):
        await move(source_url, "postgresql+asyncpg://h/n")
