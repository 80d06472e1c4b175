"""The sandbox's clock on the page, and what happens when the sandbox goes away."""

import pytest
from playwright.async_api import expect

from bot.sandbox.server import Sandbox
from tests.pages.parts import IN_BROWSER

pytestmark = IN_BROWSER


async def test_it_says_the_time_in_words(open_page):
    page = await open_page()
    await expect(page.locator(".clock-words")).to_have_text("пн, 12 октября 2026, 08:00")


async def test_it_moves_the_clock_and_is_busy_meanwhile(open_page, mover):
    page = await open_page()
    mover.free.clear()
    day = page.get_by_role("button", name="+1 день")
    await day.click()
    await expect(day).to_have_attribute("aria-busy", "true")
    await page.get_by_role("button", name="+1 час").press("Enter")
    mover.free.set()
    await expect(page.locator(".clock-words")).to_have_text("вт, 13 октября 2026, 08:00")
    await expect(day).not_to_have_attribute("aria-busy", "true")
    await expect(page.locator(".strip").first).to_have_text("08:00")
    assert mover.moves == ["day"]


@pytest.mark.parametrize(("name", "move"), [("Сейчас", "now"), ("+1 час", "hour"), ("Понедельник 08:00", "monday")])
async def test_it_asks_for_each_move_by_its_name(open_page, mover, name, move):
    page = await open_page()
    button = page.get_by_role("button", name=name)
    async with page.expect_response("**/page/clock"):
        await button.click()
    assert mover.moves == [move]


async def test_it_hides_the_buttons_of_a_clock_that_stands(browser, clock):
    sandbox = Sandbox("12345:TEST-token-of-a-standing-clock-00000", clock)
    sandbox.person("Ольга Сергеевна")
    await sandbox.start()
    page = await browser.new_page()
    await page.goto(sandbox.url)
    await expect(page.locator(".clock-words")).to_contain_text("12 октября")
    await expect(page.get_by_role("button", name="+1 час")).to_be_hidden()
    await page.close()
    await sandbox.stop()


async def test_it_says_when_the_sandbox_is_gone_and_comes_back(open_page, sandbox, mentee, complaints, screenshot):
    page = await open_page()
    port = int(sandbox.url.rpartition(":")[2])
    await sandbox.stop()
    await expect(page.get_by_text("Нет связи с песочницей")).to_be_visible()
    await screenshot(page)
    await mentee.say("Пока никто не слышал")
    await sandbox.start(port=port)
    await expect(page.get_by_text("Нет связи с песочницей")).to_be_hidden(timeout=15_000)
    await expect(page.locator(".phone").first.get_by_text("Пока никто не слышал")).to_be_visible()
    assert all("net::ERR" in complaint for complaint in complaints)
    complaints.clear()
