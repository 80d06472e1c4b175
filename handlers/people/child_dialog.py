"""A parent's own children (OMS-45). Declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.paging import pager
from handlers.people import child_actions as actions
from handlers.people import child_getters as getters
from handlers.people.states import Child
from handlers.widgets import ITEM, MENU, L, Select, T

BACK = SwitchTo(L("back-button"), id="back", state=Child.view)


def child() -> Dialog:
    """The dialog of a parent."""
    return Dialog(
        Window(
            T("parents-children"),
            Column(Select(ITEM, id="child", item_id_getter=item_id, items="items", on_click=actions.on_child)),
            MENU,
            TAP_ONLY,
            state=Child.list,
            getter=getters.get_children,
        ),
        Window(
            T("parents-child"),
            Column(Select(ITEM, id="offer", item_id_getter=item_id, items="items", on_click=actions.on_offer)),
            pager(),
            SwitchTo(L("parents-consent-again-button"), id="again", state=Child.consent, when="may_renew"),
            SwitchTo(L("parents-wish-button"), id="wish", state=Child.wish),
            SwitchTo(L("parents-withdraw-button"), id="withdraw", state=Child.sure),
            Row(SwitchTo(L("back-button"), id="back", state=Child.list, when="several"), MENU),
            TAP_ONLY,
            state=Child.view,
            getter=getters.get_child,
        ),
        Window(
            T("parents-consent", when="is_short"),
            T("parents-consent-full", when="is_full"),
            Button(L("people-consent-full-button"), id="full", on_click=actions.on_full, when="is_short"),
            Row(
                Button(L("people-consent-yes"), id="yes", on_click=actions.on_consent),
                Button(L("people-consent-no"), id="no", on_click=actions.on_no_consent),
            ),
            MENU,
            TAP_ONLY,
            state=Child.consent,
            getter=getters.get_consent,
        ),
        Window(
            T("parents-sure"),
            Row(
                Button(L("parents-sure-yes"), id="yes", on_click=actions.on_withdraw),
                SwitchTo(L("parents-sure-no"), id="no", state=Child.view),
            ),
            TAP_ONLY,
            state=Child.sure,
            getter=getters.get_child,
        ),
        Window(
            T("parents-wish"),
            Row(BACK, MENU),
            MessageInput(actions.on_wish),
            state=Child.wish,
            getter=getters.get_child,
        ),
        on_start=actions.on_start,
    )
