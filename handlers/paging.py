"""Leafing through a list: [‹ Раньше] [Дальше ›], each where there is a page on that side."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from handlers.widgets import L
from models.paging import Page


async def on_leaf(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """To the page before or after; the query keeps it within the list."""
    step = 1 if button.widget_id == "after" else -1
    manager.dialog_data["page"] = page_number(manager) + step


def pager(before: str = "page-before", after: str = "page-after") -> Row:
    """The two buttons under a list, whose getter gives what `turning` or `paged` makes."""
    return Row(
        Button(L(before), id="before", on_click=on_leaf, when="before"),
        Button(L(after), id="after", on_click=on_leaf, when="after"),
    )


def page_number(manager: DialogManager) -> int:
    """The page that is asked for, from nought."""
    number: int = manager.dialog_data.get("page", 0)
    return number


def turning(manager: DialogManager, number: int, pages: int) -> dict[str, Any]:
    """Where the list is open, counted from nought, for the pager and for «Страница 2 из 5»."""
    manager.dialog_data["page"] = number
    return {"page": number + 1, "pages": pages, "many": pages > 1, "before": number > 0, "after": number + 1 < pages}


def paged(manager: DialogManager, page: Page[Any]) -> dict[str, Any]:
    """The same for a page of models.paging, with how long the whole list is."""
    facts = turning(manager, page.number, page.pages)
    return facts | {"total": page.total, "found": page.total > 0, "empty": page.total == 0}
