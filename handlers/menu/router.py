"""The menu and the commands."""

from aiogram import Router

from handlers.menu import commands
from handlers.menu.dialog import menu


def setup() -> Router:
    """The area's router: commands stand before every dialog."""
    router = Router(name="menu")
    router.include_router(commands.setup())
    router.include_router(menu())
    return router
