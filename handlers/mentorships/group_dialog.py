"""Groups and teams: forming them, and their members. Declarations only."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Group, Row, SwitchTo

from handlers.flow import TAP_ONLY
from handlers.kit import item_id
from handlers.mentorships import group_actions as actions
from handlers.mentorships import group_getters as getters
from handlers.mentorships.states import GroupMembers, MakeGroup
from handlers.paging import pager
from handlers.widgets import ITEM, MENU, L, Select, T


def make_group() -> Dialog:
    """The mentees, the mentor or the other team, and whether to ask them."""
    return Dialog(
        Window(
            T("mentorships-group-pick", when="found"),
            T("mentorships-group-nobody", when="empty"),
            Group(
                Select(ITEM, id="person", item_id_getter=item_id, items="items", on_click=actions.on_person), width=1
            ),
            pager(),
            Button(L("mentorships-group-next"), id="next", on_click=actions.on_next, when="enough"),
            Row(Button(L("back-button"), id="back", on_click=actions.on_back), MENU),
            TAP_ONLY,
            state=MakeGroup.people,
            getter=getters.get_people,
        ),
        Window(
            T("mentorships-group-sure"),
            Button(L("mentorships-group-ask"), id="ask", on_click=actions.on_make),
            Button(L("mentorships-make-agreed"), id="agreed", on_click=actions.on_make),
            Row(SwitchTo(L("back-button"), id="back", state=MakeGroup.people), MENU),
            TAP_ONLY,
            state=MakeGroup.sure,
            getter=getters.get_sure,
        ),
    )


def members() -> Dialog:
    """Who belongs to it, and one of them."""
    return Dialog(
        Window(
            T("mentorships-group-members"),
            Group(
                Select(ITEM, id="member", item_id_getter=item_id, items="items", on_click=actions.on_member), width=1
            ),
            Button(L("mentorships-group-add"), id="add", on_click=actions.on_invite, when="is_curator"),
            Button(L("mentorships-group-add-mentor"), id="add_mentor", on_click=actions.on_invite, when="is_team"),
            Row(Button(L("back-button"), id="back", on_click=actions.on_to_pair), MENU),
            TAP_ONLY,
            state=GroupMembers.list,
            getter=getters.get_members,
        ),
        Window(
            T("mentorships-group-member"),
            Row(
                Button(L("mentorships-group-yes-for"), id="yes_for", on_click=actions.on_answer),
                Button(L("mentorships-group-no-for"), id="no_for", on_click=actions.on_answer),
                when="speaks",
            ),
            Button(L("mentorships-group-release"), id="release", on_click=actions.on_release, when="release"),
            Button(L("mentorships-group-leave"), id="leave", on_click=actions.on_leave, when="leave"),
            Row(Button(L("back-button"), id="back", on_click=actions.on_to_pair), MENU),
            TAP_ONLY,
            state=GroupMembers.one,
            getter=getters.get_member,
        ),
    )
