"""«Чего не хватает» and the goal of a pair. Declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.paging import pager
from handlers.registers import gaps_actions as actions
from handlers.registers import gaps_getters as getters
from handlers.registers.states import Gaps, PairGoal
from handlers.widgets import CLOSE, ITEM, MENU, L, Select, T

TO_LIST = SwitchTo(L("back-button"), id="back", state=Gaps.list)


def gaps() -> Dialog:
    """The dialog of missing data."""
    return Dialog(
        Window(
            T("registers-gaps"),
            Column(Select(ITEM, id="gap", item_id_getter=item_id, items="items", on_click=actions.on_gap)),
            Row(CLOSE, MENU),
            TAP_ONLY,
            state=Gaps.main,
            getter=getters.get_main,
        ),
        Window(
            T("registers-gap-list"),
            Column(Select(ITEM, id="line", item_id_getter=item_id, items="items", on_click=actions.on_line)),
            pager(),
            SwitchTo(L("registers-ask-all-button"), id="all", state=Gaps.sure, when="can_ask"),
            Row(SwitchTo(L("back-button"), id="back", state=Gaps.main), MENU),
            TAP_ONLY,
            state=Gaps.list,
            getter=getters.get_list,
        ),
        Window(
            T("registers-ask-all"),
            Button(L("registers-ask-all-yes-button"), id="yes", on_click=actions.on_ask_all, when="new"),
            Row(TO_LIST, MENU),
            TAP_ONLY,
            state=Gaps.sure,
            getter=getters.get_sure,
        ),
        Window(
            T("registers-gap-line"),
            Button(L("registers-ask-button"), id="ask", on_click=actions.on_ask, when="can_ask"),
            Button(L("registers-fill-self-button"), id="fill", on_click=actions.on_fill),
            Row(TO_LIST, MENU),
            TAP_ONLY,
            state=Gaps.line,
            getter=getters.get_line,
        ),
        Window(
            T("registers-gap-paper"),
            Button(L("people-enter-paper-at-school"), id="at_school", on_click=actions.on_at_school),
            Row(TO_LIST, MENU),
            MessageInput(actions.on_paper),
            state=Gaps.paper,
            getter=getters.get_line,
        ),
        Window(
            T("registers-gap-position"),
            Row(TO_LIST, MENU),
            MessageInput(actions.on_position),
            state=Gaps.position,
            getter=getters.get_line,
        ),
    )


def goal() -> Dialog:
    """The goal of a running pair."""
    return Dialog(
        Window(
            T("registers-goal"),
            MENU,
            MessageInput(actions.on_goal),
            state=PairGoal.text,
            getter=getters.get_goal,
        )
    )
