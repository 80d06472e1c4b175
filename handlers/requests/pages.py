"""Leafing through a list that a getter pages: [‹] 2 / 5 [›]. The getter gives `page`, `pages`, `many`."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from handlers.widgets import L
from models.paging import Page


async def on_leaf(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """To the page before or after; the query keeps it within the list."""
    step = 1 if button.widget_id == "next" else -1
    manager.dialog_data["page"] = page_number(manager) + step


PAGER = Row(
    Button(L("requests-page-before"), id="before", on_click=on_leaf),
    Button(L("requests-page-next"), id="next", on_click=on_leaf),
    when="many",
)


def page_number(manager: DialogManager) -> int:
    """The page that is asked for, from nought."""
    number: int = manager.dialog_data.get("page", 0)
    return number


def paged(manager: DialogManager, page: Page[Any]) -> dict[str, Any]:
    """What the pager and the text of a list need to know."""
    manager.dialog_data["page"] = page.number
    return {
        "page": page.number + 1,
        "pages": page.pages,
        "total": page.total,
        "many": page.pages > 1,
        "found": page.total > 0,
        "empty": page.total == 0,
    }
