"""A template and its facts as a DOCX file: made in a process of its own (handlers/workshop.py)."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handlers.papers.strict import Known, TemplateProblem, check_package, known_fields, strict_environment

TEMPLATES = Path(__file__).parent / "templates"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""No file remembers when it was packed: the same facts give the same bytes for ever."""
_SAMPLE = "Образец"
_INITIALS = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_]\.)|(?<=\b[^\W\d_]\.) (?=[^\W\d_]\.)")
"""The blanks of «Кузнецова О. С.», which must not end a line."""
SPARE = 512 * 1024 * 1024


@dataclass(frozen=True)
class Picture:
    """A picture among the facts: plain data until the process that makes the paper draws it."""

    draw: Callable[..., bytes]
    materials: tuple[Any, ...]
    width_mm: int
    """Of the 170 that an upright page has."""


def fill(template: str, facts: dict[str, Any], own: bytes | None = None) -> bytes:
    """The template of that name, or the school's own, with the facts in it, which stay text whatever was typed.

    Raises TemplateProblem where the school's own can do more than say known fields, and MemoryError where it grows
    beyond all measure.
    """
    from docxtpl import DocxTemplate
    from jinja2.sandbox import SandboxedEnvironment

    house = DocxTemplate(TEMPLATES / f"{template}.docx")
    if own is None:
        return _filled(house, facts, SandboxedEnvironment(autoescape=True), _drop_nameless_columns)
    check_package(own)
    environment = strict_environment(known_fields(house))
    with _little_memory():
        return _filled(DocxTemplate(io.BytesIO(own)), facts, environment, lambda _document: None)


def check_template(template: str, own: bytes) -> tuple[str, str]:
    """Whether a school's own template can be used: two empty words, or the kind of problem and what it is about.

    It is filled with a sample, so that whatever could go wrong goes wrong now.
    """
    import docx
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError

    known = known_fields(DocxTemplate(TEMPLATES / f"{template}.docx"))
    try:
        docx.Document(io.BytesIO(fill(template, _sample(known), own)))
    except TemplateProblem as problem:
        return problem.kind, problem.what
    except TemplateError as error:
        return "broken", (error.message or "")[:60]
    except Exception:
        return "foreign", ""
    return "", ""


def sample_of(template: str) -> bytes:
    """The house's template as it is, to be edited in Word."""
    return (TEMPLATES / f"{template}.docx").read_bytes()


@contextmanager
def _little_memory() -> Iterator[None]:
    """While a school's own template is filled this process may take `SPARE` more bytes than it has."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + SPARE, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _sample(known: Known) -> dict[str, Any]:
    rows = {name: [dict.fromkeys(items, _SAMPLE) if items else _SAMPLE] * 2 for name, items in known.lists.items()}
    return {**dict.fromkeys(known.names, _SAMPLE), **rows}


def _filled(document: Any, facts: dict[str, Any], environment: Any, finish: Callable[[Any], None]) -> bytes:
    document.render(_told(document, facts), jinja_env=environment, autoescape=True)
    finish(document)
    made = io.BytesIO()
    document.save(made)
    return _packed_anew(made)


def _told(document: Any, fact: Any) -> Any:
    if isinstance(fact, str):
        return _INITIALS.sub("\u00a0", fact)
    if isinstance(fact, list):
        return [_told(document, one) for one in fact]
    if isinstance(fact, dict):
        return {name: _told(document, one) for name, one in fact.items()}
    return _placed(document, fact) if isinstance(fact, Picture) else fact


def _placed(document: Any, picture: Picture) -> Any:
    from docx.shared import Mm
    from docxtpl import InlineImage

    return InlineImage(document, io.BytesIO(picture.draw(*picture.materials)), width=Mm(picture.width_mm))


def _drop_nameless_columns(document: Any) -> None:
    """A table has place for more years than there are: what has no title goes."""
    for table in document.docx.tables:
        titles = [cell.text.strip() for cell in table.rows[0].cells]
        for row in (table._tbl.tblGrid, *(one._tr for one in table.rows)):
            for title, cell in zip(titles, list(row)[-len(titles) :], strict=True):
                if not title:
                    row.remove(cell)


def _packed_anew(made: io.BytesIO) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
