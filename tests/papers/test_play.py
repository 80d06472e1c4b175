"""Papers at the phone: a statement asked for, confirmed and fetched; an order, its number, a report, a list."""

import io

import docx

from bot.sandbox.person import Person
from models.mentorships.tables import Mentorship
from models.papers.tables import ActivityStatement
from tests.oversight.life import Life
from tests.play import Play


async def tap(play: Play, person: Person, *labels: str) -> str:
    for label in labels:
        await person.tap(label)
        await play.settle()
    return person.last.text


def files(play: Play, person: Person) -> list[tuple[str, bytes]]:
    """The names and contents of the files in a chat."""
    sent = [one.content["document"] for one in person.messages if "document" in one.content]
    return [(one["file_name"], play.sandbox.world.files[one["file_id"]].content) for one in sent]


async def test_it_brings_a_statement_from_the_mentor_to_the_curator_and_back_as_a_file(play: Play, life: Life) -> None:
    town = play.town
    mentor = await town.mentor("Лебедева Ирина Викторовна")
    pair = await life.pair(mentor=mentor, mentee=await town.mentee("Кузнецова Ольга Сергеевна"), approved_days_ago=40)
    for days in (1, 8):
        await life.meeting(pair, days)
    irina, marina = await play.person(mentor), await play.person(town.curator)
    await tap(play, irina, "Моя справка")
    await tap(play, irina, "Выбрать месяцы", "сентябрь 2026", "октябрь 2026")
    await tap(play, irina, "Дальше")
    assert "1 пара, 2 встречи, 1 ч 30 мин" in irina.last.text
    await tap(play, irina, "Отправить куратору")
    assert "Справка у куратора: Марина Петровна" in irina.last.text
    assert "Кузнецова О. С. · 2 встречи, 1 ч 30 мин" in marina.last.text
    await tap(play, marina, "Вопрос наставнику")
    await marina.say("А встреча 1 октября?")
    await play.settle()
    assert "А встреча 1 октября?" in irina.last.text
    await tap(play, irina, "Моя справка", "Учебный год: 01.09 — 12.10", "Отправить куратору")
    await tap(play, marina, "Подтвердить")
    assert "✅ Подтверждено: справка № 1" in marina.last.text
    await tap(play, irina, "Файл")
    [(name, content)] = files(play, irina)
    assert name == "Справка Лебедева И. В. 01.09.2026-12.10.2026.docx"
    assert "СПРАВКА № 1 от 12.10.2026" in [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]
    assert not any("Готовлю" in one.text for one in irina.messages)
    await irina.say("/menu")
    await play.settle()
    await tap(play, irina, "Моя справка", "Мои справки")
    await tap(play, irina, "01.09.2026 — 12.10.2026 · № 1")
    assert files(play, irina) == [(name, content)] * 2
    assert len(await town.rows(ActivityStatement)) == 2


async def test_it_gives_the_curator_orders_reports_and_lists(play: Play, life: Life) -> None:
    town = play.town
    pair = await life.pair(mentee=await town.mentee("Кузнецова Ольга Сергеевна"), approved_days_ago=40)
    other = await life.pair()
    await life.meeting(pair, 1)
    marina = await play.person(town.curator)
    await tap(play, marina, "Документы")
    await tap(play, marina, "Приказы")
    await tap(play, marina, "Об утверждении плана")
    await tap(play, marina, "О формировании пар")
    await tap(play, marina, "Выбрать")
    await tap(play, marina, "Кузнецова", "Составить · 1")
    captions = [one.text for one in marina.messages if "document" in one.content]
    assert "внесите номер и дату: они встанут именно этим парам" in captions[-1]
    await tap(play, marina, "Внести номер")
    await marina.say("№ 45 от 12.10.2026")
    await play.settle()
    await tap(play, marina, "Да")
    assert [(await town.row(Mentorship, one)).order_ref for one in (pair, other)] == ["45", ""]
    await tap(play, marina, "Меню", "Документы", "Отчёт за месяц", "октябрь 2026")
    await tap(play, marina, "Файл: Word", "октябрь 2026")
    await tap(play, marina, "Назад", "Список пар (Excel)")
    assert [name for name, _ in files(play, marina)] == [
        "Об утверждении плана 12.10.2026.docx",
        "О формировании пар 12.10.2026.docx",
        "Отчёт октябрь 2026.docx",
        "Отчёт октябрь 2026.xlsx",
        "Список пар 12.10.2026.xlsx",
    ]
    assert "Справки ждут" not in await tap(play, marina, "Справки наставников · 0")
