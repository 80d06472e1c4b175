"""Links with which people come in."""

from aiogram import Bot


def deep_link(username: str, code: str) -> str:
    """The address that opens the chat with the bot and hands it the code."""
    return f"https://t.me/{username}?start={code}"


async def link_to(bot: Bot, code: str) -> str:
    """The same for the bot that is running."""
    return deep_link((await bot.me()).username or "", code)
