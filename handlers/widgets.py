"""Widgets of all areas: a text of a window, a label of a button, a list in pages, and what every screen has."""

from collections.abc import Iterable
from typing import Any, cast

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, DialogProtocol, StartMode
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.utils import intent_callback_data
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Back, Cancel, ScrollingGroup, Start
from aiogram_dialog.widgets.kbd import Select as FrameworkSelect
from aiogram_dialog.widgets.text import Text

from handlers.flow import number
from handlers.light_methods import LightKey
from handlers.menu.states import Menu
from handlers.words import Words


class T(Text):
    """A message's text by its key; arguments come from the getter's data."""

    def __init__(self, key: str, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self.key = key

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        words: Words = manager.middleware_data["words"]
        return self.say(words, spoken(data, words.asked(self.key)))

    def say(self, words: Words, values: dict[str, Any]) -> str:
        """Renders as HTML, with user values escaped."""
        return words.text(self.key, **values)


class L(T):
    """A button's label by its key: plain, since buttons know no HTML."""

    def say(self, words: Words, values: dict[str, Any]) -> str:
        """Renders without HTML."""
        return words.label(self.key, **values)


class Select(FrameworkSelect[str]):
    """A button for each of several items, as Telegram reads it and with its window's id. The framework asks each for a
    colour and a picture, makes an object of it and has that checked: half of what a list costs.
    """

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        row: list[LightKey] = []
        begins = intent_callback_data(manager.current_context().id, self._item_callback_data(""))
        text = cast(Text, self.text)
        for item in self.items_getter(data):
            # Not by `render_text`, which asks for a condition: what is not to be seen is no item.
            label = await text._render_text({"data": data, "item": item}, manager)
            row.append({"text": label, "callback_data": f"{begins}{self.item_id_getter(item)}"})
        return cast(RawKeyboard, [row])


class Pages(ScrollingGroup):
    """A list in pages. The framework takes whatever a press names for a page's number."""

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        """Raises ProgrammeError `error-gone` for a page that no list has."""
        number(data)
        return await super()._process_item_callback(callback, data, dialog, manager)


def spoken(data: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """What of a getter's data a text says: words and numbers. An item of a list lends its own fields."""
    item = data.get("item")
    own = item if isinstance(item, dict) else {}
    values = {name: own[name] if name in own else data.get(name) for name in names}
    return {
        name: value
        for name, value in values.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool)
    }


MENU = Start(L("menu-button"), id="menu", state=Menu.main, mode=StartMode.RESET_STACK)
BACK = Back(L("back-button"))
ITEM = L("item-button")
"""The label of a button out of a list whose items have `title`."""
CLOSE = Cancel(L("back-button"), id="close")
"""Back to the dialog from which this one was opened."""
