"""«Кураторы»: the tree region → municipality → school, and who runs each of its organisations. Declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.meetings.days import DayCalendar
from handlers.paging import pager
from handlers.people import tree_actions as actions
from handlers.people import tree_getters as getters
from handlers.people.states import Tree
from handlers.widgets import ITEM, MENU, L, Select, T

TO_NODE = SwitchTo(L("back-button"), id="to_node", state=Tree.node)
TO_CURATOR = SwitchTo(L("back-button"), id="to_curator", state=Tree.curator)


def tree() -> Dialog:
    """The dialog of the tree."""
    return Dialog(
        Window(
            T("people-tree"),
            Column(Select(ITEM, id="curator", item_id_getter=item_id, items="curators", on_click=actions.on_curator)),
            Column(Select(ITEM, id="child", item_id_getter=item_id, items="items", on_click=actions.on_child)),
            pager(),
            Button(L("people-tree-appoint"), id="appoint", on_click=actions.on_appoint),
            SwitchTo(L("people-tree-found"), id="found", state=Tree.name, when="may_found"),
            Button(L("people-tree-back-now"), id="here", on_click=actions.on_come_back, when="is_away"),
            SwitchTo(L("people-tree-away"), id="away", state=Tree.away_from, when="is_here"),
            SwitchTo(L("people-forms-button"), id="forms", state=Tree.forms, when="is_school"),
            Button(L("people-calendar-button"), id="calendar", on_click=actions.on_calendar),
            Button(L("desk-checks-button"), id="checks", on_click=actions.on_checks),
            Button(L("people-tree-up"), id="up", on_click=actions.on_up, when="up"),
            MENU,
            TAP_ONLY,
            state=Tree.node,
            getter=getters.get_node,
        ),
        Window(
            T("people-tree-appoint-whom"),
            Button(L("people-tree-link"), id="link", on_click=actions.on_link),
            Column(Select(ITEM, id="person", item_id_getter=item_id, items="items", on_click=actions.on_person)),
            pager(),
            Row(TO_NODE, MENU),
            TAP_ONLY,
            state=Tree.appoint,
            getter=getters.get_candidates,
        ),
        Window(
            T("people-tree-curator"),
            SwitchTo(L("people-tree-order-button"), id="order", state=Tree.order),
            SwitchTo(L("people-tree-hand-over"), id="hand", state=Tree.receiver, when="may_hand_over"),
            SwitchTo(L("people-tree-end"), id="end", state=Tree.end),
            Row(TO_NODE, MENU),
            TAP_ONLY,
            state=Tree.curator,
            getter=getters.get_curator,
        ),
        Window(
            T("people-tree-order"),
            Row(TO_CURATOR, MENU),
            MessageInput(actions.on_order),
            state=Tree.order,
            getter=getters.get_curator,
        ),
        Window(
            T("people-tree-end-sure"),
            Button(L("people-tree-end-yes"), id="yes", on_click=actions.on_end),
            Row(TO_CURATOR, MENU),
            TAP_ONLY,
            state=Tree.end,
            getter=getters.get_curator,
        ),
        Window(
            T("people-tree-receiver"),
            Column(Select(ITEM, id="receiver", item_id_getter=item_id, items="items", on_click=actions.on_receiver)),
            Row(TO_CURATOR, MENU),
            TAP_ONLY,
            state=Tree.receiver,
            getter=getters.get_receivers,
        ),
        Window(
            T("people-tree-hand-over-sure"),
            Button(L("people-tree-hand-over-yes"), id="yes", on_click=actions.on_hand_over),
            Row(SwitchTo(L("back-button"), id="back", state=Tree.receiver), MENU),
            TAP_ONLY,
            state=Tree.hand_over,
            getter=getters.get_hand_over,
        ),
        Window(
            T("people-tree-away-from"),
            DayCalendar(id="first", on_click=actions.on_away_from),
            Row(TO_NODE, MENU),
            TAP_ONLY,
            state=Tree.away_from,
        ),
        Window(
            T("people-tree-away-until"),
            DayCalendar(id="last", on_click=actions.on_away_until),
            Row(SwitchTo(L("back-button"), id="back", state=Tree.away_from), MENU),
            TAP_ONLY,
            state=Tree.away_until,
            getter=getters.get_away,
        ),
        Window(
            T("people-tree-name"),
            Row(TO_NODE, MENU),
            MessageInput(actions.on_name),
            state=Tree.name,
            getter=getters.get_found,
        ),
        Window(
            T("people-tree-zone"),
            Group(Select(ITEM, id="zone", item_id_getter=item_id, items="items", on_click=actions.on_zone), width=2),
            Row(SwitchTo(L("back-button"), id="back", state=Tree.name), MENU),
            TAP_ONLY,
            state=Tree.zone,
            getter=getters.get_found,
        ),
        Window(
            T("people-forms"),
            Column(Select(ITEM, id="form", item_id_getter=item_id, items="items", on_click=actions.on_form)),
            Row(TO_NODE, MENU),
            TAP_ONLY,
            state=Tree.forms,
            getter=getters.get_forms,
        ),
    )
