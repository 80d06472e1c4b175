"""A Bot API server that sends requests elsewhere: the token in their path and the words in their body do not follow."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.client import make_bot
from bot.outcomes import Outcome, outcome_of
from bot.settings import Settings
from tests.play import TOKEN


class Elsewhere:
    """Two servers: the first sends everything to the second, which notes what it gets."""

    def __init__(self) -> None:
        self.status = 308
        self.got: list[str] = []
        self.servers: list[TestServer] = []

    async def start(self) -> None:
        """Listens."""
        for handler in (self._note, self._redirect):
            application = web.Application()
            application.router.add_route("*", "/{path:.*}", handler)
            self.servers.append(TestServer(application))
            await self.servers[-1].start_server()

    async def _note(self, request: web.Request) -> web.Response:
        self.got.append(request.path + await request.text())
        return web.json_response({"ok": True, "result": True})

    async def _redirect(self, request: web.Request) -> web.Response:
        return web.Response(status=self.status, headers={"Location": str(self.servers[0].make_url(request.path))})


@pytest.fixture
async def elsewhere() -> AsyncIterator[Elsewhere]:
    elsewhere = Elsewhere()
    await elsewhere.start()
    yield elsewhere
    for server in elsewhere.servers:
        await server.close()


@pytest.fixture
async def bot(elsewhere: Elsewhere) -> AsyncIterator[Bot]:
    address = str(elsewhere.servers[1].make_url("/")).rstrip("/")
    bot = make_bot(Settings(bot_token=TOKEN, bot_api_url=address, _env_file=None))
    yield bot
    await (await bot.session.create_session()).close()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_it_takes_the_token_to_no_other_server(bot: Bot, elsewhere: Elsewhere, status: int) -> None:
    elsewhere.status = status
    with pytest.raises(TelegramNetworkError, match=f"redirect \\({status}\\)") as refused:
        await bot.send_message(1, "слово")
    assert elsewhere.got == []
    assert TOKEN not in str(refused.value)
    assert outcome_of(refused.value) is Outcome.NOT_SENT
