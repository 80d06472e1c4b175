"""What all templates are made of: an empty paper, a line in the middle, a table with a row for each item."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document


def blank(title: str) -> "Document":
    """An empty paper of that title."""
    import docx
    from docx.shared import Pt

    paper = docx.Document()
    paper.styles["Normal"].font.name = "Times New Roman"
    paper.styles["Normal"].font.size = Pt(12)
    paper.core_properties.title, paper.core_properties.author = title, "nastavnik"
    paper.core_properties.created = paper.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    return paper


def centred(paper: "Document", text: str, *, bold: bool = False) -> None:
    """A line in the middle."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = paper.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = bold


def table(paper: "Document", rows: str, columns: dict[str, str]) -> None:
    """A row of titles, then a row for each of `rows`."""
    drawn = paper.add_table(rows=4, cols=len(columns), style="Table Grid")
    for place, (title, name) in enumerate(columns.items()):
        drawn.cell(0, place).paragraphs[0].add_run(title).bold = True
        drawn.cell(2, place).text = f"{{{{ row.{name} }}}}"
    drawn.cell(1, 0).text = f"{{%tr for row in {rows} %}}"
    drawn.cell(3, 0).text = "{%tr endfor %}"
