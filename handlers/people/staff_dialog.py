"""The curator's people: the register, one person, their roles."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Cancel, Column, Group, Row, Start, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.paging import pager
from handlers.people import staff_actions as actions
from handlers.people import staff_getters as getters
from handlers.people.states import Enter, Invite, Staff
from handlers.widgets import ITEM, MENU, L, Select, T


def staff() -> Dialog:
    """The dialog of the curator's people."""
    return Dialog(
        Window(
            T("people-staff"),
            Column(Select(ITEM, id="person", item_id_getter=item_id, items="items", on_click=actions.on_person)),
            pager(),
            Group(
                Select(ITEM, id="which", item_id_getter=item_id, items="filters", on_click=actions.on_which),
                width=2,
            ),
            Row(
                Start(L("people-staff-invite"), id="invite", state=Invite.target),
                Start(L("people-staff-enter"), id="enter", state=Enter.school),
            ),
            MENU,
            TAP_ONLY,
            state=Staff.list,
            getter=getters.get_list,
        ),
        Window(
            T("people-staff-person"),
            T("parents-line-on-card", when="is_pupil"),
            Button(L("people-card-confirm"), id="confirm", on_click=actions.on_confirm, when="card_waits"),
            Button(L("people-card-reject"), id="reject", on_click=actions.on_reject, when="card_waits"),
            Row(
                Button(L("people-admit"), id="admit", on_click=actions.on_admit, when="asks"),
                Button(L("people-refuse"), id="refuse", on_click=actions.on_refuse, when="asks"),
            ),
            Button(L("people-staff-link"), id="link", on_click=actions.on_link, when="no_account"),
            Button(L("parents-open-button"), id="parents", on_click=actions.on_parents, when="is_pupil"),
            Button(L("people-staff-card"), id="card", on_click=actions.on_card, when="is_mentor"),
            Button(L("people-staff-make-mentor"), id="mentor", on_click=actions.on_make_mentor, when="not_mentor"),
            Button(L("people-staff-make-mentee"), id="mentee", on_click=actions.on_make_mentee, when="not_mentee"),
            Button(L("people-staff-deputy"), id="deputy", on_click=actions.on_deputy, when="not_curator"),
            SwitchTo(L("people-staff-roles-button"), id="roles", state=Staff.roles, when="may_end"),
            Row(
                SwitchTo(L("back-button"), id="back", state=Staff.list, when="from_list"),
                Cancel(L("back-button"), id="close", when="returns"),
                MENU,
            ),
            TAP_ONLY,
            state=Staff.person,
            getter=getters.get_person,
        ),
        Window(
            T("people-staff-roles"),
            Column(Select(ITEM, id="role", item_id_getter=item_id, items="items", on_click=actions.on_end_role)),
            SwitchTo(L("back-button"), id="back", state=Staff.person),
            TAP_ONLY,
            state=Staff.roles,
            getter=getters.get_person,
        ),
    )
