"""All routers in one visible order: errors, commands, answers to notices and dialogs by area, the catch-all last."""

from aiogram import Dispatcher, Router
from aiogram_dialog import setup_dialogs

from handlers import errors, forms, meetings, mentorships, menu, oversight, people, requests
from handlers.entrance import entrance

AREAS = (menu, people, requests, mentorships, meetings, forms, oversight)


def setup(dispatcher: Dispatcher) -> None:
    """Gives the dispatcher its entrance, its routers and the dialogs."""
    dispatcher.update.outer_middleware(entrance)
    dispatcher.include_router(errors.setup())
    for area in AREAS:
        dispatcher.include_router(area.setup())
    dispatcher.include_router(catch_all())
    setup_dialogs(dispatcher)


def catch_all() -> Router:
    """What nobody else took."""
    router = Router(name="catch-all")
    router.callback_query.register(errors.on_stale_button)
    router.message.register(errors.on_unexpected_message)
    return router
