"""A copy under a living writer: whole or not there, readable by its owner only."""

import asyncio
import logging
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from bot.keeping.backup import back_up, check_sqlite
from bot.keeping.folder import alone_in, copies
from bot.keeping.nightly import Nightly
from bot.unusable import BusyError, UnusableError
from models.clock import FixedClock
from models.people.tables import Person
from tests.keeping.disk import full_disk
from tests.town import Town


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def url_of(town: Town) -> str:
    return town.database.url.render_as_string(hide_password=False)


def names_in(copy: Path) -> set[str]:
    with closing(sqlite3.connect(copy)) as connection:
        return {name for (name,) in connection.execute("SELECT family_name FROM person")}


async def test_it_copies_all_that_was_committed_while_the_writer_goes_on(town: Town, folder: Path) -> None:
    async def write_on() -> None:
        for number in range(60):
            await town.change(Person, town.curator, position=str(number))

    writing = asyncio.create_task(write_on())
    await town.mentee("Кузнецова Ольга Сергеевна")
    copy = await asyncio.to_thread(back_up, url_of(town), folder, town.clock.now())
    await writing
    assert copy.name == "nastavnik-2026-10-12T07-00-00Z.sqlite"
    assert names_in(copy) == {person.family_name for person in await town.rows(Person)}
    check_sqlite(copy)
    assert (await town.row(Person, town.curator)).position == "59"


async def test_it_lets_nobody_else_read_it_and_leaves_nothing_beside(town: Town, folder: Path) -> None:
    copy = back_up(url_of(town), folder, town.clock.now())
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert {path.name for path in folder.iterdir()} == {copy.name, ".lock"}


async def test_it_leaves_no_half_file_when_the_disk_is_full(town: Town, folder: Path) -> None:
    with full_disk(), pytest.raises(UnusableError, match="could not be written"):
        back_up(url_of(town), folder, town.clock.now())
    assert {path.name for path in folder.iterdir()} == {".lock"}


async def test_it_ends_early_when_the_bot_is_stopped(town: Town, folder: Path) -> None:
    stop = Event()
    stop.set()
    with closing(sqlite3.connect(str(town.database.url.database))) as connection:
        numbers = "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 20000)"
        connection.execute(f"INSERT INTO wrong_code (account_hash, at) {numbers} SELECT n, '2026-10-12' FROM number")
        connection.commit()
    with pytest.raises(UnusableError, match="interrupted"):
        back_up(url_of(town), folder, town.clock.now(), stop)
    assert copies(folder) == {}


async def test_it_waits_for_no_other_process(town: Town, folder: Path) -> None:
    with alone_in(folder), pytest.raises(BusyError):
        back_up(url_of(town), folder, town.clock.now())


def test_it_says_that_there_is_no_database(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(UnusableError, match="there is no database at"):
        back_up(f"sqlite:///{tmp_path}/none.sqlite", tmp_path, clock.now())


async def test_it_makes_one_copy_a_day_and_catches_up_after_a_downtime(town: Town, folder: Path) -> None:
    nightly = Nightly(url_of(town), str(folder), town.clock)
    for hours in (0, 1, 16, 1, 80):
        town.clock.moment += timedelta(hours=hours)
        await nightly.look()
    assert [moment.day for moment in copies(folder).values()] == [12, 13, 16]


async def test_it_logs_a_failure_tries_again_in_an_hour_and_stops_nothing(
    town: Town, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    nightly = Nightly(url_of(town), str(folder), town.clock)
    with full_disk():
        await nightly.look()
        await nightly.look()
    failures = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert len(failures) == 1
    assert "could not be written" in failures[0]
    await nightly.look()
    assert copies(folder) == {}
    town.clock.moment += timedelta(hours=1)
    await nightly.look()
    assert len(copies(folder)) == 1


async def test_it_says_nothing_of_a_copy_that_the_stop_of_the_bot_has_ended(
    town: Town, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    nightly = Nightly(url_of(town), str(folder), town.clock)
    nightly.stop()
    with full_disk():
        await nightly.look()
    assert copies(folder) == {}
    assert caplog.records == []


async def test_it_makes_none_where_none_is_wanted(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    await Nightly(url_of(town), "", town.clock).look()
    assert list(tmp_path.iterdir()) == []
