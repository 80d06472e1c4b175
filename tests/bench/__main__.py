"""`python -m tests.bench NAME`: measures and prints; exit status 1 where a goal is missed."""

import argparse
import asyncio
import sys

from tests.bench.catalogue import BENCHMARKS, benchmark
from tests.bench.figures import Report
from tests.bench.machine import facts
from tests.bench.table import printed

FEWEST_ROUNDS = 7


def main(words: list[str] | None = None) -> int:
    """Runs the benchmark that is named; without a name lists them."""
    arguments = parser().parse_args(words)
    if arguments.name is None:
        for name, line in BENCHMARKS.items():
            sys.stdout.write(f"{name:10}{line}\n")
        return 0
    return shown(asyncio.run(benchmark(arguments.name)(arguments.rounds, arguments.count)))


def shown(report: Report) -> int:
    """Prints the report; the exit status says whether all goals are kept."""
    sys.stdout.write(f"{printed(report, facts())}\n")
    return 0 if report.held else 1


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures the bot beside plain parts")
    top.add_argument("name", nargs="?", choices=list(BENCHMARKS), help="which one; without it they are listed")
    top.add_argument("--rounds", type=int, default=FEWEST_ROUNDS, help="interleaved rounds (default: 7)")
    top.add_argument("--count", type=int, help="presses or notices of one measurement, for a shorter run")
    return top


if __name__ == "__main__":
    sys.exit(main())
