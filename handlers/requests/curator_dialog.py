"""The curator's queue and the decision about one request: declarations only."""

from aiogram_dialog import Dialog, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Row, Start, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.mentorships.states import Cohort
from handlers.paging import pager
from handlers.requests import curator_actions as actions
from handlers.requests import curator_getters as getters
from handlers.requests.states import Decide, Requests
from handlers.widgets import ITEM, MENU, L, Select, T

TO_QUEUE = Start(L("requests-queue-button"), id="queue", state=Requests.list, mode=StartMode.RESET_STACK)
TO_REQUEST = SwitchTo(L("back-button"), id="back", state=Decide.request)


def queue() -> Dialog:
    """The curator's queue."""
    return Dialog(
        Window(
            T("requests-queue", when="found"),
            T("requests-queue-empty", when="empty"),
            Group(
                Select(ITEM, id="request", item_id_getter=item_id, items="items", on_click=actions.on_request), width=1
            ),
            pager(),
            Start(L("mentorships-cohort-button"), id="cohort", state=Cohort.begin),
            MENU,
            TAP_ONLY,
            state=Requests.list,
            getter=getters.get_queue,
        )
    )


def decide() -> Dialog:
    """One request, decided."""
    return Dialog(
        Window(
            T("requests-decide", when="to_decide"),
            T("requests-decide-standing", when="standing"),
            Group(
                Select(ITEM, id="mentor", item_id_getter=item_id, items="items", on_click=actions.on_candidate),
                width=2,
            ),
            Row(
                SwitchTo(L("requests-other"), id="other", state=Decide.other),
                SwitchTo(L("requests-agreed"), id="agreed", state=Decide.agreed),
                Button(L("requests-later"), id="later", on_click=actions.on_later),
                when="to_decide",
            ),
            Row(
                SwitchTo(L("requests-question-button"), id="question", state=Decide.question),
                SwitchTo(L("requests-reject-button"), id="reject", state=Decide.reason),
                when="is_new",
            ),
            Button(L("requests-see-offer"), id="offer", on_click=actions.on_offer, when="offered"),
            Row(TO_QUEUE, MENU),
            TAP_ONLY,
            state=Decide.request,
            getter=getters.get_decision,
        ),
        Window(
            T("requests-decide-other"),
            Group(Select(ITEM, id="whom", item_id_getter=item_id, items="items", on_click=actions.on_other), width=1),
            pager(),
            TO_REQUEST,
            TAP_ONLY,
            state=Decide.other,
            getter=getters.get_mentors,
        ),
        Window(
            T("requests-decide-agreed"),
            Group(Select(ITEM, id="with", item_id_getter=item_id, items="items", on_click=actions.on_agreed), width=1),
            pager(),
            TO_REQUEST,
            TAP_ONLY,
            state=Decide.agreed,
            getter=getters.get_mentors,
        ),
        Window(
            T("requests-decide-over-places"),
            TO_REQUEST,
            MessageInput(actions.on_over_places),
            state=Decide.over_places,
        ),
        Window(
            T("requests-decide-question"),
            TO_REQUEST,
            MessageInput(actions.on_question),
            state=Decide.question,
            getter=getters.get_decision,
        ),
        Window(
            T("requests-decide-reason"),
            TO_REQUEST,
            MessageInput(actions.on_reason),
            state=Decide.reason,
            getter=getters.get_decision,
        ),
        on_start=actions.on_open,
    )
