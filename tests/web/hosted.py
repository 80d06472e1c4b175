"""The application as it stands behind a reverse proxy: its web server, the sandbox, and whoever knocks."""

import asyncio
import socket
from io import BytesIO
from typing import Any

from aiogram import Bot
from aiohttp import ClientSession
from sqlalchemy import select

from bot.application import Application
from bot.inbox import InboxRow, InboxState
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.web.webhook import SECRET_HEADER
from tests.play import TOKEN, dispatcher
from tests.town import Town

SECRET = "the-Secret_of-the-webhook"


class Hosted:
    """A running application with a web server; by webhook unless told otherwise."""

    def __init__(self, town: Town, http: ClientSession, **settings: Any) -> None:
        self.town = town
        self.http = http
        self.sandbox = Sandbox(
            TOKEN,
            town.clock,
            bot_username="nastavnik_test_bot",
            allow_http_webhook=True,
            webhook_repeat_after=(0.02,),
        )
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.application: Application
        self.receiving: asyncio.Task[None]
        self._settings = {"webhook_url": f"{self.url}/updates", "webhook_secret": SECRET} | settings

    async def start(self) -> None:
        """A process begins; the sandbox is there already."""
        settings = Settings(
            bot_token=TOKEN,
            bot_api_url=self.sandbox.url,
            flood_limits=False,
            database_url=self.town.database.url.render_as_string(hide_password=False),
            web_port=self.port,
            _env_file=None,
            **self._settings,
        )
        self.application = Application(settings, self.town.clock, dispatcher())
        await self.application.start(ticking=False)
        self.receiving = asyncio.create_task(self.application.poll())

    async def stop(self) -> None:
        """The process ends as it does after SIGTERM."""
        self.receiving.cancel()
        await asyncio.gather(self.receiving, return_exceptions=True)
        shutdown = self.application.dispatcher.shutdown
        shutdown.register(close_at_once)
        await self.application.stop()
        shutdown.handlers.pop()

    async def settle(self) -> None:
        """Waits until Telegram has got rid of everything and all of it is handled."""
        while self.sandbox.pending_updates:
            await asyncio.sleep(0.01)
        await self.application.workers.below(1)

    async def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page."""
        async with self.http.get(self.url + path) as response:
            return response.status, await response.text()

    async def post(self, body: Any, secret: str | None = SECRET) -> int:
        """Brings a body, an update as a dictionary for example, to the webhook; the status."""
        headers = {} if secret is None else {SECRET_HEADER: secret}
        content = {"data": BytesIO(body)} if isinstance(body, bytes) else {"json": body}
        async with self.http.post(f"{self.url}/updates", headers=headers, **content) as response:
            assert await response.read() == b"" or response.status >= 400, "nothing is asked of Telegram in the answer"
            return response.status

    async def states(self) -> list[InboxState]:
        """Where each stored update stands, in the order they came."""
        async with self.town.database.read() as session:
            return list(await session.scalars(select(InboxRow.state).order_by(InboxRow.id)))


async def close_at_once(bot: Bot) -> None:
    """aiogram's client waits a quarter of a second for encrypted connections to close; here there are none."""
    await (await bot.session.create_session()).close()


def said(person: Person, update_id: int, text: str) -> dict[str, Any]:
    """An update as Telegram would send it: the person wrote something."""
    chat = {"id": person.id, "type": "private"}
    sender = {"id": person.id, "is_bot": False, "first_name": "Анна", "language_code": "ru"}
    message = {"message_id": update_id, "date": 1_791_000_000, "chat": chat, "from": sender, "text": text}
    return {"update_id": update_id, "message": message}


def answers(person: Person) -> list[str]:
    """What the bot has written to the person."""
    return [message.text for message in person.messages if message.from_bot]


def free_port() -> int:
    """A port that the machine gives to nobody else for a while: it remembers a connection that was just closed."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname()), server.accept()[0]:
            pass
        return int(server.getsockname()[1])
