"""«Каникулы»: the dates of a school year, changed by calendar buttons. Declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Column, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.meetings.days import DayCalendar
from handlers.people import calendar_windows as windows
from handlers.people.states import Vacations
from handlers.widgets import CLOSE, ITEM, MENU, L, Select, T

TO_LIST = SwitchTo(L("back-button"), id="to_list", state=Vacations.list)


def calendar() -> Dialog:
    """The dialog of the holidays."""
    return Dialog(
        Window(
            T("people-calendar"),
            Column(
                Select(ITEM, id="season", item_id_getter=item_id, items="items", on_click=windows.on_season),
                when="may_edit",
            ),
            Row(CLOSE, MENU),
            TAP_ONLY,
            state=Vacations.list,
            getter=windows.get_list,
        ),
        Window(
            T("people-calendar-first"),
            Button(L("people-calendar-same"), id="same", on_click=windows.on_same),
            Button(L("people-calendar-usual"), id="usual", on_click=windows.on_usual, when="is_own"),
            DayCalendar(id="first", on_click=windows.on_first),
            Row(TO_LIST, MENU),
            TAP_ONLY,
            state=Vacations.first,
            getter=windows.get_season,
        ),
        Window(
            T("people-calendar-last"),
            DayCalendar(id="last", on_click=windows.on_last),
            Row(SwitchTo(L("back-button"), id="back", state=Vacations.first), MENU),
            TAP_ONLY,
            state=Vacations.last,
            getter=windows.get_season,
        ),
    )
