"""A table as an XLSX file: made in a process of its own. What people have typed stays text, «=1+1» too."""

import io
from dataclasses import dataclass
from datetime import date

Cell = str | int | date | None
LONGEST_CELL = 32_000
"""Excel refuses cells of more than 32,767 characters."""
WIDTH = 22


@dataclass(frozen=True)
class Sheet:
    """A table with what must be known of it: scope, time of making, number of rows."""

    name: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def make_xlsx(sheet: Sheet) -> bytes:
    """Facts, a line left free, then the columns with a filter over each."""
    import xlsxwriter

    made = io.BytesIO()
    literal = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, {"in_memory": True, **literal}) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd.mm.yyyy"})
        page = book.add_worksheet(sheet.name)
        for number, (name, said) in enumerate(sheet.facts):
            page.write_string(number, 0, name, bold)
            page.write_string(number, 1, said[:LONGEST_CELL])
        head = len(sheet.facts) + 1
        for column, title in enumerate(sheet.columns):
            page.write_string(head, column, title, bold)
        page.set_column(0, len(sheet.columns) - 1, WIDTH)
        for number, row in enumerate(sheet.rows, head + 1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    page.write_string(number, column, cell[:LONGEST_CELL])
                elif isinstance(cell, int):
                    page.write_number(number, column, cell)
                elif cell is not None:
                    page.write_datetime(number, column, cell, day)
        page.freeze_panes(head + 1, 1)
        page.autofilter(head, 0, head + max(len(sheet.rows), 1), len(sheet.columns) - 1)
    return made.getvalue()
