"""«Где мой запрос?», and a colleague's proposal: declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.people.picking import TOPIC_BUTTONS
from handlers.requests import mine_actions as actions
from handlers.requests import mine_getters as getters
from handlers.requests.states import MyRequest, ProposeMentee
from handlers.widgets import ITEM, MENU, L, Pages, Select, T

TO_VIEW = SwitchTo(L("back-button"), id="back", state=MyRequest.view)


def mine() -> Dialog:
    """One's own request."""
    return Dialog(
        Window(
            T("requests-mine-none", when="none"),
            T("requests-mine", when="some"),
            Row(
                Button(L("requests-confirm"), id="yes", on_click=actions.on_confirm),
                Button(L("requests-refuse"), id="no", on_click=actions.on_refuse),
                when="to_confirm",
            ),
            SwitchTo(L("requests-answer"), id="answer", state=MyRequest.answer, when="to_answer"),
            Button(L("requests-see-offer"), id="offer", on_click=actions.on_offer, when="to_agree"),
            Button(L("requests-ask-anew"), id="anew", on_click=actions.on_anew, when="over"),
            Row(
                Button(L("requests-change"), id="change", on_click=actions.on_change, when="changeable"),
                SwitchTo(L("requests-withdraw"), id="withdraw", state=MyRequest.sure, when="withdrawable"),
            ),
            MENU,
            TAP_ONLY,
            state=MyRequest.view,
            getter=getters.get_mine,
        ),
        Window(
            T("requests-mine-answer"),
            TO_VIEW,
            MessageInput(actions.on_answer),
            state=MyRequest.answer,
            getter=getters.get_question,
        ),
        Window(
            T("requests-mine-sure"),
            Button(L("requests-withdraw-sure"), id="sure", on_click=actions.on_withdraw),
            TO_VIEW,
            TAP_ONLY,
            state=MyRequest.sure,
        ),
    )


def propose() -> Dialog:
    """A colleague proposes a mentee."""
    return Dialog(
        Window(
            T("requests-propose-person", when="found"),
            T("requests-propose-nobody", when="empty"),
            Pages(
                Select(ITEM, id="person", item_id_getter=item_id, items="items", on_click=actions.on_person),
                id="people",
                width=1,
                height=8,
                hide_on_single_page=True,
            ),
            MENU,
            TAP_ONLY,
            state=ProposeMentee.person,
            getter=getters.get_people,
        ),
        Window(
            T("requests-propose-topics"),
            TOPIC_BUTTONS,
            Button(L("requests-propose-send"), id="send", on_click=actions.on_propose, when="chosen"),
            Row(SwitchTo(L("back-button"), id="back", state=ProposeMentee.person), MENU),
            TAP_ONLY,
            state=ProposeMentee.topics,
            getter=getters.get_proposal,
        ),
        on_start=actions.on_propose_start,
    )
