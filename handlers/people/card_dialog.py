"""A mentor's card: four taps to fill it, everything else later."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Cancel, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.people import card_actions as actions
from handlers.people import card_getters as getters
from handlers.people.picking import TOPIC_BUTTONS
from handlers.people.states import Card
from handlers.widgets import ITEM, MENU, L, Select, T

BACK_TO_CARD = SwitchTo(L("back-button"), id="back", state=Card.view)


def card() -> Dialog:
    """The dialog of a mentor's card."""
    return Dialog(
        Window(
            T("people-card"),
            T("people-card-helpful", when="helpful"),
            Button(L("people-card-one-more"), id="more", on_click=actions.on_one_more, when="full"),
            Button(L("people-card-resume"), id="resume", on_click=actions.on_resume, when="resting"),
            Row(
                Button(L("people-card-topics-button"), id="topics", on_click=actions.on_change_topics),
                SwitchTo(L("people-card-places-button"), id="places", state=Card.places),
            ),
            Row(
                Button(L("people-card-times-button"), id="times", on_click=actions.on_change_times),
                SwitchTo(L("people-card-about-button"), id="about", state=Card.about),
            ),
            Row(
                SwitchTo(L("people-card-source-button"), id="source", state=Card.source),
                Button(L("people-card-pause"), id="pause", on_click=actions.on_pause, when="approved"),
            ),
            Row(
                SwitchTo(L("people-card-share-button"), id="share", state=Card.share),
                SwitchTo(L("people-card-reserve-button"), id="reserve", state=Card.reserve),
                when="own",
            ),
            Row(Cancel(L("back-button"), id="close", when="for_other"), MENU),
            TAP_ONLY,
            state=Card.view,
            getter=getters.get_card,
        ),
        Window(
            T("people-card-topics"),
            TOPIC_BUTTONS,
            Button(L("people-ready"), id="ready", on_click=actions.on_topics_ready, when="chosen"),
            Row(SwitchTo(L("back-button"), id="back", state=Card.view, when="exists"), MENU),
            TAP_ONLY,
            state=Card.topics,
            getter=getters.get_topics,
        ),
        Window(
            T("people-card-places"),
            Group(
                Select(ITEM, id="place", item_id_getter=item_id, items="items", on_click=actions.on_places),
                width=5,
            ),
            BACK_TO_CARD,
            TAP_ONLY,
            state=Card.places,
            getter=getters.get_places,
        ),
        Window(
            T("people-card-times"),
            Group(
                Select(ITEM, id="slot", item_id_getter=item_id, items="items", on_click=actions.on_slot),
                width=3,
            ),
            Row(
                Button(L("people-card-times-any"), id="any", on_click=actions.on_any_time),
                Button(L("people-ready"), id="ready", on_click=actions.on_times_ready),
            ),
            BACK_TO_CARD,
            TAP_ONLY,
            state=Card.times,
            getter=getters.get_times,
        ),
        Window(
            T("people-card-about"),
            Button(L("people-card-about-clear"), id="clear", on_click=actions.on_clear_about),
            BACK_TO_CARD,
            MessageInput(actions.on_about),
            state=Card.about,
            getter=getters.get_card,
        ),
        Window(
            T("people-card-source"),
            Group(
                Select(ITEM, id="from", item_id_getter=item_id, items="items", on_click=actions.on_source),
                width=2,
            ),
            BACK_TO_CARD,
            TAP_ONLY,
            state=Card.source,
            getter=getters.get_sources,
        ),
        Window(
            T("people-card-share"),
            Group(Select(ITEM, id="level", item_id_getter=item_id, items="items", on_click=actions.on_share), width=1),
            BACK_TO_CARD,
            TAP_ONLY,
            state=Card.share,
            getter=getters.get_sharing,
        ),
        Window(
            T("people-card-reserve"),
            Row(
                Button(L("people-card-reserve-yes"), id="yes", on_click=actions.on_reserve),
                Button(L("people-card-reserve-no"), id="no", on_click=actions.on_reserve),
            ),
            BACK_TO_CARD,
            TAP_ONLY,
            state=Card.reserve,
            getter=getters.get_sharing,
        ),
    )
