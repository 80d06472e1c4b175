"""A table as a file: made in a process of its own (handlers/workshop.py), so that its library is imported there only.

What people have typed stays text: a name «=HYPERLINK(…)» is no formula in a spreadsheet (reference.md §5, R-22 says
which columns never come here; each register names its columns one by one).
"""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Cell = str | int | date | datetime | None
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With what a cell of a CSV file begins that a spreadsheet would take for a formula; the wide ones are East Asian."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What nobody can see and a spreadsheet may pass over before it looks for a formula."""
LONGEST_CELL = 32_000
"""Excel refuses cells of more than 32,767 characters."""
WIDEST, WIDEST_TITLE, LINE = 68, 16, 15
"""In characters: a longer title goes on in the next line of its cell, each of so many points."""
CHART_ROWS = 16
"""How many rows of the page a chart covers."""
A4 = 9
"""The number that spreadsheets know the size by."""


@dataclass(frozen=True)
class Chart:
    """Columns drawn below the table by the spreadsheet itself; rows and columns are counted from nought."""

    title: str
    columns: tuple[int, ...]
    rows: tuple[int, ...]
    by_row: bool = False
    """Each row is a series over the titles of the columns; otherwise each column is one over the first cells."""


@dataclass(frozen=True)
class Sheet:
    """A table with what must be known of it: scope, filter, time of making, number of rows."""

    name: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    charts: tuple[Chart, ...] = ()


def make_xlsx(*sheets: Sheet) -> bytes:
    """The tables as an Excel file, a page each: facts, a line left free, then the columns with a filter over each."""
    import xlsxwriter

    made = io.BytesIO()
    literal = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, {"in_memory": True, **literal}) as book:
        for sheet in sheets:
            _write(book, sheet)
    return made.getvalue()


def make_csv(sheet: Sheet) -> bytes:
    """The table as CSV that a Russian Excel opens by a double click: UTF-8 with a mark, semicolons, CRLF.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, the usual form of the world.
    """
    made = io.StringIO(newline="")
    pen = csv.writer(made, delimiter=";", lineterminator="\r\n")
    pen.writerows([_plain(name), _plain(said)] for name, said in sheet.facts)
    pen.writerow([])
    pen.writerow([_plain(title) for title in sheet.columns])
    pen.writerows([_plain(cell) for cell in row] for row in sheet.rows)
    return made.getvalue().encode("utf-8-sig")


def _write(book: Any, sheet: Sheet) -> None:
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd.mm.yyyy"})
    over = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    page = book.add_worksheet(sheet.name)
    for number, (name, said) in enumerate(sheet.facts):
        page.write_string(number, 0, name, bold)
        page.write_string(number, 1, said[:LONGEST_CELL])
    head, widths = len(sheet.facts) + 1, [_width(sheet, column) for column in range(len(sheet.columns))]
    lines = (-(-len(title) // (width - 2)) for title, width in zip(sheet.columns, widths, strict=True))
    page.set_row(head, LINE * max(lines, default=1))
    for column, title in enumerate(sheet.columns):
        page.write_string(head, column, title, over)
        page.set_column(column, column, widths[column])
    for number, row in enumerate(sheet.rows, head + 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                page.write_string(number, column, cell[:LONGEST_CELL])
            elif isinstance(cell, int):
                page.write_number(number, column, cell)
            elif cell is not None:
                page.write_datetime(number, column, cell, day)
    page.freeze_panes(head + 1, 1)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(head)
    if sheet.columns:
        page.autofilter(head, 0, head + max(len(sheet.rows), 1), len(sheet.columns) - 1)
    below = head + len(sheet.rows) + 2
    for place, chart in enumerate(sheet.charts):
        page.insert_chart(below + place * CHART_ROWS, 0, _drawn(book, sheet, chart, head))


def _drawn(book: Any, sheet: Sheet, chart: Chart, head: int) -> Any:
    """A native chart: it stays with its numbers when somebody edits them."""
    drawn = book.add_chart({"type": "column"})
    drawn.set_title({"name": chart.title, "name_font": {"size": 11}})
    first, last = chart.columns[0], chart.columns[-1]
    top, end = head + 1 + chart.rows[0], head + 1 + chart.rows[-1]
    if chart.by_row:
        for row in (head + 1 + one for one in chart.rows):
            titles, values = [sheet.name, head, first, head, last], [sheet.name, row, first, row, last]
            drawn.add_series({"name": [sheet.name, row, 0], "categories": titles, "values": values})
    else:
        for column in chart.columns:
            labels, values = [sheet.name, top, 0, end, 0], [sheet.name, top, column, end, column]
            drawn.add_series({"name": [sheet.name, head, column], "categories": labels, "values": values})
    drawn.set_legend({"position": "bottom"})
    drawn.set_size({"width": max(640, 28 * len(chart.rows) * (1 if chart.by_row else len(chart.columns)))})
    return drawn


def _plain(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    text = "" if cell is None else _UNPRINTABLE.sub("", str(cell))
    is_risky = isinstance(cell, str) and (text.startswith(RISKY) or text.lstrip().startswith(RISKY))
    return f"'{text}" if is_risky else text


def _width(sheet: Sheet, column: int) -> int:
    cells = (len(str(row[column] or "")) for row in sheet.rows[:200])
    return min(max(min(len(sheet.columns[column]), WIDEST_TITLE), *cells, 8) + 2, WIDEST)
