"""Spreadsheets as schools send them."""

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

PEOPLE = ("Школа", "ФИО", "Роль", "Должность", "Класс (для учащихся)", "Темы наставника", "Мест", "Согласие")
PAIRS = ("Школа", "Наставляемый", "Наставник", "Начало", "Приказ", "Дата приказа", "Цель")
NAMES = [
    f"{family}{end} Анна Петровна"
    for end in "авгде"
    for family in ("Бел", "Гром", "Зим", "Иль", "Ким", "Лап", "Мур", "Нос", "Орл", "Пав")
]
"""Fifty names."""


def workbook(*sheets: Sequence[Sequence[Any]]) -> bytes:
    """An Excel file with these rows, a sheet each."""
    book, made = Workbook(), io.BytesIO()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        page = book.create_sheet(f"Лист{number + 1}")
        for row in rows:
            page.append(list(row))
    book.save(made)
    return made.getvalue()


def mentee(name: str, **cells: Any) -> list[Any]:
    """A row of the people's table."""
    usual = {"school": "Школа № 25", "role": "наставляемый", "position": "", "class": "", "topics": "", "places": ""}
    row = usual | {"consent": "№ 12 от 01.09.2026"} | cells
    return [row["school"], name, *(row[one] for one in ("role", "position", "class", "topics", "places", "consent"))]


def mentor(name: str, **cells: Any) -> list[Any]:
    """A mentor's row."""
    return mentee(name, **({"role": "Наставник", "topics": "работа с классом, Разбор уроков"} | cells))
