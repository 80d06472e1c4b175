"""A pupil's parents and their consent, for the curator of the school. Declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.people import parents_actions as actions
from handlers.people import parents_getters as getters
from handlers.people.states import Parents
from handlers.widgets import CLOSE, ITEM, MENU, L, Select, T

BACK = SwitchTo(L("back-button"), id="back", state=Parents.main)


def parents() -> Dialog:
    """The dialog of a pupil's parents."""
    return Dialog(
        Window(
            T("parents-main"),
            Button(L("parents-invite-button"), id="invite", on_click=actions.on_invite),
            SwitchTo(L("parents-paper-button"), id="paper", state=Parents.paper),
            SwitchTo(L("parents-end-button"), id="end", state=Parents.end, when="has_parents"),
            Row(CLOSE, MENU),
            TAP_ONLY,
            state=Parents.main,
            getter=getters.get_family,
        ),
        Window(
            T("parents-paper"),
            Row(BACK, MENU),
            MessageInput(actions.on_paper),
            state=Parents.paper,
            getter=getters.get_family,
        ),
        Window(
            T("parents-end"),
            Column(Select(ITEM, id="parent", item_id_getter=item_id, items="items", on_click=actions.on_end)),
            Row(BACK, MENU),
            TAP_ONLY,
            state=Parents.end,
            getter=getters.get_family,
        ),
    )
