"""«Загрузить из таблицы». Declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.text import Multi

from handlers.paging import pager
from handlers.registers import import_actions as actions
from handlers.registers import import_getters as getters
from handlers.registers.states import Import
from handlers.widgets import CLOSE, MENU, L, T


def incoming() -> Dialog:
    """The dialog of a list that comes in."""
    return Dialog(
        Window(
            T("registers-import"),
            Button(L("registers-import-template-button"), id="template", on_click=actions.on_template),
            Row(CLOSE, MENU),
            MessageInput(actions.on_file),
            state=Import.file,
            getter=getters.get_file,
        ),
        Window(
            Multi(
                T("registers-import-check"),
                T("registers-import-faults", when="found"),
                T("registers-import-unnamed", when="unnamed"),
                sep="\n\n",
            ),
            pager(),
            Button(L("registers-import-load-button"), id="load", on_click=actions.on_load, when="ready"),
            Row(Button(L("registers-import-cancel-button"), id="cancel", on_click=actions.on_cancel), MENU),
            MessageInput(actions.on_file),
            state=Import.check,
            getter=getters.get_check,
        ),
    )
