"""The template of a list: a sheet of people, one of pairs, an example in each, and the words that may stand in them.

Made in a process of its own (handlers/workshop.py); its library is imported there only.
"""

import io
from dataclasses import dataclass


@dataclass(frozen=True)
class TemplateSheet:
    """A table to fill in; `lists` are the columns in which only words of a list may stand, by place."""

    name: str
    columns: tuple[str, ...]
    example: tuple[str, ...]
    lists: tuple[tuple[int, int], ...] = ()
    """(column, list) by place."""


@dataclass(frozen=True)
class Template:
    """All of the workbook; `words` are the lists with their titles."""

    sheets: tuple[TemplateSheet, ...]
    words_name: str
    words: tuple[tuple[str, tuple[str, ...]], ...]


def make_template(template: Template) -> bytes:
    """The workbook: bold heads, examples in grey, lists to choose from in 500 rows."""
    import xlsxwriter
    from xlsxwriter.utility import xl_col_to_name

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        grey, text = book.add_format({"italic": True, "font_color": "#808080"}), book.add_format({"num_format": "@"})
        pages = [(sheet, book.add_worksheet(sheet.name)) for sheet in template.sheets]
        words = book.add_worksheet(template.words_name)
        for column, (title, some) in enumerate(template.words):
            words.write_string(0, column, title, bold)
            words.set_column(column, column, 30)
            for row, word in enumerate(some, 1):
                words.write_string(row, column, word)
        for sheet, page in pages:
            page.freeze_panes(1, 0)
            for column, title in enumerate(sheet.columns):
                page.set_column(column, column, max(len(title), len(sheet.example[column]), 12) + 2, text)
                page.write_string(0, column, title, bold)
                page.write_string(1, column, sheet.example[column], grey)
            for column, which in sheet.lists:
                letter, last = xl_col_to_name(which), len(template.words[which][1]) + 1
                source = f"='{template.words_name}'!${letter}$2:${letter}${last}"
                page.data_validation(
                    1, column, 500, column, {"validate": "list", "source": source, "error_type": "information"}
                )
    return made.getvalue()
