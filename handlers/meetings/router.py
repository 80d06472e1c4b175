"""The area's dialogs, answers to notices, and notices."""

from aiogram import Router

from handlers.meetings import answers
from handlers.meetings import notices as notices  # registers the renderers
from handlers.meetings.log_dialog import log
from handlers.meetings.plan_dialog import plan
from handlers.meetings.record_dialog import record
from handlers.meetings.view_dialog import diary, view


def setup() -> Router:
    """The area's router: answers to notices before the dialogs."""
    router = Router(name="meetings")
    router.include_routers(answers.setup(), plan(), log(), record(), view(), diary())
    return router
