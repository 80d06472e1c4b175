"""The demo as its page shows it, over HTTP."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

from aiohttp import ClientSession

from bot.demo.days import ZONE
from bot.demo.people import LEBEDEVA, NOVIKOVA, SHOWN, SOKOLOVA
from bot.demo.serve import running_demo

SUNDAY = datetime(2026, 11, 22, 19, 0, tzinfo=ZONE)
"""Late enough for few hours to pass until Monday."""
Said = dict[str, Any]


class Page:
    """The page without a browser."""

    def __init__(self, session: ClientSession) -> None:
        self._session = session

    async def state(self) -> Said:
        async with self._session.get("/page/state") as response:
            return dict(await response.json())

    async def move(self, step: str) -> None:
        async with self._session.post("/page/clock", json={"move": step}, headers={"X-Sandbox": "1"}) as response:
            assert response.status == 200

    async def told(self, account: int) -> list[Said]:
        """What the bot has written to somebody."""
        async with self._session.get(f"/page/chats/{account}") as response:
            messages = (await response.json())["messages"]
        return [message for message in messages if message["from"] == "bot"]

    async def until(self, account: int, holds: Callable[[list[Said]], bool]) -> list[Said]:
        """Waits for changes until what was told to somebody is as wanted."""
        async with asyncio.timeout(60), self._session.get("/page/events") as events:
            async for _ in events.content:
                if holds(told := await self.told(account)):
                    return told
        raise AssertionError("the page has closed")


def labels(message: Said) -> list[str]:
    return [button["text"] for row in message["keyboard"] or [] for button in row]


async def test_it_opens_with_three_menus_and_tells_the_curator_on_monday_what_to_decide() -> None:
    async with running_demo(at=SUNDAY) as url, ClientSession(url) as session:
        page = Page(session)
        people = (await page.state())["people"]
        menus = {account: (await page.until(account, bool))[-1] for account in SHOWN}
        await page.move("monday")
        digest = (await page.told(SOKOLOVA))[-1]
    assert [person["id"] for person in people[:3]] == list(SHOWN)
    assert len(people) == 22
    assert "Найти наставника" in labels(menus[NOVIKOVA])
    assert "Ирина Викторовна" in menus[LEBEDEVA]["html"]
    assert digest["date"].startswith("2026-11-23T08:00")
    for part in ("Кузнецова О. С.", "Лебедева И. В.", "Смирнова А. М.", "Титов П. Л.", "Орлова Е. Н."):
        assert part in digest["html"]
    assert any(label.startswith("1") for label in labels(digest))
