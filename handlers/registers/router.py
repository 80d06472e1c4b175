"""The curator's registers."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers.registers import answers
from handlers.registers import notices as notices  # registers the renderers
from handlers.registers.dialog import registers
from handlers.registers.gaps_dialog import gaps, goal
from handlers.registers.import_dialog import incoming


def setup() -> Router:
    """The area's answers to notices."""
    router = Router(name="registers")
    router.include_routers(answers.setup())
    return router


def dialogs() -> tuple[Dialog, ...]:
    """The area's windows."""
    return registers(), gaps(), goal(), incoming()
