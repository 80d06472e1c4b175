"""«Данные за год»: the three kinds, a school's report, words for it, the municipality's board and its days."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.paging import pager
from handlers.papers import yearly_actions as actions
from handlers.papers import yearly_files as files
from handlers.papers import yearly_getters as getters
from handlers.papers.states import Yearly
from handlers.widgets import ITEM, MENU, L, Select, T

TO_MAIN = SwitchTo(L("back-button"), id="to_main", state=Yearly.main)


def yearly() -> Dialog:
    """The windows of the year's reports."""
    return Dialog(_main(), _one(), _text(), _board(), _dates())


def _main() -> Window:
    return Window(
        T("yearly-main"),
        Column(Select(ITEM, id="kind", item_id_getter=item_id, items="items", on_click=actions.on_kind)),
        Row(
            Button(L("yearly-report-word-button"), id="word", on_click=files.on_report),
            Button(L("yearly-report-excel-button"), id="excel", on_click=files.on_book),
            when="is_above",
        ),
        MENU,
        TAP_ONLY,
        state=Yearly.main,
        getter=getters.get_main,
    )


def _one() -> Window:
    return Window(
        T("yearly-one"),
        Row(
            Button(L("yearly-right-button"), id="right", on_click=actions.on_send, when="is_right"),
            Button(L("yearly-fix-button"), id="fix", on_click=actions.on_fix, when="is_pairs"),
            Button(L("yearly-send-button"), id="send", on_click=actions.on_send, when="is_ready"),
            Button(L("yearly-numbers-button"), id="numbers", on_click=actions.on_numbers, when="is_may"),
        ),
        Group(Select(ITEM, id="part", item_id_getter=item_id, items="parts", on_click=actions.on_part), width=2),
        Row(
            Button(L("yearly-accept-button"), id="accept", on_click=actions.on_accept),
            Button(L("yearly-return-button"), id="return", on_click=actions.on_return),
            when="may_judge",
        ),
        Row(
            Button(L("yearly-word-button"), id="word", on_click=files.on_word, when="has_file"),
            Button(L("yearly-excel-button"), id="excel", on_click=files.on_excel, when="has_file"),
        ),
        Row(Button(L("back-button"), id="back", on_click=actions.on_back), MENU),
        TAP_ONLY,
        state=Yearly.one,
        getter=getters.get_one,
    )


def _text() -> Window:
    return Window(
        T("yearly-text"),
        Row(SwitchTo(L("back-button"), id="to_one", state=Yearly.one), MENU),
        MessageInput(actions.on_text),
        state=Yearly.text,
        getter=getters.get_text,
    )


def _board() -> Window:
    return Window(
        T("yearly-board-window"),
        Group(Select(ITEM, id="school", item_id_getter=item_id, items="items", on_click=actions.on_school), width=2),
        pager(),
        Button(L("yearly-nudge-button"), id="nudge", on_click=actions.on_nudge, when="may_nudge"),
        SwitchTo(L("yearly-dates-button"), id="dates", state=Yearly.dates, when="may_move"),
        Row(TO_MAIN, MENU),
        TAP_ONLY,
        state=Yearly.board,
        getter=getters.get_board,
    )


def _dates() -> Window:
    return Window(
        T("yearly-dates"),
        Row(
            Button(L("yearly-start-less-button"), id="start_less", on_click=actions.on_move),
            Button(L("yearly-start-more-button"), id="start_more", on_click=actions.on_move),
            when="is_ahead",
        ),
        Row(
            Button(L("yearly-last-less-button"), id="last_less", on_click=actions.on_move),
            Button(L("yearly-last-more-button"), id="last_more", on_click=actions.on_move),
        ),
        Row(SwitchTo(L("back-button"), id="to_board", state=Yearly.board), MENU),
        TAP_ONLY,
        state=Yearly.dates,
        getter=getters.get_dates,
    )
