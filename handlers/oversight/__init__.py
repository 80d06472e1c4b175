"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router

from handlers.oversight import answers, dialog, notices

__all__ = ["notices", "setup"]


def setup() -> Router:
    """The area's router: answers to notices first, then the dialogs."""
    router = Router(name="oversight")
    router.include_routers(answers.setup(), dialog.week, dialog.signals)
    return router
