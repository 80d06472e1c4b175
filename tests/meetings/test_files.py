"""Files that people send to a record: kept by their id alone, whatever they are called and however large they are."""

import pytest

from bot.sandbox.person import Person
from models.meetings.tables import MeetingAttachment
from tests.access.test_outsiders import everything
from tests.meetings.couple import Couple
from tests.play import Play

NAMES = ("../../etc/passwd", "C:\\Windows\\system32\\cmd.exe", "<b>.html", "\u202egpj.exe")
TOO_LARGE = 2 * 1024**3
"""A bot may fetch 20 megabytes; Telegram hands on ids of files of two gigabytes."""


@pytest.fixture
async def irina(play: Play, couple: Couple) -> Person:
    """A mentor whose fresh record is open: whatever she sends is added to it."""
    irina = await play.person(couple.mentor_id)
    for label in ("Записать", "Раньше", "вс 4 октября", "45 минут"):
        await irina.tap(label)
        await play.settle()
    return irina


async def test_it_keeps_the_id_of_a_file_and_neither_its_name_nor_its_content(play: Play, irina: Person) -> None:
    for name in NAMES:
        await irina.send_document(b"MZ canary-content", name)
    shape = {"file_id": "large", "file_unique_id": "l", "file_size": TOO_LARGE, "file_name": "lesson.mp4"}
    irina._send({"document": shape})
    await play.settle()
    rows = await play.town.rows(MeetingAttachment)
    assert [row.kind for row in rows] == ["DOCUMENT"] * 5
    assert rows[-1].file_ref == "large"
    kept = str(await everything(play.town.database))
    for word in (*NAMES, "passwd", "canary-content", "lesson.mp4"):
        assert word not in kept
    assert not any(message.text.startswith("Что-то пошло не так") for message in irina.messages)


@pytest.mark.parametrize("kind", ["video", "contact"])
async def test_it_says_of_other_kinds_that_they_cannot_be_kept(play: Play, irina: Person, kind: str) -> None:
    file = {"file_id": "f", "file_unique_id": "u", "duration": 1, "width": 1, "height": 1}
    contents = {"contact": {"phone_number": "+7", "first_name": "А"}}
    irina._send({kind: contents.get(kind, file)})
    await play.settle()
    assert any("Это сохранить не получится" in message.text for message in irina.messages)
    assert await play.town.rows(MeetingAttachment) == []
