import asyncio
import json
from datetime import timedelta

import pytest
from aiogram.types import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup
from aiohttp import FormData

from bot.sandbox import Sandbox

OURS = {"X-Sandbox": "1"}
KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Да", callback_data="yes"),
            InlineKeyboardButton(text="Сайт", url="https://a.example"),
        ]
    ]
)


class PageClient:
    def __init__(self, sandbox, http):
        self.url, self.http = f"{sandbox.url}/page", http

    async def get(self, path, **options):
        async with self.http.get(f"{self.url}{path}", **options) as response:
            return response.status, await response.json()

    async def post(self, path, body=None, headers=OURS, **options):
        options = options or {"json": body or {}}
        async with self.http.post(f"{self.url}{path}", headers=headers, **options) as response:
            return response.status, await response.json()


@pytest.fixture
def page(sandbox, http):
    return PageClient(sandbox, http)


async def test_it_shows_the_bot_the_clock_and_the_people(page, sandbox, bot):
    maria = sandbox.person("Мария Иванова", note="куратор", language_code="en")
    await maria.start()
    await bot.send_message(maria.id, "Здравствуйте")
    status, state = await page.get("/state")
    assert status == 200
    assert state["bot"] == {"name": "Наставник", "username": "nastavnik_demo_bot"}
    assert state["clock"] == {"now": "2026-10-12T08:00:00+03:00", "zone": "Europe/Moscow", "movable": False}
    person = {"id": maria.id, "name": "Мария Иванова", "note": "куратор", "unread": 1, "blocked": False}
    assert state["people"] == [{**person, "language": "en"}]
    await page.post(f"/chats/{maria.id}/read")
    assert (await page.get("/state"))[1]["people"][0]["unread"] == 0


async def test_it_shows_a_chat(page, bot, olga):
    await bot.set_my_commands([BotCommand(command="menu", description="Меню")])
    await bot.send_message(olga.id, "<b>Придёте?</b> <", parse_mode=None, reply_markup=KEYBOARD)
    status, chat = await page.get(f"/chats/{olga.id}")
    assert status == 200
    assert chat["commands"] == [{"command": "menu", "description": "Меню"}]
    start, question = chat["messages"]
    assert (start["from"], start["html"], start["keyboard"]) == ("person", "/start", None)
    assert question == {
        "id": 2,
        "from": "bot",
        "date": "2026-10-12T08:00:00+03:00",
        "edited": False,
        "html": "&lt;b&gt;Придёте?&lt;/b&gt; &lt;",
        "photo": None,
        "voice": None,
        "document": None,
        "contact": None,
        "sticker": None,
        "keyboard": [
            [{"text": "Да", "data": "yes", "url": None}, {"text": "Сайт", "data": None, "url": "https://a.example/"}]
        ],
        "reply_keyboard": None,
    }


async def test_it_shows_only_the_reply_keyboard_that_is_in_force(page, bot, olga):
    for label in ("Старая", "Новая"):
        markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text=label, request_contact=True)]])
        await bot.send_message(olga.id, label, reply_markup=markup)
    _, chat = await page.get(f"/chats/{olga.id}")
    keyboards = [message["reply_keyboard"] for message in chat["messages"]]
    assert keyboards == [None, None, [[{"text": "Новая", "request_contact": True}]]]


async def test_it_lets_people_write_start_and_block(page, bot, sandbox):
    status, newcomer = await page.post("/people", {"name": "Пётр Новиков", "language": "ru"})
    assert (status, newcomer["name"]) == (200, "Пётр Новиков")
    path = f"/chats/{newcomer['id']}"
    assert (await page.post(f"{path}/say", {"text": "Рано"}))[0] == 409
    await page.post(f"{path}/start", {"payload": "school_25"})
    await page.post(f"{path}/say", {"text": "Здравствуйте"})
    await page.post(f"{path}/contact")
    await page.post(f"{path}/sticker", {"emoji": "🙂"})
    await page.post(f"{path}/block", {"blocked": True})
    assert (await page.get("/state"))[1]["people"][0]["blocked"]
    start, text, contact, sticker, member = await bot.get_updates()
    assert (start.message.text, text.message.text) == ("/start school_25", "Здравствуйте")
    assert contact.message.contact.user_id == newcomer["id"]
    assert sticker.message.sticker.emoji == "🙂"
    assert member.my_chat_member.new_chat_member.status == "kicked"


async def test_it_shows_the_answer_to_a_tap(page, bot, olga):
    message = await bot.send_message(olga.id, "Придёте?", reply_markup=KEYBOARD)
    body = {"message_id": message.message_id, "data": "yes"}
    tap = asyncio.ensure_future(page.post(f"/chats/{olga.id}/tap", body))
    [update] = await bot.get_updates(timeout=10)
    await bot.answer_callback_query(update.callback_query.id, text="Ждём", show_alert=True)
    assert await tap == (200, {"alert": {"text": "Ждём", "modal": True}})
    assert (await page.post(f"/chats/{olga.id}/tap", {"message_id": 404, "data": "yes"}))[0] == 409
    assert (await page.post(f"/chats/{olga.id}/tap", {"data": "yes"}))[0] == 400


@pytest.mark.parametrize("kind", ["photo", "voice", "document"])
async def test_it_takes_files_and_gives_them_back(page, bot, olga, http, sandbox, kind):
    form = FormData()
    form.add_field("file", b"content", filename="plan.txt", content_type="text/plain")
    assert await page.post(f"/chats/{olga.id}/{kind}", data=form) == (200, {"ok": True})
    [update] = await bot.get_updates()
    assert getattr(update.message, kind)
    shown = (await page.get(f"/chats/{olga.id}"))[1]["messages"][-1][kind]
    url = shown["url"] if kind == "document" else shown
    async with http.get(f"{sandbox.url}{url}") as response:
        assert await response.read() == b"content"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "html" not in response.content_type


async def test_it_needs_a_file_where_a_file_is_due(page, olga):
    assert (await page.post(f"/chats/{olga.id}/photo", {"file": "text"}))[0] == 400


async def test_it_moves_the_clock_if_it_can(http, time, page):
    async def move(how):
        time.pass_by(**{"hour": {"hours": 1}, "day": {"days": 1}}[how])
        return time.now()

    assert (await page.post("/clock", {"move": "hour"}))[0] == 409
    sandbox = Sandbox("1:a", time, clock_moves=move)
    await sandbox.start()
    movable = PageClient(sandbox, http)
    assert await movable.post("/clock", {"move": "hour"}) == (200, {"now": "2026-10-12T09:00:00+03:00"})
    assert (await movable.post("/clock", {"move": "never"}))[0] == 400
    assert (await movable.get("/state"))[1]["clock"]["movable"]
    await sandbox.stop()


async def next_event(response):
    while not (line := await response.content.readline()).startswith(b"data: "):
        pass
    return json.loads(line.removeprefix(b"data: "))


async def test_it_tells_the_page_what_changed(page, bot, olga, http, sandbox):
    async with http.get(f"{page.url}/events") as response:
        assert response.content_type == "text/event-stream"
        before = await next_event(response)
        await bot.send_message(olga.id, "Здравствуйте")
        event = await next_event(response)
        assert (event["chats"], event["clock"]) == ([olga.id], False)
        assert event["version"] > before["version"]
        sandbox.person("Мария Иванова")
        assert (await next_event(response))["chats"] == []


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", "[::2]", ""])
async def test_it_is_closed_to_other_hosts(page, sandbox, http, host):
    assert (await page.get("/state", headers={"Host": host}))[0] == 403
    async with http.get(sandbox.url, headers={"Host": host}) as response:
        assert response.status == 403


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8080", "[::1]:8080", "[::1]", "LOCALHOST"])
async def test_it_is_open_to_this_machine(page, host):
    assert (await page.get("/state", headers={"Host": host}))[0] == 200


async def test_it_takes_no_orders_from_a_foreign_page(page, olga):
    path = f"/chats/{olga.id}/say"
    assert (await page.post(path, {"text": "x"}, headers={}))[0] == 403
    assert (await page.post(path, data=b"{}", headers={**OURS, "Content-Type": "text/plain"}))[0] == 415
    assert (await page.post(path, data=b"{", headers={**OURS, "Content-Type": "application/json"}))[0] == 400
    assert (await page.post("/chats/404/say", {"text": "x"}))[0] == 404


async def test_it_serves_the_page_itself_and_nothing_around_it(sandbox, http):
    async with http.get(sandbox.url) as response:
        assert response.status == 200
        assert response.content_type == "text/html"
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    async with http.get(f"{sandbox.url}/static/page.js") as response:
        assert "javascript" in response.content_type
    for path in ("/static/..%2fserver.py", "/static/nothing.js", "/server.py"):
        async with http.get(f"{sandbox.url}{path}") as response:
            assert response.status == 404


async def test_it_stops_while_a_page_listens(time, http):
    sandbox = Sandbox("1:a", time)
    await sandbox.start()
    async with http.get(f"{sandbox.url}/page/events") as response:
        await next_event(response)
        await asyncio.wait_for(sandbox.stop(), timedelta(seconds=10).total_seconds())
        assert await response.content.read() is not None
