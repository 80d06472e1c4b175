"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router

from handlers.requests import answers
from handlers.requests import notices as notices  # registers the renderers
from handlers.requests.ask_dialog import ask
from handlers.requests.curator_dialog import decide, queue
from handlers.requests.mine_dialog import mine, propose


def setup() -> Router:
    """The area's router."""
    router = Router(name="requests")
    router.include_routers(answers.setup(), ask(), mine(), propose(), queue(), decide())
    return router
