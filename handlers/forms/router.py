"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers.forms import answers, dialog
from handlers.forms import notices as notices  # registers the renderers


def setup() -> Router:
    """The area's answers to notices."""
    return answers.setup()


def dialogs() -> tuple[Dialog, ...]:
    """The area's windows."""
    return dialog.comment(), dialog.help_call(), dialog.call(), dialog.answers()
