"""Asking for a mentor in eight actions: declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.people.picking import TOPIC_BUTTONS
from handlers.requests import ask_actions as actions
from handlers.requests import ask_getters as getters
from handlers.requests.states import AskMentor
from handlers.widgets import ITEM, MENU, L, Pages, Select, T


def ask() -> Dialog:
    """Asking: topics, form, rhythm, goal, review, wish."""
    return Dialog(
        Window(
            T("requests-ask-topics"),
            TOPIC_BUTTONS,
            SwitchTo(L("requests-ready"), id="ready", state=AskMentor.rhythm, when="chosen"),
            MENU,
            TAP_ONLY,
            state=AskMentor.topics,
            getter=getters.get_topics,
        ),
        Window(
            T("requests-ask-form"),
            Group(Select(ITEM, id="form", item_id_getter=item_id, items="items", on_click=actions.on_form), width=1),
            MENU,
            TAP_ONLY,
            state=AskMentor.form,
            getter=getters.get_forms,
        ),
        Window(
            T("requests-ask-rhythm"),
            Group(Select(ITEM, id="often", item_id_getter=item_id, items="often", on_click=actions.on_often), width=2),
            Group(Select(ITEM, id="times", item_id_getter=item_id, items="times", on_click=actions.on_times), width=1),
            Row(SwitchTo(L("back-button"), id="back", state=AskMentor.topics), MENU),
            TAP_ONLY,
            state=AskMentor.rhythm,
            getter=getters.get_rhythm,
        ),
        Window(
            T("requests-ask-goal"),
            Group(Select(ITEM, id="goal", item_id_getter=item_id, items="items", on_click=actions.on_saying), width=1),
            Button(L("requests-goal-later-button"), id="later", on_click=actions.on_goal_later),
            Row(SwitchTo(L("back-button"), id="back", state=AskMentor.rhythm), MENU),
            MessageInput(actions.on_goal),
            state=AskMentor.goal,
            getter=getters.get_sayings,
        ),
        Window(
            T("requests-ask-review"),
            Button(L("requests-send"), id="send", on_click=actions.on_send),
            Row(
                SwitchTo(L("requests-change"), id="change", state=AskMentor.topics),
                SwitchTo(L("requests-wish-button"), id="wish", state=AskMentor.wish),
            ),
            MENU,
            TAP_ONLY,
            state=AskMentor.review,
            getter=getters.get_review,
        ),
        Window(
            T("requests-ask-wish", when="found"),
            T("requests-ask-wish-none", when="empty"),
            Pages(
                Select(ITEM, id="mentor", item_id_getter=item_id, items="items", on_click=actions.on_wish),
                id="mentors",
                width=1,
                height=8,
                hide_on_single_page=True,
            ),
            SwitchTo(L("requests-ready"), id="ready", state=AskMentor.review),
            TAP_ONLY,
            state=AskMentor.wish,
            getter=getters.get_mentors,
        ),
        on_start=actions.on_start,
    )
