"""A database that is locked, full, not writable or just being copied: work waits, and nothing leaves unrecorded."""

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.inbox import InboxRow, InboxState
from handlers.notices import RENDERERS, Telling
from handlers.telling import Drawn
from models import database
from models.database import Database
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from models.people.tables import Person as Somebody
from tests.bot.conftest import Time
from tests.command import Command
from tests.play import TOKEN, Play
from tests.town import Town

MANY_PAGES = 1_000_000
SAID = "слово"


async def say(_telling: Telling) -> Drawn:
    return Drawn(Markup(SAID))


@pytest.fixture(autouse=True)
def spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The notices of these tests say one word."""
    monkeypatch.setitem(RENDERERS, NoticeKind.CARD_CONFIRMED, say)


class Foreigner:
    """Another program that has the same file open."""

    def __init__(self, path: str) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)

    def lock(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")

    def release(self) -> None:
        self.connection.execute("COMMIT")


@pytest.fixture
def foreigner(town: Town) -> Iterator[Foreigner]:
    foreigner = Foreigner(town.database.url.database or "")
    yield foreigner
    foreigner.connection.close()


@pytest.fixture
async def impatient(play: Play) -> None:
    """SQLite itself waits shortly, so that a lock is met many times within a test."""
    await pragma(play, "busy_timeout = 10")


async def pragma(play: Play, what: str) -> None:
    """Sets up the connection that writes."""
    await play.application.database.write(lambda session: session.execute(text(f"PRAGMA {what}")))


async def owe(play: Play, person_id: int) -> None:
    """A notice is due to somebody."""
    now = play.clock.now()
    told = {"payload": {}, "subject": "x", "key": "x", "due_at": now, "created_at": now}
    row = Notice(person_id=person_id, kind=NoticeKind.CARD_CONFIRMED, **told)
    await play.town.database.write(lambda session: session.add(row))


def told(play: Play) -> list[str]:
    """All texts that anybody was sent, in order."""
    return [message.text for message in play.sandbox.sent if message.method == "sendMessage"]


async def test_it_waits_for_whoever_holds_the_lock(
    play: Play, impatient: None, foreigner: Foreigner, caplog: pytest.LogCaptureFixture
) -> None:
    mentor = await play.town.mentor()
    irina = await play.person(mentor)
    await owe(play, mentor)
    before = len(told(play))
    foreigner.lock()
    await irina.say("/menu")
    sending = asyncio.create_task(play.application.delivery.deliver_due())
    while "holds the database" not in caplog.text:
        await asyncio.sleep(0.01)
    assert len(told(play)) == before, "nothing leaves that is not written down"
    foreigner.release()
    await sending
    await play.settle()
    assert [row.state for row in await play.town.rows(Notice)] == [NoticeState.SENT]
    assert {row.state for row in await play.town.rows(InboxRow)} == {InboxState.DONE}
    assert len(told(play)) == before + 2
    assert told(play).count(SAID) == 1


async def test_it_opens_the_file_when_whoever_held_it_lets_go(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A backup is no WAL file yet: the first write makes it one, and needs it for itself for a moment."""
    foreigner = Foreigner(str(tmp_path / "copied.sqlite"))
    foreigner.connection.execute("CREATE TABLE word (said TEXT)")
    foreigner.lock()
    copied = Database(f"sqlite:///{tmp_path / 'copied.sqlite'}")
    writing = asyncio.create_task(copied.write(lambda session: session.execute(text("INSERT INTO word VALUES ('да')"))))
    while "holds the database" not in caplog.text:
        await asyncio.sleep(0.01)
    foreigner.release()
    await writing
    assert foreigner.connection.execute("SELECT said FROM word").fetchall() == [("да",)]
    foreigner.connection.close()
    await copied.close()


async def test_it_says_that_a_file_cannot_be_opened_and_opens_it_later(tmp_path: Path) -> None:
    missing = Database(f"sqlite:///{tmp_path / 'folder' / 'programme.sqlite'}")
    for _ in range(2):
        with pytest.raises(OperationalError, match="unable to open"):
            await missing.write(lambda session: session.execute(text("SELECT 1")))
    (tmp_path / "folder").mkdir()
    assert await missing.write(lambda session: session.scalar(text("SELECT 1"))) == 1
    await missing.close()


async def test_it_asks_telegram_again_for_what_could_not_be_stored(
    play: Play, impatient: None, foreigner: Foreigner, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    irina = await play.person(await play.town.mentor())
    monkeypatch.setattr(database, "PATIENCE_SECONDS", 0)
    before = len(told(play))
    foreigner.lock()
    update_id = await irina.say("/menu")
    while "polling failed" not in caplog.text:
        await asyncio.sleep(0.01)
    assert [update.id for update in play.sandbox.pending_updates] == [update_id]
    foreigner.release()
    await play.settle()
    assert len(told(play)) == before + 1
    assert {row.state for row in await play.town.rows(InboxRow)} == {InboxState.DONE}


async def test_it_keeps_everything_until_there_is_room_on_the_disk(
    play: Play, time: Time, caplog: pytest.LogCaptureFixture
) -> None:
    mentor = await play.town.mentor()
    irina = await play.person(mentor)
    await play.application.database.write(full)
    update_id = await irina.say("слово " * 600)
    while "polling failed" not in caplog.text:
        await asyncio.sleep(0)
    assert [update.id for update in play.sandbox.pending_updates] == [update_id]
    await pragma(play, f"max_page_count = {MANY_PAGES}")
    await play.settle()
    assert {row.state for row in await play.town.rows(InboxRow)} == {InboxState.DONE}
    assert play.sandbox.pending_updates == []


def full(session) -> None:
    """The file may not grow any more."""
    pages = session.scalar(text("PRAGMA page_count"))
    session.execute(text(f"PRAGMA max_page_count = {pages}"))


async def test_it_sends_nothing_that_it_cannot_mark_first(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    mentor = await play.town.mentor()
    await play.person(mentor)
    await owe(play, mentor)
    refusing = "CREATE TRIGGER full BEFORE UPDATE OF state ON notice BEGIN SELECT RAISE(ABORT, 'disk full'); END"
    await play.town.database.write(lambda session: session.execute(text(refusing)))
    await play.application.timetable.tick()
    assert "delivery failed" in caplog.text
    assert SAID not in told(play)
    await play.town.database.write(lambda session: session.execute(text("DROP TRIGGER full")))
    await play.application.timetable.tick()
    assert told(play).count(SAID) == 1


async def test_it_reads_what_it_may_not_write(town: Town) -> None:
    copy = Database(f"{town.database.url.render_as_string()}?mode=ro&uri=true".replace("///", "///file:"))
    with pytest.raises(OperationalError, match="readonly"):
        await copy.write(lambda session: session.execute(text("DELETE FROM person")))
    await copy.close()
    assert len(await town.rows(Somebody)) == 3


async def test_it_goes_on_while_a_copy_is_made(play: Play, tmp_path: Path) -> None:
    mentor = await play.town.mentor()
    irina = await play.person(mentor)
    copy = tmp_path / "copy.sqlite"

    def back_up() -> None:
        connection = sqlite3.connect(play.town.database.url.database or "")
        connection.execute("VACUUM INTO ?", (str(copy),))
        connection.close()

    await owe(play, mentor)
    copying = asyncio.create_task(asyncio.to_thread(back_up))
    for _ in range(5):
        await irina.say("/menu")
    await play.settle()
    await copying
    assert {row.state for row in await play.town.rows(InboxRow)} == {InboxState.DONE}
    assert [row.state for row in await play.town.rows(Notice)] == [NoticeState.SENT]
    connection = sqlite3.connect(copy)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


@pytest.mark.xdist_group("processes")
async def test_it_says_that_the_database_cannot_be_used(tmp_path: Path) -> None:
    nastavnik = Command(tmp_path, BOT_TOKEN=TOKEN, DATABASE_URL=f"sqlite:///{tmp_path}")
    status, _, complaint = await nastavnik.run("run")
    assert status == 1
    assert complaint.splitlines()[-1] == f"nastavnik: the database {tmp_path} cannot be used (OperationalError)"
    assert "Traceback" not in complaint
