"""The registers at the phone: filters as buttons, a card with the next step, a table in the chat."""

import io
from datetime import date

import openpyxl

from models.people.states import MentorState
from models.people.tables import MentorProfile
from tests.play import Play


async def test_it_leads_from_the_menu_to_a_person_and_the_next_step(play: Play, ask, pair) -> None:
    town = play.town
    mentor, olga = await town.mentor("Лебедева Ирина Викторовна"), await town.mentee("Кузнецова Ольга Сергеевна")
    card = {"state": MentorState.APPLICANT, "no_offers_before": date(2027, 9, 1)}
    applicant = await town.mentor("Зайцева Анна Петровна", card=card)
    idle = await town.mentee("Смирнова Анна Петровна", account=False)
    await ask(olga)
    await pair(await town.mentee("Орлова Анна Петровна"), mentor)
    marina = await play.person(town.curator)
    await marina.say("/menu")  # below the notices
    await play.settle()

    async def tap(*labels: str) -> str:
        for label in labels:
            await marina.tap(label)
            await play.settle()
        return marina.last.text

    assert "Реестры" in await tap("Реестры")
    assert marina.last.buttons[:4] == ["Наставники · 2", "Наставляемые · 3", "Пары · 1", "Запросы · 1"]
    assert "Наставники: 2" in await tap("Наставники · 2")
    assert "Лебедева И. В. · свободно 1 из 2" in marina.last.buttons
    assert "Отбор: ждёт подтверждения" in await tap("Отбор", "Состояние: все", "ждёт подтверждения", "Показать · 1")
    assert "карточка ждёт вашего решения" in await tap("Зайцева А. П.")
    await tap("Принять решение", "Подтвердить")
    assert (await town.rows(MentorProfile, MentorProfile.person_id == applicant))[0].state is MentorState.APPROVED
    assert "Наставник: свободно 2 из 2. Просит не предлагать до 01.09.2027. Темы" in await tap("Назад")
    assert "Таких сейчас нет" in await tap("Назад")
    assert "ждёт наставника с сегодняшнего дня" in await tap("Наставляемые", "Кузнецова О. С.")
    assert "Темы" in await tap("Открыть запрос")
    assert "Смирнова А. П." in await tap("Меню", "Реестры", "Наставляемые", "Смирнова А. П.", "Подобрать наставника")
    assert "Лебедева И. В." in marina.last.buttons
    assert idle
    await tap("Меню", "Реестры", "Пары")
    assert "Орлова А. П. — Лебедева И. В. · первая встреча впереди" in marina.last.buttons
    await tap("Орлова А. П.")
    assert "Лебедева И. В." in marina.last.text


async def test_it_gives_the_filtered_register_as_a_table(play: Play) -> None:
    town = play.town
    await town.mentor("Лебедева Ирина Викторовна", position="=1+1")
    await town.mentor("Громова Анна Петровна", card={"capacity": 0})
    marina = await play.person(town.curator)
    for label in ("Реестры", "Наставники · 2", "Отбор", "Места: все", "есть места", "Показать · 1", "Выгрузить"):
        await marina.tap(label)
        await play.settle()
    assert "В таблице будет 1 строка. Отбор: есть места" in marina.last.text
    for label in ("Excel", "CSV"):
        await marina.tap(label)
        await play.settle()
        if label == "Excel":
            await marina.tap("Выгрузить")
            await play.settle()
    files = [one.content["document"] for one in marina.messages if "document" in one.content]
    assert [file["file_name"] for file in files] == ["Наставники 12.10.2026.xlsx", "Наставники 12.10.2026.csv"]
    assert [one.text for one in marina.messages if "document" in one.content] == ["Наставники: 1 строка"] * 2
    assert not any("Готовлю" in one.text for one in marina.messages)
    page = openpyxl.load_workbook(io.BytesIO(play.sandbox.world.files[files[0]["file_id"]].content)).active
    rows = [[cell for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]
    assert rows[:3] == [["Реестр", "Наставники"], ["Охват", "Школа № 25"], ["Отбор", "есть места"]]
    assert rows[3:5] == [["Составлено", "12.10.2026, 10:00 (Europe/Moscow)"], ["Строк", "1"]]
    assert rows[7][:4] == ["Лебедева Ирина Викторовна", "Школа № 25", "=1+1", "подтверждён"]
    assert "Наставники: 1" in marina.last.text, "the window follows the table"
