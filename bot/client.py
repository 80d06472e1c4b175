"""The client of the Bot API server that the settings name."""

import json
from contextlib import suppress
from http import HTTPStatus
from typing import Any, ClassVar

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import LinkPreviewOptions
from aiohttp import BytesPayload, ClientError, ClientHandlerType, ClientRequest, ClientResponse, ClientSession
from pydantic import ValidationError

from bot.limiter import Limiter
from bot.pacing import Pacing
from bot.settings import Settings
from handlers.light_methods import PARSE_MODE, PREVIEW, Light


class RedirectError(ClientError):
    """The server sends the request elsewhere: it was not carried out, and nobody else is to get it."""


async def refuse_redirects(request: ClientRequest, send: ClientHandlerType) -> ClientResponse:
    """A request holds the token in its path and people's words in its body: neither follows to another address."""
    response = await send(request)
    if 300 <= response.status < 400:
        response.close()
        raise RedirectError(f"BOT_API_URL answers with a redirect ({response.status})")
    return response


class Session(AiohttpSession):
    """aiogram's client, which follows no redirect and has a memory for the shapes of answers.

    pydantic forgets a generic class as soon as nobody holds it; building `Response[Message]` anew for every answer
    would cost more than all the rest of a press.
    """

    _shapes: ClassVar[dict[Any, type[Response[Any]]]] = {}

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> Any:
        """The body: JSON, for a form writes every Russian letter as six. With a file it is aiogram's own form."""
        if isinstance(method, Light):
            return _as_json({name: value for name, value in method if value is not None})
        files: dict[str, Any] = {}
        said = method.model_dump(warnings=False, exclude_none=True)
        fields = self.prepare_value(said, bot=bot, files=files, _dumps_json=False)
        if files:
            return super().build_form_data(bot=bot, method=method)
        return _as_json(fields)

    async def create_session(self) -> ClientSession:
        """The connections; aiogram's own session would follow redirects."""
        if self._should_reset_connector:
            await self.close()
        if self._session is None or self._session.closed:
            connector = self._connector_type(**self._connector_init)
            self._session = ClientSession(connector=connector, middlewares=(refuse_redirects,))
            self._should_reset_connector = False
        return self._session

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """What is as it should be is read here, without a tree of Python's own between; aiogram names what is not."""
        returned = method.__returning__
        if returned not in self._shapes:
            self._shapes[returned] = Response[returned]  # type: ignore[valid-type]  # known only while it runs
        if status_code == HTTPStatus.OK:
            with suppress(ValidationError):
                response = self._shapes[returned].model_validate_json(content, context={"bot": bot})
                if response.ok:
                    return response
        return super().check_response(bot, method, status_code, content)


def _as_json(fields: dict[str, Any]) -> BytesPayload:
    return BytesPayload(json.dumps(fields, ensure_ascii=False).encode(), content_type="application/json")


def make_bot(settings: Settings, limiter: Limiter | None = None) -> Bot:
    """The Telegram client for the server that the settings name; a process that serves keeps to a limiter."""
    session = Session(api=TelegramAPIServer.from_base(settings.bot_api_url))
    if limiter is not None:
        session.middleware(Pacing(limiter))
    defaults = DefaultBotProperties(parse_mode=PARSE_MODE, link_preview=LinkPreviewOptions.model_validate(PREVIEW))
    return Bot(settings.bot_token.get_secret_value(), session=session, default=defaults)
