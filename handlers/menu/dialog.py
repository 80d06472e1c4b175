"""The menu: what waits for the person, and everything that can be done."""

from aiogram_dialog import Dialog, LaunchMode, Window
from aiogram_dialog.widgets.kbd import Button, Column, Row, Start
from aiogram_dialog.widgets.text import Multi

from handlers.flow import TAP_ONLY
from handlers.forms.states import Help
from handlers.kit import item_id
from handlers.meetings.states import Diary, LogMeeting, PlanMeeting
from handlers.mentorships.states import MakePair, Pairs
from handlers.menu import actions, getters
from handlers.menu.states import Menu
from handlers.oversight.states import Figures, Signals, Week
from handlers.papers.states import Papers, Statement
from handlers.people.states import Child, Invite, Join, Settings, Tree
from handlers.registers.states import Registers
from handlers.requests.states import AskMentor, MyRequest, ProposeMentee, Requests
from handlers.widgets import ITEM, L, Select, T


def menu() -> Dialog:
    """The root of all dialogs."""
    return Dialog(
        Window(
            Multi(
                T("menu-stranger", when="is_stranger"),
                T("menu-hello", when="is_in"),
                Multi(
                    T("menu-admission-waits", when="admission_waits"),
                    T("menu-no-role", when="has_no_role"),
                    T("menu-card-wanted", when="card_wanted"),
                    T("menu-card-waits", when="card_waits"),
                    T("menu-offers", when="offers"),
                    T("menu-request", when="request_state"),
                    T("menu-next", when="next"),
                    T("menu-to-log", when="to_log"),
                    T("menu-decide-people", when="decisions"),
                    T("menu-decide-requests", when="requests"),
                    T("menu-decide-pairs", when="to_approve"),
                    T("menu-decide-signals", when="signals"),
                    T("menu-decide-calls", when="calls"),
                    T("menu-quiet", when="nothing_waits"),
                ),
                sep="\n\n",
            ),
            Start(L("people-join-begin"), id="join", state=Join.hello, when="is_stranger"),
            Column(
                Select(ITEM, id="log", item_id_getter=item_id, items="meetings_to_log", on_click=actions.on_meeting)
            ),
            Button(L("menu-next-button"), id="next", on_click=actions.on_next_meeting, when="next"),
            Button(L("menu-card-fill"), id="fill", on_click=actions.on_fill_card, when="card_wanted"),
            Button(L("menu-ask-role"), id="ask_role", on_click=actions.on_ask_role, when="has_no_role"),
            Start(L("parents-menu-button"), id="children", state=Child.list, when="is_guardian"),
            Start(L("menu-ask"), id="ask", state=AskMentor.topics, when="asks_first"),
            Start(L("menu-my-request"), id="request", state=MyRequest.view, when="request_state"),
            Row(
                Start(L("menu-log"), id="record", state=LogMeeting.pair),
                Start(L("menu-plan"), id="plan", state=PlanMeeting.pair),
                when="has_pairs",
            ),
            Row(
                Start(L("menu-pairs"), id="pairs", state=Pairs.list, when="has_pairs"),
                Start(L("menu-diary"), id="diary", state=Diary.list, when="has_pairs"),
                Button(L("menu-card"), id="card", on_click=actions.on_card, when="has_card"),
            ),
            Start(L("papers-statement-menu-button"), id="statement", state=Statement.period, when="has_card"),
            Row(
                Start(L("menu-requests"), id="requests", state=Requests.list),
                Start(L("menu-make-pair"), id="make_pair", state=MakePair.mentee),
                when="is_curator",
            ),
            Row(
                Start(L("menu-school-pairs"), id="school_pairs", state=Pairs.list),
                Start(L("registers-menu-button"), id="registers", state=Registers.main),
                when="is_curator",
            ),
            Row(
                Button(L("menu-staff"), id="staff", on_click=actions.on_staff),
                Start(L("menu-invite"), id="invite", state=Invite.target),
                when="is_curator",
            ),
            Row(
                Start(L("menu-week"), id="week", state=Week.main),
                Start(L("menu-signals"), id="signals", state=Signals.list),
                when="is_curator",
            ),
            Row(
                Start(L("menu-figures"), id="figures", state=Figures.table),
                Start(L("papers-menu-button"), id="papers", state=Papers.main),
                Start(L("menu-tree"), id="tree", state=Tree.node),
                when="is_curator",
            ),
            Start(L("menu-ask"), id="ask_more", state=AskMentor.topics, when="asks_more"),
            Start(L("forms-help-button"), id="help", state=Help.text, when="may_call"),
            Row(
                Start(L("menu-propose"), id="propose", state=ProposeMentee.person, when="may_propose"),
                Start(L("menu-settings"), id="settings", state=Settings.main, when="is_in"),
            ),
            TAP_ONLY,
            state=Menu.main,
            getter=getters.get_menu,
        ),
        launch_mode=LaunchMode.ROOT,
    )
