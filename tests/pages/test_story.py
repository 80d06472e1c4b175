"""The story, played by hand on the demo's page; each step leaves a picture in screenshots/story/."""

import shutil
from collections.abc import AsyncIterator
from datetime import datetime
from itertools import count

import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from bot.demo.days import ZONE
from bot.demo.serve import running_demo
from tests.pages.parts import IN_BROWSER, SCREENSHOTS, keep_picture, phone
from tests.story.script import CURATOR, MENTEE, MENTOR, STORY, perform

pytestmark = IN_BROWSER

MONDAY = datetime(2026, 10, 12, 10, 0, tzinfo=ZONE)
NAMES = {"mentor_official": "Лебедева И. В."}
PHONES = {
    MENTEE: "Дарья Андреевна Новикова",
    MENTOR: "Ирина Викторовна Лебедева",
    CURATOR: "Марина Петровна Соколова",
}
MOVES = {"hour": "+1 час", "day": "+1 день", "monday": "Понедельник 08:00"}
PICTURES = SCREENSHOTS / "story"


class PageStage:
    """The story on the page: where two buttons say the same, the newest one is meant."""

    locale = "ru"

    def __init__(self, page: Page) -> None:
        self._page = page
        self._numbers = count(1)

    async def tap(self, who: str, label: str) -> None:
        chat = phone(self._page, PHONES[who])
        keys = chat.get_by_role("group", name="Кнопки сообщения")
        await keys.get_by_role("button", name=label, exact=True).last.click()
        await self._answered(chat)

    async def say(self, who: str, text: str) -> None:
        chat = phone(self._page, PHONES[who])
        field = chat.get_by_label("Сообщение", exact=True)
        await field.fill(text)
        await field.press("Enter")
        await expect(chat.locator(".from-person").last).to_contain_text(text)
        await self.picture()

    async def move(self, by: str) -> None:
        button = self._page.get_by_role("button", name=MOVES[by], exact=True)
        await button.click()
        await expect(button).to_have_attribute("aria-busy", "true")
        await self._answered(self._page.locator(".topbar"))

    async def reads(self, who: str, part: str) -> None:
        await expect(phone(self._page, PHONES[who]).locator(".from-bot").last).to_contain_text(part)

    async def picture(self) -> None:
        """Keeps what is to be seen now."""
        await keep_picture(self._page, PICTURES / f"{next(self._numbers):02}.png")

    async def _answered(self, where: Locator) -> None:
        await expect(where.locator("[aria-busy=true]")).to_have_count(0)
        await self.picture()


@pytest_asyncio.fixture(loop_scope="session")
async def demo(browser: Browser) -> AsyncIterator[Page]:
    """The demo's page on Monday morning, with the three menus open."""
    async with running_demo(at=MONDAY) as url:
        page = await browser.new_page(reduced_motion="reduce", viewport={"width": 1440, "height": 900})
        await page.goto(url)
        for name in PHONES.values():
            await phone(page, name).locator(".from-bot .key").first.wait_for()
        yield page
        await page.close()


async def test_it_is_played_by_three_people_on_the_page(demo: Page) -> None:
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    stage = PageStage(demo)
    await stage.picture()
    for step in STORY:
        await perform(stage, step, NAMES)
    await expect(phone(demo, PHONES[MENTEE]).get_by_text("Спасибо, ответ записан.").last).to_be_attached()
    await expect(phone(demo, PHONES[CURATOR]).locator(".from-bot").last).to_contain_text("Неделей раньше")
