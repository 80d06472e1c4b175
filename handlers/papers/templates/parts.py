"""What all templates are made of: an A4 page, lines, a table with a row for each item, a picture with its words."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

PAGE_MM, MARGINS_MM = (210, 297), {"left": 25, "right": 15, "top": 20, "bottom": 20}
NARROW_MM = 27
"""Columns up to this width hold numbers, dates and short words: they stand in the middle."""
CELL, TITLE, SMALL = "Cell", "Column title", "Small print"
Columns = dict[str, tuple[str, int]]
"""By title: the field of a row, and the width in millimetres. An upright page is 170 wide, a wide one 257."""


def blank(title: str, *, wide: bool = False) -> "Document":
    """An empty paper of that title, upright or lying."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt

    paper = docx.Document()
    page = paper.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = (Mm(side) for side in (reversed(PAGE_MM) if wide else PAGE_MM))
    for side, width in MARGINS_MM.items():
        setattr(page, f"{side}_margin", Mm(width))
    for tongue in paper.styles.element.xpath("//w:lang"):
        tongue.set(f"{{{tongue.nsmap['w']}}}val", "ru-RU")
    for name, size, before in (("Normal", 12, 4), (CELL, 11, 1), (TITLE, 9.5, 1), (SMALL, 10, 4)):
        style = paper.styles["Normal"] if name == "Normal" else paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.name, style.font.size = "Times New Roman", Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(before)
        style.paragraph_format.line_spacing = 1
    paper.core_properties.title, paper.core_properties.author = title, "nastavnik"
    paper.core_properties.created = paper.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    return paper


def centred(paper: "Document", text: str, *, bold: bool = False) -> None:
    """A line in the middle; a bold one is a heading and stays with what follows."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = paper.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = bold
    if bold:
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(12), Pt(4)
        paragraph.paragraph_format.keep_with_next = True


def small(paper: "Document", text: str) -> "Paragraph":
    """A remark."""
    return paper.add_paragraph(text, style=SMALL)


def table(paper: "Document", rows: str, columns: Columns) -> None:
    """A row of titles, which comes again on each page, then a row for each of `rows`."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    drawn = paper.add_table(rows=4, cols=len(columns), style="Table Grid")
    drawn.autofit, drawn.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for place, (title, (name, width)) in enumerate(columns.items()):
        drawn.columns[place].width = Mm(width)
        for number, text in ((0, title), (2, f"{{{{ row.{name} }}}}")):
            cell = drawn.cell(number, place)
            cell.width, paragraph = Mm(width), cell.paragraphs[0]
            paragraph.style = CELL if number else TITLE
            paragraph.add_run(text).bold = number == 0
            if width <= NARROW_MM:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    drawn.cell(1, 0).text = f"{{%tr for row in {rows} %}}"
    drawn.cell(3, 0).text = "{%tr endfor %}"
    for number, names in ((0, ("w:cantSplit", "w:tblHeader")), (2, ("w:cantSplit",))):
        for name in names:
            drawn.rows[number]._tr.get_or_add_trPr().append(OxmlElement(name))


def table_or_words(paper: "Document", rows: str, columns: Columns, words: str) -> None:
    """The table, or what is said where there are no rows."""
    paper.add_paragraph(f"{{%p if {rows} %}}")
    table(paper, rows, columns)
    paper.add_paragraph("{%p else %}")
    paper.add_paragraph(words)
    paper.add_paragraph("{%p endif %}")


def picture(paper: "Document", name: str, words: str) -> None:
    """A picture where there is one, and below it in words what it shows."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paper.add_paragraph(f"{{%p if {name} %}}")
    drawn = paper.add_paragraph(f"{{{{ {name} }}}}")
    drawn.alignment, drawn.paragraph_format.keep_with_next = WD_ALIGN_PARAGRAPH.CENTER, True
    small(paper, words)
    paper.add_paragraph("{%p endif %}")
