"""«Моя справка»: a period, what it says, and off to the curator; and the curator's question."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.paging import pager
from handlers.papers import statement_actions as actions
from handlers.papers import statement_getters as getters
from handlers.papers.states import Statement, StatementQuestion
from handlers.widgets import ITEM, MENU, L, Select, T

TO_PERIOD = SwitchTo(L("back-button"), id="to_period", state=Statement.period)


def statement() -> Dialog:
    """The mentor's windows."""
    return Dialog(
        Window(
            T("papers-statement-period"),
            Column(Select(ITEM, id="span", item_id_getter=item_id, items="spans", on_click=actions.on_span)),
            SwitchTo(L("papers-months-button"), id="months", state=Statement.months),
            SwitchTo(L("papers-mine-button"), id="mine", state=Statement.mine, when="made"),
            MENU,
            TAP_ONLY,
            state=Statement.period,
            getter=getters.get_spans,
        ),
        Window(
            T("papers-statement-months"),
            Group(Select(ITEM, id="month", item_id_getter=item_id, items="items", on_click=actions.on_month), width=2),
            Button(L("papers-months-ready-button"), id="ready", on_click=actions.on_months_ready, when="chosen"),
            Row(TO_PERIOD, MENU),
            TAP_ONLY,
            state=Statement.months,
            getter=getters.get_months,
        ),
        Window(
            T("papers-statement-review", when="found"),
            T("papers-statement-none", when="empty"),
            Button(L("papers-send-button"), id="send", on_click=actions.on_send, when="found"),
            Row(TO_PERIOD, MENU),
            TAP_ONLY,
            state=Statement.review,
            getter=getters.get_review,
        ),
        Window(
            T("papers-statement-mine"),
            Column(Select(ITEM, id="one", item_id_getter=item_id, items="items", on_click=actions.on_mine)),
            pager(),
            Row(TO_PERIOD, MENU),
            TAP_ONLY,
            state=Statement.mine,
            getter=getters.get_mine,
        ),
    )


def question() -> Dialog:
    """«Вопрос наставнику»."""
    return Dialog(
        Window(
            T("papers-question"),
            MENU,
            MessageInput(actions.on_question),
            state=StatementQuestion.text,
            getter=getters.get_question,
        )
    )
