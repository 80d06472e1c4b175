"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers.papers import answers, dialog, statement_dialog, yearly_dialog
from handlers.papers import notices as notices  # registers the renderers


def setup() -> Router:
    """The area's answers to notices."""
    router = Router(name="papers")
    router.include_routers(answers.setup())
    return router


def dialogs() -> tuple[Dialog, ...]:
    """The area's windows."""
    return statement_dialog.statement(), statement_dialog.question(), dialog.papers(), yearly_dialog.yearly()
