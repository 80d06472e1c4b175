"""Draws the templates: `python -m handlers.papers.templates.draw`. Fields stand in double braces (docxtpl)."""

from pathlib import Path
from typing import TYPE_CHECKING

from handlers.papers.templates import draw_yearly
from handlers.papers.templates.parts import blank, centred, table

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
    for name, drawn in draw_yearly.papers():
        drawn.save(str(FOLDER / f"{name}.docx"))


def _order(name: str) -> "Document":
    title, items, listed = ORDERS[name]
    paper = blank(title)
    centred(paper, "{{ school }}")
    centred(paper, "ПРИКАЗ", bold=True)
    paper.add_paragraph("«____» ______________ 20___ г.\t\t\t\t\t№ __________")
    centred(paper, title, bold=True)
    paper.add_paragraph(BASIS)
    paper.add_paragraph("ПРИКАЗЫВАЮ:")
    for number, item in enumerate(items, 1):
        paper.add_paragraph(f"{number}. {item}")
    paper.add_paragraph("\nДиректор ______________________ / ______________________ /")
    paper.add_paragraph("С приказом ознакомлены: ______________________")
    if listed is not None:
        paper.add_page_break()  # type: ignore[no-untyped-call]  # the library has forgotten a hint here
        paper.add_paragraph("Приложение к приказу № __________ от «____» ______________ 20___ г.")
        table(paper, *listed)
        paper.add_paragraph("Всего: {{ n }}")
    paper.add_paragraph("Проект составлен ботом «Наставник» {{ made }}; номер и дату присваивает школа.")
    return paper


def _statement() -> "Document":
    paper = blank("Справка о деятельности наставника")
    centred(paper, "{{ school }}")
    centred(paper, "СПРАВКА{{ number }}", bold=True)
    centred(paper, "о деятельности наставника для комиссии по стимулирующим выплатам")
    paper.add_paragraph("Наставник: {{ mentor }}")
    paper.add_paragraph("{%p if position %}")
    paper.add_paragraph("Должность: {{ position }}")
    paper.add_paragraph("{%p endif %}")
    paper.add_paragraph("Период: {{ period }}")
    paper.add_paragraph("Пар (групп): {{ n_pairs }}. Проведено встреч: {{ meetings }}. Всего времени: {{ hours }}.")
    paper.add_paragraph("Пары, завершившие работу за период: {{ completed }}.")
    centred(paper, "Пары и группы", bold=True)
    pair = {"Наставляемый": "mentee", "Форма": "form", "Работает с": "began", "Приказ": "order", "Итог": "result"}
    table(paper, "pairs", pair | {"Встреч": "meetings", "Время": "hours"})
    centred(paper, "По месяцам", bold=True)
    table(paper, "months", {"Месяц": "month", "Встреч": "meetings", "Время": "hours"})
    paper.add_paragraph("\nПосчитано по отмеченным состоявшимся встречам (n = {{ meetings }}), {{ made }}.")
    paper.add_paragraph("{{ standing }}")
    paper.add_paragraph("Сформировано ботом, подписывает куратор: ______________________ / {{ signer }} /")
    return paper


def _report() -> "Document":
    paper = blank("Отчёт о наставничестве за месяц")
    centred(paper, "{{ school }}")
    centred(paper, "Отчёт о наставничестве: {{ title }}", bold=True)
    paper.add_paragraph("Период: {{ period }}. Составлено: {{ made }}.")
    centred(paper, "Пары (n = {{ pairs }}, на день составления)", bold=True)
    table(paper, "states", {"Состояние": "name", "Пар": "count"})
    paper.add_paragraph()
    table(paper, "forms", {"Форма": "name", "Пар": "count"})
    paper.add_paragraph("Завершили работу за период: {{ completed }}.")
    centred(paper, "Встречи (за месяц: {{ held }} из {{ planned }})", bold=True)
    meetings = {"Месяц": "month", "По плану": "planned", "Состоялось": "held", "Не состоялось": "no_show"}
    table(paper, "months", meetings)
    paper.add_paragraph("По плану: все встречи, назначенные на эти дни, кроме отменённых и перенесённых.")
    centred(paper, "Запросы и сигналы", bold=True)
    paper.add_paragraph("Запросов подано: {{ requests_in }}, подобран наставник: {{ matched }}, ждут: {{ waiting }}.")
    paper.add_paragraph("Сигналов открыто: {{ signals_opened }}, закрыто: {{ signals_closed }}.")
    centred(paper, "Обратная связь", bold=True)
    table(paper, "responses", {"Кто": "name", "Ответы": "share", "Средняя (из 5)": "mean"})
    paper.add_paragraph("Доли и средние показаны, начиная с трёх анкет или ответов.")
    paper.add_paragraph("\nКуратор ______________________ / {{ curators }} /")
    return paper


if __name__ == "__main__":
    main()
