"""The ways into the routers: a press or a word is handed to whom it is for, and nobody else is asked.

Each router that is asked in vain costs as much as a handler; with thirty dialogs and forty kinds of button that would
be more than the press itself.
"""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.types import CallbackQuery, TelegramObject
from aiogram_dialog import Dialog
from aiogram_dialog.api.internal import CONTEXT_KEY

from handlers.windows import BUTTONS, is_of_dialog


class Dialogs(Router):
    """All dialogs: the window that is open says which of them is meant."""

    def __init__(self, dialogs: Iterable[Dialog]) -> None:
        super().__init__(name="dialogs")
        self.include_routers(*dialogs)
        self._by_group = {dialog.states_group(): dialog for dialog in self.sub_routers if isinstance(dialog, Dialog)}
        for window in chain.from_iterable(dialog.windows.values() for dialog in self._by_group.values()):
            window.markup_factory = BUTTONS  # type: ignore[attr-defined]  # the protocol knows what is called, not this

    async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any:
        """Asks the dialog of the open window; a press of anything else is not for dialogs.

        Without that an open window would swallow the answers to notices. The dialog's own filters ask once more which
        dialog is meant, and so are left out.
        """
        context = kwargs.get(CONTEXT_KEY)
        dialog = self._by_group.get(context.state.group) if context else None
        if dialog is None or (isinstance(event, CallbackQuery) and not is_of_dialog(event)):
            return UNHANDLED
        observer = dialog.observers.get(update_type)
        return await observer.trigger(event, **(kwargs | {"event_router": dialog})) if observer else UNHANDLED


class Prefixed(Filter):
    """Whether a press carries one of these prefixes."""

    def __init__(self, prefixes: Iterable[str]) -> None:
        self._prefixes = frozenset(prefixes)

    async def __call__(self, query: CallbackQuery) -> bool:
        """Looks at the prefix and reads no further."""
        return (query.data or "").partition(":")[0] in self._prefixes


def gate(router: Router) -> None:
    """Lets only the presses in that one of the router's own handlers can be for."""
    kinds = [_kind(one.callback) for handler in router.callback_query.handlers for one in handler.filters or ()]
    if any(kinds):
        router.callback_query.filter(Prefixed(kind for kind in kinds if kind))


def _kind(callback: object) -> str:
    """The prefix for which a filter stands."""
    return callback.callback_data.__prefix__ if isinstance(callback, CallbackQueryFilter) else ""
