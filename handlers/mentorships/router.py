"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers.mentorships import answers, for_child
from handlers.mentorships import notices as notices  # registers the renderers
from handlers.mentorships.cohort_dialog import cohort
from handlers.mentorships.group_dialog import make_group, members
from handlers.mentorships.make_dialog import make, talk
from handlers.mentorships.order_dialog import orders
from handlers.mentorships.pair_dialog import pair, pairs


def setup() -> Router:
    """The area's answers to notices."""
    router = Router(name="mentorships")
    router.include_routers(answers.setup(), for_child.setup())
    return router


def dialogs() -> tuple[Dialog, ...]:
    """The area's windows."""
    return make(), make_group(), members(), cohort(), talk(), pairs(), pair(), orders()
