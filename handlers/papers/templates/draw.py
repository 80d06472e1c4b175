"""Draws the templates: `python -m handlers.papers.templates.draw`. Fields stand in double braces (docxtpl)."""

from pathlib import Path
from typing import TYPE_CHECKING

from handlers.papers.templates import draw_yearly
from handlers.papers.templates.draw_yearly import HEADER, MEETINGS, MEETINGS_SHOWN, RESPONSES, SIGN
from handlers.papers.templates.parts import Columns, blank, centred, picture, small, table

if TYPE_CHECKING:
    from docx.document import Document

FOLDER = Path(__file__).parent
BASIS = "В целях реализации целевой модели наставничества и на основании плана работы на {{ year }} учебный год"
CONTROL = "Контроль за исполнением приказа оставляю за собой."
MENTORS: tuple[str, Columns] = (
    "mentors",
    {"Наставник": ("name", 70), "Должность": ("position", 80), "Пар": ("pairs", 20)},
)
PAIRS: tuple[str, Columns] = (
    "pairs",
    {"Наставляемый": ("mentee", 60), "Наставник": ("mentor", 60), "Форма": ("form", 50)},
)
ORDERS: dict[str, tuple[str, tuple[str, ...], tuple[str, Columns] | None]] = {
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
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    title, items, listed = ORDERS[name]
    paper = blank(title)
    centred(paper, "{{ school }}")
    centred(paper, "ПРИКАЗ", bold=True)
    paper.add_paragraph("«____» ______________ 20___ г.\t№ __________").paragraph_format.tab_stops.add_tab_stop(
        Mm(170), WD_TAB_ALIGNMENT.RIGHT
    )
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
    small(paper, "\nПроект составлен ботом «Наставник» {{ made }}; номер и дату присваивает школа.")
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
    pair: Columns = {"Наставляемый": ("mentee", 33), "Форма": ("form", 30), "Работает с": ("began", 24)}
    work: Columns = {"Встреч": ("meetings", 15), "Время": ("hours", 24)}
    table(paper, "pairs", pair | {"Приказ": ("order", 22), "Итог": ("result", 22)} | work)
    centred(paper, "По месяцам", bold=True)
    table(paper, "months", {"Месяц": ("month", 50), "Встреч": ("meetings", 25), "Время": ("hours", 27)})
    paper.add_paragraph("Посчитано по отмеченным состоявшимся встречам: {{ meetings }}. Составлено: {{ made }}.")
    paper.add_paragraph("{{ standing }}")
    paper.add_paragraph("Сформировано ботом, подписывает куратор: _________________ / {{ signer }} /")
    return paper


def _report() -> "Document":
    paper = blank("Отчёт о наставничестве за месяц")
    centred(paper, "{{ school }}")
    centred(paper, "Отчёт о наставничестве: {{ title }}", bold=True)
    small(paper, HEADER)
    centred(paper, "Пары на день составления: {{ pairs }}", bold=True)
    table(paper, "states", {"Состояние": ("name", 75), "Пар": ("count", 20)})
    small(paper, "")
    table(paper, "forms", {"Форма": ("name", 75), "Пар": ("count", 20)})
    paper.add_paragraph("Завершили работу за период: {{ completed }}.")
    centred(paper, "Встречи (за месяц: {{ held }} из {{ planned }})", bold=True)
    table(paper, "months", MEETINGS)
    small(paper, "По плану: все встречи, назначенные на эти дни, кроме отменённых и перенесённых.")
    picture(paper, "chart", MEETINGS_SHOWN)
    centred(paper, "Запросы и сигналы", bold=True)
    paper.add_paragraph("Запросов подано: {{ requests_in }}, подобран наставник: {{ matched }}, ждут: {{ waiting }}.")
    paper.add_paragraph("Сигналы о трудностях в парах: открыто {{ signals_opened }}, снято {{ signals_closed }}.")
    centred(paper, "Обратная связь", bold=True)
    table(paper, "responses", RESPONSES)
    small(paper, "Доли и средние показаны, начиная с трёх анкет или ответов.")
    paper.add_paragraph(SIGN)
    return paper


if __name__ == "__main__":
    main()
