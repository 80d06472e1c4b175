"""The client of the Bot API server that the settings name."""

from typing import Any

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import LinkPreviewOptions

from bot.limiter import Limiter
from bot.pacing import Pacing
from bot.settings import Settings


class Session(AiohttpSession):
    """aiogram's client with a memory for the shapes of answers.

    pydantic forgets a generic class as soon as nobody holds it; building `Response[Message]` anew for every answer
    would cost more than all the rest of a press.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._shapes: dict[Any, type[Response[Any]]] = {}

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """Holds the shape of the answer before aiogram asks for it."""
        returned = method.__returning__
        if returned not in self._shapes:
            self._shapes[returned] = Response[returned]  # type: ignore[valid-type]  # known only while it runs
        return super().check_response(bot, method, status_code, content)


def make_bot(settings: Settings, limiter: Limiter | None = None) -> Bot:
    """The Telegram client for the server that the settings name; a process that serves keeps to a limiter."""
    session = Session(api=TelegramAPIServer.from_base(settings.bot_api_url))
    if limiter is not None:
        session.middleware(Pacing(limiter))
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True))
    return Bot(settings.bot_token.get_secret_value(), session=session, default=defaults)
