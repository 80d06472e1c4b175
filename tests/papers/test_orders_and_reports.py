"""Orders from live lists, the monthly report and the list of pairs: what stands in the files."""

import io
from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

import docx
import openpyxl
import pytest

from handlers.papers import facts
from handlers.papers.filling import fill
from handlers.sheets import make_xlsx
from handlers.words import Words
from models.errors import ProgrammeError
from models.meetings.states import MeetingState
from models.mentorships.orders import record_order
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.papers import queries, report
from models.papers.orders import draw_up_order
from models.papers.statement import ask_statement, sign_statement
from models.papers.states import OrderKind
from models.terms import PersonKind
from tests.oversight.life import Life
from tests.town import Town


def text_of(content: bytes) -> str:
    """All that stands in a document, tables as lines, initials with plain blanks."""
    paper = docx.Document(io.BytesIO(content))
    rows = [" | ".join(cell.text for cell in row.cells) for table in paper.tables for row in table.rows]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *rows]).replace("\u00a0", " ")


def pictures_of(content: bytes) -> list[int]:
    """The widths of a document's pictures in millimetres, each with words below it."""
    paper = docx.Document(io.BytesIO(content))
    below = [after for one, after in pairwise(paper.paragraphs) if one._p.xpath(".//w:drawing")]
    assert all(after.text for after in below)
    return [round(shape.width.mm) for shape in paper.inline_shapes]


def words_at(town: Town, locale: str = "ru") -> Words:
    return Words(locale, ZoneInfo("Europe/Moscow"), town.clock.now())


@pytest.fixture
async def pairs(town: Town, life: Life) -> list[int]:
    mentor = await town.mentor("Лебедева Ирина Викторовна", position="=1+1 & <b>")
    olga, anna = await town.mentee("Кузнецова Ольга Сергеевна"), await town.mentee("Орлова Анна Петровна")
    first = await life.pair(mentor=mentor, mentee=olga, approved_days_ago=40)
    second = await life.pair(
        mentor=mentor, mentee=anna, approved_days_ago=40, order_ref="=7", order_date=date(2026, 9, 1)
    )
    await life.pair(state=MentorshipState.PROPOSED)
    return [first, second]


async def test_it_draws_up_all_six_orders(town: Town, pairs: list[int]) -> None:
    act = await town.act(town.curator)
    for kind in OrderKind:
        drawn = await act(draw_up_order, town.school, kind, tuple(pairs))
        text = text_of(fill(kind.value.lower(), facts.order(drawn, words_at(town, "en"))))
        assert "ПРИКАЗ" in text
        assert "Соколова М. П." in text
        assert "{" not in text
        if kind is OrderKind.ORDER_PAIRS:
            assert "Кузнецова О. С. | Лебедева И. В. | Педагог — педагогу" in text
            assert "Всего: 2" in text
        if kind is OrderKind.ORDER_CURATOR_MENTORS:
            assert "Лебедева И. В. | =1+1 & <b> | 2" in text
        assert ("Кузнецова" in text) == (kind in (OrderKind.ORDER_PAIRS, OrderKind.ORDER_FINAL_EVENT))


async def test_it_names_no_pupils_in_orders_of_the_level_above(town: Town, life: Life) -> None:
    pair = await life.pair(mentee=await town.mentee("Котова Мария Ильинична", kind=PersonKind.STUDENT))
    for curator, name in ((town.curator, "Мария К."), (town.municipal_curator, "ученик (имя видит школа)")):
        act = await town.act(curator)
        drawn = await act(draw_up_order, town.school, OrderKind.ORDER_PAIRS, (pair,))
        assert ("Мария" in str(facts.order(drawn, words_at(town))["pairs"])) is (curator == town.curator)
        async with town.database.read() as session:
            [line] = await queries.pairs_for_order(session, act.actor, town.school)
        assert name in words_at(town).label("oversight-two", name=line.mentee, other=line.mentor)


async def test_it_takes_the_number_back_for_just_the_pairs_of_the_order(
    town: Town, life: Life, pairs: list[int]
) -> None:
    act = await town.act(town.curator)
    other = await life.pair()
    drawn = await act(draw_up_order, town.school, OrderKind.ORDER_PAIRS, (pairs[0], 10**9))
    async with town.database.read() as session:
        order = await queries.order_draft(session, act.actor, drawn.id)
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await queries.order_draft(session, await town.actor(town.other_curator), drawn.id)
    assert order.mentorship_ids == (pairs[0],)
    await act(record_order, town.school, "45", date(2026, 10, 12), order.mentorship_ids)
    assert [(await town.row(Mentorship, one)).order_ref for one in (*pairs, other)] == ["45", "=7", ""]


async def test_it_draws_up_no_order_for_nobody_or_for_another_school(town: Town, pairs: list[int]) -> None:
    act = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-paper-no-pairs"):
        await act(draw_up_order, town.school, OrderKind.ORDER_PAIRS, ())
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(draw_up_order, town.other_school, OrderKind.ORDER_PLAN)


async def test_it_reports_a_month_and_hides_what_few_have_answered(town: Town, life: Life, pairs: list[int]) -> None:
    meetings = [await life.meeting(pairs[0], days) for days in (1, 2, 20)]
    await life.meeting(pairs[1], 3, MeetingState.NO_SHOW)
    await life.meeting(pairs[1], 3, MeetingState.CANCELLED)
    await life.meeting(pairs[1], 4, MeetingState.PLANNED)
    for meeting in meetings[:2]:
        await life.answer(pairs[0], meeting, 5)
    act = await town.act(town.curator)
    async with town.database.read() as session:
        view = await report.month_report(session, act.actor, town.school, date(2026, 10, 1), town.clock.now())
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await report.month_report(session, act.actor, town.other_school, date(2026, 10, 1), town.clock.now())
    assert [(one.month.month, one.planned, one.held, one.no_show) for one in view.months] == [
        (9, 1, 1, 0),
        (10, 4, 2, 1),
    ]
    assert (view.pairs, view.mentees.asked, view.mentees.share, view.mentees.average.mean) == (3, 2, None, None)
    paper = fill("report", facts.report(view, words_at(town), "Соколова М. П."))
    assert pictures_of(paper) == [125]
    text = text_of(paper)
    assert "Охват: Школа № 25. Период: 01.10.2026 — 12.10.2026." in text
    assert "октябрь 2026 | 4 | 2 | 1" in text
    book = openpyxl.load_workbook(io.BytesIO(make_xlsx(*facts.report_book(view, words_at(town)))))
    assert ["Встреч состоялось", 2] in [[cell.value for cell in row[:2]] for row in book.worksheets[0].rows]
    assert [len(page._charts) for page in book] == [0, 1]
    assert "Наставляемые | мало данных (анкет: 2) | мало данных" in text
    await life.answer(pairs[1], await life.meeting(pairs[1], 5), 4)
    async with town.database.read() as session:
        view = await report.month_report(session, act.actor, town.school, date(2026, 10, 1), town.clock.now())
    text = text_of(fill("report", facts.report(view, words_at(town), "Соколова М. П.")))
    assert "Наставляемые | 3 из 3 (100 %) | 4,7 (ответов: 3)" in text


async def test_it_lists_the_pairs_as_a_table_whose_words_stay_words(town: Town, life: Life, pairs: list[int]) -> None:
    await life.meeting(pairs[0], 1)
    async with town.database.read() as session:
        view = await report.pair_list(session, await town.actor(town.curator), town.school, town.clock.now())
    page = openpyxl.load_workbook(io.BytesIO(make_xlsx(facts.pair_sheet(view, words_at(town))))).active
    rows = [list(row) for row in page.iter_rows(values_only=True)]
    assert [row[:2] for row in rows[:4]] == [
        ["Охват", "Школа № 25"],
        ["Период", "на день составления"],
        ["Составлено", "12.10.2026, 10:00"],
        ["Учтено", "2 пары"],
    ]
    assert rows[6][:4] == ["Кузнецова О. С.", "Лебедева И. В.", "Педагог — педагогу", "работает"]
    assert (rows[6][7], rows[7][5]) == (1, "=7")
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n", "d"}


async def test_it_gives_the_same_file_of_a_confirmed_statement_for_ever(
    town: Town, life: Life, pairs: list[int]
) -> None:
    await life.meeting(pairs[0], 1)
    mentor = (await town.row(Mentorship, pairs[0])).members[0].person_id
    act, curator = await town.act(mentor), await town.act(town.curator)
    asked = (await act(ask_statement, date(2026, 9, 1), date(2026, 10, 12))).statement
    draft = text_of(fill("statement", facts.statement(asked, words_at(town))))
    assert "Проект: подтверждения куратора ещё нет" in draft
    signed = (await curator(sign_statement, asked.id, asked.made)).statement
    file = fill("statement", facts.statement(signed, words_at(town)))
    town.clock.moment += (signed.made_at - asked.made_at) + (town.clock.moment - asked.made_at) * 2
    async with town.database.read() as session:
        later = await queries.statement(session, act.actor, asked.id)
    assert fill("statement", facts.statement(later, words_at(town, "en"))) == file
    text = text_of(file)
    assert "СПРАВКА № 1 от 12.10.2026" in text
    assert "Кузнецова О. С. | Педагог — педагогу" in text
    assert "Сформировано ботом, подписывает куратор" in text
