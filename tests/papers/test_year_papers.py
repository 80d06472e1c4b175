"""The year's papers: the note of a school, and the report above schools, whose totals are those of the schools."""

import io
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from handlers.papers import compared_facts, yearly_facts
from handlers.papers.filling import fill
from handlers.sheets import make_xlsx
from handlers.words import Words
from models.errors import ProgrammeError
from models.oversight.decisions import close_decision, enter_decision
from models.oversight.indicators import queries as figures
from models.oversight.indicators.codes import Code, Heads, Moment, SnapshotKind
from models.oversight.indicators.hand import enter_value
from models.oversight.indicators.heads import enter_headcount
from models.oversight.indicators.snapshots import take_snapshot
from models.oversight.tables import CouncilDecision
from models.papers.yearly import queries
from models.papers.yearly.compared import Compared, compared
from models.papers.yearly.handing import hand_in, write_part
from models.papers.yearly.kinds import NotePart, ReportKind
from models.terms import MentoringForm
from tests.oversight.life import Life
from tests.papers.test_orders_and_reports import pictures_of, text_of
from tests.town import Town


def words_at(town: Town) -> Words:
    return Words("en", ZoneInfo("Asia/Omsk"), town.clock.now())


async def report(town: Town, who: int, place: int) -> Compared:
    async with town.database.read() as session:
        return await compared(session, await town.actor(who), place, town.clock.now())


async def test_it_writes_the_note_as_a_paper_that_stays_the_same_once_it_is_handed_in(town: Town, life: Life) -> None:
    town.clock.moment = datetime(2027, 6, 2, 8, tzinfo=UTC)
    curator = await town.act(town.curator)
    pair = await life.pair(approved_days_ago=60)
    await life.meeting(pair, 40)
    await curator(write_part, town.school, NotePart.PROPOSALS, "Час в неделю & «пара»")
    await curator(hand_in, town.school, ReportKind.NOTE, 2026)

    async def paper() -> bytes:
        async with town.database.read() as session:
            desk = await queries.desk(session, curator.actor, town.school, ReportKind.NOTE, town.clock.now())
            table = await figures.table(
                session, curator.actor, town.school, town.clock.now(), snapshot_id=desk.snapshot_id
            )
        return fill("year_note", yearly_facts.note(desk, table, words_at(town), town.clock.now()))

    first = await paper()
    await life.meeting(pair, 1)
    await life.pass_days(5)
    assert await paper() == first
    assert len(pictures_of(first)) == 1
    text = text_of(first)
    assert "об итогах программы наставничества за 2026/2027 учебный год" in text
    assert "Период: 01.09.2026 — 02.06.2027. Составлено: 02.06.2027, 11:00. Учтено: 1 пара." in text
    assert "Встречи: состоялось 1 из 1." in text
    assert "Час в неделю & «пара»" in text
    assert "Сдано 02.06.2027, Соколова М. П. Версия 1." in text
    assert "{" not in text


async def test_it_names_what_became_of_the_decisions_of_councils_and_those_that_are_open(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.oversight.decisions.MOST_OPEN", 2)
    town.clock.moment = datetime(2026, 8, 20, 8, tzinfo=UTC)
    act = await town.act(town.municipal_curator)

    async def decide(text: str, *due: int, place: int = town.municipality) -> int:
        return await act(enter_decision, place, text, "Черноусова Л. Н.", date(*due))

    await decide("С прошлого года", 2027, 5, 20)
    town.clock.moment = datetime(2026, 9, 1, 8, tzinfo=UTC)
    in_time, late = await decide("В срок", 2026, 10, 12), await decide("Позже", 2026, 10, 11)
    await decide("Провести <конкурс> & слёт", 2026, 10, 11)
    await decide("Обсудить итоги", 2027, 6, 30)
    await decide("Решение школы", 2027, 6, 30, place=town.school)
    town.clock.moment = datetime(2026, 10, 12, 18, 30, tzinfo=UTC)
    for one in (in_time, late):
        await act(close_decision, one)
    view = await report(town, town.municipal_curator, town.municipality)
    told = view.decisions
    assert (told.made, told.in_time, told.late, told.open, told.earlier, told.left) == (4, 1, 1, 2, 1, 1)
    assert [one.text for one in told.waiting] == ["Провести <конкурс> & слёт", "С прошлого года"]
    said = "Принято за учебный год: 4. Из них закрыто в срок: 1, позже срока: 1, открыто: 2."
    said += " С прошлых лет открыто: 1. Названы ближайшие по сроку, ещё открытых: 1."
    text = text_of(fill("year_report", compared_facts.year_report(view, words_at(town), "Фомина Е. Ю.")))
    assert f"6. Решения советов\n{said}\n" in text
    assert "Провести <конкурс> & слёт | Черноусова Л. Н. | 11.10.2026, срок прошёл\n" in text
    *_, sheet = compared_facts.year_book(view, words_at(town))
    assert (sheet.name, sheet.facts[-1][1], len(sheet.rows)) == ("Решения советов", said, 2)
    await town.change(CouncilDecision, in_time, closed_at=town.clock.moment.replace(hour=21))
    told = (await report(town, town.municipal_curator, town.municipality)).decisions
    assert (told.in_time, told.late) == (0, 2), "the day is over in the zone of the place"


async def test_it_compares_years_schools_and_forms_and_names_schools_without_data(town: Town, life: Life) -> None:
    curator, other = await town.act(town.curator), await town.act(town.other_curator)
    await life.pair(approved_days_ago=20)
    for act, school, number in ((curator, town.school, 4), (other, town.other_school, 3)):
        await act(enter_value, school, Code.S_1, Moment.RESULT, number, "По документам школы")
        await act(enter_headcount, school, Heads.STAFF, 40, town.clock.now().date())
        await act(take_snapshot, school, SnapshotKind.INTERIM)
    town.clock.moment = datetime(2027, 10, 12, 8, tzinfo=UTC)
    await curator(enter_value, town.school, Code.S_1, Moment.RESULT, 6, "По документам школы")
    await curator(hand_in, town.school, ReportKind.PAIRS, 2027)
    view = await report(town, town.municipal_curator, town.municipality)
    assert [(one.year, one.schools, one.numbers[Code.S_1]) for one in view.years] == [(2026, 2, 7), (2027, 1, 6)]
    assert [one.coverage[Heads.STAFF] for one in view.years] == [2, 5]
    assert view.missing == ("Школа № 37",)
    assert [one.forms for one in view.years] == [{MentoringForm.TEACHER_TEACHER: 1}] * 2
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await report(town, town.curator, town.municipality)
    paper = fill("year_report", compared_facts.year_report(view, words_at(town), "Фомина Е. Ю."))
    assert len(pictures_of(paper)) == 3
    text = text_of(paper)
    assert "Открытых решений нет." in text
    assert "Показатель | 2026/2027 | 2027/2028\n" in text
    assert "Молодые педагоги | 7 | 6\n" in text
    assert "5. Школы без данных: 1" in text
    book = openpyxl.load_workbook(io.BytesIO(make_xlsx(*compared_facts.year_book(view, words_at(town)))))
    assert [len(page._charts) for page in book] == [1, 1, 1, 0]
    assert ["Педагог — педагогу", 1, 1] in [[cell.value for cell in row[:3]] for row in book["По формам"].rows]
    assert [cell.value for cell in book["По школам"]["B"]][-2:] == [datetime(2027, 10, 12), "нет данных"]
