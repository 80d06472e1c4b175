"""The menu and the commands."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers.menu import commands
from handlers.menu.dialog import menu


def setup() -> Router:
    """The commands."""
    return commands.setup()


def dialogs() -> tuple[Dialog, ...]:
    """The area's windows."""
    return (menu(),)
