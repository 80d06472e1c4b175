"""The way back from a copy: nothing is lost, nothing foreign is taken, and nothing old is sent by itself."""

import asyncio
import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.__main__ import main
from bot.fsm import DialogRow
from bot.inbox import InboxRow, InboxState
from bot.keeping import commands
from bot.keeping.backup import back_up, check_sqlite
from bot.keeping.hold import hold
from bot.keeping.restore import Restored, restore
from bot.migrate import migrate
from bot.unusable import UnusableError
from models.access import SYSTEM
from models.clock import FixedClock
from models.database import Database
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.notices.tables import Notice
from models.people.tables import Person
from models.requests import submit
from models.terms import Intensity, MentoringForm
from models.use_case import Tx
from tests.keeping.disk import full_disk
from tests.town import Town

HOUR = timedelta(hours=1)
BEFORE_THE_DIGEST = datetime(2026, 10, 12, 4, 50, tzinfo=UTC)


@dataclass
class Site:
    """An installation of the programme: its database in a folder, and the copy that was made of it."""

    folder: Path
    clock: FixedClock
    copy: Path

    @property
    def file(self) -> Path:
        return self.folder / "data" / "programme.sqlite"

    @property
    def url(self) -> str:
        return f"sqlite:///{self.file}"


async def live(site: Site) -> None:
    """A mentee who asks, three notices, an update that is not finished, an open dialog; after the copy, a colleague."""
    database = Database(site.url)
    town = await Town.build(database, site.clock)
    mentee = await town.mentee("Кузнецова Ольга Сергеевна")
    act = await town.act(mentee)
    await act(submit.submit, MentoringForm.TEACHER_TEACHER, ("CLASSROOM",), "", Intensity.WEEKLY, [], [])
    now = site.clock.now()

    def job(session) -> None:
        tx, person = Tx(session, SYSTEM, now), session.get_one(Person, mentee)
        for hours in (1, 2, 48):
            post(tx, person, NoticeKind.LOG_PROMPT, f"meeting:{hours}", due_at=now + hours * HOUR)
        inbox = {"bot_id": 1, "chat": 7, "received_at": now}
        session.add(InboxRow(update_id=1, body='{"update_id": 1}', state=InboxState.NEW, **inbox))
        session.add(InboxRow(update_id=2, body=None, state=InboxState.DONE, **inbox))
        session.add(DialogRow(key="7", state="Menu:main", data="{}", changed_at=now))

    await database.write(job)
    site.copy = back_up(site.url, site.folder, now)
    await town.mentee("Новикова Дарья Ильинична")
    await database.close()


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A programme on Monday before the digest, copied, and then gone on for a while; made once."""
    folder = tmp_path_factory.mktemp("lived")
    site = Site(folder, FixedClock(BEFORE_THE_DIGEST), folder)
    migrate_there(site)
    asyncio.run(live(site))
    return site


def migrate_there(site: Site) -> None:
    site.file.parent.mkdir()
    migrate(site.url)


@pytest.fixture
def site(lived: Site, tmp_path: Path) -> Site:
    """The same, of the test's own."""
    shutil.copytree(lived.folder, tmp_path / "site")
    return Site(tmp_path / "site", lived.clock, tmp_path / "site" / lived.copy.name)


@pytest.fixture(scope="module")
def after(lived: Site, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Restored]:
    """Restored three hours after the copy, to be looked at."""
    folder = tmp_path_factory.mktemp("restored") / "site"
    shutil.copytree(lived.folder, folder)
    site = Site(folder, lived.clock, folder / lived.copy.name)
    return site, restore(site.url, site.copy, site.clock.now() + 3 * HOUR)


def rows(site: Site, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(site.file)) as connection:
        return connection.execute(statement).fetchall()


def test_it_puts_a_copy_in_place_and_keeps_the_present_database(after: tuple[Site, Restored]) -> None:
    site, done = after
    assert done.kept is not None
    assert done.kept.name == "programme.sqlite.before-2026-10-12T07-50-00Z"
    names = "SELECT count(*) FROM person WHERE family_name = 'Новикова'"
    assert rows(site, names) == [(0,)]
    with closing(sqlite3.connect(done.kept)) as former:
        assert former.execute(names).fetchall() == [(1,)]
    check_sqlite(site.file)
    assert {path.name for path in site.file.parent.iterdir()} == {site.file.name, done.kept.name}


def test_it_holds_back_what_was_due_meanwhile_and_tells_the_curator_once(after: tuple[Site, Restored]) -> None:
    site, done = after
    states = rows(site, "SELECT subject, state FROM notice WHERE kind = 'meetings-log-prompt' ORDER BY due_at")
    assert states == [("meeting:1", "HELD"), ("meeting:2", "HELD"), ("meeting:48", "WAITING")]
    told = rows(site, "SELECT person_id, state FROM notice WHERE kind = 'notices-restored' AND person_id = 1")
    assert told == [(1, "WAITING")]
    assert rows(site, "SELECT count(*) FROM notice WHERE state = 'HELD'") == [(done.held,)]


def test_it_replays_no_update_and_opens_no_old_window(after: tuple[Site, Restored]) -> None:
    site, _ = after
    kept = rows(site, "SELECT update_id, state, body, problem FROM inbox ORDER BY update_id")
    assert kept == [(1, "SET_ASIDE", None, "restored"), (2, "DONE", None, "")]
    assert rows(site, "SELECT count(*) FROM dialog") == [(0,)]


def test_it_says_by_itself_nothing_that_catching_up_would_say(after: tuple[Site, Restored]) -> None:
    """The copy is of before Monday's digest, which the curators may have read since."""
    site, _ = after
    assert rows(site, "SELECT state FROM notice WHERE kind = 'oversight-digest' AND person_id = 1") == [("HELD",)]
    waiting = rows(site, "SELECT DISTINCT kind FROM notice WHERE state IN ('WAITING', 'CLAIMED', 'STARTED')")
    assert {kind for (kind,) in waiting} <= {"notices-restored", "meetings-log-prompt"}


def test_it_does_the_hold_alone(site: Site) -> None:
    assert hold(site.url, site.clock.now() + 90 * timedelta(minutes=1)) >= 1
    assert rows(site, "SELECT subject FROM notice WHERE state = 'HELD' AND kind = 'meetings-log-prompt'") == [
        ("meeting:1",)
    ]


def test_it_restores_where_there_was_nothing(site: Site) -> None:
    site.file.unlink()
    assert restore(site.url, site.copy, site.clock.now()).kept is None
    assert rows(site, "SELECT count(*) FROM person WHERE family_name = 'Кузнецова'") == [(1,)]


def test_it_restores_over_a_broken_database_and_keeps_that_too(site: Site) -> None:
    site.file.write_bytes(b"no database at all" * 300)
    done = restore(site.url, site.copy, site.clock.now())
    assert done.kept is not None
    assert done.kept.read_bytes().startswith(b"no database")
    check_sqlite(site.file)


def foreign(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE song (name TEXT)")
    return path


def of_tomorrow(path: Path, copy: Path) -> Path:
    path.write_bytes(copy.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    return path


def cut(path: Path, copy: Path) -> Path:
    path.write_bytes(copy.read_bytes()[: 4096 * 9 + 100])
    return path


def test_it_refuses_what_is_no_good_copy_and_changes_nothing(site: Site, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("заметки")
    before = site.file.read_bytes()
    for file, words in (
        (tmp_path / "none.sqlite", "there is no file"),
        (text, "damaged or no database"),
        (cut(tmp_path / "cut.sqlite", site.copy), "damaged or no database"),
        (foreign(tmp_path / "songs.sqlite"), "is no programme's database"),
        (of_tomorrow(tmp_path / "new.sqlite", site.copy), "newer version"),
    ):
        with pytest.raises(UnusableError, match=words):
            restore(site.url, file, site.clock.now())
    assert site.file.read_bytes() == before
    assert [path.name for path in site.file.parent.iterdir()] == [site.file.name]


def test_it_leaves_everything_as_it_was_when_the_disk_is_full(site: Site) -> None:
    before = site.file.read_bytes()
    with full_disk(), pytest.raises(UnusableError, match="could not be put in place"):
        restore(site.url, site.copy, site.clock.now())
    assert site.file.read_bytes() == before
    assert [path.name for path in site.file.parent.iterdir()] == [site.file.name]


def test_it_refuses_while_the_bot_runs(site: Site) -> None:
    database = Database(site.url)

    async def serve() -> int:
        async with database.read() as session:
            await session.scalar(select(func.count()).select_from(Notice))
        return await database.write(lambda session: len(session.scalars(select(Notice)).all()))

    asyncio.run(serve())
    with pytest.raises(UnusableError, match="in use"):
        restore(site.url, site.copy, site.clock.now())
    asyncio.run(database.close())


def test_it_answers_in_one_sentence(site: Site, tmp_path: Path) -> None:
    answer = commands.restore(site.url, str(site.copy), hold_only=False)
    assert answer.startswith("Restored. The former database is kept as ")
    assert answer.endswith("Start the bot: nastavnik run")
    assert commands.backup(site.url, str(tmp_path / "more")).endswith(".sqlite")
    for wrong in (
        lambda: commands.restore(site.url, None, hold_only=False),
        lambda: commands.restore(site.url, str(site.copy), hold_only=True),
        lambda: commands.restore(site.url, "none", hold_only=False),
        lambda: commands.backup(site.url, ""),
        lambda: commands.backup("sqlite:///none.sqlite", str(tmp_path)),
    ):
        with pytest.raises(SystemExit) as ended:
            wrong()
        assert str(ended.value).startswith("nastavnik ")
        assert "\n" not in str(ended.value)


def test_it_is_said_on_the_command_line(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.folder)
    monkeypatch.setenv("DATABASE_URL", site.url)
    monkeypatch.setenv("BACKUP_FOLDER", "usual")
    for words, answer in (
        (["backup"], "usual/nastavnik-"),
        (["backup", "--to", "other"], "other/nastavnik-"),
        (["restore", "--hold-only"], "Notices held back until a curator decides: "),
    ):
        monkeypatch.setattr(sys, "argv", ["nastavnik", *words])
        main()
        assert capsys.readouterr().out.startswith(answer)
