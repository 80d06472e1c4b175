"""Numbers as curators meet them: by taps, at a school and above it."""

import pytest

from bot.sandbox.person import Person
from models.oversight.indicators.tables import HandValue, Headcount, OrganisationFlag, Snapshot
from models.people.tables import Person as Somebody
from models.terms import PersonKind
from tests.oversight.life import Life
from tests.play import Play


async def tap(play: Play, person: Person, *labels: str) -> None:
    for label in labels:
        await person.tap(label)
        await play.settle()


async def write(play: Play, person: Person, text: str) -> None:
    await person.say(text)
    await play.settle()


async def test_it_opens_whoever_stands_behind_a_number_and_takes_one_by_hand(play: Play, life: Life) -> None:
    town = play.town
    await life.request(3, mentee=await town.mentee("Кузнецова Ольга Сергеевна"))
    marina = await play.person(town.curator)
    await tap(play, marina, "Показатели")
    assert "Охват педагогов: нет данных" in marina.last.text
    await tap(play, marina, "Численность", "Педагоги")
    await write(play, marina, "сорок")
    await write(play, marina, "4 0")
    assert "Педагоги: 40 на 01.09.2026" in marina.last.text
    [heads] = await town.rows(Headcount)
    assert heads.number == 40
    await tap(play, marina, "Назад", "Запросы ›")
    assert "2. Педагоги, которые просили наставника: 0 → 1" in marina.last.text
    await tap(play, marina, "2 · 1")
    assert "· Кузнецова О. С." in marina.last.text
    await tap(play, marina, "Внести число")
    await write(play, marina, "12")
    await tap(play, marina, "По документам школы")
    assert "На 12.10.2026: 12\nПосчитано ботом: 1\nВнесено пн 12 октября, Соколова М. П.: «По документам школы»" in (
        marina.last.text
    )
    await tap(play, marina, "Назад", "Снимки", "Сделать: итоговый")
    await tap(play, marina, "Да, сделать снимок")
    assert len(await town.rows(Snapshot)) == 1
    await tap(play, marina, "К сегодняшним числам", "2 · 12", "Внести число", "Вернуть число бота")
    assert "На 12.10.2026: 1" in marina.last.text
    assert [row.number for row in await town.rows(HandValue)] == [12, None]
    await tap(play, marina, "Назад", "Всё текстом")
    assert "1.2 Педагоги, которые просили наставника: 0 → 1" in marina.last.text


async def test_it_shows_above_a_school_schools_and_no_names_of_minors(play: Play, life: Life) -> None:
    town = play.town
    pupil = await town.mentee("Котова Мария Павловна", kind=PersonKind.STUDENT, class_label="7 кл.")
    await life.request(2, mentee=pupil)
    fomina = await play.person(town.municipal_curator)
    await tap(play, fomina, "Показатели", "‹ Статистика за май")
    assert "1. Молодые педагоги: нет данных (внесли 0 из 2)\n" in fomina.last.text
    await tap(play, fomina, "Охват ›", "Запросы ›", "1 · 1")
    await tap(play, fomina, "Школа № 25 · 1")
    assert "И ещё 1: имя видит только школа, или оно удалено." in fomina.last.text
    assert "Мария" not in fomina.last.text
    await tap(play, fomina, "Назад", "Отметки", "ШАНС")
    assert "✅ ШАНС" in fomina.buttons
    await tap(play, fomina, "Назад", "Ко всем школам", "Отметки", "ШАНС · 1")
    assert "1 школа · только ШАНС" in fomina.last.text
    await tap(play, fomina, "Кому позвонить")
    assert "Звонить никому не нужно" in fomina.last.text
    await tap(play, fomina, "Назад", "Отметки", "Все школы", "Школы", "Школа № 37", "Меню")
    assert len(await town.rows(OrganisationFlag)) == 1


async def test_it_speaks_english_too(play: Play) -> None:
    await play.town.change(Somebody, play.town.curator, locale="en")
    marina = await play.person(play.town.curator)
    await tap(play, marina, "Numbers")
    assert "Coverage of teachers: no data" in marina.last.text


@pytest.mark.parametrize("data", ["number:OMS-I-9.9", "number:", "next:1"])
async def test_it_refuses_forged_numbers(play: Play, data: str) -> None:
    marina = await play.person(play.town.curator)
    await tap(play, marina, "Показатели")
    intent = next(button.data for row in marina.last.keyboard for button in row if button.data).split("\x1d")[0]
    await marina.tap_data(f"{intent}\x1d{data}")
    await play.settle()
    assert marina.buttons
