"""Which commands a person is offered beside the message field: those of everybody, and those of their roles."""

from collections.abc import Collection
from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeChat

from handlers.words import Words
from models.access import CURATORS, PARTICIPANTS
from models.terms import Role

BY_ROLE: tuple[tuple[str, str, Collection[Role]], ...] = (
    ("request", "command-request", {Role.MENTEE}),
    ("card", "command-card", {Role.MENTOR}),
    ("diary", "command-diary", PARTICIPANTS),
    ("people", "command-people", CURATORS),
    ("week", "command-week", CURATORS),
)
"""Command, its description, and whose it is."""
EVERYBODY = (
    ("menu", "command-menu"),
    ("help", "command-help"),
    ("cancel", "command-cancel"),
    ("language", "command-language"),
    ("privacy", "command-privacy"),
)


def commands_for(roles: Collection[Role], words: Words) -> list[BotCommand]:
    """The commands of somebody with these roles, described in their language, the menu first."""
    own = [(name, key) for name, key, whose in BY_ROLE if set(whose) & set(roles)]
    return [
        BotCommand(command=name, description=words.label(key)) for name, key in (EVERYBODY[0], *own, *EVERYBODY[1:])
    ]


async def show_commands(bot: Bot, chat_id: int, roles: Collection[Role], words: Words) -> None:
    """Tells Telegram a person's own list; that it cannot be told now does no harm."""
    with suppress(TelegramAPIError):
        await bot.set_my_commands(commands_for(roles, words), scope=BotCommandScopeChat(chat_id=chat_id))
