"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers.meetings import answers
from handlers.meetings import notices as notices  # registers the renderers
from handlers.meetings.log_dialog import log
from handlers.meetings.plan_dialog import plan
from handlers.meetings.record_dialog import record
from handlers.meetings.view_dialog import diary, view


def setup() -> Router:
    """The area's answers to notices."""
    return answers.setup()


def dialogs() -> tuple[Dialog, ...]:
    """The area's windows."""
    return plan(), log(), record(), view(), diary()
