"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers.oversight import answers, desk_dialog, dialog, figures_dialog, held
from handlers.oversight import notices as notices  # registers the renderers


def setup() -> Router:
    """The area's answers to notices."""
    router = Router(name="oversight")
    router.include_routers(answers.setup(), held.setup())
    return router


def dialogs() -> tuple[Dialog, ...]:
    """The area's windows."""
    desk = desk_dialog.checks(), desk_dialog.decisions()
    return dialog.week(), dialog.signals(), *desk, figures_dialog.figures()
