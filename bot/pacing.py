"""The client's gate: every message and every edit passes it, and Telegram's «too many» is heard here for everybody."""

from math import ceil
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, SendChatAction, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.limiter import Limiter, is_booked

COUNTED = ("send", "editMessage", "copyMessage", "forwardMessage")
"""How the methods begin that Telegram counts; answers to presses, commands and polling are free."""


class Pacing(BaseRequestMiddleware):
    """Lets answers leave at their pace; notices have waited for theirs before they were marked as begun."""

    def __init__(self, limiter: Limiter) -> None:
        self._limiter = limiter

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        """Raises TelegramRetryAfter, without asking Telegram, where the wait would be long."""
        if is_counted(method) and not is_booked():
            later = await self._limiter.answer(chat_of(method))
            if later > 0:
                raise TelegramRetryAfter(method, "Too Many Requests: kept back by the bot itself", ceil(later))
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as error:
            self._limiter.pause(error.retry_after)
            raise


def is_counted(method: TelegramMethod[Any]) -> bool:
    """Whether Telegram counts the request as a message."""
    return method.__api_method__.startswith(COUNTED) and not isinstance(method, SendChatAction)


def chat_of(method: TelegramMethod[Any]) -> int:
    """The chat that the request writes to; 0 where it names none by number."""
    chat = getattr(method, "chat_id", None)
    return chat if isinstance(chat, int) else 0
