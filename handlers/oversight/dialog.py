"""The curator's windows: the week at any time, its numbers, and what needs an eye."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Start, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.oversight import actions, getters
from handlers.oversight.states import Signals, Week
from handlers.paging import pager
from handlers.widgets import BACK, ITEM, MENU, L, Pages, Select, T

PAGE = 6
TO_WEEK = SwitchTo(L("back-button"), id="to_week", state=Week.main)
TO_SIGNALS = SwitchTo(L("back-button"), id="to_signals", state=Signals.list)


def week() -> Dialog:
    """The week of a school, its numbers, and when it comes."""
    return Dialog(
        Window(
            T("oversight-week"),
            Group(
                Select(ITEM, id="line", item_id_getter=item_id, items="lines", on_click=actions.on_line),
                width=2,
            ),
            Row(
                Button(L("oversight-head-button"), id="head", on_click=actions.on_head, when="is_school"),
                SwitchTo(L("oversight-numbers-button"), id="numbers", state=Week.numbers),
            ),
            Row(
                SwitchTo(L("oversight-time-button"), id="time", state=Week.time),
                SwitchTo(L("oversight-school-button"), id="school", state=Week.school, when="has_schools"),
            ),
            Row(
                Button(L("desk-checks-button"), id="checks", on_click=actions.on_checks),
                Button(L("desk-decisions-button"), id="decisions", on_click=actions.on_decisions),
            ),
            Button(L("figures-home-button"), id="home", on_click=actions.on_all, when="has_home"),
            Start(L("oversight-limits-button"), id="limits", state=Signals.limits),
            MENU,
            TAP_ONLY,
            state=Week.main,
            getter=getters.get_week,
        ),
        Window(
            T("oversight-week"),
            Row(
                Button(L("oversight-chart-button"), id="chart", on_click=actions.on_chart),
                Button(L("oversight-why-button"), id="why", on_click=actions.on_why),
            ),
            Row(TO_WEEK, MENU),
            TAP_ONLY,
            state=Week.numbers,
            getter=getters.get_numbers,
        ),
        Window(
            T("oversight-school"),
            Pages(
                Select(
                    ITEM,
                    id="school",
                    item_id_getter=item_id,
                    items="schools",
                    on_click=actions.on_school,
                ),
                id="schools",
                width=2,
                height=PAGE,
                hide_on_single_page=True,
            ),
            MENU,
            TAP_ONLY,
            state=Week.school,
            getter=getters.get_schools,
        ),
        Window(
            T("oversight-time-choice"),
            Column(Select(ITEM, id="times", item_id_getter=item_id, items="times", on_click=actions.on_time)),
            Row(TO_WEEK, MENU),
            TAP_ONLY,
            state=Week.time,
            getter=getters.get_times,
        ),
    )


def signals() -> Dialog:
    """What needs an eye."""
    return Dialog(
        Window(
            T("oversight-signals"),
            Pages(
                Select(ITEM, id="signal", item_id_getter=item_id, items="items", on_click=actions.on_signal),
                id="signals",
                width=1,
                height=PAGE,
                hide_on_single_page=True,
            ),
            Row(
                SwitchTo(L("oversight-talks-button"), id="talks", state=Signals.talks, when="may_talk"),
                SwitchTo(L("oversight-limits-button"), id="limits", state=Signals.limits),
            ),
            MENU,
            TAP_ONLY,
            state=Signals.list,
            getter=getters.get_signals,
        ),
        Window(
            T("oversight-signal"),
            Row(
                Button(L("oversight-do-ask"), id="ask", on_click=actions.on_ask, when="can_ask"),
                Button(L("oversight-do-consents"), id="consents", on_click=actions.on_consents, when="asks_consents"),
                Button(L("oversight-do-write"), id="write", on_click=actions.on_ask, when="can_write"),
                Button(L("oversight-open-signal"), id="open", on_click=actions.on_open, when="can_open"),
                Button(L("forms-call-take-button"), id="take", on_click=actions.on_take, when="can_take"),
            ),
            Button(L("forms-answers-button"), id="answers", on_click=actions.on_answers, when="has_pair"),
            Row(
                Button(L("oversight-resolve-button"), id="resolve", on_click=actions.on_resolve),
                SwitchTo(L("oversight-dismiss-button"), id="dismiss", state=Signals.reason),
            ),
            Row(TO_SIGNALS, MENU),
            TAP_ONLY,
            state=Signals.signal,
            getter=getters.get_signal,
        ),
        Window(
            T("oversight-dismiss"),
            Column(
                Select(
                    ITEM,
                    id="reason",
                    item_id_getter=item_id,
                    items="reasons",
                    on_click=actions.on_reason,
                )
            ),
            Row(BACK, MENU),
            MessageInput(actions.on_reason_text),
            state=Signals.reason,
            getter=getters.get_signal,
        ),
        Window(
            T("oversight-limits"),
            Column(Select(ITEM, id="limit", item_id_getter=item_id, items="items", on_click=actions.on_limit)),
            Row(TO_SIGNALS, MENU),
            TAP_ONLY,
            state=Signals.limits,
            getter=getters.get_limits,
        ),
        Window(
            T("oversight-talks"),
            Column(Select(ITEM, id="due", item_id_getter=item_id, items="items", on_click=actions.on_due_pair)),
            pager(),
            Row(TO_SIGNALS, MENU),
            TAP_ONLY,
            state=Signals.talks,
            getter=getters.get_talks,
        ),
    )
