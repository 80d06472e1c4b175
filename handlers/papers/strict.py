"""What a template of a school's own may hold: known fields, lists and conditions, and nothing that could do anything.

Its libraries are imported where they are used, in the process that makes papers (handlers/workshop.py).
"""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from jinja2 import Environment, nodes

LARGEST = 1024 * 1024
"""Bytes of a template; with a coat of arms it is a tenth of it."""
UNPACKED, PARTS, LARGEST_PART = 20 * 1024 * 1024, 500, 2 * 1024 * 1024
"""Of the whole, how many parts, and of one part of XML: a list repeats it for each of its items."""
_FOREIGN = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_ACTIVE = re.compile(rb"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON)\s", re.IGNORECASE)
_FIELD_CODE = re.compile(rb"<w:instrText[^>]*>([^<]*)<|<w:fldSimple[^>]*w:instr=[\"']([^\"']*)")
_CARRIERS = ("vbaproject", "activex", "embeddings/", "afchunk", "oleobject", "attachedtemplate")


class TemplateProblem(Exception):  # noqa: N818  it is no error of the programme
    """Why a template cannot be used: the kind of problem and the field or construction that it is about."""

    def __init__(self, kind: str, what: str = "") -> None:
        super().__init__(kind, what)
        self.kind, self.what = kind, what


@dataclass
class Known:
    """The fields of a paper, and the fields of an item of each of its lists; a list of words has none."""

    names: set[str] = field(default_factory=set)
    lists: dict[str, set[str]] = field(default_factory=dict)


def check_package(content: bytes) -> None:
    """Raises TemplateProblem for what is no plain document: another file, a bomb, macros, links to outside."""
    if len(content) > LARGEST:
        raise TemplateProblem("large")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise TemplateProblem("large")
            if "word/document.xml" not in packed.namelist():
                raise TemplateProblem("foreign")
            for part in parts:
                _check_part(part.filename, packed.read(part))
    # A password is a RuntimeError to the library, an unknown compression a NotImplementedError.
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError):
        raise TemplateProblem("foreign") from None


def _check_part(name: str, content: bytes) -> None:
    if any(carrier in name.lower() for carrier in _CARRIERS):
        raise TemplateProblem("active")
    if not name.endswith((".xml", ".rels")):
        return
    if len(content) > LARGEST_PART:
        raise TemplateProblem("large")
    if _FOREIGN.search(content) or b"\0" in content or b"vbaproject" in content.lower():
        raise TemplateProblem("active")
    if name.endswith(".rels"):
        _check_relations(content)
    codes = b"".join(b"".join(code) + b" " for code in _FIELD_CODE.findall(content))
    if _ACTIVE.search(codes):
        raise TemplateProblem("active")


def _check_relations(content: bytes) -> None:
    """Links of a text may lead outside; whatever is fetched when the document is opened may not."""
    from docx.oxml.parser import parse_xml

    try:
        relations: Any = parse_xml(content)  # resolves no entities
    except SyntaxError:
        raise TemplateProblem("foreign") from None
    for one in relations:
        kind = str(one.get("Type", "")).rpartition("/")[2].lower()
        if kind in _CARRIERS or (str(one.get("TargetMode", "")).lower() == "external" and kind != "hyperlink"):
            raise TemplateProblem("active")


def known_fields(template: "DocxTemplate") -> Known:
    """What the house's own template of a paper says of it."""
    from jinja2 import nodes
    from jinja2.sandbox import SandboxedEnvironment

    template.init_docx()
    tree = SandboxedEnvironment().parse(template.patch_xml(template.get_xml()))
    known, items = Known(), set()
    for loop in tree.find_all(nodes.For):
        if isinstance(loop.iter, nodes.Name) and isinstance(loop.target, nodes.Name):
            target = loop.target.name
            items.add(target)
            attributes = {
                one.attr
                for one in loop.find_all(nodes.Getattr)
                if isinstance(one.node, nodes.Name) and one.node.name == target
            }
            known.lists.setdefault(loop.iter.name, set()).update(attributes)
    known.names = {one.name for one in tree.find_all(nodes.Name) if one.name not in {*known.lists, *items}}
    return known


def strict_environment(known: Known) -> "Environment":
    """A sandbox that also refuses, before anything runs, whatever is no known field, list or condition."""
    from jinja2.sandbox import SandboxedEnvironment

    class Strict(SandboxedEnvironment):
        """Every part of a document is parsed here: body, headers, footnotes, properties."""

        def _parse(self, source: str, name: str | None, filename: str | None) -> "nodes.Template":
            tree = super()._parse(source, name, filename)
            _Check(known).visit(tree, {})
            return tree

    return Strict(autoescape=True)


class _Check:
    """Walks a template; what it does not know by name is refused."""

    def __init__(self, known: Known) -> None:
        from jinja2 import nodes

        self._known = known
        self._visits: dict[type[Any], Callable[[Any, dict[str, set[str]]], None]] = {
            nodes.Template: self._body,
            nodes.Output: self._output,
            nodes.TemplateData: lambda _node, _items: None,
            nodes.Name: self._name,
            nodes.Getattr: self._attribute,
            nodes.For: self._loop,
            nodes.If: self._condition,
            nodes.Not: lambda node, items: self.visit(node.node, items),
        }

    def visit(self, node: Any, items: dict[str, set[str]]) -> None:
        """`items` are the lists that are open, by the name of their item."""
        visit = self._visits.get(type(node))
        if visit is None:
            raise TemplateProblem("construction", type(node).__name__)
        visit(node, items)

    def _body(self, node: Any, items: dict[str, set[str]]) -> None:
        for one in node.body:
            self.visit(one, items)

    def _output(self, node: Any, items: dict[str, set[str]]) -> None:
        for one in node.nodes:
            self.visit(one, items)

    def _name(self, node: Any, items: dict[str, set[str]]) -> None:
        is_word_of_list = node.name in items and not items[node.name]
        if not is_word_of_list and node.name not in {*self._known.names, *self._known.lists}:
            raise TemplateProblem("field", node.name)

    def _attribute(self, node: Any, items: dict[str, set[str]]) -> None:
        name = getattr(node.node, "name", "")
        if node.attr not in items.get(name, ()):
            raise TemplateProblem("field", f"{name}.{node.attr}")

    def _loop(self, node: Any, items: dict[str, set[str]]) -> None:
        over, target = getattr(node.iter, "name", ""), getattr(node.target, "name", "")
        if over not in self._known.lists:
            raise TemplateProblem("field", over or "for")
        if node.test is not None or node.recursive or not target or items:
            raise TemplateProblem("construction", "for")
        inner = items | {target: self._known.lists[over]}
        for one in (*node.body, *node.else_):
            self.visit(one, inner)

    def _condition(self, node: Any, items: dict[str, set[str]]) -> None:
        for one in (node.test, *node.body, *node.elif_, *node.else_):
            self.visit(one, items)
