"""Writing down a meeting that had no plan, in four taps at most."""

from typing import Any

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, SwitchTo
from aiogram_dialog.widgets.kbd.select import OnItemClick

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.meetings import log_actions as actions
from handlers.meetings import log_getters as getters
from handlers.meetings.plan_dialog import PAIRS_SHOWN
from handlers.meetings.states import LogMeeting
from handlers.widgets import ITEM, MENU, L, Pages, Select, T


def day_buttons(on_day: OnItemClick[Any, str]) -> tuple[Group, Row]:
    """Days from today back, a page at a time."""
    return (
        Group(Select(ITEM, id="day", item_id_getter=item_id, items="days", on_click=on_day), width=2),
        Row(
            Button(L("meetings-log-earlier"), id="earlier", on_click=actions.on_earlier, when="earlier"),
            Button(L("meetings-log-later"), id="later", on_click=actions.on_later, when="later"),
        ),
    )


def log() -> Dialog:
    """A record without a plan."""
    return Dialog(
        Window(
            T("meetings-log-pair", when="items"),
            T("meetings-no-pairs", when="none"),
            Pages(
                Column(Select(ITEM, id="pair", item_id_getter=item_id, items="items", on_click=actions.on_pair)),
                id="pairs",
                width=1,
                height=PAIRS_SHOWN,
                hide_on_single_page=True,
            ),
            MENU,
            TAP_ONLY,
            state=LogMeeting.pair,
            getter=getters.get_pairs,
        ),
        Window(
            T("meetings-log-day"),
            Column(
                Select(
                    L("meetings-log-planned"),
                    id="planned",
                    item_id_getter=item_id,
                    items="planned",
                    on_click=actions.on_planned,
                )
            ),
            *day_buttons(actions.on_day),
            MENU,
            TAP_ONLY,
            state=LogMeeting.day,
            getter=getters.get_days,
        ),
        Window(
            T("meetings-log-length"),
            Group(
                Select(ITEM, id="length", item_id_getter=item_id, items="lengths", on_click=actions.on_length), width=3
            ),
            SwitchTo(L("meetings-log-other-method"), id="method", state=LogMeeting.method),
            Row(SwitchTo(L("back-button"), id="back", state=LogMeeting.day), MENU),
            TAP_ONLY,
            state=LogMeeting.length,
            getter=getters.get_length,
        ),
        Window(
            T("meetings-log-method"),
            Group(
                Select(ITEM, id="method", item_id_getter=item_id, items="methods", on_click=actions.on_method), width=2
            ),
            SwitchTo(L("back-button"), id="back", state=LogMeeting.length),
            TAP_ONLY,
            state=LogMeeting.method,
            getter=getters.get_methods,
        ),
        on_start=actions.on_start,
    )
