"""What is handed in each year at the phone: by one tap, returned with a sentence, and taken away as files."""

import io

import docx
import openpyxl

from bot.sandbox.person import Person
from models.papers.states import ReportState
from models.papers.yearly.campaigns import run_campaigns
from models.papers.yearly.tables import YearReport
from tests.oversight.life import Life
from tests.papers.test_orders_and_reports import text_of
from tests.papers.test_play import files, tap
from tests.play import Play


async def write(play: Play, person: Person, text: str) -> str:
    await person.say(text)
    await play.settle()
    return person.last.text


async def test_it_hands_in_the_pairs_by_one_tap_and_takes_them_back_with_a_sentence(play: Play, life: Life) -> None:
    town = play.town
    await life.pair(mentee=await town.mentee("Кузнецова Ольга Сергеевна"), approved_days_ago=20)
    marina, elena = await play.person(town.curator), await play.person(town.municipal_curator)
    await town.act_as_system()(run_campaigns)
    await play.settle()
    assert "В программе 1 пара, без номера приказа: 1. Всё верно?" in marina.last.text
    await tap(play, marina, "Данные верны")
    assert "✅ Сдано: Данные о парах. Версия 1." in marina.last.text
    await tap(play, elena, "Документы")
    await tap(play, elena, "Данные за год")
    assert "Данные о парах: сдали 1 из 2, срок 31 октября" in elena.last.text
    await tap(play, elena, "Данные о парах")
    assert "Школа № 37: ждём\nШкола № 25: сдано 12.10.2026" in elena.last.text
    await tap(play, elena, "Напомнить 1 школе")
    assert "Вы напомнили 12.10.2026" in elena.last.text
    await tap(play, elena, "Сроки", "на неделю позже")
    assert "Последний день: сб 7 ноября" in elena.last.text
    await tap(play, elena, "Назад", "Школа № 25")
    assert "1 пара. Без номера приказа: 1. Ещё не встречались: 1." in elena.last.text
    await tap(play, elena, "Вернуть")
    await write(play, elena, "Впишите номер приказа.")
    assert "Вернули с замечанием" in elena.last.text
    assert "«Впишите номер приказа.»" in marina.last.text
    await tap(play, marina, "Посмотреть", "Данные верны")
    assert "✅ Сдано пн 12 октября, Соколова М. П. Версия 2." in marina.last.text
    await tap(play, marina, "Word", "Excel")
    [(name, paper), (_, book)] = files(play, marina)
    assert name == "Данные о парах Школа № 25 версия 2.docx"
    assert "Кузнецова О. С. | " in text_of(paper)
    assert "Кузнецова О. С." in [cell.value for cell in openpyxl.load_workbook(io.BytesIO(book)).active["A"]]
    rows = await town.rows(YearReport)
    assert [row.state for row in rows] == [ReportState.RETURNED, ReportState.SENT]


async def test_it_writes_the_note_and_brings_the_report_of_the_municipality(play: Play, life: Life) -> None:
    town = play.town
    marina, elena = await play.person(town.curator), await play.person(town.municipal_curator)
    await life.pair(approved_days_ago=20)
    await tap(play, marina, "Документы", "Данные за год", "Справка за год")
    assert "Сдавать с 1 июня по 20 июня" in marina.last.text
    await tap(play, marina, "Предложения")
    await write(play, marina, "Час в неделю.")
    await tap(play, marina, "✓ Предложения")
    assert "Сейчас там: «Час в неделю.»" in marina.last.text
    await tap(play, marina, "Назад", "Word")
    [(_, paper)] = files(play, marina)
    assert "Час в неделю." in [one.text for one in docx.Document(io.BytesIO(paper)).paragraphs]
    await tap(play, marina, "Назад", "Статистика за май")
    await tap(play, marina, "Меню", "Показатели", "Word", "Excel")
    assert [name for name, _ in files(play, marina)][1:] == [
        "Показатели Школа № 25 12.10.2026.docx",
        "Показатели Школа № 25 12.10.2026.xlsx",
    ]
    await tap(play, elena, "Документы", "Данные за год", "Отчёт за год (Word)", "Отчёт (Excel)")
    (_, paper), (_, book) = files(play, elena)
    assert "Школа № 25, Школа № 37" in [one.text for one in docx.Document(io.BytesIO(paper)).paragraphs]
    assert openpyxl.load_workbook(io.BytesIO(book)).sheetnames[2:] == ["По формам", "Решения советов"]
