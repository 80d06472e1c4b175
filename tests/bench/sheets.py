"""Heavy work in a process of its own: a long register as a spreadsheet."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from handlers.sheets import Sheet, make_xlsx
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
    """10,000 rows of ten cells each, by the bot's own pen."""
    columns = tuple(f"Наставник {column}" for column in range(COLUMNS))
    rows = (tuple(f"Кузнецова О. С. {number + column}" for column in range(COLUMNS)) for number in range(ROWS))
    return make_xlsx(Sheet("Пары", (), columns, tuple(rows)))
