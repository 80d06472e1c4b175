"""Webhook delivery: the order of a chat is kept, a failed delivery is repeated until the update expires."""

import asyncio
import logging
import re
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, MultipartReader
from yarl import URL

from bot.sandbox.errors import bad_request
from bot.sandbox.request import Call, read_parts
from bot.sandbox.updates import Update, UpdateQueue

log = logging.getLogger(__name__)

PORTS = {443, 80, 88, 8443}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
SECRET = re.compile(r"[A-Za-z0-9_-]*")
SECRET_LENGTH = 256
REPEAT_AFTER: Sequence[float] = (0, 2, 4, 8, 16, 32, 60)

Execute = Callable[[Call], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Target:
    """Where updates are sent to."""

    url: str
    secret: str = ""
    connections: int = 40


class Webhook:
    """Sends waiting updates to the bot's address, each chat in its own lane.

    allow_http: lets plain http to loopback pass, which Telegram itself would refuse.
    repeat_after: seconds before each repetition; the last one stays.
    """

    def __init__(self, updates: UpdateQueue, *, allow_http: bool, repeat_after: Sequence[float]) -> None:
        self.target: Target | None = None
        self.last_error: str | None = None
        self.execute: Execute | None = None
        self._updates = updates
        self._allow_http = allow_http
        self._repeat_after = repeat_after
        self._lanes: dict[int, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(1)
        self._session: ClientSession | None = None

    def checked(self, url: str, secret: str, connections: int) -> Target:
        """A valid target.

        :raises ApiError: 400 with Telegram's reason
        """
        if len(secret) > SECRET_LENGTH:
            raise bad_request("secret token is too long")
        if not SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        try:
            parsed = URL(url)
            port = parsed.port
        except ValueError as error:
            raise bad_request("invalid webhook URL specified") from error
        if not parsed.host:
            raise bad_request("invalid webhook URL specified")
        local = self._allow_http and parsed.scheme == "http" and parsed.host in LOOPBACK
        if parsed.scheme != "https" and not local:
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if port not in PORTS and not local:
            raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        return Target(url, secret, connections)

    async def set(self, target: Target | None) -> None:
        """Starts sending to a new target; what waited goes there first. None stops sending."""
        await self.stop()
        self.target = target
        if target is None:
            return
        self.last_error = None
        self.resume()

    def resume(self) -> None:
        """Sends what waits."""
        if self.target is None:
            return
        self._slots = asyncio.Semaphore(self.target.connections)
        for update in self._updates.pending():
            self.push(update)

    async def stop(self) -> None:
        """Ends deliveries; what was not confirmed stays in the queue."""
        tasks, self._tasks = self._tasks, set()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._lanes.clear()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def push(self, update: Update) -> None:
        """Takes an update into its chat's lane."""
        if self.target is None:
            return
        lane = self._lanes.get(update.chat_id)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.chat_id] = deque([update])
        task = asyncio.get_running_loop().create_task(self._run(update.chat_id, self.target))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("a webhook lane broke", exc_info=task.exception())

    async def _run(self, chat_id: int, target: Target) -> None:
        lane = self._lanes[chat_id]
        while lane:
            await self._deliver(lane[0], target)
            lane.popleft()
        del self._lanes[chat_id]

    async def _deliver(self, update: Update, target: Target) -> None:
        attempt = 0
        while self._updates.is_waiting(update):
            async with self._slots:
                error = await self._post(update, target)
            if error is None:
                self._updates.remove([update.id])
                return
            self.last_error = error
            await asyncio.sleep(self._repeat_after[min(attempt, len(self._repeat_after) - 1)])
            attempt += 1

    async def _post(self, update: Update, target: Target) -> str | None:
        """Sends once; the error, or None."""
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=60))
        headers = {"X-Telegram-Bot-Api-Secret-Token": target.secret} if target.secret else {}
        try:
            async with self._session.post(target.url, json=update.body, headers=headers) as response:
                if not 200 <= response.status < 300:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
                call = await _replied(response)
        except TimeoutError:
            return "Read timeout expired"
        except ClientError as error:
            return f"Connection failed: {type(error).__name__}"
        if call is not None and self.execute is not None:
            await self.execute(call)
        return None


async def _replied(response: ClientResponse) -> Call | None:
    """The method that a webhook's answer asks for, if it does."""
    call = Call("")
    if response.content_type.startswith("multipart/"):
        await read_parts(MultipartReader(response.headers, response.content), call)
    elif response.content_type == "application/json":
        body: Any = await response.json()
        call.fields.update(body if isinstance(body, dict) else {})
    call.method = str(call.fields.pop("method", ""))
    return call if call.method else None
