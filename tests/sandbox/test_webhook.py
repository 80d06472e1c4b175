import asyncio
from collections import defaultdict

import pytest
from aiogram import Bot, Dispatcher
from aiogram.methods import SendMessage
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web


class Hook:
    """A bot's side of a webhook that answers as it is told."""

    def __init__(self):
        self.got = asyncio.Queue()
        self.statuses = defaultdict(list)
        self.gate = asyncio.Event()
        self.gate.set()
        self.runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.1)

    def _app(self):
        app = web.Application()
        app.router.add_post("/hook", self._receive)
        return app

    async def _receive(self, request):
        body = await request.json()
        await self.gate.wait()
        await self.got.put((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), body["message"]["text"]))
        statuses = self.statuses[body["message"]["text"]]
        return web.Response(status=statuses.pop(0) if statuses else 200)

    async def start(self):
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self.runner.addresses[0][1]}/hook"

    async def next(self, count):
        return [await asyncio.wait_for(self.got.get(), 10) for _ in range(count)]


@pytest.fixture
async def hook():
    hook = Hook()
    yield hook
    await hook.runner.cleanup()


async def test_it_delivers_to_the_webhook_with_the_secret(bot, olga, sandbox, hook):
    await olga.say("до")
    await bot.set_webhook(await hook.start(), secret_token="s-e_c1")
    await olga.say("после")
    assert await hook.next(2) == [("s-e_c1", "до"), ("s-e_c1", "после")]


async def test_it_repeats_a_failed_delivery_and_keeps_the_order_of_the_chat(bot, olga, sandbox, hook):
    hook.statuses["раз"] = [500, 502]
    await bot.set_webhook(await hook.start())
    await olga.say("раз")
    await olga.say("два")
    assert [text for _, text in await hook.next(4)] == ["раз", "раз", "раз", "два"]
    assert "Wrong response" in (await bot.get_webhook_info()).last_error_message


async def test_it_does_not_let_one_chat_hold_up_another(bot, olga, sandbox, hook):
    maria = sandbox.person("Мария Иванова")
    await maria.start()
    sandbox.world.updates.clear()
    hook.statuses["раз"] = [500] * 1000
    await bot.set_webhook(await hook.start())
    await olga.say("раз")
    await maria.say("моё")
    while (await hook.next(1))[0][1] != "моё":
        pass


async def test_it_keeps_what_was_not_delivered_when_the_webhook_is_deleted(bot, olga, sandbox, hook):
    hook.gate.clear()
    await bot.set_webhook(await hook.start())
    update_id = await olga.say("раз")
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook()
    assert [update.update_id for update in await bot.get_updates()] == [update_id]


async def test_it_forgets_what_waits_if_the_bot_wants_so(bot, olga, sandbox):
    await olga.say("раз")
    await bot.delete_webhook(drop_pending_updates=True)
    assert sandbox.pending_updates == []


async def test_it_carries_out_the_method_in_the_webhooks_answer(bot, olga, sandbox):
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message, bot: Bot) -> SendMessage:
        return SendMessage(chat_id=message.chat.id, text=f"Эхо: {message.text}")

    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False).register(app, "/hook")
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook")
    await olga.say("ау")
    assert (await olga.sees("Эхо: ау")).from_bot
    await runner.cleanup()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://school.example/hook", "An HTTPS URL must be provided"),
        ("https://school.example:8080/hook", "only on ports 80, 88, 443 or 8443"),
        ("https://", "invalid webhook URL specified"),
    ],
)
async def test_it_refuses_addresses_that_telegram_refuses(ask, url, reason):
    answer = await ask("setWebhook", url=url)
    assert (answer["status"], reason in answer["description"]) == (400, True)
