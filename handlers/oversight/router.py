"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router

from handlers.oversight import answers, dialog, held
from handlers.oversight import notices as notices  # registers the renderers


def setup() -> Router:
    """The area's router: answers to notices before the dialogs."""
    router = Router(name="oversight")
    router.include_routers(answers.setup(), held.setup(), dialog.week(), dialog.signals())
    return router
