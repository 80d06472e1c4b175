"""A school's own templates: known fields only, nothing that runs, back to the house's at any time."""

import io
import zipfile

import docx
import pytest

from handlers.papers import filling
from handlers.papers.filling import check_template, fill, sample_of
from handlers.papers.strict import LARGEST
from models.errors import ProgrammeError
from models.papers.own_templates import MAX_SIZE, replace_template, reset_template, template_of
from models.papers.states import PaperName
from tests.papers.test_orders_and_reports import text_of
from tests.town import Town

FACTS = {"school": "Школа № 25", "year": "2026/2027", "curators": "Соколова М. П.", "made": "12.10.2026", "n": 1}
DEEP = ("construction", "for")
PAIR = {"mentee": "<b> & {{ n }}", "mentor": "Лебедева И. В.", "form": "Педагог — педагогу"}


def letter(*lines: str, header: str = "") -> bytes:
    """A document of these paragraphs."""
    paper = docx.Document()
    for line in lines:
        paper.add_paragraph(line)
    if header:
        paper.sections[0].header.paragraphs[0].text = header
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same document with one part in place of what it had."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, part)
    return made.getvalue()


def test_it_fills_a_template_of_the_schools_own() -> None:
    own = letter(
        "{{ school }}: приказ", "{%p for row in pairs %}", "{{ row.mentee }} и {{ row.mentor }}", "{%p endfor %}"
    )
    assert check_template("order_pairs", own) == ("", "")
    text = text_of(fill("order_pairs", FACTS | {"pairs": [PAIR]}, own))
    assert "Школа № 25: приказ" in text
    assert "<b> & {{ n }} и Лебедева И. В." in text


@pytest.mark.parametrize("name", [name.value.lower() for name in PaperName])
def test_it_takes_the_houses_own_template_back(name: str) -> None:
    assert check_template(name, sample_of(name)) == ("", "")


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["{{ oklad }}"], ("field", "oklad")),
        (["{{ school.__class__ }}"], ("field", "school.__class__")),
        (["{{ ''.__class__.__mro__ }}"], ("field", ".__mro__")),
        (["{{ cycler.__init__.__globals__.os }}"], ("field", ".os")),
        (["{%p for row in pairs %}", "{{ row.phone }}", "{%p endfor %}"], ("field", "row.phone")),
        (["{{ 9 ** 9 ** 9 }}"], ("construction", "Pow")),
        (["{{ school * 1000000000 }}"], ("construction", "Mul")),
        (["{{ range(10) }}"], ("construction", "Call")),
        (["{{ school|upper }}"], ("construction", "Filter")),
        (["{% set a = 1 %}"], ("construction", "Assign")),
        (["{% include 'statement.docx' %}"], ("construction", "Include")),
        (["{% for a in pairs %}{% for b in pairs %}x{% endfor %}{% endfor %}"], DEEP),
    ],
)
def test_it_names_what_a_template_may_not_say(lines: list[str], problem: tuple[str, str]) -> None:
    assert check_template("order_pairs", letter(*lines)) == problem


def test_it_looks_into_every_part_of_the_document() -> None:
    plain = letter("{{ school }}")
    assert check_template("order_pairs", letter("{{ school }}", header="{{ oklad }}")) == ("field", "oklad")
    assert check_template("order_pairs", letter("{% for %}"))[0] == "broken"
    assert check_template("order_pairs", b"no document") == ("foreign", "")
    assert check_template("order_pairs", plain + b" " * LARGEST) == ("large", "")
    assert check_template("order_pairs", with_part(plain, "word/vbaProject.bin", b"x")) == ("active", "")
    bomb = with_part(plain, "word/media/image1.png", b"\0" * (21 * 1024 * 1024))
    assert check_template("order_pairs", bomb) == ("large", "")
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    assert check_template("order_pairs", with_part(plain, "word/footnotes.xml", entity)) == ("active", "")
    assert check_template("order_pairs", with_part(plain, "word/a.xml", "<!DOCTYPE a>".encode("utf-16"))) == (
        "active",
        "",
    )
    outside = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="https://example.org/a.png" TargetMode="External"/></Relationships>'
    )
    assert check_template("order_pairs", with_part(plain, "word/_rels/settings.xml.rels", outside)) == ("active", "")


def test_it_gives_a_template_that_grows_beyond_measure_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    own = letter("{%p for row in pairs %}", "x" * 200_000, "{%p endfor %}")
    monkeypatch.setattr(filling, "SPARE", 64 * 1024 * 1024)
    assert check_template("order_pairs", own) == ("", "")
    with pytest.raises(MemoryError):
        fill("order_pairs", FACTS | {"pairs": [PAIR] * 1_000}, own)


async def test_it_keeps_a_template_for_one_school_until_it_is_set_back(town: Town) -> None:
    act, own = await town.act(town.curator), letter("{{ school }}")
    await act(replace_template, town.school, PaperName.ORDER_PLAN, own)
    await act(replace_template, town.school, PaperName.ORDER_PLAN, own + b"2")

    async def found(school: int) -> bytes | None:
        async with town.database.read() as session:
            return await template_of(session, school, PaperName.ORDER_PLAN)

    assert await found(town.school) == own + b"2"
    assert await found(town.other_school) is None
    for who in (town.other_curator, town.municipal_curator):
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await (await town.act(who))(replace_template, town.school, PaperName.ORDER_PLAN, own)
    with pytest.raises(ProgrammeError, match="error-template-large"):
        await act(replace_template, town.school, PaperName.ORDER_PLAN, b" " * (MAX_SIZE + 1))
    await act(reset_template, town.school, PaperName.ORDER_PLAN)
    assert await found(town.school) is None
