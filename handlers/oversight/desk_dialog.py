"""The curator's checklist of the school year, and the log of what councils have decided. Declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Cancel, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.meetings.days import DayCalendar
from handlers.oversight import desk_actions as actions
from handlers.oversight import desk_getters as getters
from handlers.oversight.states import Checks, Decisions
from handlers.paging import pager
from handlers.widgets import BACK, ITEM, MENU, L, Select, T

CLOSE = Cancel(L("back-button"), id="close", when="has_back")


def checks() -> Dialog:
    """The checklist in five functions."""
    return Dialog(
        Window(
            T("desk-checks"),
            Group(Select(ITEM, id="item", item_id_getter=item_id, items="items", on_click=actions.on_item), width=4),
            Row(CLOSE, MENU),
            TAP_ONLY,
            state=Checks.main,
            getter=getters.get_checks,
        )
    )


def decisions() -> Dialog:
    """The log of decisions, and a new one."""
    return Dialog(
        Window(
            T("desk-decisions"),
            Group(Select(ITEM, id="done", item_id_getter=item_id, items="items", on_click=actions.on_close), width=2),
            pager(),
            SwitchTo(L("desk-decision-new-button"), id="new", state=Decisions.text),
            Row(CLOSE, MENU),
            TAP_ONLY,
            state=Decisions.list,
            getter=getters.get_decisions,
        ),
        Window(
            T("desk-decision-text"),
            Row(BACK, MENU),
            MessageInput(actions.on_text),
            state=Decisions.text,
            getter=getters.get_new,
        ),
        Window(
            T("desk-decision-responsible"),
            Row(BACK, MENU),
            MessageInput(actions.on_responsible),
            state=Decisions.responsible,
            getter=getters.get_new,
        ),
        Window(
            T("desk-decision-day"),
            DayCalendar(id="day", on_click=actions.on_day),
            Row(BACK, MENU),
            TAP_ONLY,
            state=Decisions.day,
            getter=getters.get_new,
        ),
    )
