"""The parts that all benchmarks share, on a toy; what they measure is no matter of the tests."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.bench.__main__ import main, shown
from tests.bench.catalogue import BENCHMARKS
from tests.bench.child import Answers, Child
from tests.bench.figures import Figure, Report
from tests.bench.machine import facts
from tests.bench.rounds import interleaved, percentile, ratio
from tests.bench.table import printed
from tests.forks import forks

README = Path(__file__).parent.parent.parent / "README.md"


@asynccontextmanager
async def toy(number: int) -> AsyncIterator[Answers]:
    yield {"times": lambda other: number * other}


async def test_it_takes_the_sides_in_turn_and_the_median_of_the_ratios() -> None:
    taken: list[str] = []
    costs = {"dear": iter((30.0, 8.0, 500.0)), "cheap": iter((10.0, 4.0, 5.0))}

    def side(name: str):
        async def measure() -> float:
            taken.append(name)
            return next(costs[name])

        return measure

    measured = await interleaved({name: side(name) for name in costs}, 3)
    assert taken == ["dear", "cheap", "cheap", "dear", "dear", "cheap"]
    assert ratio(measured, "dear", "cheap") == 3.0


def test_it_finds_the_value_that_most_do_not_exceed() -> None:
    assert percentile([float(value) for value in range(100, 0, -1)], 0.99) == 100.0
    assert percentile([4.0, 1.0, 3.0, 2.0], 0.5) == 3.0


def test_it_says_whether_a_goal_is_held() -> None:
    figures = (
        Figure("ratio", 8.0, "n", at_most=8.0),
        Figure("ratio", 8.1, "n", at_most=8.0),
        Figure("rate", 99.0, "n", at_least=100.0),
        Figure("rate", 100.0, "n"),
    )
    assert [figure.verdict for figure in figures] == ["held", "missed", "missed", ""]


def test_it_prints_a_table_with_the_facts_of_the_machine() -> None:
    text = printed(Report("toy", [Figure("dear ÷ cheap", 3.0, "3 rounds", at_most=4.0)], ["a remark"]), facts())
    assert re.search(r"^dear ÷ cheap +3 +≤ 4 +held +3 rounds$", text, re.MULTILINE)
    assert "* a remark" in text
    assert all(word in text for word in ("CPU ", "cores ", "Python 3", "SQLite ", "load ", "date "))


def test_it_fails_where_a_goal_is_missed(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(Report("toy", [Figure("ratio", 3.0, "n", at_most=4.0)])) == 0
    assert shown(Report("toy", [Figure("ratio", 5.0, "n", at_most=4.0)])) == 1
    assert "missed" in capsys.readouterr().out


@pytest.mark.xdist_group("processes")
async def test_it_asks_a_process_of_its_own() -> None:
    forks()  # the other tests of this group need a parent that knows more than the toy
    child = Child(toy, number=6)
    assert await child.ask("times", 7) == 42
    assert await child.ask("cpu") > 0
    assert await child.ask("memory") > 1
    await child.stop()


def test_it_lists_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in BENCHMARKS)


def test_it_has_every_benchmark_that_the_readme_names() -> None:
    named = set(re.findall(r"python -m tests\.bench (\w+)", README.read_text()))
    assert named == set(BENCHMARKS)
    assert all(find_spec(f"tests.bench.{name}") for name in named)
