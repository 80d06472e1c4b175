"""«Подобрать всем»: a draft for a whole cohort, gone over line by line and published at once. Declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.mentorships import cohort_actions as actions
from handlers.mentorships import cohort_getters as getters
from handlers.mentorships.states import Cohort
from handlers.paging import pager
from handlers.widgets import ITEM, MENU, L, Select, T

TO_DRAFT = Button(L("mentorships-cohort-to-draft"), id="back", on_click=actions.on_back)
TO_LINE = SwitchTo(L("back-button"), id="back", state=Cohort.line)


def cohort() -> Dialog:
    """Pairing everybody at once."""
    return Dialog(_begin(), _working(), _draft(), _line(), _mentor(), _resting(), _sure(), _discard())


def _begin() -> Window:
    return Window(
        T("mentorships-cohort-where", when="choosing"),
        T("mentorships-cohort-begin", when="known"),
        Group(Select(ITEM, id="scope", item_id_getter=item_id, items="items", on_click=actions.on_scope), width=1),
        Button(L("mentorships-cohort-make"), id="make", on_click=actions.on_make, when="ready"),
        Button(L("mentorships-cohort-open"), id="open", on_click=actions.on_open, when="has_draft"),
        MENU,
        TAP_ONLY,
        state=Cohort.begin,
        getter=getters.get_begin,
    )


def _working() -> Window:
    return Window(T("mentorships-cohort-working"), MENU, TAP_ONLY, state=Cohort.working)


def _draft() -> Window:
    return Window(
        T("mentorships-cohort-draft", when="is_pairs"),
        T("mentorships-cohort-left", when="is_left"),
        Group(Select(ITEM, id="line", item_id_getter=item_id, items="items", on_click=actions.on_line), width=3),
        pager(),
        Row(
            Button(L("mentorships-cohort-left-button"), id="left", on_click=actions.on_part, when="to_left"),
            Button(L("mentorships-cohort-pairs-button"), id="pairs", on_click=actions.on_part, when="to_pairs"),
            Button(L("mentorships-cohort-resting-button"), id="resting", on_click=actions.on_resting, when="resting"),
        ),
        SwitchTo(L("mentorships-cohort-publish"), id="publish", state=Cohort.sure, when="placed"),
        Row(
            Button(L("mentorships-cohort-again"), id="again", on_click=actions.on_make),
            SwitchTo(L("mentorships-cohort-discard"), id="discard", state=Cohort.discard),
        ),
        MENU,
        TAP_ONLY,
        state=Cohort.draft,
        getter=getters.get_draft,
    )


def _line() -> Window:
    return Window(
        T("mentorships-cohort-one"),
        Row(
            Button(L("mentorships-cohort-fix"), id="fix", on_click=actions.on_fix, when="may_fix"),
            Button(L("mentorships-cohort-loosen"), id="loosen", on_click=actions.on_fix, when="may_loosen"),
            Button(L("mentorships-cohort-mentor"), id="mentor", on_click=actions.on_mentors),
        ),
        Button(L("mentorships-cohort-unite"), id="unite", on_click=actions.on_unite, when="may_unite"),
        Button(L("mentorships-cohort-part"), id="part", on_click=actions.on_unite, when="may_part"),
        Button(L("mentorships-cohort-take-out"), id="take_out", on_click=actions.on_take_out, when="may_take_out"),
        Button(L("mentorships-cohort-let-in"), id="let_in", on_click=actions.on_fix, when="may_let_in"),
        Row(TO_DRAFT, MENU),
        TAP_ONLY,
        state=Cohort.line,
        getter=getters.get_line,
    )


def _mentor() -> Window:
    return Window(
        T("mentorships-cohort-choose", when="found"),
        T("mentorships-cohort-choose-nobody", when="empty"),
        Group(Select(ITEM, id="mentor", item_id_getter=item_id, items="items", on_click=actions.on_mentor), width=2),
        pager(),
        Row(TO_LINE, MENU),
        TAP_ONLY,
        state=Cohort.mentor,
        getter=getters.get_mentors,
    )


def _resting() -> Window:
    return Window(
        T("mentorships-cohort-resting", when="found"),
        T("mentorships-cohort-resting-nobody", when="empty"),
        pager(),
        Row(TO_DRAFT, MENU),
        TAP_ONLY,
        state=Cohort.resting,
        getter=getters.get_resting,
    )


def _sure() -> Window:
    return Window(
        T("mentorships-cohort-sure"),
        Button(L("mentorships-cohort-yes"), id="yes", on_click=actions.on_publish),
        Row(SwitchTo(L("mentorships-cohort-to-draft"), id="back", state=Cohort.draft), MENU),
        TAP_ONLY,
        state=Cohort.sure,
        getter=getters.get_sure,
    )


def _discard() -> Window:
    return Window(
        T("mentorships-cohort-discard-sure"),
        Button(L("mentorships-cohort-discard-yes"), id="yes", on_click=actions.on_discard),
        Row(SwitchTo(L("mentorships-cohort-to-draft"), id="back", state=Cohort.draft), MENU),
        TAP_ONLY,
        state=Cohort.discard,
        getter=getters.get_sure,
    )
