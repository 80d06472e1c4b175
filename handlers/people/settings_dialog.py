"""Settings, and what is kept of a person."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Row, Start, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.people import settings_actions as actions
from handlers.people import settings_getters as getters
from handlers.people.states import Privacy, Settings
from handlers.widgets import CLOSE, ITEM, MENU, L, Select, T

BACK_TO_SETTINGS = SwitchTo(L("back-button"), id="back", state=Settings.main)


def settings() -> Dialog:
    """The dialog of settings."""
    return Dialog(
        Window(
            T("people-settings"),
            Row(
                SwitchTo(L("people-settings-language-button"), id="language", state=Settings.language),
                SwitchTo(L("people-settings-quiet-button"), id="quiet", state=Settings.quiet),
            ),
            Row(
                SwitchTo(L("people-settings-name-button"), id="name", state=Settings.name),
                SwitchTo(L("people-settings-position-button"), id="position", state=Settings.position),
            ),
            SwitchTo(L("people-settings-role-button"), id="role", state=Settings.role, when="one_role"),
            Button(L("people-settings-month-button"), id="month", on_click=actions.on_month, when="is_mentor"),
            Start(L("people-settings-privacy-button"), id="privacy", state=Privacy.main),
            MENU,
            TAP_ONLY,
            state=Settings.main,
            getter=getters.get_settings,
        ),
        Window(
            T("people-settings-language"),
            Group(
                Select(ITEM, id="language", item_id_getter=item_id, items="items", on_click=actions.on_language),
                width=2,
            ),
            BACK_TO_SETTINGS,
            TAP_ONLY,
            state=Settings.language,
            getter=getters.get_languages,
        ),
        Window(
            T("people-settings-quiet"),
            Group(
                Select(ITEM, id="quiet", item_id_getter=item_id, items="items", on_click=actions.on_quiet),
                width=2,
            ),
            BACK_TO_SETTINGS,
            TAP_ONLY,
            state=Settings.quiet,
            getter=getters.get_quiet,
        ),
        Window(
            T("people-settings-name"),
            BACK_TO_SETTINGS,
            MessageInput(actions.on_name),
            state=Settings.name,
            getter=getters.get_settings,
        ),
        Window(
            T("people-settings-position"),
            BACK_TO_SETTINGS,
            MessageInput(actions.on_position),
            state=Settings.position,
            getter=getters.get_settings,
        ),
        Window(
            T("people-settings-role"),
            Button(L("people-join-role-mentee"), id="mentee", on_click=actions.on_mentee, when="not_mentee"),
            Button(L("people-join-role-mentor"), id="mentor", on_click=actions.on_mentor, when="not_mentor"),
            BACK_TO_SETTINGS,
            TAP_ONLY,
            state=Settings.role,
            getter=getters.get_settings,
        ),
    )


def privacy() -> Dialog:
    """The dialog of what is kept of a person."""
    return Dialog(
        Window(
            T("people-privacy"),
            SwitchTo(L("people-privacy-withdraw"), id="withdraw", state=Privacy.sure),
            Row(CLOSE, MENU),
            TAP_ONLY,
            state=Privacy.main,
            getter=getters.get_privacy,
        ),
        Window(
            T("people-privacy-sure"),
            Row(
                Button(L("people-privacy-sure-yes"), id="yes", on_click=actions.on_withdraw),
                SwitchTo(L("people-privacy-sure-no"), id="no", state=Privacy.main),
            ),
            TAP_ONLY,
            state=Privacy.sure,
            getter=getters.get_sure,
        ),
    )
