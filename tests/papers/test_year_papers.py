"""The year's papers: the note of a school, and the report above schools, whose totals are those of the schools."""

import io
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from handlers.papers import compared_facts, yearly_facts
from handlers.papers.filling import fill
from handlers.sheets import make_xlsx
from handlers.words import Words
from models.errors import ProgrammeError
from models.oversight.indicators import queries as figures
from models.oversight.indicators.codes import Code, Heads, Moment, SnapshotKind
from models.oversight.indicators.hand import enter_value
from models.oversight.indicators.heads import enter_headcount
from models.oversight.indicators.snapshots import take_snapshot
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
    assert "Показатель | 2026/2027 | 2027/2028\n" in text
    assert "Молодые педагоги | 7 | 6\n" in text
    assert "5. Школы без данных: 1" in text
    book = openpyxl.load_workbook(io.BytesIO(make_xlsx(*compared_facts.year_book(view, words_at(town)))))
    assert [len(page._charts) for page in book] == [1, 1, 1]
    assert ["Педагог — педагогу", 1, 1] in [[cell.value for cell in row[:3]] for row in book["По формам"].rows]
    assert [cell.value for cell in book["По школам"]["B"]][-2:] == [datetime(2027, 10, 12), "нет данных"]
