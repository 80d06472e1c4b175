"""Pairs: the list, one pair with its next steps, and how it ends early. Declarations only."""

from aiogram_dialog import Dialog, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Row, Start, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.mentorships import pair_actions as actions
from handlers.mentorships import pair_getters as getters
from handlers.mentorships import talk_actions
from handlers.mentorships.states import MakePair, Orders, Pair, Pairs
from handlers.paging import pager
from handlers.widgets import ITEM, MENU, L, Select, T

TO_PAIRS = Start(L("mentorships-to-pairs"), id="pairs", state=Pairs.list, mode=StartMode.RESET_STACK)
TO_PAIR = SwitchTo(L("back-button"), id="back", state=Pair.view)


def step(label: str, name: str) -> Button:
    """A step of a pair; it is shown while the getter says that it can be taken."""
    return Button(L(label), id=name, on_click=actions.on_step, when=name)


def pairs() -> Dialog:
    """The list of pairs."""
    return Dialog(
        Window(
            T("mentorships-list", when="found"),
            T("mentorships-list-empty", when="empty"),
            Group(Select(ITEM, id="pair", item_id_getter=item_id, items="items", on_click=actions.on_pair), width=1),
            pager(),
            Start(L("mentorships-orders-button"), id="orders", state=Orders.list, when="count"),
            Start(L("mentorships-make-button"), id="make", state=MakePair.mentee, when="is_curator"),
            MENU,
            TAP_ONLY,
            state=Pairs.list,
            getter=getters.get_pairs,
        )
    )


def pair() -> Dialog:
    """One pair."""
    return Dialog(
        Window(
            T("mentorships-card"),
            T("mentorships-card-members", when="grouped"),
            Row(
                step("mentorships-yes", "accept"),
                Button(L("mentorships-ask"), id="ask", on_click=actions.on_ask, when="ask"),
            ),
            step("mentorships-not-now", "decline"),
            Button(L("mentorships-plan"), id="plan", on_click=actions.on_plan, when="plan"),
            step("mentorships-approve", "approve"),
            Row(
                step("mentorships-approve", "approve_teams"),
                Button(L("mentorships-send-back"), id="send_back", on_click=actions.on_send_back, when="send_back"),
            ),
            Button(L("mentorships-answer"), id="answer", on_click=actions.on_reply, when="reply"),
            Row(step("mentorships-lend", "lend"), step("mentorships-keep", "keep")),
            Row(step("mentorships-yes-for-mentor", "yes_mentor"), step("mentorships-no-for-mentor", "no_mentor")),
            Row(step("mentorships-yes-for-mentee", "yes_mentee"), step("mentorships-no-for-mentee", "no_mentee")),
            Row(
                Button(L("mentorships-contact-button"), id="contact", on_click=actions.on_contact, when="contact"),
                step("mentorships-propose-finish", "propose_finish"),
            ),
            Button(L("mentorships-group-members-button"), id="members", on_click=actions.on_members, when="members"),
            Button(L("mentorships-group-leave"), id="leave", on_click=actions.on_own_place, when="leave"),
            Button(L("forms-help-button"), id="help", on_click=actions.on_help, when="help"),
            Button(L("forms-answers-button"), id="answers", on_click=actions.on_answers, when="answers"),
            Button(L("mentorships-talk-button"), id="talk", on_click=talk_actions.on_talk, when="talk"),
            Row(
                step("mentorships-pause", "pause"),
                step("mentorships-resume", "resume"),
                step("mentorships-finish", "finish"),
            ),
            Row(step("mentorships-complete", "complete"), step("mentorships-extend", "extend")),
            step("mentorships-cancel", "cancel"),
            SwitchTo(L("mentorships-terminate"), id="terminate", state=Pair.reason, when="terminate"),
            Row(TO_PAIRS, MENU),
            TAP_ONLY,
            state=Pair.view,
            getter=getters.get_pair,
        ),
        Window(
            T("mentorships-reason"),
            Group(
                Select(ITEM, id="reason", item_id_getter=item_id, items="items", on_click=actions.on_reason), width=1
            ),
            TO_PAIR,
            TAP_ONLY,
            state=Pair.reason,
            getter=getters.get_reasons,
        ),
        Window(
            T("mentorships-rematch"),
            Row(
                Button(L("mentorships-rematch-yes"), id="yes", on_click=actions.on_terminate),
                Button(L("mentorships-rematch-no"), id="no", on_click=actions.on_terminate),
            ),
            TO_PAIR,
            TAP_ONLY,
            state=Pair.rematch,
            getter=getters.get_pair,
        ),
        Window(
            T("mentorships-talk"),
            Button(L("mentorships-talk-undo"), id="undo", on_click=talk_actions.on_undo),
            Row(TO_PAIR, MENU),
            MessageInput(talk_actions.on_note),
            state=Pair.talk,
            getter=talk_actions.get_talk,
        ),
    )
