"""One sheet for a school's staff room: a QR code for each invitation with a sentence, as PDF (issue 4, part 2).

It is made in a process of its own (handlers/workshop.py). The codes are drawn as squares and the font comes with a
package: nothing of the machine is asked for.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fpdf import FPDF

PAGE_MM, MARGIN_MM, CODE_MM = 210, 18, 62
_QUIET, _GAP = 4, 14
"""Modules that stay white around a code, and millimetres between two of them."""
_SEAM = 1.03
"""Squares overlap a little: some printers leave white hairs between neighbours."""


@dataclass(frozen=True)
class Code:
    """An invitation on the sheet: what the code opens, for whom, and what to do."""

    link: str
    title: str
    text: str


@dataclass(frozen=True)
class QrSheet:
    """What stands on the sheet, from top to bottom."""

    title: str
    school: str
    codes: tuple[Code, ...]
    foot: str


def make_qr_sheet(sheet: QrSheet) -> bytes:
    """The sheet as a PDF of one A4 page; text that a font cannot draw is left as its empty square."""
    import font_roboto
    from fpdf import FPDF

    page = FPDF(format="A4")
    page.set_title(sheet.title)
    page.set_margin(MARGIN_MM)
    page.set_auto_page_break(False)
    page.add_font("Roboto", "", font_roboto.Roboto)
    page.add_font("Roboto", "B", font_roboto.RobotoBold)
    page.add_page()
    _write(page, sheet.title, 26, "B")
    _write(page, sheet.school, 16)
    top = page.get_y() + _GAP
    for code in sheet.codes:
        _draw(page, code.link, top)
        page.set_xy(MARGIN_MM + CODE_MM + 8, top + 4)
        _write(page, code.title, 20, "B")
        page.set_x(MARGIN_MM + CODE_MM + 8)
        _write(page, code.text, 14)
        page.set_x(MARGIN_MM + CODE_MM + 8)
        _write(page, code.link, 8)
        top += CODE_MM + _GAP
    page.set_xy(MARGIN_MM, top)
    _write(page, sheet.foot, 11)
    return bytes(page.output())


def _write(page: "FPDF", text: str, size: int, style: str = "") -> None:
    page.set_font("Roboto", style, size)
    width = PAGE_MM - MARGIN_MM - page.get_x()
    page.multi_cell(width, size * 0.5, text, align="L", new_x="LMARGIN", new_y="NEXT")


def _draw(page: "FPDF", link: str, top: float) -> None:
    import segno

    matrix = segno.make_qr(link, error="m").matrix
    side = CODE_MM / (len(matrix) + 2 * _QUIET)
    for down, row in enumerate(matrix, _QUIET):
        for across, is_dark in enumerate(row, _QUIET):
            if is_dark:
                page.rect(MARGIN_MM + across * side, top + down * side, side * _SEAM, side * _SEAM, style="F")
