"""Coming in, the mentor's card, settings and privacy, and what curators do with people."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers.people import answers, membership
from handlers.people import notices as notices  # registers the renderers
from handlers.people import parents_notices as parents_notices
from handlers.people.calendar_dialog import calendar
from handlers.people.card_dialog import card
from handlers.people.child_dialog import child
from handlers.people.invite_dialog import enter, invite
from handlers.people.join_dialog import join
from handlers.people.parents_dialog import parents
from handlers.people.settings_dialog import privacy, settings
from handlers.people.staff_dialog import staff
from handlers.people.tree_dialog import tree


def setup() -> Router:
    """The area's answers to notices, and what Telegram tells of the chat."""
    router = Router(name="people")
    router.include_routers(answers.setup(), membership.setup())
    return router


def dialogs() -> tuple[Dialog, ...]:
    """The area's windows."""
    people = staff(), enter(), invite(), tree(), calendar()
    return join(), card(), settings(), privacy(), child(), parents(), *people
