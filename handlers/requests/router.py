"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers.requests import answers
from handlers.requests import notices as notices  # registers the renderers
from handlers.requests.ask_dialog import ask
from handlers.requests.curator_dialog import decide, queue
from handlers.requests.mine_dialog import mine, propose


def setup() -> Router:
    """The area's answers to notices."""
    return answers.setup()


def dialogs() -> tuple[Dialog, ...]:
    """The area's windows."""
    return ask(), mine(), propose(), queue(), decide()
