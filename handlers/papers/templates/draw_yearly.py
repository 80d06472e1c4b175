"""Draws the templates of lists and of the year's papers; draw.py writes them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from handlers.papers.templates.parts import blank, centred, table

if TYPE_CHECKING:
    from docx.document import Document

HEADER = "Охват: {{ scope }}. Период: {{ period }}. Составлено: {{ made }}. n = {{ n }}."
NUMBERS = {"№": "mark", "Показатель": "name", "На начало": "base", "На дату": "now"}
WORDS = {
    "strengths": "Что получилось",
    "weaknesses": "Что не получилось",
    "opportunities": "Что поможет",
    "threats": "Что мешает",
    "proposals": "Предложения на следующий год",
}
SIGN = "\nКуратор ______________________ / {{ curators }} /"


def papers() -> Iterator[tuple[str, "Document"]]:
    """The templates with their names."""
    yield "pair_list", _pair_list()
    yield "indicators", _indicators()
    yield "year_note", _note()
    yield "year_report", _report()


def _pair_list() -> "Document":
    paper = blank("Список наставнических пар")
    centred(paper, "{{ scope }}")
    centred(paper, "Список наставнических пар (групп)", bold=True)
    paper.add_paragraph(HEADER)
    pair = {"Наставляемый": "mentee", "Наставник": "mentor", "Форма": "form", "Состояние": "state"}
    table(paper, "pairs", pair | {"Утверждена": "began", "Приказ": "order", "Встреч": "held", "Последняя": "last"})
    paper.add_paragraph("{{ standing }}")
    paper.add_paragraph(SIGN)
    return paper


def _indicators() -> "Document":
    paper = blank("Показатели программы наставничества")
    centred(paper, "{{ scope }}")
    centred(paper, "{{ title }}", bold=True)
    paper.add_paragraph(HEADER)
    table(paper, "rows", NUMBERS | {"Откуда число": "source"})
    _lines(paper, "lines")
    paper.add_paragraph("{{ standing }}")
    paper.add_paragraph(SIGN)
    return paper


def _note() -> "Document":
    paper = blank("Справка об итогах года")
    centred(paper, "{{ school }}")
    centred(paper, "СПРАВКА", bold=True)
    centred(paper, "об итогах программы наставничества за {{ year }} учебный год")
    paper.add_paragraph(HEADER)
    centred(paper, "1. Паспорт программы", bold=True)
    paper.add_paragraph("Кураторы: {{ curators }}")
    table(paper, "forms", {"Форма": "name", "Пар за год": "count"})
    _lines(paper, "coverage")
    centred(paper, "2. План и факт", bold=True)
    paper.add_paragraph("Встречи: состоялось {{ held }} из {{ planned }}.")
    table(paper, "months", {"Месяц": "month", "По плану": "planned", "Состоялось": "held", "Не состоялось": "no_show"})
    centred(paper, "3. Показатели", bold=True)
    table(paper, "rows", NUMBERS)
    centred(paper, "4. Результаты", bold=True)
    paper.add_paragraph("Пар за год: {{ pairs }}; завершили работу: {{ completed }}; прекращены: {{ terminated }}.")
    paper.add_paragraph("Запросов подано: {{ requests_in }}; с наставником: {{ matched }}.")
    table(paper, "outcomes", {"Запрос решён?": "name", "Запросов": "count"})
    paper.add_paragraph("Стали наставниками: педагогов — {{ turned_staff }}, обучающихся — {{ turned_students }}.")
    centred(paper, "5. Удовлетворённость", bold=True)
    table(paper, "responses", {"Кто": "name", "Ответы": "share", "Средняя (из 5)": "mean"})
    paper.add_paragraph("Доли и средние показаны, начиная с трёх анкет или ответов.")
    centred(paper, "6. Корректировки", bold=True)
    paper.add_paragraph(
        "Пар подобрано заново: {{ rematched }}. Сигналов: {{ signals_opened }}, снято: {{ signals_closed }}."
    )
    centred(paper, "7. Отмеченные наставники", bold=True)
    table(
        paper, "recognised", {"Наставник": "name", "Завершено пар": "completed", "Справок подтверждено": "statements"}
    )
    centred(paper, "8. Выводы куратора", bold=True)
    for name, title in WORDS.items():
        paper.add_paragraph().add_run(title).bold = True
        paper.add_paragraph(f"{{{{ {name} }}}}")
    paper.add_paragraph("{{ standing }}")
    paper.add_paragraph(SIGN)
    return paper


def _report() -> "Document":
    paper = blank("Аналитический отчёт о наставничестве за год")
    centred(paper, "{{ scope }}")
    centred(paper, "Отчёт о наставничестве за {{ year }} учебный год", bold=True)
    paper.add_paragraph(HEADER)
    centred(paper, "1. По годам (сумма по школам, сдавшим данные)", bold=True)
    years = {"Показатель": "name", "{{ y1 }}": "a", "{{ y2 }}": "b", "{{ y3 }}": "c", "{{ y4 }}": "d"}
    table(paper, "rows", years)
    centred(paper, "2. По школам", bold=True)
    school = {"Школа": "name", "Данные на": "day", "Охват педагогов": "staff", "Охват обучающихся": "students"}
    asked = {"Запросы": "requests", "Педагоги-наставники": "mentors", "Молодые с наставником": "young"}
    table(paper, "schools", school | asked)
    centred(paper, "3. По формам (пар за год)", bold=True)
    table(paper, "forms", {"Форма": "name", "{{ y1 }}": "a", "{{ y2 }}": "b", "{{ y3 }}": "c", "{{ y4 }}": "d"})
    centred(paper, "4. Группы школ", bold=True)
    table(paper, "flags", {"Группа": "name", "Школ": "count"})
    centred(paper, "5. Школы без данных: {{ n_missing }}", bold=True)
    paper.add_paragraph("{{ missing }}")
    centred(paper, "6. Выводы и решения", bold=True)
    paper.add_paragraph("____________________________________________________________")
    paper.add_paragraph(SIGN)
    return paper


def _lines(paper: "Document", name: str) -> None:
    paper.add_paragraph(f"{{%p for line in {name} %}}")
    paper.add_paragraph("{{ line }}")
    paper.add_paragraph("{%p endfor %}")
