"""The registers: which one, its list, its filters, a table to take away, one person. Declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Start, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.paging import pager
from handlers.registers import actions, export, getters
from handlers.registers.person_getters import get_category, get_date, get_person
from handlers.registers.states import Gaps, Import, Registers
from handlers.widgets import ITEM, MENU, L, Select, T

TO_LIST = SwitchTo(L("back-button"), id="back", state=Registers.list)


def registers() -> Dialog:
    """The dialog of the registers."""
    return Dialog(
        Window(
            T("registers-main"),
            Column(Select(ITEM, id="register", item_id_getter=item_id, items="items", on_click=actions.on_register)),
            Start(L("registers-gaps-button"), id="gaps", state=Gaps.main),
            Start(L("registers-import-button"), id="import", state=Import.file),
            MENU,
            TAP_ONLY,
            state=Registers.main,
            getter=getters.get_main,
        ),
        Window(
            T("registers-list"),
            T("registers-hidden", when="hidden"),
            Column(Select(ITEM, id="row", item_id_getter=item_id, items="items", on_click=actions.on_row)),
            pager(),
            Row(
                Button(L("registers-filter-button"), id="filter", on_click=actions.on_filter),
                SwitchTo(L("registers-export-button"), id="export", state=Registers.export, when="found"),
            ),
            Group(
                Select(ITEM, id="register", item_id_getter=item_id, items="others", on_click=actions.on_register),
                width=2,  # «Наставляемые» would be broken in a third of a phone's width
            ),
            Row(SwitchTo(L("back-button"), id="back", state=Registers.main), MENU),
            TAP_ONLY,
            state=Registers.list,
            getter=getters.get_list,
        ),
        Window(
            T("registers-filter"),
            Column(Select(ITEM, id="facet", item_id_getter=item_id, items="items", on_click=actions.on_facet)),
            Button(L("registers-reset-button"), id="reset", on_click=actions.on_reset, when="filtered"),
            SwitchTo(L("registers-show-button"), id="show", state=Registers.list),
            MENU,
            TAP_ONLY,
            state=Registers.filter,
            getter=getters.get_filter,
        ),
        Window(
            T("registers-values"),
            Group(Select(ITEM, id="value", item_id_getter=item_id, items="items", on_click=actions.on_value), width=2),
            pager(),
            Button(L("registers-any-button"), id="any", on_click=actions.on_any, when="is_set"),
            Row(SwitchTo(L("back-button"), id="back", state=Registers.filter), MENU),
            TAP_ONLY,
            state=Registers.values,
            getter=getters.get_values,
        ),
        Window(
            T("registers-export"),
            Row(
                Button(L("registers-excel-button"), id="xlsx", on_click=export.on_export, when="found"),
                Button(L("registers-csv-button"), id="csv", on_click=export.on_export, when="found"),
            ),
            Row(TO_LIST, MENU),
            TAP_ONLY,
            state=Registers.export,
            getter=getters.get_export,
        ),
        Window(
            T("registers-person"),
            T("registers-person-mentor", when="mentor"),
            T("registers-person-mentee", when="mentee"),
            T("registers-person-account"),
            T("parents-line-on-card", when="is_pupil"),
            T("registers-person-dates", when="teaches"),
            Button(L("registers-decide-button"), id="decide", on_click=actions.on_decide, when="decide"),
            Button(L("registers-request-button"), id="request", on_click=actions.on_request, when="request"),
            Button(L("registers-make-pair-button"), id="make_pair", on_click=actions.on_make_pair, when="make_pair"),
            Button(
                L("registers-call-again-button"), id="call_again", on_click=actions.on_call_again, when="call_again"
            ),
            Button(L("registers-fill-button"), id="fill", on_click=actions.on_fill, when="fill"),
            Column(Select(ITEM, id="pair", item_id_getter=item_id, items="items", on_click=actions.on_pair)),
            Row(
                Button(L("registers-born-button"), id="BORN", on_click=actions.on_date, when="teaches"),
                Button(L("registers-since-button"), id="SINCE", on_click=actions.on_date, when="teaches"),
            ),
            SwitchTo(L("registers-category-button"), id="category", state=Registers.category, when="teaches"),
            Button(L("people-staff-link"), id="link", on_click=actions.on_link, when="no_account"),
            Button(L("parents-open-button"), id="parents", on_click=actions.on_parents, when="is_pupil"),
            Button(L("registers-roles-button"), id="roles", on_click=actions.on_decide, when="others"),
            Row(TO_LIST, MENU),
            TAP_ONLY,
            state=Registers.person,
            getter=get_person,
        ),
        Window(
            T("registers-date"),
            Button(L("registers-date-none-button"), id="none", on_click=actions.on_no_date, when="is_known"),
            Row(SwitchTo(L("back-button"), id="to_person", state=Registers.person), MENU),
            MessageInput(actions.on_typed_date),
            state=Registers.date,
            getter=get_date,
        ),
        Window(
            T("registers-category"),
            Group(
                Select(ITEM, id="category", item_id_getter=item_id, items="items", on_click=actions.on_category),
                width=2,
            ),
            Button(L("registers-category-none-button"), id="none", on_click=actions.on_no_category, when="is_known"),
            Row(SwitchTo(L("back-button"), id="to_person", state=Registers.person), MENU),
            TAP_ONLY,
            state=Registers.category,
            getter=get_category,
        ),
    )
