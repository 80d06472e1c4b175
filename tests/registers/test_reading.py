"""Files as schools send them: each odd one is one clear word, and the good ones become lines."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from handlers.registers import meaning, reading
from handlers.registers.reading import FORMULA, ReadFile, ReadLine, read_file
from handlers.registers.template import Template, TemplateSheet, make_template
from tests.registers.sheets import PAIRS, PEOPLE, mentee, mentor, workbook


def read(content: bytes) -> ReadFile:
    return read_file(content, meaning.heads(), meaning.REQUIRED, meaning.examples())


def packed(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return made.getvalue()


def test_it_reads_people_and_pairs_with_the_numbers_of_their_rows() -> None:
    people = [["Список школы"], PEOPLE, mentor("Лебедева Ирина Викторовна", places=3), [], mentee("Ким Анна Петровна")]
    pairs = [
        [title.upper() for title in PAIRS],
        ["", "Ким Анна Петровна", "Лебедева", datetime(2026, 9, 1), 45.0, date(2026, 9, 2), ""],
    ]
    found = read(workbook(people, [["прочее", 1]], pairs))
    assert found.problem == ""
    assert [(line.table, line.row) for line in found.lines] == [("PEOPLE", 3), ("PEOPLE", 5), ("PAIRS", 2)]
    assert found.lines[0].cells["places"] == "3"
    assert found.lines[2].cells["began"] == "2026-09-01" and found.lines[2].cells["order"] == "45"


def test_it_names_a_formula_and_does_not_compute_it() -> None:
    found = read(workbook([PEOPLE, mentee("Ким Анна Петровна", position='=HYPERLINK("http://x")')]))
    assert found.lines[0].cells["position"] == FORMULA


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1251"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_it_reads_csv_as_excel_saves_it(encoding: str, delimiter: str) -> None:
    head, row = ("ФИО", "Роль", "Согласие", "Должность"), ("Ким Анна Петровна", "наставляемый", "в школе", "'=1+1")
    text = "\r\n".join(delimiter.join(cells) for cells in (head, row))
    cells = {"name": row[0], "role": row[1], "consent": row[2], "position": "=1+1"}
    assert read(text.encode(encoding)).lines == (ReadLine("PEOPLE", 2, cells),)


def test_it_passes_over_the_examples_of_the_template() -> None:
    sheet = TemplateSheet("Люди", PEOPLE, tuple(mentee("Пример: Ким Анна Петровна")), ((0, 0),))
    made = make_template(Template((sheet,), "Слова", (("Школа", ("Школа № 25",)),)))
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == ["Люди", "Слова"]
    assert read(made) == ReadFile()


def merged() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Школа", "ФИО", None, "Должность", "Согласие"])
    book.active.merge_cells("B1:C1")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


ODD = {
    "foreign": lambda: [
        b"",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"%PDF-1.4 \x01\x02",
        "просто текст".encode(),
        workbook([["Ученик", "Балл"], ["Ким", 5]]),
        packed(word__document_xml=b"<x/>"),
    ],
    "broken": lambda: [workbook([PEOPLE])[:400], packed(xl__workbook_xml=b"<oops", _Content=b"x")],
    "password": lambda: [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")],
    "old": lambda: [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "Workbook".encode("utf-16-le")],
    "bomb": lambda: [packed(xl__workbook_xml=b"\0" * (reading.MAX_UNPACKED + 1))],
    "merged": lambda: [merged()],
    "columns": lambda: [workbook([PEOPLE[:2]])],
}
"""Files by the word that is said of them; made when they are read, as the largest takes its time."""


@pytest.mark.parametrize("problem", ODD)
def test_it_says_in_one_word_what_is_wrong_with_a_file(problem: str) -> None:
    for content in ODD[problem]():
        found = read(content)
        assert (found.problem, found.lines) == (problem, ()) or (problem == "broken" and found.problem == "foreign")
    if problem in ("merged", "columns"):
        assert found.missing == ("role", "consent") if problem == "columns" else ("role",)


def test_it_refuses_more_rows_than_a_list_may_have() -> None:
    row = ";".join(map(str, mentee("Ким Анна Петровна")))
    assert read("\n".join([";".join(PEOPLE), *[row] * (reading.MAX_ROWS + 1)]).encode()).problem == "rows"
    assert read("\n".join([";".join(PEOPLE), *[""] * (reading.MAX_PHYSICAL_ROWS + 1)]).encode()).problem == "rows"
