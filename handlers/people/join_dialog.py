"""Coming in: first words, school, age, consent, role, name."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.people import join_actions as actions
from handlers.people import join_getters as getters
from handlers.people.states import Join
from handlers.widgets import ITEM, L, Pages, Select, T

BACK_TO_CONSENT = SwitchTo(L("back-button"), id="back", state=Join.consent)


def join() -> Dialog:
    """The dialog of coming in."""
    return Dialog(
        Window(
            T("people-join-hello", when="by_list"),
            T("people-join-hello-invited", when="invited"),
            T("parents-join-hello", when="is_parent"),
            Button(L("people-join-begin"), id="begin", on_click=actions.on_begin),
            Button(L("people-join-other-language"), id="language", on_click=actions.on_other_language),
            TAP_ONLY,
            state=Join.hello,
            getter=getters.get_hello,
        ),
        Window(
            T("people-join-school", when="found"),
            T("people-join-school-none", when="empty"),
            Pages(
                Select(ITEM, id="school", item_id_getter=item_id, items="items", on_click=actions.on_school),
                id="schools",
                width=1,
                height=8,
                hide_on_single_page=True,
            ),
            Button(L("people-join-all-schools"), id="all", on_click=actions.on_all_schools, when="search"),
            SwitchTo(L("back-button"), id="back", state=Join.hello),
            MessageInput(actions.on_school_search),
            state=Join.school,
            getter=getters.get_schools,
        ),
        Window(
            T("people-join-age"),
            Row(
                Button(L("people-join-adult"), id="adult", on_click=actions.on_adult),
                Button(L("people-join-minor"), id="minor", on_click=actions.on_minor),
            ),
            Button(L("back-button"), id="back", on_click=actions.on_back_from_age),
            TAP_ONLY,
            state=Join.age,
        ),
        Window(
            T("people-consent", when="is_own"),
            T("parents-consent", when="is_parent"),
            SwitchTo(L("people-consent-full-button"), id="full", state=Join.full),
            Row(
                Button(L("people-consent-yes"), id="yes", on_click=actions.on_consent),
                Button(L("people-consent-no"), id="no", on_click=actions.on_no_consent),
            ),
            Button(L("back-button"), id="back", on_click=actions.on_back_from_consent),
            TAP_ONLY,
            state=Join.consent,
            getter=getters.get_operator,
        ),
        Window(
            T("people-consent-full", when="is_own"),
            T("parents-consent-full", when="is_parent"),
            BACK_TO_CONSENT,
            TAP_ONLY,
            state=Join.full,
            getter=getters.get_operator,
        ),
        Window(
            T("people-join-role"),
            Button(L("people-join-role-mentee"), id="mentee", on_click=actions.on_mentee),
            Button(L("people-join-role-mentor"), id="mentor", on_click=actions.on_mentor),
            BACK_TO_CONSENT,
            TAP_ONLY,
            state=Join.role,
        ),
        Window(
            T("people-join-name", when="is_own"),
            T("parents-join-name", when="is_parent"),
            BACK_TO_CONSENT,
            MessageInput(actions.on_name),
            state=Join.name,
        ),
        getter=getters.get_language,
    )
