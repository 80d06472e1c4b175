"""A spreadsheet that somebody sent, read in a process of its own: cells as text, or one word for what is wrong with it.

Nothing of the file is trusted: its size unpacked, its rows and columns are bounded, formulas are named and not
computed, and whatever cannot be read is one of `PROBLEMS`.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

MAX_ROWS, MAX_SHEETS, MAX_COLUMNS = 5_000, 10, 40
MAX_PHYSICAL_ROWS = 20_000
"""Rows that are looked at, empty ones included: Excel keeps a million of them where somebody has coloured a column."""
MAX_UNPACKED = 50 * 1024 * 1024
HEAD_WITHIN = 10
"""The head of a table stands within so many rows from the top."""
FORMULA = "\ue000"
"""Stands for a formula: a private character, which no keyboard has."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
PROBLEMS = ("foreign", "broken", "password", "old", "bomb", "rows", "merged", "columns")

Heads = Mapping[str, Mapping[str, str]]
"""By table: the folded title of each column in every language, and the field that it is."""


@dataclass(frozen=True)
class ReadLine:
    """A line of a table: the number that Excel shows beside it, and its cells by field."""

    table: str
    row: int
    cells: dict[str, str]


@dataclass(frozen=True)
class ReadFile:
    """What was read, or one of `PROBLEMS`; `missing` are fields whose columns a table lacks."""

    problem: str = ""
    missing: tuple[str, ...] = ()
    lines: tuple[ReadLine, ...] = ()


class _Problem(Exception):  # noqa: N818  it never leaves this module
    """One of `PROBLEMS`."""


def read_file(content: bytes, heads: Heads, required: Heads, examples: tuple[str, ...]) -> ReadFile:
    """The lines of all tables in the file whose head is known.

    `required` names by table the fields without which it is none; a line that begins with one of `examples` is the
    template's own.
    """
    try:
        sheets = list(_sheets(content))
        return _read(sheets, heads, required, examples)
    except _Problem as problem:
        return ReadFile(problem=str(problem))


@dataclass
class _Sheet:
    rows: list[list[str]]
    is_merged: bool = False


def _read(sheets: list[_Sheet], heads: Heads, required: Heads, examples: tuple[str, ...]) -> ReadFile:
    lines: list[ReadLine] = []
    is_known, nearest, is_merged = False, (0, ""), False
    for sheet in sheets:
        found = _head(sheet, heads, required)
        if found is None:
            nearest, is_merged = max(nearest, _nearest(sheet, heads)), is_merged or sheet.is_merged
            continue
        is_known = True
        lines += _lines(sheet, *found, examples)
    if len(lines) > MAX_ROWS:
        raise _Problem("rows")
    if is_known:
        return ReadFile(lines=tuple(lines))
    matched, table = nearest
    if not matched:
        raise _Problem("foreign")
    known = {field for sheet in sheets for row in sheet.rows[:HEAD_WITHIN] for field in _fields(row, heads[table])}
    missing = tuple(field for field in required[table] if field not in known)
    return ReadFile(problem="merged" if is_merged else "columns", missing=missing)


def _head(sheet: _Sheet, heads: Heads, required: Heads) -> tuple[str, int, dict[int, str]] | None:
    """Which table it is, the number of its head from nought, and the field of each column."""
    for number, row in enumerate(sheet.rows[:HEAD_WITHIN]):
        for table in heads:
            fields = {place: field for place, cell in enumerate(row) if (field := heads[table].get(_fold(cell)))}
            if set(required[table]) <= set(fields.values()):
                return table, number, fields
    return None


def _nearest(sheet: _Sheet, heads: Heads) -> tuple[int, str]:
    """How many titles of which table stand in one row of the sheet; two are needed to speak of a table."""
    best = (0, "")
    for row in sheet.rows[:HEAD_WITHIN]:
        for table in heads:
            best = max(best, (len(set(_fields(row, heads[table]))), table))
    return best if best[0] > 1 else (0, "")


def _fields(row: list[str], titles: Mapping[str, str]) -> Iterator[str]:
    return (titles[_fold(cell)] for cell in row if _fold(cell) in titles)


def _lines(
    sheet: _Sheet, table: str, head: int, fields: dict[int, str], examples: tuple[str, ...]
) -> Iterator[ReadLine]:
    for number, row in enumerate(sheet.rows[head + 1 :], head + 2):
        cells = {field: row[place].strip() for place, field in fields.items() if place < len(row)}
        if any(cells.values()) and not any(_fold(cell).startswith(examples) for cell in cells.values()):
            yield ReadLine(table, number, cells)


def _sheets(content: bytes) -> Iterator[_Sheet]:
    if content.startswith(_OLE):
        raise _Problem("password" if "EncryptedPackage".encode("utf-16-le") in content else "old")
    if content.startswith(b"PK"):
        yield from _excel(content)
    else:
        yield _csv(content)


def _csv(content: bytes) -> _Sheet:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1251", errors="replace")
    if not text.strip() or _CONTROL.search(text):
        raise _Problem("foreign")
    head = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=head.count)
    csv.field_size_limit(100_000)
    try:
        rows = [
            row[:MAX_COLUMNS]
            for row, _ in zip(
                csv.reader(io.StringIO(text, newline=""), delimiter=delimiter),
                range(MAX_PHYSICAL_ROWS + 1),
                strict=False,
            )
        ]
    except csv.Error:
        raise _Problem("broken") from None
    if len(rows) > MAX_PHYSICAL_ROWS:
        raise _Problem("rows")
    return _Sheet([[_unescaped(cell) for cell in row] for row in rows])


def _unescaped(cell: str) -> str:
    """Without the apostrophe that our own tables put before what looks like a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell


def _excel(content: bytes) -> Iterator[_Sheet]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    merged = _checked_zip(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        for number, page in enumerate(book.worksheets[:MAX_SHEETS]):
            page.reset_dimensions()
            rows = []
            for row in page.iter_rows(max_col=MAX_COLUMNS):
                rows.append([_text(cell) for cell in row])
                if len(rows) > MAX_PHYSICAL_ROWS:
                    raise _Problem("rows")
            yield _Sheet(rows, merged[number] if number < len(merged) else False)
    except _Problem:
        raise
    except (InvalidFileException, KeyError):
        raise _Problem("foreign") from None
    except Exception:  # whatever a broken file makes the library stumble over
        raise _Problem("broken") from None


def _checked_zip(content: bytes) -> list[bool]:
    """Whether each sheet has merged cells. Raises _Problem for what is no workbook, or grows out of bounds unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = {part.filename: part.file_size for part in packed.infolist()}
            if sum(parts.values()) > MAX_UNPACKED or len(parts) > 2_000:
                raise _Problem("bomb")
            if "xl/workbook.xml" not in parts:
                raise _Problem("foreign")
            sheets = sorted(
                (name for name in parts if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)),
                key=lambda name: int(re.sub(r"\D", "", name)),
            )
            return [b"<mergeCell " in packed.read(name) for name in sheets[:MAX_SHEETS]]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError):
        raise _Problem("broken") from None


def _text(cell: object) -> str:
    value = getattr(cell, "value", None)
    if getattr(cell, "data_type", "") == "f":
        return FORMULA
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold().replace("ё", "е")
