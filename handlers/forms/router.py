"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router

from handlers.forms import answers, dialog
from handlers.forms import notices as notices  # registers the renderers


def setup() -> Router:
    """The area's router: answers to notices before the dialogs."""
    router = Router(name="forms")
    router.include_routers(answers.setup(), dialog.comment(), dialog.help_call(), dialog.call(), dialog.answers())
    return router
