"""Heavy work in a process of its own: what stands in for a spreadsheet as long as the bot makes none."""

import csv
import io
import threading
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.bench.child import Answers

ROWS, COLUMNS = 10_000, 10


@asynccontextmanager
async def sheets() -> AsyncIterator[Answers]:
    """Makes sheet after sheet while it is told to."""
    wanted = threading.Event()
    made: list[int] = []
    threading.Thread(target=_make, args=(wanted, made), daemon=True).start()
    yield {"begin": wanted.set, "end": wanted.clear, "made": lambda: len(made)}


def _make(wanted: threading.Event, made: list[int]) -> None:
    while wanted.wait():
        made.append(len(sheet()))


def sheet() -> bytes:
    """10,000 rows of ten cells each as text, packed as an XLSX is."""
    text = io.StringIO()
    writer = csv.writer(text)
    for number in range(ROWS):
        writer.writerow([f"Кузнецова О. С. {number + column}" for column in range(COLUMNS)])
    return zlib.compress(text.getvalue().encode(), 9)
