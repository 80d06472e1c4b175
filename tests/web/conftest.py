"""The application behind its web server, by webhook and by polling."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from bot.sandbox.person import Person
from tests.town import Town
from tests.web.hosted import Hosted


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.fixture
async def hosted(town: Town, http: ClientSession) -> AsyncIterator[Hosted]:
    """A bot to which the sandbox brings updates."""
    hosted = Hosted(town, http)
    await hosted.sandbox.start()
    await hosted.start()
    yield hosted
    await hosted.stop()
    await hosted.sandbox.stop()


@pytest.fixture
async def polling(town: Town, http: ClientSession) -> AsyncIterator[Hosted]:
    """A sandbox, for a bot that fetches updates and has a web server; the test starts it."""
    hosted = Hosted(town, http, webhook_url="")
    await hosted.sandbox.start()
    yield hosted
    await hosted.stop()
    await hosted.sandbox.stop()


@pytest.fixture
def anna(hosted: Hosted) -> Person:
    """Somebody whom the programme does not know yet, with the chat open."""
    anna = hosted.sandbox.person("Анна Новикова")
    hosted.sandbox.world.chats[anna.id].state = "active"
    return anna
