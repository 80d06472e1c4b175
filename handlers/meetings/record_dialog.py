"""A fresh record: text, voice notes and photos are simply sent; the first button is the next meeting."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.meetings import record_actions as actions
from handlers.meetings import record_getters as getters
from handlers.meetings.log_dialog import day_buttons
from handlers.meetings.states import MeetingRecord
from handlers.widgets import ITEM, MENU, L, Select, T

BACK_TO_RECORD = SwitchTo(L("back-button"), id="back", state=MeetingRecord.main)


def record() -> Dialog:
    """A fresh record."""
    return Dialog(
        Window(
            T("meetings-record-known", when="known"),
            T("meetings-recorded", when="fresh"),
            T("meetings-attended", when="to_mark"),
            T("meetings-record-ask", when="asking"),
            T("meetings-record-kept", when="kept"),
            T("meetings-record-noted", when="noted"),
            Group(
                Select(ITEM, id="came", item_id_getter=item_id, items="attendees", on_click=actions.on_attendee),
                width=2,
                when="to_mark",
            ),
            Button(L("meetings-record-next"), id="next", on_click=actions.on_next, when="usual"),
            Button(L("meetings-record-other"), id="other", on_click=actions.on_other_time, when="usual"),
            Button(L("meetings-record-plan"), id="plan", on_click=actions.on_other_time, when="unusual"),
            Row(
                SwitchTo(L("meetings-edit-button"), id="edit", state=MeetingRecord.edit, when="may_edit"),
                SwitchTo(L("meetings-note-button"), id="note", state=MeetingRecord.note, when="member"),
            ),
            MENU,
            MessageInput(actions.on_addition),
            state=MeetingRecord.main,
            getter=getters.get_record,
        ),
        Window(
            T("meetings-edit"),
            Group(
                Select(ITEM, id="length", item_id_getter=item_id, items="lengths", on_click=actions.on_edit_length),
                width=3,
            ),
            Group(
                Select(ITEM, id="method", item_id_getter=item_id, items="methods", on_click=actions.on_edit_method),
                width=2,
            ),
            SwitchTo(L("meetings-edit-day-button"), id="other_day", state=MeetingRecord.day),
            BACK_TO_RECORD,
            TAP_ONLY,
            state=MeetingRecord.edit,
            getter=getters.get_edit,
        ),
        Window(
            T("meetings-edit-day"),
            *day_buttons(actions.on_edit_day),
            SwitchTo(L("back-button"), id="back", state=MeetingRecord.edit),
            TAP_ONLY,
            state=MeetingRecord.day,
            getter=getters.get_edit,
        ),
        Window(
            T("meetings-note"),
            BACK_TO_RECORD,
            MessageInput(actions.on_note),
            state=MeetingRecord.note,
        ),
    )
