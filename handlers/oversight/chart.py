"""Numbers as pictures: drawn in a process of its own (handlers/workshop.py), for digests and for papers.

Pillow draws bars as well as a plotting library does, at a tenth of its size; the font comes with a package, so that
nothing of the machine is asked for. Whatever a picture shows is also said in words beside it, which can be read aloud.
"""

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

Bar = tuple[str, int, int]
"""What stands below («12.10»), how many were planned, and how many were held."""
Group = tuple[str, tuple[int | None, ...]]
"""What stands before it (a year, a school), and a number for each of the series; None where it is not known."""
WIDTH, HEIGHT = 1080, 600
LEFT, TOP, BOTTOM = 40, 70, 70
PLANNED, HELD, INK, LINE = "#b9d3ee", "#2f6db0", "#333333", "#d8d8d8"
SERIES = ("#1f4e79", "#5b9bd5", "#b9d3ee", "#8c8c8c")
"""From dark to light, so that they differ on a black and white print as well."""
LABEL, WIDEST = 26, 160
ROW, LEGEND, GAP, NAME_PART, HIGHEST = 26, 32, 16, 0.4, 1500
"""Pixels of a bar, of a line of the legend and between groups; how much of the width names may take; what fits a page.
"""


def draw_weeks(bars: tuple[Bar, ...]) -> bytes:
    """A PNG: a light column for what was planned, and in it a dark one for what was held."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen, font = ImageDraw.Draw(image), _font(LABEL)
    floor, most = HEIGHT - BOTTOM, max((max(planned, held) for _, planned, held in bars), default=0) or 1
    step = (WIDTH - 2 * LEFT) / max(len(bars), 1)
    said = [f"{held} / {planned}" for _, planned, held in bars]
    widest = max((font.getlength(one) for one in said), default=1)
    numbers = _font(min(LABEL, int(LABEL * 0.95 * step / widest)))
    unit = (floor - TOP) / most
    for place, (day, planned, held) in enumerate(bars):
        middle = LEFT + step * (place + 0.5)
        for number, colour, part in ((planned, PLANNED, 0.34), (held, HELD, 0.22)):
            half = part * min(step, WIDEST)
            box = (middle - half, floor - number * unit, middle + half, floor)
            if number:
                pen.rounded_rectangle(box, radius=6, fill=colour, corners=(True, True, False, False))
        top = floor - max(planned, held) * unit
        pen.text((middle, top - 8), said[place], font=numbers, fill=INK, anchor="mb")
        pen.text((middle, floor + 14 + LABEL), day, font=font, fill=INK, anchor="ms")
    pen.line((LEFT, floor, WIDTH - LEFT, floor), fill=LINE, width=3)
    return _png(image)


def draw_groups(series: tuple[str, ...], groups: tuple[Group, ...]) -> bytes:
    """A PNG as high as it must be: the names of the series, then for each group a bar of each, with its number."""
    from PIL import Image, ImageDraw

    top = GAP + len(series) * LEGEND + GAP
    row = min(ROW, int((HIGHEST - top) / (len(groups) * (len(series) + 0.6) or 1)))
    gap = int(row * 0.6)
    image = Image.new("RGB", (WIDTH, top + len(groups) * (len(series) * row + gap)), "white")
    pen, font, legend = ImageDraw.Draw(image), _font(min(22, row + 3)), _font(22)
    names = [_fitting(name, font) for name, _ in groups]
    begin = 2 * GAP + max((font.getlength(name) for name in names), default=0)
    most = max((number or 0 for _, numbers in groups for number in numbers), default=0) or 1
    unit = (WIDTH - begin - 4 * LABEL) / most
    for place, (said, colour) in enumerate(zip(series, SERIES, strict=False)):
        y = GAP + place * LEGEND
        pen.rectangle((GAP, y + 5, GAP + LEGEND - 10, y + LEGEND - 5), fill=colour)
        pen.text((GAP + LEGEND, y + LEGEND / 2), said, font=legend, fill=INK, anchor="lm")
    for name, (_, numbers) in zip(names, groups, strict=True):
        middle = top + len(numbers) * row / 2
        pen.text((begin - GAP, middle), name, font=font, fill=INK, anchor="rm")
        for number, colour in zip(numbers, SERIES, strict=False):
            pen.rectangle((begin, top + 1, begin + (number or 0) * unit, top + row - 1), fill=colour)
            said = "–" if number is None else str(number)
            pen.text((begin + (number or 0) * unit + 8, top + row / 2), said, font=font, fill=INK, anchor="lm")
            top += row
        top += gap
    return _png(image)


def _fitting(name: str, font: "FreeTypeFont") -> str:
    if font.getlength(name) <= WIDTH * NAME_PART:
        return name
    while name and font.getlength(f"{name}…") > WIDTH * NAME_PART:
        name = name[:-1]
    return f"{name.rstrip()}…"


def _font(size: int) -> "FreeTypeFont":
    import font_roboto
    from PIL import ImageFont

    return ImageFont.truetype(font_roboto.Roboto, size)


def _png(image: "Image") -> bytes:
    made = io.BytesIO()
    image.save(made, "PNG", optimize=True)
    return made.getvalue()
