"""«Внести номера»: the pairs without an order, its number and date in one message, and once more to be sure."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.mentorships import order_actions as actions
from handlers.mentorships import order_getters as getters
from handlers.mentorships.pair_dialog import TO_PAIRS
from handlers.mentorships.states import Orders
from handlers.paging import pager
from handlers.widgets import ITEM, MENU, L, Select, T


def orders() -> Dialog:
    """The entry of an order's number."""
    return Dialog(
        Window(
            T("mentorships-orders", when="found"),
            T("mentorships-orders-none", when="empty"),
            Group(Select(ITEM, id="pair", item_id_getter=item_id, items="items", on_click=actions.on_pair), width=1),
            pager(),
            Row(TO_PAIRS, MENU),
            MessageInput(actions.on_order),
            state=Orders.list,
            getter=getters.get_orders,
        ),
        Window(
            T("mentorships-orders-sure"),
            Button(L("mentorships-orders-yes"), id="yes", on_click=actions.on_sure),
            Row(SwitchTo(L("back-button"), id="back", state=Orders.list), MENU),
            TAP_ONLY,
            state=Orders.sure,
            getter=getters.get_sure,
        ),
    )
