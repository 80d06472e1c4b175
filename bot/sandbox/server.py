"""The sandbox: a Bot API server on loopback that stands for Telegram."""

import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from itertools import count

from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web

from bot.sandbox.api import LARGEST_UPLOAD, BotApi, refused
from bot.sandbox.chats import Chat, User
from bot.sandbox.core import Core
from bot.sandbox.errors import ApiError
from bot.sandbox.faults import Faults
from bot.sandbox.group import Group
from bot.sandbox.limits import Limits
from bot.sandbox.page import Page
from bot.sandbox.person import Person
from bot.sandbox.polling import Polling
from bot.sandbox.request import Call
from bot.sandbox.updates import Update
from bot.sandbox.webhook import REPEAT_AFTER, Webhook
from bot.sandbox.world import Sent, World
from models.clock import Clock

ClockMoves = Callable[[str], Awaitable[datetime]]
MULTIPART_OVERHEAD = 1024 * 1024
RESTART = ApiError(500, "Internal Server Error: restart")


class Sandbox:
    """Telegram for one bot, on this machine only.

    clock: gives messages their dates. zone: the zone in which the page shows them.
    clock_moves: moves the demo's clock for the page ("hour", "day", "monday", "now").
    allow_http_webhook: lets webhooks go to plain http on loopback; webhook_repeat_after: seconds between deliveries.
    monotonic: seconds by which taps and updates grow old.
    """

    def __init__(
        self,
        token: str,
        clock: Clock,
        bot_name: str = "Bot",
        bot_username: str = "sandbox_bot",
        *,
        zone: str = "Europe/Moscow",
        clock_moves: ClockMoves | None = None,
        allow_http_webhook: bool = False,
        webhook_repeat_after: Sequence[float] = REPEAT_AFTER,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        bot = User(int(token.partition(":")[0]), bot_name, bot_username, is_bot=True)
        self.token = token
        self.world = World(bot, clock, monotonic)
        self.limits = Limits(monotonic)
        self.faults = Faults()
        self.polling = Polling(self.world.updates)
        self.webhook = Webhook(self.world.updates, allow_http=allow_http_webhook, repeat_after=webhook_repeat_after)
        self.core = Core(self.world, self.limits, self.polling, self.webhook)
        self.people: dict[int, Person] = {}
        self._api = BotApi(self.core, self.faults, token)
        self._page = Page(self.core, self.person, self.people, zone, clock_moves)
        self._ids = count(101)
        self._runner: web.AppRunner | None = None
        self._port = 0
        self.world.updates.on_put = self._put
        self.webhook.execute = self._execute_quietly

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self._port

    @property
    def url(self) -> str:
        """The address of the server, `http://127.0.0.1:PORT`."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def api(self) -> TelegramAPIServer:
        """What aiogram's session needs to talk to the sandbox."""
        return TelegramAPIServer.from_base(self.url)

    @property
    def sent(self) -> list[Sent]:
        """Every request that changed something, in order."""
        return self.world.sent

    @property
    def pending_updates(self) -> list[Update]:
        """Updates that the bot has not confirmed."""
        return self.world.updates.pending()

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listens; after `stop()` it can start again with all it remembers, on the same port if that is given."""
        app = web.Application(client_max_size=LARGEST_UPLOAD + MULTIPART_OVERHEAD, middlewares=[_telegrams_404])
        self._api.add_routes(app)
        self._page.add_routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self.webhook.resume()

    async def stop(self) -> None:
        """Stops listening; a held poller is answered 500 as at a restart of Telegram's server."""
        self.polling.terminate(RESTART)
        self.faults.clear()
        self._page.close()
        await self.webhook.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def person(
        self,
        name: str,
        *,
        language_code: str | None = "ru",
        user_id: int | None = None,
        username: str | None = None,
        note: str = "",
    ) -> Person:
        """A new person who has never started the bot. `note` is shown on the page."""
        if user_id is None:
            user_id = next(number for number in self._ids if number not in self.world.chats)
        user = User(user_id, name, username, language_code)
        chat = self.world.add_chat(Chat(user_id, name, user, note=note))
        person = Person(self.core, chat)
        self.people[user_id] = person
        return person

    def group(self, title: str) -> Group:
        """A group with the bot in it."""
        chat_id = min([0, *self.world.chats]) - 1
        return Group(self.world, self.world.add_chat(Chat(chat_id, title, state="active")))

    def _put(self, update: Update) -> None:
        self.polling.wake(update)
        self.webhook.push(update)

    async def _execute_quietly(self, call: Call) -> None:
        """Carries out what a webhook's answer asked for; Telegram tells nobody whether it worked."""
        try:
            await self._api.execute(call)
        except ApiError:
            return


@web.middleware
async def _telegrams_404(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    try:
        return await handler(request)
    except web.HTTPNotFound:
        return refused(ApiError(404, "Not Found"))
