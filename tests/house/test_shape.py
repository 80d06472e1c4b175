"""The shape of the house: what lies on its top level, and that each floor explains itself."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = ("bot", "handlers", "models")
TOP_LEVEL = {
    *FLOORS,
    "locales",
    "tests",
    "pyproject.toml",
    "uv.lock",
    ".env.example",
    "README.md",
    "LICENSE",
    ".gitignore",
    ".ci",
}
LONGEST_FILE = 400
GENERATED = Path("bot/migrations/versions")
"""Migrations are written by a tool: their module says what they do, and nobody reads them from top to bottom."""

pytestmark = pytest.mark.xdist_group("reading")  # one worker reads the code and the texts
every_floor = pytest.mark.parametrize("floor", FLOORS)


@cache
def all_modules(floor: str) -> tuple[tuple[Path, ast.Module], ...]:
    paths = sorted((ROOT / floor).rglob("*.py"))
    return tuple((path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))) for path in paths)


def modules(floor: str, *, written_by_hand: bool = True) -> Iterator[tuple[Path, ast.Module]]:
    for path, module in all_modules(floor):
        if not (written_by_hand and path.is_relative_to(GENERATED)):
            yield path, module


def public_functions(node: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Functions of a module and methods of its public classes; what stands inside a function is its own affair."""
    for inner in node.body:
        if isinstance(inner, ast.ClassDef) and not inner.name.startswith("_"):
            yield from public_functions(inner)
        if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef) and not inner.name.startswith("_"):
            yield inner


def test_it_keeps_on_its_top_level_only_what_the_architecture_names() -> None:
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text().split()]
    found = {path.name for path in ROOT.iterdir() if not any(fnmatch(path.name, pattern) for pattern in ignored)}
    assert found - {".git"} == TOP_LEVEL


@every_floor
def test_it_says_what_every_module_is_for(floor: str) -> None:
    assert [str(path) for path, module in modules(floor, written_by_hand=False) if not ast.get_docstring(module)] == []


@every_floor
def test_it_says_what_every_public_function_means(floor: str) -> None:
    silent = [
        f"{path}:{function.lineno} {function.name}"
        for path, module in modules(floor)
        for function in public_functions(module)
        if not ast.get_docstring(function)
    ]
    assert silent == []


@every_floor
def test_it_keeps_files_short_enough_to_be_read(floor: str) -> None:
    lengths = {str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path, _ in modules(floor)}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_it_keeps_the_tests_of_a_group_in_one_worker(request: pytest.FixtureRequest) -> None:
    """Side by side the group stands in the name of each test; where pytest loses it, everything dear is made twice."""
    if hasattr(request.config, "workerinput"):
        assert request.node.nodeid.endswith("@reading")
