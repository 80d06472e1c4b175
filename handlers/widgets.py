"""Widgets that speak: a text of a window, a label of a button, and the two buttons that every screen has."""

from typing import Any

from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Back, Cancel, Start
from aiogram_dialog.widgets.text import Text

from handlers.menu.states import Menu
from handlers.words import Words

FRAMEWORK_KEYS = frozenset({"dialog_data", "start_data", "middleware_data", "event"})


class T(Text):
    """A message's text by its key; arguments come from the getter's data."""

    def __init__(self, key: str, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self.key = key

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return self.say(manager.middleware_data["words"], spoken(data))

    def say(self, words: Words, values: dict[str, Any]) -> str:
        """Renders as HTML, with user values escaped."""
        return words.text(self.key, **values)


class L(T):
    """A button's label by its key: plain, since buttons know no HTML."""

    def say(self, words: Words, values: dict[str, Any]) -> str:
        """Renders without HTML."""
        return words.label(self.key, **values)


def spoken(data: dict[str, Any]) -> dict[str, Any]:
    """What of a getter's data a text can say: words and numbers. An item of a list lends its own fields."""
    item = data.get("item")
    if isinstance(item, dict):
        data = {**data, **item}
    return {
        name: value
        for name, value in data.items()
        if name not in FRAMEWORK_KEYS and isinstance(value, str | int | float) and not isinstance(value, bool)
    }


MENU = Start(L("menu-button"), id="menu", state=Menu.main, mode=StartMode.RESET_STACK)
BACK = Back(L("back-button"))
ITEM = L("item-button")
"""The label of a button out of a list whose items have `title`."""
CLOSE = Cancel(L("back-button"), id="close")
"""Back to the dialog from which this one was opened."""
