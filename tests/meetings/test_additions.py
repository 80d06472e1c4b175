"""Texts, files and private notes, and who reads them (R-20)."""

import pytest

from models.errors import ProgrammeError
from models.meetings import additions, log, queries
from models.meetings.additions import AttachmentKind
from models.meetings.tables import Meeting
from models.notices.tables import Notice, NoticeState
from tests.meetings.couple import Couple
from tests.town import Town


@pytest.fixture
async def record(couple: Couple) -> int:
    """A record the mentor has made."""
    meeting_id = await couple.begun()
    act = await couple.mentor()
    await act(log.record, meeting_id)
    return meeting_id


async def _details(town: Town, person_id: int, meeting_id: int) -> queries.MeetingDetails:
    async with town.database.read() as session:
        return await queries.details(session, await town.actor(person_id), meeting_id)


async def test_it_shows_the_text_to_the_pair_and_only_day_and_topic_to_the_curator(
    town: Town, couple: Couple, record: int
) -> None:
    mentor, mentee = await couple.mentor(), await couple.mentee()
    await mentor(additions.add_text, record, "Начинаем урок с <b>вопроса</b> & ждём")
    await mentee(additions.add_text, record, "Попробую в 7 «Б»")
    whole = "Начинаем урок с <b>вопроса</b> & ждём\nПопробую в 7 «Б»"
    assert (await _details(town, couple.mentor_id, record)).text == whole
    assert (await _details(town, couple.mentee_id, record)).text == whole
    assert (await _details(town, town.curator, record)).text == ""
    curator = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await curator(additions.add_text, record, "От куратора")


async def test_it_keeps_four_thousand_characters_and_refuses_more_without_loss(
    town: Town, couple: Couple, record: int
) -> None:
    act = await couple.mentor()
    await act(additions.add_text, record, "а" * 4000)
    with pytest.raises(ProgrammeError, match="error-meetings-long"):
        await act(additions.add_text, record, "б")
    for blank in (" ", "\n\t"):
        with pytest.raises(ProgrammeError, match="error-meetings-empty"):
            await act(additions.add_text, record, blank)
    assert (await town.row(Meeting, record)).log_text == "а" * 4000


async def test_it_tells_the_other_side_once_for_several_texts(town: Town, couple: Couple, record: int) -> None:
    act = await couple.mentor()
    for text in ("Первое", "Второе", "Третье"):
        await act(additions.add_text, record, text)
    told = (Notice.kind == "meetings-logged", Notice.state == NoticeState.WAITING)
    assert len(await town.rows(Notice, *told)) == 1


async def test_it_ties_a_file_once_and_ten_at_most(town: Town, couple: Couple, record: int) -> None:
    act = await couple.mentee()
    for number in (0, 0, *range(1, 10)):
        await act(additions.add_attachment, record, AttachmentKind.PHOTO, f"file-{number}")
    with pytest.raises(ProgrammeError, match="error-meetings-attachments"):
        await act(additions.add_attachment, record, AttachmentKind.VOICE, "file-10")
    assert len((await _details(town, couple.mentor_id, record)).attachments) == 10
    assert (await _details(town, town.curator, record)).attachments == ()


async def test_it_shows_a_private_note_to_its_author_alone(town: Town, couple: Couple, record: int) -> None:
    act = await couple.mentor()
    assert await act(additions.add_note, record, "Похвалить на педсовете") == 1
    assert (await _details(town, couple.mentor_id, record)).notes == ("Похвалить на педсовете",)
    for other in (couple.mentee_id, town.curator):
        assert (await _details(town, other, record)).notes == ()


async def test_it_adds_nothing_to_a_meeting_without_a_record(couple: Couple) -> None:
    act = await couple.mentor()
    with pytest.raises(ProgrammeError, match="error-meetings-no-record"):
        await act(additions.add_text, await couple.planned(), "Рано")
