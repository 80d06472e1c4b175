"""«Создать пару»: mentee, mentor, and how: three taps a pair, many in a row. Declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Row, Start, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.mentorships import make_actions as actions
from handlers.mentorships import make_getters as getters
from handlers.mentorships.states import MakeGroup, MakePair, OfferTalk
from handlers.paging import pager
from handlers.widgets import ITEM, MENU, L, Select, T

TO_MENTEES = Button(L("back-button"), id="back", on_click=actions.on_back_to_mentees)


def make() -> Dialog:
    """Making pairs in a row."""
    return Dialog(
        Window(
            T("mentorships-make-made", when="made"),
            T("mentorships-make-mentee", when="found"),
            T("mentorships-make-nobody", when="empty"),
            Group(
                Select(ITEM, id="mentee", item_id_getter=item_id, items="items", on_click=actions.on_mentee), width=1
            ),
            pager(),
            Row(
                Start(L("mentorships-group-button"), id="group", state=MakeGroup.people, data={"kind": "GROUP"}),
                Start(L("mentorships-team-button"), id="team", state=MakeGroup.people, data={"kind": "TEAM"}),
            ),
            MENU,
            TAP_ONLY,
            state=MakePair.mentee,
            getter=getters.get_mentees,
        ),
        Window(
            T("mentorships-make-mentor", when="found"),
            T("mentorships-make-no-mentor", when="empty"),
            Group(
                Select(ITEM, id="mentor", item_id_getter=item_id, items="items", on_click=actions.on_mentor), width=1
            ),
            pager(),
            Row(TO_MENTEES, MENU),
            TAP_ONLY,
            state=MakePair.mentor,
            getter=getters.get_mentors,
        ),
        Window(
            T("mentorships-make-how"),
            Button(L("mentorships-make-ask-both"), id="ask", on_click=actions.on_ask_both),
            Button(L("mentorships-make-agreed"), id="agreed", on_click=actions.on_agreed),
            Row(SwitchTo(L("back-button"), id="back", state=MakePair.mentor), MENU),
            TAP_ONLY,
            state=MakePair.how,
            getter=getters.get_choice,
        ),
        Window(
            T("mentorships-make-over-places"),
            SwitchTo(L("back-button"), id="back", state=MakePair.mentor),
            MessageInput(actions.on_over_places),
            state=MakePair.over_places,
            getter=getters.get_choice,
        ),
        on_start=actions.on_open,
    )


def talk() -> Dialog:
    """The typed words around an offer."""
    return Dialog(
        Window(
            T("mentorships-talk-question"),
            MENU,
            MessageInput(actions.on_question),
            state=OfferTalk.question,
            getter=getters.get_question,
        ),
        Window(
            T("mentorships-talk-answer"),
            MENU,
            MessageInput(actions.on_answer),
            state=OfferTalk.answer,
        ),
    )
