"""One meeting with what can be done about it, and the diary that leads there."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Cancel, Column, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.meetings import amend_actions as amending
from handlers.meetings import record_actions as actions
from handlers.meetings import record_getters as getters
from handlers.meetings.log_dialog import day_buttons
from handlers.meetings.states import Diary, MeetingView
from handlers.paging import pager
from handlers.widgets import ITEM, MENU, L, Select, T

BACK_TO_MEETING = SwitchTo(L("back-button"), id="back", state=MeetingView.main)


def view() -> Dialog:
    """One meeting."""
    return Dialog(
        Window(
            T("meetings-view"),
            T("meetings-view-obstacle", when="obstacle"),
            T("meetings-view-by-mentee", when="by_mentee"),
            T("meetings-view-late", when="late"),
            T("meetings-view-attended", when="attended"),
            T("meetings-view-away", when="away"),
            T("meetings-view-text", when="excerpt"),
            T("meetings-view-notes", when="notes"),
            Button(L("meetings-coming-button"), id="coming", on_click=actions.on_coming, when="to_say"),
            Button(L("meetings-away-button"), id="away", on_click=actions.on_away, when="may_stay_away"),
            Row(
                Button(L("meetings-move-button"), id="move", on_click=actions.on_move),
                Button(L("meetings-cancel-button"), id="cancel", on_click=actions.on_cancel),
                when="ahead",
            ),
            SwitchTo(L("meetings-place-button"), id="place", state=MeetingView.place, when="ahead"),
            Row(
                Button(L("meetings-held-button"), id="held", on_click=actions.on_held),
                Button(L("meetings-not-held-button"), id="missed", on_click=actions.on_not_held),
                when="to_log",
            ),
            Button(L("meetings-right-button"), id="right", on_click=actions.on_held, when="to_check"),
            Button(L("meetings-correct-button"), id="correct", on_click=actions.on_correct, when="may_correct"),
            Button(L("meetings-again-button"), id="again", on_click=actions.on_other_time, when="again"),
            Button(L("meetings-add-button"), id="add", on_click=actions.on_add, when="to_add"),
            Button(L("meetings-files-button"), id="files", on_click=actions.on_files, when="files"),
            Button(L("meetings-whole-button"), id="whole", on_click=actions.on_files, when="long"),
            Row(
                SwitchTo(L("meetings-amend-button"), id="amend", state=MeetingView.change),
                SwitchTo(L("meetings-void-button"), id="void", state=MeetingView.void),
                when="may_amend",
            ),
            Row(Cancel(L("back-button"), id="close", when="nested"), MENU),
            TAP_ONLY,
            state=MeetingView.main,
            getter=getters.get_meeting,
        ),
        Window(
            T("meetings-why"),
            Group(Select(ITEM, id="why", item_id_getter=item_id, items="items", on_click=actions.on_why), width=2),
            Button(L("meetings-again-button"), id="again", on_click=actions.on_other_time),
            MENU,
            TAP_ONLY,
            state=MeetingView.why,
            getter=getters.get_why,
        ),
        Window(
            T("meetings-place-ask"),
            BACK_TO_MEETING,
            MessageInput(actions.on_place),
            state=MeetingView.place,
        ),
        Window(
            T("meetings-void-ask"),
            BACK_TO_MEETING,
            MessageInput(actions.on_void),
            state=MeetingView.void,
        ),
        *_amending(),
    )


def _amending() -> tuple[Window, Window, Window]:
    """The curator corrects a record: what, to which value, and why."""
    return (
        Window(
            T("meetings-edit"),
            Group(
                Select(ITEM, id="length", item_id_getter=item_id, items="lengths", on_click=amending.on_length), width=3
            ),
            Group(
                Select(ITEM, id="method", item_id_getter=item_id, items="methods", on_click=amending.on_method), width=2
            ),
            SwitchTo(L("meetings-edit-day-button"), id="other_day", state=MeetingView.day),
            BACK_TO_MEETING,
            TAP_ONLY,
            state=MeetingView.change,
            getter=getters.get_edit,
        ),
        Window(
            T("meetings-edit-day"),
            *day_buttons(amending.on_day),
            SwitchTo(L("back-button"), id="back", state=MeetingView.change),
            TAP_ONLY,
            state=MeetingView.day,
            getter=getters.get_edit,
        ),
        Window(
            T("meetings-amend-ask"),
            BACK_TO_MEETING,
            MessageInput(amending.on_reason),
            state=MeetingView.reason,
        ),
    )


def diary() -> Dialog:
    """The diary."""
    return Dialog(
        Window(
            T("meetings-diary"),
            T("meetings-diary-empty", when="none"),
            Column(Select(ITEM, id="meeting", item_id_getter=item_id, items="items", on_click=actions.on_line)),
            pager("meetings-diary-newer", "meetings-diary-older"),
            MENU,
            TAP_ONLY,
            state=Diary.list,
            getter=getters.get_diary,
        )
    )
