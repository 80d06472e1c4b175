"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router

from handlers.mentorships import answers
from handlers.mentorships import notices as notices  # registers the renderers
from handlers.mentorships.make_dialog import make, talk
from handlers.mentorships.order_dialog import orders
from handlers.mentorships.pair_dialog import pair, pairs


def setup() -> Router:
    """The area's router."""
    router = Router(name="mentorships")
    router.include_routers(answers.setup(), make(), talk(), pairs(), pair(), orders())
    return router
