"""Planning: pair, day, time, place, and it stands. Moving asks for day and time only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.meetings import plan_actions as actions
from handlers.meetings import plan_getters as getters
from handlers.meetings.days import DayCalendar
from handlers.meetings.states import PlanMeeting
from handlers.widgets import ITEM, MENU, L, Pages, Select, T

PAIRS_SHOWN = 8


def plan() -> Dialog:
    """Planning and moving."""
    return Dialog(
        Window(
            T("meetings-plan-pair", when="items"),
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
            state=PlanMeeting.pair,
            getter=getters.get_pairs,
        ),
        Window(
            T("meetings-plan-day", when="planning"),
            T("meetings-move-day", when="moving"),
            Button(L("meetings-plan-usual"), id="usual", on_click=actions.on_usual, when="usual"),
            DayCalendar(id="day", on_click=actions.on_day),
            MENU,
            TAP_ONLY,
            state=PlanMeeting.day,
            getter=getters.get_day,
        ),
        Window(
            T("meetings-plan-time-shared", when="only_shared"),
            T("meetings-plan-time", when="any_time"),
            T("meetings-plan-time-none", when="none"),
            Group(Select(ITEM, id="time", item_id_getter=item_id, items="items", on_click=actions.on_time), width=4),
            Button(L("meetings-plan-other-time"), id="all", on_click=actions.on_all_times, when="only_shared"),
            Row(SwitchTo(L("meetings-plan-other-day"), id="back", state=PlanMeeting.day), MENU),
            MessageInput(actions.on_typed_time),
            state=PlanMeeting.time,
            getter=getters.get_times,
        ),
        Window(
            T("meetings-plan-place"),
            Button(L("meetings-plan-last-place"), id="last", on_click=actions.on_last_place, when="last"),
            Row(
                Button(L("meetings-plan-school"), id="school", on_click=actions.on_school),
                Button(L("meetings-plan-online"), id="online", on_click=actions.on_online),
            ),
            SwitchTo(L("meetings-plan-elsewhere-button"), id="elsewhere", state=PlanMeeting.elsewhere),
            Row(SwitchTo(L("back-button"), id="back", state=PlanMeeting.time), MENU),
            MessageInput(actions.on_typed_place),
            state=PlanMeeting.place,
            getter=getters.get_place,
        ),
        Window(
            T("meetings-plan-elsewhere"),
            SwitchTo(L("back-button"), id="back", state=PlanMeeting.place),
            MessageInput(actions.on_typed_elsewhere),
            state=PlanMeeting.elsewhere,
        ),
        Window(
            T("meetings-plan-saved"),
            T("meetings-plan-clash", when="clash"),
            Row(Button(L("meetings-open-button"), id="open", on_click=actions.on_open), MENU),
            TAP_ONLY,
            state=PlanMeeting.saved,
            getter=getters.get_saved,
        ),
        on_start=actions.on_start,
    )
