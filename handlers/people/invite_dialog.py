"""How a curator brings people in: by a link, or by entering them."""

from aiogram import F
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.people import enter_actions, invite_actions
from handlers.people import invite_getters as getters
from handlers.people.picking import TOPIC_BUTTONS
from handlers.people.states import Enter, Invite
from handlers.widgets import CLOSE, ITEM, MENU, L, Pages, Select, T


def invite() -> Dialog:
    """The dialog of making a link."""
    return Dialog(
        Window(
            T("people-invite-target"),
            Pages(
                Select(ITEM, id="target", item_id_getter=item_id, items="items", on_click=invite_actions.on_target),
                id="targets",
                width=1,
                height=8,
                hide_on_single_page=True,
            ),
            CLOSE,
            TAP_ONLY,
            state=Invite.target,
            getter=getters.get_targets,
        ),
        Window(
            T("people-invite-role"),
            Column(Select(ITEM, id="role", item_id_getter=item_id, items="items", on_click=invite_actions.on_role)),
            Button(L("people-sheet-button"), id="sheet", on_click=invite_actions.on_sheet, when="is_school"),
            CLOSE,
            TAP_ONLY,
            state=Invite.role,
            getter=getters.get_roles,
        ),
        Window(
            T("people-invite-uses"),
            Group(
                Select(ITEM, id="uses", item_id_getter=item_id, items="items", on_click=invite_actions.on_uses),
                width=2,
            ),
            SwitchTo(L("back-button"), id="back", state=Invite.role),
            TAP_ONLY,
            state=Invite.uses,
            getter=getters.get_uses,
        ),
        on_start=invite_actions.on_start,
    )


def enter() -> Dialog:
    """The dialog of entering somebody."""
    return Dialog(
        Window(
            T("people-enter-school"),
            Pages(
                Select(ITEM, id="school", item_id_getter=item_id, items="items", on_click=enter_actions.on_school),
                id="schools",
                width=1,
                height=8,
                hide_on_single_page=True,
            ),
            CLOSE,
            TAP_ONLY,
            state=Enter.school,
            getter=getters.get_schools,
        ),
        Window(
            T("people-enter-role"),
            Row(
                Button(L("people-role-mentee-button"), id="mentee", on_click=enter_actions.on_mentee),
                Button(L("people-role-mentor-button"), id="mentor", on_click=enter_actions.on_mentor),
            ),
            Button(L("people-enter-pupil"), id="pupil", on_click=enter_actions.on_pupil),
            CLOSE,
            TAP_ONLY,
            state=Enter.role,
        ),
        Window(
            T("people-enter-name"),
            SwitchTo(L("back-button"), id="back", state=Enter.role),
            MessageInput(enter_actions.on_name),
            state=Enter.name,
        ),
        Window(
            T("people-enter-position"),
            Button(L("people-enter-skip"), id="skip", on_click=enter_actions.on_no_position, when=~F["is_pupil"]),
            SwitchTo(L("back-button"), id="back", state=Enter.name),
            MessageInput(enter_actions.on_position),
            state=Enter.position,
            getter=getters.get_entering,
        ),
        Window(
            T("people-enter-paper"),
            Button(L("people-enter-paper-at-school"), id="at_school", on_click=enter_actions.on_at_school),
            SwitchTo(L("back-button"), id="back", state=Enter.position),
            MessageInput(enter_actions.on_paper),
            state=Enter.paper,
            getter=getters.get_entering,
        ),
        Window(
            T("people-enter-topics"),
            TOPIC_BUTTONS,
            Button(L("people-ready"), id="ready", on_click=enter_actions.on_topics_ready, when="chosen"),
            Row(SwitchTo(L("back-button"), id="back", state=Enter.paper), MENU),
            TAP_ONLY,
            state=Enter.topics,
            getter=getters.get_topics,
        ),
        on_start=enter_actions.on_start,
    )
