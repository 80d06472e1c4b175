"""A template and its facts as a DOCX file: made in a process of its own (handlers/workshop.py)."""

import io
import zipfile
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).parent / "templates"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""No file remembers when it was packed: the same facts give the same bytes for ever."""


def fill(template: str, facts: dict[str, Any]) -> bytes:
    """The template of that name with the facts in it, which stay text whatever was typed."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(TEMPLATES / f"{template}.docx")
    document.render(facts, autoescape=True)
    made = io.BytesIO()
    document.save(made)
    return _packed_anew(made)


def _packed_anew(made: io.BytesIO) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
