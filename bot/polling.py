"""Fetching updates from Telegram: stored first, confirmed by the next request, never more than can be worked off."""

import asyncio
import logging
from collections.abc import Callable

from aiogram import Bot
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramConflictError, TelegramUnauthorizedError
from aiogram.methods import GetUpdates
from aiogram.types import Update
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot.failures import describe
from bot.inbox import Inbox
from bot.outcomes import wait_after
from bot.workers import Workers

ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]
HELD_SECONDS = 25
"""How long Telegram may hold a request that has nothing to answer."""
BACKLOG = 500
"""While so many updates wait, Telegram keeps the rest."""
log = logging.getLogger(__name__)


class Poller:
    """The loop that asks for updates."""

    patience = 120.0
    """Seconds without an answer of Telegram's after which something is wrong."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        workers: Workers,
        leads: Callable[[], bool] = lambda: True,
        backlog: int = BACKLOG,
    ) -> None:
        """`leads` says whether it is still this process that polls."""
        self._bot = bot
        self._inbox = inbox
        self._workers = workers
        self._backlog = backlog
        self._offset: int | None = None
        self._leads = leads
        self._failures = 0
        self._is_alone = True
        self.heard_at: float | None = None
        """When Telegram last answered, by the loop's clock."""

    async def run(self) -> None:
        """Polls until cancelled, or until another process leads; errors of network and database are waited out.

        What could not be stored is not confirmed either: Telegram gives it again.

        Raises TelegramUnauthorizedError where the token is not accepted.
        """
        while self._leads():
            await self._workers.below(self._backlog)
            try:
                await self._poll()
                self._failures, self._is_alone = 0, True
            except TelegramUnauthorizedError:
                raise
            except (AiogramError, SQLAlchemyError) as error:
                await self._wait_out(error)

    async def _poll(self) -> None:
        held = HELD_SECONDS
        if self.heard_at is None:
            # A webhook set before would keep everything to itself; and an answer at once says that all is well.
            await self._bot.delete_webhook()
            held = 0
        request = GetUpdates(offset=self._offset, timeout=held, allowed_updates=ALLOWED_UPDATES)
        try:
            updates = await self._bot(request, request_timeout=held + 10)
            last = updates[-1].update_id if updates else None
        except ClientDecodeError as error:
            updates, last = self._legible(error)
        self.heard_at = asyncio.get_running_loop().time()
        self._workers.add(await self._inbox.store(updates))
        if last is not None:
            self._offset = last + 1

    def _legible(self, error: ClientDecodeError) -> tuple[list[Update], int | None]:
        """One update that cannot be read must not keep the others from everybody: it is passed over.

        Gives back the others, and the number of the last of all. Raises the error again where the answer holds no
        updates at all.
        """
        raws = error.data.get("result") if isinstance(error.data, dict) else None
        if not isinstance(raws, list):
            raise error
        legible = []
        for raw in raws:
            try:
                legible.append(Update.model_validate(raw, context={"bot": self._bot}))
            except ValidationError:
                log.error("update %s cannot be read and is passed over", raw["update_id"])
        return legible, raws[-1]["update_id"] if raws else None

    async def _wait_out(self, error: Exception) -> None:
        self._failures += 1
        if isinstance(error, TelegramConflictError):
            if self._is_alone:
                log.error("another process polls with the same token, on another database; waiting")
            self._is_alone = False
        else:
            log.warning("polling failed: %s", describe(error))
        await asyncio.sleep(min(wait_after(error, self._failures), 30))
