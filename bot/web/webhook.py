"""Taking updates that Telegram sends: stored before they are confirmed, and never more than can be worked off."""

import asyncio
import json
import logging
import secrets
from http import HTTPStatus

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramUnauthorizedError
from aiogram.types import Update
from aiohttp import web
from pydantic import ValidationError

from bot.failures import describe
from bot.inbox import Inbox
from bot.outcomes import wait_after
from bot.polling import ALLOWED_UPDATES, BACKLOG
from bot.settings import Settings
from bot.unusable import UnusableError
from bot.workers import Workers

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the header's name
AT_ONCE = 40
"""How many updates Telegram may hand over side by side."""
HELD_SECONDS = 10.0
"""How long an update waits for room before Telegram is told to come again."""
REGISTER_EVERY = 600.0
log = logging.getLogger(__name__)


class Webhook:
    """The address to which Telegram brings updates."""

    patience = 3 * REGISTER_EVERY
    """Seconds without an answer of Telegram's after which something is wrong."""

    def __init__(self, bot: Bot, inbox: Inbox, workers: Workers, settings: Settings) -> None:
        self._bot = bot
        self._inbox = inbox
        self._workers = workers
        self._url = settings.webhook_url
        self._path = settings.webhook_path
        self._secret = settings.webhook_secret.get_secret_value()
        self.held: set[asyncio.Task[None]] = set()
        """Updates that wait for room."""
        self.heard_at: float | None = None
        """When Telegram last took the address, by the loop's clock."""

    def add_routes(self, app: web.Application) -> None:
        """Adds the path that stands in the address."""
        app.router.add_post(self._path, self._receive)
        app.on_shutdown.append(self._let_go)

    async def run(self) -> None:
        """Tells Telegram the address, again and again: a process that polls with the same token takes it away.

        Raises TelegramUnauthorizedError where the token is not accepted, UnusableError where the address is not.
        """
        while True:
            await self._register()
            await asyncio.sleep(REGISTER_EVERY)

    async def _register(self) -> None:
        failures = 0
        while True:
            try:
                await self._bot.set_webhook(
                    self._url, secret_token=self._secret, allowed_updates=ALLOWED_UPDATES, max_connections=AT_ONCE
                )
            except TelegramUnauthorizedError:
                raise
            except TelegramBadRequest as error:
                raise UnusableError(f"Telegram does not take WEBHOOK_URL: {error.message}") from error
            except AiogramError as error:
                failures += 1
                log.warning("the webhook could not be set: %s", describe(error))
                await asyncio.sleep(min(wait_after(error, failures), 30))
            else:
                self.heard_at = asyncio.get_running_loop().time()
                return

    async def _receive(self, request: web.Request) -> web.Response:
        if not self._is_telegram(request):
            return answer(HTTPStatus.UNAUTHORIZED)
        body = await request.read()
        try:
            update = Update.model_validate_json(body, context={"bot": self._bot})
        except ValidationError:
            log.warning("update %s is none that this version can read", number_in(body))
            return answer(HTTPStatus.BAD_REQUEST)
        if not await self._has_room():
            return answer(HTTPStatus.SERVICE_UNAVAILABLE)
        return answer(await self._store(update))

    def _is_telegram(self, request: web.Request) -> bool:
        """Compares bytes in constant time: whatever a header may hold, it is only right or wrong."""
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        return secrets.compare_digest(given, self._secret.encode())

    async def _has_room(self) -> bool:
        """While too many updates wait, Telegram keeps the rest."""
        room = asyncio.create_task(self._workers.below(BACKLOG))
        self.held.add(room)
        try:
            await asyncio.wait({room}, timeout=HELD_SECONDS)
            return room.done() and not room.cancelled()
        finally:
            room.cancel()
            self.held.discard(room)

    async def _store(self, update: Update) -> HTTPStatus:
        """An update is confirmed only when it is kept; one that is known already is not handled again."""
        try:
            self._workers.add(await self._inbox.store([update]))
        except Exception as error:
            log.error("update %s could not be stored: %s", update.update_id, describe(error))
            return HTTPStatus.SERVICE_UNAVAILABLE
        return HTTPStatus.OK

    async def _let_go(self, _app: web.Application) -> None:
        """Whoever waits for room is sent away when the server stops."""
        for room in self.held:
            room.cancel()


def answer(status: HTTPStatus) -> web.Response:
    """Nothing but the status: what the bot says goes its own way."""
    return web.Response(status=status)


def number_in(body: bytes) -> int | str:
    """The number of an update that cannot be read as one, for the log."""
    try:
        number = json.loads(body)["update_id"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return "without a number"
    return number if isinstance(number, int) else "without a number"
