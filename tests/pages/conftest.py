"""A sandbox, a scripted bot and a real browser for the tests of the sandbox's page."""

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Error, Page, async_playwright, expect

from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from models.clock import FixedClock
from tests.pages.parts import SCREENSHOTS, TOKEN, Mover, ScriptedBot, keep_picture

MONDAY = datetime(2026, 10, 12, 5, 0, tzinfo=UTC)  # 08:00 in Moscow
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
TIDY = """() => {
  localStorage.clear();
  return document.documentElement.lang === "ru" && !document.querySelector("dialog, .menu, .toast, .recording");
}"""
"""Whether a page is as it was when it was opened."""
MEET = """(ids) => {
  const here = [...document.querySelectorAll(".phone")].map((phone) => Number(phone.dataset.person));
  const done = here.join() === ids.join();
  history.replaceState(null, "", "/");
  if (done) localStorage.clear();
  else location.hash = ids.join();
  return done;
}"""
"""Asks for the phones of people; whether they stand there."""
expect.set_options(timeout=60_000)  # a busy machine must not fail a test


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path; without one the tests are skipped, but never in CI."""
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if path is None:
        reason = "no Chromium on this machine: install Debian's package chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """One browser for all pages of a worker."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture(scope="session")
def kept_mover() -> Mover:
    """What the buttons of the clock call."""
    return Mover(FixedClock(MONDAY))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def kept_sandbox(kept_mover: Mover) -> AsyncIterator[Sandbox]:
    """A running sandbox with a movable clock, the same for all tests, so that its page need not load for each."""
    sandbox = Sandbox(TOKEN, kept_mover.clock, "Наставник", "nastavnik_demo_bot", clock_moves=kept_mover)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
def sandbox(kept_sandbox: Sandbox, clock: FixedClock) -> Sandbox:
    """The sandbox as on its first day, with nobody in it."""
    world = kept_sandbox.world
    for full in (world.chats, world.files, world.sent, world.settings, world.updates, kept_sandbox.people):
        full.clear()
    return kept_sandbox


@pytest.fixture
def clock(kept_mover: Mover) -> FixedClock:
    """The sandbox's: Monday morning, standing still."""
    kept_mover.clock.moment = MONDAY
    return kept_mover.clock


@pytest.fixture
def mover(kept_mover: Mover) -> Mover:
    """What the buttons of the clock call."""
    kept_mover.moves.clear()
    return kept_mover


@pytest.fixture
def people(sandbox: Sandbox) -> list[Person]:
    """Mentee, mentor, curator, and a parent who stands outside the page's first three."""
    return [
        sandbox.person("Ольга Сергеевна", note="наставляемый, школа № 25"),
        sandbox.person("Ирина Викторовна", note="наставник, школа № 25"),
        sandbox.person("Марина Петровна", note="куратор, школа № 25"),
        sandbox.person("Пётр Ильич", note="родитель"),
    ]


@pytest_asyncio.fixture(loop_scope="session")
async def mentee(people: list[Person]) -> Person:
    """The first person, who has started the bot."""
    await people[0].start()
    return people[0]


@pytest_asyncio.fixture(loop_scope="session")
async def bot(sandbox: Sandbox) -> AsyncIterator[ScriptedBot]:
    """A bot that listens."""
    async with aiohttp.ClientSession() as http:
        bot = ScriptedBot(http, sandbox.url)
        listening = asyncio.create_task(bot.listen())
        yield bot
        listening.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await listening


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of: errors of scripts, refusals by the page's security policy, failed requests."""
    return []


OpenPage = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def tab(browser: Browser) -> Page:
    """A tab that tests use one after another: a new one costs more than most tests do."""
    context = await browser.new_context(reduced_motion="reduce", permissions=["microphone"])
    return await context.new_page()


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(
    tab: Page, sandbox: Sandbox, people: list[Person], complaints: list[str]
) -> AsyncIterator[OpenPage]:
    """Opens the page; anything the browser complains of fails the test."""

    def complain(cause: Error | ConsoleMessage) -> None:
        if isinstance(cause, Error) or cause.type == "error":
            complaints.append(str(cause) if isinstance(cause, Error) else cause.text)

    async def opened(width: int = 1440, height: int = 900, anchor: str = "") -> Page:
        await tab.set_viewport_size({"width": width, "height": height})
        is_open = tab.url.startswith(sandbox.url) and not anchor
        if is_open:
            await meet(tab, [person.id for person in people[:3]])
        for event in ("pageerror", "console"):
            tab.on(event, complain)
            listening.callback(tab.remove_listener, event, complain)
        if not is_open:
            await tab.goto(f"{sandbox.url}/{anchor}")
            await tab.locator(".phone").first.wait_for()
        return tab

    with contextlib.ExitStack() as listening:
        yield opened
    await tab.unroute_all()
    if not await tab.evaluate(TIDY):
        await tab.goto("about:blank")
    assert complaints == []


async def meet(page: Page, ids: list[int]) -> None:
    """Lets a page that has been open show the first people of another test, as one that has just been opened does."""
    async with asyncio.timeout(60):
        while not await page.evaluate(MEET, ids):
            await asyncio.sleep(0.02)


@pytest.fixture
def screenshot(request: pytest.FixtureRequest) -> Callable[[Page], Awaitable[None]]:
    """Keeps a picture of the page for people to look at."""

    async def taken(page: Page) -> None:
        SCREENSHOTS.mkdir(exist_ok=True)
        await keep_picture(page, SCREENSHOTS / f"{request.node.name.removeprefix('test_it_')}.png")

    return taken
