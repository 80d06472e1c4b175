"""Draws the templates of lists and of the year's papers; draw.py writes them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from handlers.papers.templates.parts import Columns, blank, centred, picture, small, table, table_or_words

if TYPE_CHECKING:
    from docx.document import Document

HEADER = "Охват: {{ scope }}. Период: {{ period }}. Составлено: {{ made }}. Учтено: {{ n }}."
NUMBERS: Columns = {"№": ("mark", 12), "Показатель": ("name", 106), "На начало": ("base", 26), "На дату": ("now", 26)}
SOURCED: Columns = NUMBERS | {"Показатель": ("name", 72), "Откуда число": ("source", 34)}
MEETINGS: Columns = {
    "Месяц": ("month", 50),
    "По плану": ("planned", 27),
    "Состоялось": ("held", 27),
    "Не состоялось": ("no_show", 27),
}
MEETINGS_SHOWN = (
    "Встречи по месяцам: светлый столбец — по плану, тёмный — состоялись; над столбцами сколько состоялось из скольких."
)
RESPONSES: Columns = {"Кто": ("name", 50), "Ответы": ("share", 60), "Средняя (из 5)": ("mean", 60)}
YEARS: Columns = {f"{{{{ y{number} }}}}": (place, 25) for number, place in enumerate("abcd", 1)}
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
    paper = blank("Список наставнических пар", wide=True)
    centred(paper, "{{ scope }}")
    centred(paper, "Список наставнических пар (групп)", bold=True)
    small(paper, HEADER)
    pair: Columns = {"Наставляемый": ("mentee", 48), "Наставник": ("mentor", 48), "Форма": ("form", 40)}
    since: Columns = {"Состояние": ("state", 28), "Утверждена": ("began", 25), "Приказ": ("order", 26)}
    table(paper, "pairs", pair | since | {"Встреч": ("held", 17), "Последняя": ("last", 25)})
    paper.add_paragraph("{{ standing }}")
    paper.add_paragraph(SIGN)
    return paper


def _indicators() -> "Document":
    paper = blank("Показатели программы наставничества")
    centred(paper, "{{ scope }}")
    centred(paper, "{{ title }}", bold=True)
    small(paper, HEADER)
    table(paper, "rows", SOURCED)
    _lines(paper, "lines")
    paper.add_paragraph("{{ standing }}")
    paper.add_paragraph(SIGN)
    return paper


def _note() -> "Document":
    paper = blank("Справка об итогах года")
    centred(paper, "{{ school }}")
    centred(paper, "СПРАВКА", bold=True)
    centred(paper, "об итогах программы наставничества за {{ year }} учебный год")
    small(paper, HEADER)
    centred(paper, "1. Паспорт программы", bold=True)
    paper.add_paragraph("Кураторы: {{ curators }}")
    table(paper, "forms", {"Форма": ("name", 75), "Пар за год": ("count", 27)})
    _lines(paper, "coverage")
    centred(paper, "2. План и факт", bold=True)
    paper.add_paragraph("Встречи: состоялось {{ held }} из {{ planned }}.")
    table(paper, "months", MEETINGS)
    picture(paper, "chart", MEETINGS_SHOWN)
    centred(paper, "3. Показатели", bold=True)
    table(paper, "rows", NUMBERS)
    centred(paper, "4. Результаты", bold=True)
    paper.add_paragraph("Пар за год: {{ pairs }}; завершили работу: {{ completed }}; прекращены: {{ terminated }}.")
    paper.add_paragraph("Запросов подано: {{ requests_in }}; с наставником: {{ matched }}.")
    table(paper, "outcomes", {"Запрос решён?": ("name", 50), "Запросов": ("count", 27)})
    paper.add_paragraph("Стали наставниками: педагогов — {{ turned_staff }}, обучающихся — {{ turned_students }}.")
    centred(paper, "5. Удовлетворённость", bold=True)
    table(paper, "responses", RESPONSES)
    small(paper, "Доли и средние показаны, начиная с трёх анкет или ответов.")
    centred(paper, "6. Корректировки", bold=True)
    paper.add_paragraph(
        "Пар подобрано заново: {{ rematched }}. "
        "Сигналы о трудностях в парах: открыто {{ signals_opened }}, снято {{ signals_closed }}."
    )
    centred(paper, "7. Отмеченные наставники", bold=True)
    done: Columns = {"Завершено пар": ("completed", 27), "Подтверждено справок": ("statements", 27)}
    table_or_words(paper, "recognised", {"Наставник": ("name", 75)} | done, "Пока нет.")
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
    small(paper, HEADER)
    centred(paper, "1. По годам (сумма по школам, сдавшим данные)", bold=True)
    table(paper, "rows", {"Показатель": ("name", 70)} | YEARS)
    picture(paper, "chart_years", "По годам: сумма по школам, сдавшим данные; «–» значит, что данных нет.")
    centred(paper, "2. По школам", bold=True)
    school: Columns = {"Школа": ("name", 36), "Данные на": ("day", 24)}
    covered: Columns = {"Охват педагогов": ("staff", 20), "Охват обучающихся": ("students", 25)}
    asked: Columns = {"Запросы": ("requests", 18), "Педагоги-наставники": ("mentors", 23)}
    table(paper, "schools", school | covered | asked | {"Молодые с наставником": ("young", 24)})
    picture(
        paper, "chart_schools", "Охват по школам, в процентах; школы без численности не показаны.{{ schools_left }}"
    )
    centred(paper, "3. По формам (пар за год)", bold=True)
    table(paper, "forms", {"Форма": ("name", 70)} | YEARS)
    picture(paper, "chart_forms", "Пары по формам: сколько пар работало за год, по школам, и сдавшим данные, и нет.")
    centred(paper, "4. Группы школ", bold=True)
    table_or_words(paper, "flags", {"Группа": ("name", 75), "Школ": ("count", 20)}, "Не отмечены.")
    centred(paper, "5. Школы без данных: {{ n_missing }}", bold=True)
    paper.add_paragraph("{{ missing }}")
    centred(paper, "6. Решения советов", bold=True)
    paper.add_paragraph("{{ decisions }}")
    decided: Columns = {"Решение": ("text", 90), "Ответственный": ("responsible", 50), "Срок": ("due", 30)}
    table_or_words(paper, "open_decisions", decided, "Открытых решений нет.")
    centred(paper, "7. Выводы и решения", bold=True)
    for _ in range(3):
        paper.add_paragraph("_" * 75)
    paper.add_paragraph(SIGN)
    return paper


def _lines(paper: "Document", name: str) -> None:
    paper.add_paragraph(f"{{%p for line in {name} %}}")
    paper.add_paragraph("{{ line }}")
    paper.add_paragraph("{%p endfor %}")
