"""«Документы» of a curator: orders, the monthly report, the list of pairs, statements that wait."""

from aiogram_dialog import Dialog, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Start, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.paging import pager
from handlers.papers import actions, getters, template_windows
from handlers.papers.states import Papers, Yearly
from handlers.widgets import ITEM, MENU, L, Pages, Select, T

TO_MAIN = SwitchTo(L("back-button"), id="to_main", state=Papers.main)
SCHOOLS = 6


def papers() -> Dialog:
    """The curator's windows."""
    return Dialog(
        Window(
            T("papers-main"),
            SwitchTo(L("papers-orders-button"), id="orders", state=Papers.orders),
            SwitchTo(L("papers-report-button"), id="month", state=Papers.month),
            Row(
                Button(L("papers-list-button"), id="list", on_click=actions.on_list),
                Button(L("papers-list-word-button"), id="list_word", on_click=actions.on_list_paper),
            ),
            SwitchTo(L("papers-statements-button"), id="statements", state=Papers.statements),
            Start(L("yearly-button"), id="yearly", state=Yearly.main, mode=StartMode.RESET_STACK),
            SwitchTo(L("papers-templates-button"), id="templates", state=Papers.templates, when="is_own"),
            SwitchTo(L("oversight-school-button"), id="school", state=Papers.school, when="has_schools"),
            MENU,
            TAP_ONLY,
            state=Papers.main,
            getter=getters.get_main,
        ),
        Window(
            T("papers-orders"),
            Column(Select(ITEM, id="kind", item_id_getter=item_id, items="items", on_click=actions.on_kind)),
            Row(TO_MAIN, MENU),
            TAP_ONLY,
            state=Papers.orders,
            getter=getters.get_orders,
        ),
        Window(
            T("papers-which", when="found"),
            T("papers-which-none", when="empty"),
            Button(L("papers-which-waiting-button"), id="waiting", on_click=actions.on_waiting, when="waiting"),
            Button(L("papers-which-all-button"), id="all", on_click=actions.on_all, when="found"),
            SwitchTo(L("papers-which-choose-button"), id="choose", state=Papers.choose, when="found"),
            Row(SwitchTo(L("back-button"), id="to_orders", state=Papers.orders), MENU),
            TAP_ONLY,
            state=Papers.which,
            getter=getters.get_which,
        ),
        Window(
            T("papers-choose"),
            Group(Select(ITEM, id="pair", item_id_getter=item_id, items="items", on_click=actions.on_pair), width=1),
            pager(),
            Button(L("papers-choose-ready-button"), id="ready", on_click=actions.on_chosen, when="count"),
            Row(SwitchTo(L("back-button"), id="to_which", state=Papers.which), MENU),
            TAP_ONLY,
            state=Papers.choose,
            getter=getters.get_choose,
        ),
        Window(
            T("papers-report-month"),
            Group(Select(ITEM, id="one", item_id_getter=item_id, items="items", on_click=actions.on_month), width=2),
            Button(L("papers-report-form-button"), id="form", on_click=actions.on_form),
            Row(TO_MAIN, MENU),
            TAP_ONLY,
            state=Papers.month,
            getter=getters.get_report_months,
        ),
        Window(
            T("papers-statements", when="found"),
            T("papers-statements-none", when="empty"),
            Column(Select(ITEM, id="statement", item_id_getter=item_id, items="items", on_click=actions.on_statement)),
            pager(),
            Row(TO_MAIN, MENU),
            TAP_ONLY,
            state=Papers.statements,
            getter=getters.get_statements,
        ),
        Window(
            T("oversight-school"),
            Pages(
                Select(ITEM, id="one_school", item_id_getter=item_id, items="schools", on_click=actions.on_school),
                id="schools",
                width=2,
                height=SCHOOLS,
                hide_on_single_page=True,
            ),
            Row(TO_MAIN, MENU),
            TAP_ONLY,
            state=Papers.school,
            getter=getters.get_schools,
        ),
        *template_windows.windows(),
    )
