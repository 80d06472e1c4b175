"""What the windows of a list that comes in show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.paging import page_number, paged
from handlers.registers.reading import MAX_ROWS
from handlers.words import Words
from models.paging import page_of
from models.registers.incoming import FaultCode, Table

SHOWN = 10
"""Faults on one screen."""


async def get_file(**_: Any) -> dict[str, Any]:
    """How long a list may be."""
    return {"limit": MAX_ROWS}


async def get_check(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many lines are ready, and why the others are not."""
    data = dialog_manager.dialog_data
    page = page_of(data.get("faults", []), page_number(dialog_manager), SHOWN)
    lines = [fault_line(words, *fault) for fault in page.items]
    ready, same, faulty = data.get("ready", 0), data.get("same", 0), data.get("faulty", 0)
    return {
        "file": data.get("file_name", ""),
        "count": ready,
        "ready": ready > 0,
        "same": same,
        "fills": data.get("fills", 0),
        "faulty": faulty,
        "faults": "\n".join(lines),
        "unnamed": faulty - page.total if faulty > page.total and page.number + 1 == page.pages else 0,
        **paged(dialog_manager, page),
    }


def fault_line(words: Words, table: str, row: int, code: str, value: str) -> str:
    """«Строка 5: нет согласия»."""
    why = words.label("registers-fault", code=FaultCode(code).name, value=value)
    return words.label("registers-fault-line", table=Table(table).value, row=row, why=why)
