"""What the tests of the page are made of: a scripted bot, a clock's mover, places on the page, a picture."""

import asyncio
import struct
import zlib
from base64 import b64decode
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Locator, Page

from bot.sandbox.person import Person
from models.clock import FixedClock

SCREENSHOTS = Path(__file__).parents[2] / "screenshots"
TOKEN = "12345:TEST-token-of-the-sandbox-page-0000000"

# One browser lives as long as its worker, so everything that touches it runs in one event loop and in one worker.
IN_BROWSER = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("pages")]


class ScriptedBot:
    """A bot without any framework: plain HTTP calls, and an answer for each update."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http = http
        self._base = f"{url}/bot{TOKEN}"
        self.heard: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def call(self, method: str, **params: Any) -> Any:
        """Calls a method of the Bot API and returns its result."""
        async with self._http.post(f"{self._base}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def send(self, person: Person, text: str, **params: Any) -> int:
        """Sends HTML to a person; the message's id."""
        sent = await self.call("sendMessage", chat_id=person.id, text=text, parse_mode="HTML", **params)
        return sent["message_id"]

    async def send_file(self, person: Person, method: str, field: str, file: tuple[str, bytes], **caption: str) -> None:
        """Uploads a file to a person."""
        form = aiohttp.FormData({"chat_id": str(person.id), **caption}, quote_fields=False)
        form.add_field(field, file[1], filename=file[0])
        async with self._http.post(f"{self._base}/{method}", data=form) as response:
            assert response.status == 200, await response.text()

    async def hears(self, kind: str = "message") -> dict[str, Any]:
        """The next update of that kind."""
        async with asyncio.timeout(15):
            while True:
                update = await self.heard.get()
                if kind in update:
                    return update[kind]

    async def listen(self) -> None:
        """Polls for ever."""
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                self.heard.put_nowait(update)


class Mover:
    """Moves the clock for the page, when the test lets it."""

    def __init__(self, clock: FixedClock) -> None:
        self.clock = clock
        self.free = asyncio.Event()
        self.free.set()
        self.moves: list[str] = []

    async def __call__(self, move: str) -> datetime:
        """Records the move and puts the clock forward by its step."""
        self.moves.append(move)
        await self.free.wait()
        self.clock.moment += {"hour": timedelta(hours=1), "day": timedelta(days=1)}.get(move, timedelta(0))
        return self.clock.moment


async def keep_picture(page: Page, path: Path) -> None:
    """Takes a picture for people to look at, packed lightly: packing it well costs the browser twice as much."""
    session = await page.context.new_cdp_session(page)
    picture = await session.send("Page.captureScreenshot", {"optimizeForSpeed": True})
    path.write_bytes(b64decode(picture["data"]))
    await session.detach()


def first(page: Page) -> Locator:
    """The phone that stands first."""
    return page.locator(".phone").first


def phone(page: Page, name: str) -> Locator:
    """The phone of a person."""
    return page.get_by_role("region", name=f"Телефон: {name}", exact=True)


def keyboard(*rows: list[str]) -> dict[str, list[list[dict[str, str]]]]:
    """Inline buttons whose data is the beginning of their label (64 bytes at most)."""
    return {"inline_keyboard": [[{"text": text, "callback_data": text[:30]} for text in row] for row in rows]}


def png(width: int = 320, height: int = 200) -> bytes:
    """A small picture of one colour gradient."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\0" + b"".join(bytes((90 + 160 * x // width, 73, 192)) for x in range(width))
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b"")
