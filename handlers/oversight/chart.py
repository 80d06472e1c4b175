"""Meetings by week as a picture, planned against held: drawn in a process of its own (handlers/workshop.py).

Pillow draws bars as well as a plotting library does, at a tenth of its size; the font that it brings has digits and no
Cyrillic, so that all words stand in the caption, where they can be read aloud and translated.
"""

import io

Bar = tuple[str, int, int]
"""What stands below («12.10»), how many were planned, and how many were held."""
WIDTH, HEIGHT = 1080, 600
LEFT, TOP, BOTTOM = 40, 70, 70
PLANNED, HELD, INK, LINE = "#b9d3ee", "#2f6db0", "#333333", "#d8d8d8"
LABEL, SMALL_LABEL, MANY = 26, 19, 1000
"""From so many meetings a week on the numbers are written smaller."""


def draw_weeks(bars: tuple[Bar, ...]) -> bytes:
    """A PNG: a light column for what was planned, and in it a dark one for what was held."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(size=LABEL)
    floor, most = HEIGHT - BOTTOM, max((max(planned, held) for _, planned, held in bars), default=0) or 1
    numbers = ImageFont.load_default(size=LABEL if most < MANY else SMALL_LABEL)
    step = (WIDTH - 2 * LEFT) / max(len(bars), 1)
    unit = (floor - TOP) / most
    for place, (day, planned, held) in enumerate(bars):
        middle = LEFT + step * (place + 0.5)
        for number, colour, half in ((planned, PLANNED, 0.34), (held, HELD, 0.22)):
            box = (middle - step * half, floor - number * unit, middle + step * half, floor)
            if number:
                pen.rounded_rectangle(box, radius=6, fill=colour, corners=(True, True, False, False))
        top = floor - max(planned, held) * unit
        pen.text((middle, top - 8), f"{held} / {planned}", font=numbers, fill=INK, anchor="mb")
        pen.text((middle, floor + 14), day, font=font, fill=INK, anchor="mt")
    pen.line((LEFT, floor, WIDTH - LEFT, floor), fill=LINE, width=3)
    made = io.BytesIO()
    image.save(made, "PNG", optimize=True)
    return made.getvalue()
