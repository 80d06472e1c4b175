"""Draws the templates: `python -m handlers.papers.templates.draw`. Fields stand in double braces (docxtpl)."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

FOLDER = Path(__file__).parent
BASIS = "В целях реализации целевой модели наставничества и на основании плана работы на {{ year }} учебный год"
CONTROL = "Контроль за исполнением приказа оставляю за собой."
MENTORS = ("mentors", {"Наставник": "name", "Должность": "position", "Пар": "pairs"})
PAIRS = ("pairs", {"Наставляемый": "mentee", "Наставник": "mentor", "Форма": "form"})
ORDERS: dict[str, tuple[str, tuple[str, ...], tuple[str, dict[str, str]] | None]] = {
    "order_introduce": (
        "О внедрении целевой модели наставничества",
        (
            "Внедрить целевую модель наставничества в {{ year }} учебном году.",
            "Ответственность за внедрение возложить на куратора: {{ curators }}",
            "Куратору подготовить план реализации и Положение о наставничестве.",
            CONTROL,
        ),
        None,
    ),
    "order_plan": (
        "Об утверждении плана реализации целевой модели наставничества и начале реализации проекта",
        (
            "Утвердить план реализации целевой модели наставничества на {{ year }} учебный год (приложение).",
            "Начать реализацию проекта с даты подписания приказа.",
            "Ответственность за исполнение плана возложить на куратора: {{ curators }}",
            CONTROL,
        ),
        None,
    ),
    "order_regulation": (
        "Об утверждении Положения о наставничестве",
        (
            "Утвердить Положение о наставничестве (приложение) и ввести его в действие с даты подписания приказа.",
            "Куратору ознакомить с Положением педагогических работников под подпись: {{ curators }}",
            CONTROL,
        ),
        None,
    ),
    "order_curator_mentors": (
        "О назначении куратора и наставников внедрения модели наставничества",
        (
            "Назначить куратором внедрения модели наставничества: {{ curators }}",
            "Назначить наставниками с их письменного согласия работников по списку (приложение).",
            "Куратору ознакомить наставников с приказом под подпись.",
            CONTROL,
        ),
        MENTORS,
    ),
    "order_pairs": (
        "О формировании наставнических пар (групп)",
        (
            "Сформировать наставнические пары (группы) на {{ year }} учебный год по списку (приложение).",
            "Наставникам вести встречи и записи о них, куратору — сопровождать пары: {{ curators }}",
            "Письменные согласия участников на дополнительные обязанности приложить к приказу.",
            CONTROL,
        ),
        PAIRS,
    ),
    "order_final_event": (
        "О проведении итогового мероприятия в рамках реализации целевой модели наставничества",
        (
            "Провести итоговое мероприятие «____» ______________ 20___ г., место: ______________________.",
            "Пригласить наставнические пары (группы) по списку (приложение).",
            "Ответственность за проведение возложить на куратора: {{ curators }}",
            CONTROL,
        ),
        PAIRS,
    ),
}


def main() -> None:
    """Writes every template into this folder."""
    for name in ORDERS:
        _order(name).save(str(FOLDER / f"{name}.docx"))
    _statement().save(str(FOLDER / "statement.docx"))
    _report().save(str(FOLDER / "report.docx"))


def _order(name: str) -> "Document":
    title, items, listed = ORDERS[name]
    paper = _paper(title)
    _centred(paper, "{{ school }}")
    _centred(paper, "ПРИКАЗ", bold=True)
    paper.add_paragraph("«____» ______________ 20___ г.\t\t\t\t\t№ __________")
    _centred(paper, title, bold=True)
    paper.add_paragraph(BASIS)
    paper.add_paragraph("ПРИКАЗЫВАЮ:")
    for number, item in enumerate(items, 1):
        paper.add_paragraph(f"{number}. {item}")
    paper.add_paragraph("\nДиректор ______________________ / ______________________ /")
    paper.add_paragraph("С приказом ознакомлены: ______________________")
    if listed is not None:
        paper.add_page_break()  # type: ignore[no-untyped-call]  # the library has forgotten a hint here
        paper.add_paragraph("Приложение к приказу № __________ от «____» ______________ 20___ г.")
        _table(paper, *listed)
        paper.add_paragraph("Всего: {{ n }}")
    paper.add_paragraph("Проект составлен ботом «Наставник» {{ made }}; номер и дату присваивает школа.")
    return paper


def _statement() -> "Document":
    paper = _paper("Справка о деятельности наставника")
    _centred(paper, "{{ school }}")
    _centred(paper, "СПРАВКА{{ number }}", bold=True)
    _centred(paper, "о деятельности наставника для комиссии по стимулирующим выплатам")
    paper.add_paragraph("Наставник: {{ mentor }}")
    paper.add_paragraph("{%p if position %}")
    paper.add_paragraph("Должность: {{ position }}")
    paper.add_paragraph("{%p endif %}")
    paper.add_paragraph("Период: {{ period }}")
    paper.add_paragraph("Пар (групп): {{ n_pairs }}. Проведено встреч: {{ meetings }}. Всего времени: {{ hours }}.")
    paper.add_paragraph("Пары, завершившие работу за период: {{ completed }}.")
    _centred(paper, "Пары и группы", bold=True)
    pair = {"Наставляемый": "mentee", "Форма": "form", "Работает с": "began", "Приказ": "order", "Итог": "result"}
    _table(paper, "pairs", pair | {"Встреч": "meetings", "Время": "hours"})
    _centred(paper, "По месяцам", bold=True)
    _table(paper, "months", {"Месяц": "month", "Встреч": "meetings", "Время": "hours"})
    paper.add_paragraph("\nПосчитано по отмеченным состоявшимся встречам (n = {{ meetings }}), {{ made }}.")
    paper.add_paragraph("{{ standing }}")
    paper.add_paragraph("Сформировано ботом, подписывает куратор: ______________________ / {{ signer }} /")
    return paper


def _report() -> "Document":
    paper = _paper("Отчёт о наставничестве за месяц")
    _centred(paper, "{{ school }}")
    _centred(paper, "Отчёт о наставничестве: {{ title }}", bold=True)
    paper.add_paragraph("Период: {{ period }}. Составлено: {{ made }}.")
    _centred(paper, "Пары (n = {{ pairs }}, на день составления)", bold=True)
    _table(paper, "states", {"Состояние": "name", "Пар": "count"})
    paper.add_paragraph()
    _table(paper, "forms", {"Форма": "name", "Пар": "count"})
    paper.add_paragraph("Завершили работу за период: {{ completed }}.")
    _centred(paper, "Встречи (за месяц: {{ held }} из {{ planned }})", bold=True)
    meetings = {"Месяц": "month", "По плану": "planned", "Состоялось": "held", "Не состоялось": "no_show"}
    _table(paper, "months", meetings)
    paper.add_paragraph("По плану: все встречи, назначенные на эти дни, кроме отменённых и перенесённых.")
    _centred(paper, "Запросы и сигналы", bold=True)
    paper.add_paragraph("Запросов подано: {{ requests_in }}, подобран наставник: {{ matched }}, ждут: {{ waiting }}.")
    paper.add_paragraph("Сигналов открыто: {{ signals_opened }}, закрыто: {{ signals_closed }}.")
    _centred(paper, "Обратная связь", bold=True)
    _table(paper, "responses", {"Кто": "name", "Ответы": "share", "Средняя (из 5)": "mean"})
    paper.add_paragraph("Доли и средние показаны, начиная с трёх анкет или ответов.")
    paper.add_paragraph("\nКуратор ______________________ / {{ curators }} /")
    return paper


def _paper(title: str) -> "Document":
    import docx
    from docx.shared import Pt

    paper = docx.Document()
    paper.styles["Normal"].font.name = "Times New Roman"
    paper.styles["Normal"].font.size = Pt(12)
    paper.core_properties.title, paper.core_properties.author = title, "nastavnik"
    paper.core_properties.created = paper.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    return paper


def _centred(paper: "Document", text: str, *, bold: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = paper.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = bold


def _table(paper: "Document", rows: str, columns: dict[str, str]) -> None:
    """A row of titles, then a row for each of `rows`."""
    table = paper.add_table(rows=4, cols=len(columns), style="Table Grid")
    for place, (title, name) in enumerate(columns.items()):
        table.cell(0, place).paragraphs[0].add_run(title).bold = True
        table.cell(2, place).text = f"{{{{ row.{name} }}}}"
    table.cell(1, 0).text = f"{{%tr for row in {rows} %}}"
    table.cell(3, 0).text = "{%tr endfor %}"


if __name__ == "__main__":
    main()
