"""The windows of numbers: the table, what stands behind a number, entering, freezing, and marks of schools."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Cancel, Column, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.oversight import figures_actions as actions
from handlers.oversight import figures_files as files
from handlers.oversight import figures_getters as getters
from handlers.oversight.states import Figures
from handlers.paging import pager
from handlers.widgets import ITEM, MENU, L, Pages, Select, T

PAGE = 6
TO_TABLE = SwitchTo(L("back-button"), id="to_table", state=Figures.table)
TO_ONE = SwitchTo(L("back-button"), id="to_one", state=Figures.one)
TO_SNAPSHOTS = SwitchTo(L("back-button"), id="to_snapshots", state=Figures.snapshots)
TO_HEADS = SwitchTo(L("back-button"), id="to_heads", state=Figures.heads)


def figures() -> Dialog:
    """The numbers of a programme."""
    return Dialog(_table(), _one(), *_entering(), *_freezing(), *_heads(), *_schools())


def _table() -> Window:
    return Window(
        T("figures-table"),
        Group(Select(ITEM, id="number", item_id_getter=item_id, items="numbers", on_click=actions.on_number), width=3),
        Row(
            Button(L("figures-before-button"), id="prev", on_click=actions.on_block),
            Button(L("figures-after-button"), id="next", on_click=actions.on_block),
        ),
        Row(
            SwitchTo(L("figures-snapshots-button"), id="snapshots", state=Figures.snapshots),
            SwitchTo(L("figures-heads-button"), id="heads", state=Figures.heads, when="is_school"),
            SwitchTo(L("figures-schools-button"), id="schools", state=Figures.schools, when="is_above"),
            Button(L("figures-calls-button"), id="calls", on_click=actions.on_calls, when="is_above"),
        ),
        Row(
            SwitchTo(L("figures-marks-button"), id="marks", state=Figures.marks, when="has_marks"),
            Button(L("figures-copy-button"), id="copy", on_click=actions.on_copy),
            Button(L("yearly-word-button"), id="word", on_click=files.on_table),
            Button(L("yearly-excel-button"), id="excel", on_click=files.on_sheet),
        ),
        Button(L("figures-now-button"), id="now", on_click=actions.on_now, when="is_frozen"),
        Button(L("figures-home-button"), id="home", on_click=actions.on_home, when="has_home"),
        Cancel(L("back-button"), id="close", when="has_back"),
        MENU,
        TAP_ONLY,
        state=Figures.table,
        getter=getters.get_table,
    )


def _one() -> Window:
    return Window(
        T("figures-figure"),
        Column(Select(ITEM, id="school", item_id_getter=item_id, items="schools", on_click=actions.on_school)),
        pager(),
        Row(
            Button(L("figures-enter-button"), id="enter", on_click=actions.on_enter),
            Button(L("figures-enter-start-button"), id="enter_start", on_click=actions.on_enter),
            when="is_now",
        ),
        Row(TO_TABLE, MENU),
        TAP_ONLY,
        state=Figures.one,
        getter=getters.get_figure,
    )


def _entering() -> tuple[Window, Window]:
    return (
        Window(
            T("figures-value"),
            Button(L("figures-take-back-button"), id="take_back", on_click=actions.on_take_back, when="has_hand"),
            Row(TO_ONE, MENU),
            MessageInput(actions.on_value),
            state=Figures.value,
            getter=getters.get_figure,
        ),
        Window(
            T("figures-why"),
            Column(Select(ITEM, id="comment", item_id_getter=item_id, items="comments", on_click=actions.on_comment)),
            Row(TO_ONE, MENU),
            MessageInput(actions.on_comment_text),
            state=Figures.comment,
            getter=getters.get_figure,
        ),
    )


def _freezing() -> tuple[Window, Window]:
    return (
        Window(
            T("figures-snapshots"),
            Pages(
                Select(ITEM, id="snapshot", item_id_getter=item_id, items="items", on_click=actions.on_snapshot),
                id="taken",
                width=1,
                height=PAGE,
                hide_on_single_page=True,
            ),
            Column(Select(ITEM, id="kind", item_id_getter=item_id, items="kinds", on_click=actions.on_kind)),
            Row(TO_TABLE, MENU),
            TAP_ONLY,
            state=Figures.snapshots,
            getter=getters.get_snapshots,
        ),
        Window(
            T("figures-freeze"),
            Button(L("figures-freeze-button"), id="freeze", on_click=actions.on_freeze),
            Row(TO_SNAPSHOTS, MENU),
            TAP_ONLY,
            state=Figures.freeze,
            getter=getters.get_snapshots,
        ),
    )


def _heads() -> tuple[Window, Window]:
    return (
        Window(
            T("figures-heads"),
            Row(Select(ITEM, id="kind", item_id_getter=item_id, items="kinds", on_click=actions.on_heads)),
            Row(TO_TABLE, MENU),
            TAP_ONLY,
            state=Figures.heads,
            getter=getters.get_heads,
        ),
        Window(
            T("figures-headcount"),
            Column(Select(ITEM, id="day", item_id_getter=item_id, items="days", on_click=actions.on_day)),
            Row(TO_HEADS, MENU),
            MessageInput(actions.on_headcount),
            state=Figures.headcount,
            getter=getters.get_heads,
        ),
    )


def _schools() -> tuple[Window, Window, Window]:
    return (
        Window(
            T("figures-calls"),
            Column(Select(ITEM, id="call", item_id_getter=item_id, items="lines", on_click=actions.on_place)),
            pager(),
            Row(TO_TABLE, MENU),
            TAP_ONLY,
            state=Figures.calls,
            getter=getters.get_calls,
        ),
        Window(
            T("figures-schools"),
            Pages(
                Select(ITEM, id="place", item_id_getter=item_id, items="schools", on_click=actions.on_place),
                id="places",
                width=2,
                height=PAGE,
                hide_on_single_page=True,
            ),
            Row(TO_TABLE, MENU),
            TAP_ONLY,
            state=Figures.schools,
            getter=getters.get_schools,
        ),
        Window(
            T("figures-marks"),
            Group(Select(ITEM, id="flag", item_id_getter=item_id, items="flags", on_click=actions.on_flag), width=2),
            Button(L("figures-all-button"), id="all", on_click=actions.on_all, when="has_flag"),
            Row(TO_TABLE, MENU),
            TAP_ONLY,
            state=Figures.marks,
            getter=getters.get_marks,
        ),
    )
