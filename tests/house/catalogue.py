"""What the locales say and what the code asks them for, read from both without running either."""

import ast
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, visitor
from fluent.syntax import ast as ftl

ROOT = Path(__file__).parents[2]
LOCALES = ("ru", "en")
KEY = re.compile(r"[a-z]+(-[a-z0-9]+)+")
SPEAKING = {"text", "label", "T", "L", "ProgrammeError", "get"}
"""Calls whose first argument is a key: of Words and Fluent, the widgets, and what refuses."""
PLURALS = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 5, "other": 21}
PLAUSIBLE = "Кузнецова-Белозерская О. С."
COUNTS = {
    "count",
    "number",
    "days",
    "people",
    "page",
    "pages",
    "total",
    "minutes",
    "places",
    "free",
    "level",
    "year",
    "files",
}
"""Arguments that are numbers by their name, where the text does not show it."""
SHORT = {"place": "каб. 12", "last": "каб. 12", "time": "15:30", "day": "вт 13 октября"}


@dataclass
class Message:
    """One text of one language."""

    key: str
    file: str
    body: str
    variables: frozenset[str]
    numbers: frozenset[str]
    choices: dict[str, list[str | int]]
    mentions: frozenset[str]
    """Other texts that it contains."""


class _Reader(visitor.Visitor):
    """What a pattern needs: its variables, which of them are numbers, what they are compared with."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.numbers: set[str] = set()
        self.choices: dict[str, list[str | int]] = {}
        self.mentions: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  the library names its visitors so
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.mentions.add(node.id.name)

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:  # noqa: N802
        self.numbers |= {one.id.name for one in node.arguments.positional if isinstance(one, ftl.VariableReference)}
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        name = _selected(node.selector)
        if name is not None:
            self.choices.setdefault(name, []).extend(_choice(variant.key) for variant in node.variants)
        self.generic_visit(node)


def _selected(node: object) -> str | None:
    if isinstance(node, ftl.FunctionReference):
        node = node.arguments.positional[0]
    return node.id.name if isinstance(node, ftl.VariableReference) else None


def _choice(key: ftl.Identifier | ftl.NumberLiteral) -> str | int:
    if isinstance(key, ftl.NumberLiteral):
        return int(key.value)
    return PLURALS.get(key.name, key.name)


@cache
def messages(locale: str) -> dict[str, Message]:
    """All texts of a language. Raises AssertionError for what cannot be parsed or stands there twice."""
    found: dict[str, Message] = {}
    for path in sorted((ROOT / "locales" / locale).glob("*.ftl")):
        source = path.read_text(encoding="utf-8")
        for entry in FluentParser().parse(source).body:
            assert not isinstance(entry, ftl.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{locale}: {entry.id.name} stands there twice"
                found[entry.id.name] = _message(entry, path.name, source)
    return found


def _message(entry: ftl.Message, file: str, source: str) -> Message:
    reader = _Reader()
    reader.visit(entry.value)
    body = source[entry.value.span.start : entry.value.span.end]
    return Message(
        entry.id.name,
        file,
        body,
        frozenset(reader.variables),
        frozenset(reader.numbers | {name for name, some in reader.choices.items() if int in map(type, some)}),
        reader.choices,
        frozenset(reader.mentions),
    )


@cache
def bundle(locale: str) -> FluentBundle:
    """A language ready to speak, as the bot loads it."""
    bundle = FluentBundle([locale], use_isolating=False)
    for path in sorted((ROOT / "locales" / locale).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def renderings(locale: str, key: str) -> Iterator[str]:
    """The text with plausible values: every variant of every choice, names and numbers elsewhere."""
    needed = _needed(locale, key)
    names = sorted(needed)
    for values in itertools.islice(itertools.product(*(needed[name] for name in names)), 300):
        text, errors = bundle(locale).format_pattern(
            bundle(locale).get_message(key).value, dict(zip(names, values, strict=True))
        )
        assert not errors, f"{locale} {key}: {errors}"
        yield text


def _needed(locale: str, key: str) -> dict[str, list[str | int]]:
    message = messages(locale)[key]
    needed: dict[str, list[str | int]] = {}
    for inner in message.mentions:
        needed |= _needed(locale, inner)
    for name in message.variables:
        usual: list[str | int] = [21] if name in message.numbers | COUNTS else [SHORT.get(name, PLAUSIBLE)]
        needed[name] = list(dict.fromkeys(message.choices.get(name, usual)))
    return needed


@dataclass
class Spoken:
    """Where the code asks for a text."""

    key: str
    place: str
    call: str
    """The name of the call that the key stands in, empty for a bare string."""
    given: frozenset[str] | None = None
    """Arguments by name; None where they cannot be seen here."""


@dataclass
class Code:
    """All that the code says of texts."""

    spoken: list[Spoken] = field(default_factory=list)
    families: dict[str, str] = field(default_factory=dict)
    """f-strings that look like keys, «people-role-{}», and where they stand."""


@cache
def code() -> Code:
    """What handlers, models and bot ask for."""
    found = Code()
    prefixes = {key.split("-")[0] for key in messages("ru")} | {"error"}
    for floor in ("handlers", "models", "bot"):
        for path in sorted((ROOT / floor).rglob("*.py")):
            if not path.is_relative_to(ROOT / "bot" / "sandbox"):
                tree = ast.parse(path.read_text(encoding="utf-8"))
                _Looker(str(path.relative_to(ROOT)), prefixes, found).visit(tree)
    return found


class _Looker(ast.NodeVisitor):
    def __init__(self, path: str, prefixes: set[str], found: Code) -> None:
        self.path, self.prefixes, self.found = path, prefixes, found
        self.said: set[ast.AST] = set()

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "Router":  # a router's name is nothing that people read
            return
        if name in SPEAKING and node.args:
            for key in _constants(node.args[0]):
                if KEY.fullmatch(key.value):
                    self.said.add(key)
                    self._add(key, name, _given(node, name))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if node not in self.said and isinstance(node.value, str) and self._is_key(node.value):
            self._add(node, "", None)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        shape = "".join(one.value if isinstance(one, ast.Constant) else "{}" for one in node.values)
        if self._is_key(shape.replace("{}", "x")) and "{}" in shape:
            self.found.families[shape] = f"{self.path}:{node.lineno}"

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        if node.name != "NoticeKind":  # its codes look like keys and are none
            self.generic_visit(node)

    def _is_key(self, text: str) -> bool:
        return KEY.fullmatch(text) is not None and text.split("-")[0] in self.prefixes

    def _add(self, node: ast.Constant, call: str, given: frozenset[str] | None) -> None:
        self.found.spoken.append(Spoken(node.value, f"{self.path}:{node.lineno}", call, given))


def _constants(node: ast.expr) -> Iterator[ast.Constant]:
    """The strings that an argument may be: itself, or both sides of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def _given(node: ast.Call, name: str) -> frozenset[str] | None:
    """The arguments of a text; those of widgets come from getters and are seen when their window is drawn."""
    names = [keyword.arg for keyword in node.keywords]
    if name in ("T", "L") or None in names:
        return None
    return frozenset(name for name in names if name)
