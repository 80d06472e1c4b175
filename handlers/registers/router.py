"""The curator's registers."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers.registers.dialog import registers


def setup() -> Router:
    """The area's answers to notices."""
    return Router(name="registers")


def dialogs() -> tuple[Dialog, ...]:
    """The area's windows."""
    return (registers(),)
