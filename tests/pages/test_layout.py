"""How the page stands on screens of different widths, and whom it shows."""

import re

import pytest
from playwright.async_api import Page, expect

from bot.sandbox.page import STATIC
from tests.pages.parts import IN_BROWSER

pytestmark = IN_BROWSER


async def boxes(page: Page) -> list[dict[str, float]]:
    return [await phone.bounding_box() for phone in await page.locator(".phone").all()]


async def shown(page: Page) -> list[str]:
    return await page.locator(".who strong").all_inner_texts()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768)])
async def test_it_shows_three_phones_side_by_side_without_scrolling(open_page, screenshot, width, height):
    page = await open_page(width, height)
    phones = await boxes(page)
    assert len(phones) == 3
    assert len({phone["y"] for phone in phones}) == 1
    assert all(phone["y"] + phone["height"] <= height for phone in phones)
    assert phones[-1]["x"] + phones[-1]["width"] <= width
    assert await page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    await screenshot(page)


async def test_it_stacks_phones_of_full_width_on_a_narrow_screen(open_page, screenshot):
    page = await open_page(390, 844)
    phones = await boxes(page)
    assert [phone["y"] for phone in phones] == sorted({phone["y"] for phone in phones})
    assert all(phone["width"] >= 370 and phone["height"] <= 844 for phone in phones)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await screenshot(page)


async def test_it_shows_the_first_three_people(open_page):
    page = await open_page()
    assert await shown(page) == ["Ольга Сергеевна", "Ирина Викторовна", "Марина Петровна"]
    await expect(page.locator(".who small").nth(1)).to_have_text("наставник, школа № 25")


async def test_it_shows_whom_the_address_names(open_page, people):
    page = await open_page(anchor=f"#{people[3].id},{people[0].id}")
    assert await shown(page) == ["Пётр Ильич", "Ольга Сергеевна"]


async def test_it_remembers_who_was_chosen(open_page, people, sandbox):
    page = await open_page()
    await page.get_by_role("button", name="Ольга Сергеевна").click()
    await page.get_by_role("menuitemradio", name="Пётр Ильич").click()
    assert page.url.endswith(f"#{people[3].id},{people[1].id},{people[2].id}")
    await page.goto("about:blank")
    await page.goto(sandbox.url)
    await expect(page.locator(".who strong").first).to_have_text("Пётр Ильич")


async def test_it_swaps_two_people_who_both_stand_on_the_screen(open_page):
    page = await open_page()
    await page.get_by_role("button", name="Ольга Сергеевна").click()
    await page.get_by_role("menuitemradio", name="Марина Петровна").click()
    assert await shown(page) == ["Марина Петровна", "Ирина Викторовна", "Ольга Сергеевна"]


async def test_it_takes_a_phone_off_the_screen(open_page):
    page = await open_page()
    await page.get_by_role("region", name="Телефон: Ирина Викторовна").get_by_role("button", name="Ещё").click()
    await page.get_by_role("menuitem", name="Убрать с экрана").click()
    assert await shown(page) == ["Ольга Сергеевна", "Марина Петровна"]


async def test_it_says_that_nothing_leaves_this_computer(open_page):
    page = await open_page()
    await expect(page.get_by_role("banner").first).to_contain_text("в Telegram ничего не уходит")


async def test_it_speaks_english_when_asked_and_remembers_it(open_page):
    page = await open_page()
    await page.get_by_role("button", name="Switch to English").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Nastavnik sandbox")
    await expect(page.locator(".clock-words")).to_have_text("Mon, 12 October 2026, 08:00")
    await page.reload()
    await expect(page.get_by_role("button", name="Start").first).to_be_visible()
    assert await page.evaluate("document.documentElement.lang") == "en"


async def test_it_has_every_word_in_both_languages(open_page):
    page = await open_page()
    words = await page.evaluate("import('/static/words.js').then(({ WORDS }) => WORDS)")
    asked = {key for file in STATIC.glob("*.js") for key in re.findall(r'\bt\("([a-z-]+)"', file.read_text("utf-8"))}
    assert words["ru"].keys() == words["en"].keys()
    assert asked <= words["ru"].keys()


async def test_it_is_dark_where_the_system_is_dark(open_page, screenshot):
    async def brightness(page: Page) -> int:
        colour = await page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))

    page = await open_page()
    assert await brightness(page) > 600
    await page.emulate_media(color_scheme="dark")
    assert await brightness(page) < 150
    await screenshot(page)
    await page.emulate_media(color_scheme="light")


async def test_it_asks_nothing_of_the_network(open_page, sandbox):
    page = await open_page()
    asked = await page.evaluate("performance.getEntriesByType('resource').map((one) => new URL(one.name).origin)")
    assert set(asked) == {sandbox.url}


async def test_it_gives_every_button_a_name_and_every_picture_a_word(open_page):
    page = await open_page()
    nameless = await page.evaluate(
        "[...document.querySelectorAll('button, a, input, textarea, select')]"
        ".filter((one) => !one.ariaLabel && !one.textContent.trim() && !one.labels?.length).map((one) => one.outerHTML)"
    )
    assert nameless == []
    assert await page.locator("img:not([alt])").count() == 0
