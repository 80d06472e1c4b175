"""Every refusal of errors.json is provoked over HTTP and compared word for word."""

import asyncio
import json
from pathlib import Path

import pytest

CASES = json.loads((Path(__file__).parent / "errors.json").read_text())["cases"]
PROVOKED = {}


def provokes(case):
    def register(function):
        PROVOKED[case] = function
        return function

    return register


class Bench:
    """What a provocation may need."""

    def __init__(self, sandbox, ask, http, olga, time):
        self.sandbox, self.ask, self.http, self.olga, self.time = sandbox, ask, http, olga, time
        self.group = sandbox.group("Совет наставников")

    async def get(self, path):
        async with self.http.get(f"{self.sandbox.url}{path}") as response:
            return {**await response.json(), "status": response.status, "headers": response.headers}

    async def say(self, text="Здравствуйте", **fields):
        return await self.ask("sendMessage", **{"chat_id": self.olga.id, "text": text, **fields})

    async def button(self, **button):
        return await self.say(reply_markup={"inline_keyboard": [[{"text": "Да", **button}]]})

    async def tapped(self):
        await self.button(callback_data="yes")
        await self.olga.tap("Да")
        return self.sandbox.pending_updates[-1].body["callback_query"]["id"]

    async def held(self):
        task = asyncio.ensure_future(self.ask("getUpdates", timeout=50))
        await self.sandbox.polling.until_held()
        return task


@pytest.fixture
def bench(sandbox, ask, http, olga, time):
    return Bench(sandbox, ask, http, olga, time)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
async def test_it_refuses_in_telegrams_words(case, bench):
    if "not_provoked" in case:
        assert case["case"] not in PROVOKED
        return
    answer = await PROVOKED[case["case"]](bench)
    assert (answer["status"], answer["ok"], answer["error_code"]) == (case["code"], False, case["code"])
    assert answer["description"] == case["description"]
    if "parameters" in case:
        assert answer["parameters"] == case["parameters"]
    if "header" in case:
        name, value = case["header"].split(": ")
        assert answer["headers"][name] == value


@provokes("bad token format")
async def bad_token(bench):
    return await bench.get("/botabc/getMe")


@provokes("revoked/unknown token")
async def unknown_token(bench):
    return await bench.get("/bot12345:another/getMe")


@provokes("unknown method")
async def unknown_method(bench):
    return await bench.ask("getNothing")


@provokes("unknown path")
async def unknown_path(bench):
    return await bench.get("/nothing/here")


@provokes("chat_id missing")
async def no_chat(bench):
    return await bench.ask("sendMessage", text="Здравствуйте")


@provokes("unknown chat")
async def unknown_chat(bench):
    return await bench.say(chat_id=404)


@provokes("text missing/empty")
async def no_text(bench):
    return await bench.ask("sendMessage", chat_id=bench.olga.id)


@provokes("text only whitespace or empty after entity parsing")
async def blank_text(bench):
    for blank in (" \n ", "<b></b>"):
        assert not (await bench.say(blank, parse_mode="HTML"))["ok"]
    return await bench.say("<b> </b>", parse_mode="HTML")


@provokes("text > 4096 code points after entity parsing")
async def long_text(bench):
    assert (await bench.say("<b>" + "я" * 4096 + "</b>", parse_mode="HTML"))["ok"]
    return await bench.say("я" * 4097)


@provokes("raw text > 32768 bytes")
async def huge_text(bench):
    return await bench.say("я" * 16385)


@provokes("caption > 1024 code points")
async def long_caption(bench):
    return await bench.ask("sendDocument", chat_id=bench.olga.id, document="attach://file", caption="я" * 1025)


@provokes("unknown parse_mode")
async def unknown_mode(bench):
    return await bench.say(parse_mode="BBCode")


@provokes("HTML tag never closed")
async def never_closed(bench):
    return await bench.say("<b>Да", parse_mode="HTML")


@provokes("HTML unknown tag")
async def unknown_tag(bench):
    return await bench.say("<p>Да</p>", parse_mode="HTML")


@provokes("HTML stray end tag")
async def stray_tag(bench):
    return await bench.say("a</b>", parse_mode="HTML")


@provokes("HTML crossed tags")
async def crossed_tags(bench):
    return await bench.say("<b><i>a</b></i>", parse_mode="HTML")


@provokes("HTML '<' without '>'")
async def unclosed_tag(bench):
    return await bench.say("<b", parse_mode="HTML")


@provokes("callback_data > 64 bytes")
async def long_data(bench):
    assert (await bench.button(callback_data="я" * 32))["ok"]
    return await bench.button(callback_data="я" * 33)


@provokes("inline button with text only (or empty callback_data)")
async def text_button(bench):
    assert not (await bench.button())["ok"]
    return await bench.button(callback_data="")


@provokes("reply_markup not JSON")
async def no_json(bench):
    return await bench.say(reply_markup="{")


@provokes("reply_markup not an object")
async def no_object(bench):
    return await bench.say(reply_markup="[]")


@provokes("web_app url not https")
async def plain_web_app(bench):
    return await bench.button(web_app={"url": "http://e.org/"})


@provokes("edit with nothing changed")
async def nothing_changed(bench):
    message = (await bench.say("<b>Да</b>", parse_mode="HTML"))["result"]
    fields = {"chat_id": bench.olga.id, "message_id": message["message_id"]}
    return await bench.ask("editMessageText", text="<strong>Да</strong> ", parse_mode="HTML", **fields)


@provokes("edit unknown/deleted message")
async def edit_unknown(bench):
    return await bench.ask("editMessageText", chat_id=bench.olga.id, message_id=404, text="Да")


@provokes("edit someone else's message")
async def edit_foreign(bench):
    await bench.olga.say("Моё")
    message = bench.olga.messages[-1]
    return await bench.ask("editMessageText", chat_id=bench.olga.id, message_id=message.id, text="Да")


@provokes("delete unknown message")
async def delete_unknown(bench):
    return await bench.ask("deleteMessage", chat_id=bench.olga.id, message_id=404)


@provokes("delete not allowed (>48 h ...)")
async def delete_old(bench):
    message = (await bench.say())["result"]
    bench.time.pass_by(hours=49)
    return await bench.ask("deleteMessage", chat_id=bench.olga.id, message_id=message["message_id"])


@provokes("reply to unknown message")
async def reply_unknown(bench):
    return await bench.say(reply_parameters={"message_id": 404})


@provokes("callback query expired/unknown/answered")
async def answered_twice(bench):
    query_id = await bench.tapped()
    assert (await bench.ask("answerCallbackQuery", callback_query_id=query_id))["ok"]
    return await bench.ask("answerCallbackQuery", callback_query_id=query_id)


@provokes("answerCallbackQuery text > 200")
async def long_answer(bench):
    return await bench.ask("answerCallbackQuery", callback_query_id=await bench.tapped(), text="я" * 201)


@provokes("bad bot command name")
async def bad_command(bench):
    return await bench.ask("setMyCommands", commands=[{"command": "Меню", "description": "Меню"}])


@provokes("user blocked the bot")
async def blocked(bench):
    await bench.olga.block()
    return await bench.say()


@provokes("user never started the bot")
async def never_started(bench):
    return await bench.say(chat_id=bench.sandbox.person("Новый Человек").id)


@provokes("user deleted account")
async def deactivated(bench):
    bench.olga.deactivate()
    return await bench.say()


@provokes("bot kicked from group")
async def kicked(bench):
    bench.group.kick_bot()
    return await bench.say(chat_id=bench.group.id)


@provokes("group upgraded")
async def upgraded(bench):
    new_id = bench.group.upgrade()
    assert (await bench.say(chat_id=new_id))["ok"]
    return await bench.say(chat_id=bench.group.id)


@provokes("flood")
async def flood(bench):
    bench.sandbox.limits.flood = True
    for _ in range(20):
        assert (await bench.say(chat_id=bench.group.id))["ok"]
        bench.time.pass_by(seconds=1)
    bench.time.pass_by(seconds=35)
    return await bench.say(chat_id=bench.group.id)


@provokes("getUpdates while webhook set")
async def polling_beside_webhook(bench):
    await bench.ask("setWebhook", url="https://school.example/hook")
    return await bench.ask("getUpdates")


@provokes("second getUpdates (the FIRST, held one gets it)")
async def second_poller(bench):
    held = await bench.held()
    assert (await bench.ask("getUpdates"))["ok"]
    return await held


@provokes("setWebhook during a held getUpdates")
async def webhook_beside_polling(bench):
    held = await bench.held()
    assert (await bench.ask("setWebhook", url="https://school.example/hook"))["ok"]
    return await held


@provokes("setWebhook within 1 s of the previous")
async def webhook_twice(bench):
    bench.sandbox.limits.flood = True
    assert (await bench.ask("setWebhook", url="https://school.example/hook"))["ok"]
    return await bench.ask("setWebhook", url="https://school.example/other")


@provokes("webhook url not https")
async def plain_webhook(bench):
    return await bench.ask("setWebhook", url="http://school.example/hook")


@provokes("secret_token > 256")
async def long_secret(bench):
    return await bench.ask("setWebhook", url="https://school.example/hook", secret_token="a" * 257)


@provokes("secret_token charset")
async def odd_secret(bench):
    return await bench.ask("setWebhook", url="https://school.example/hook", secret_token="секрет")


@provokes("getFile unknown id")
async def unknown_file(bench):
    return await bench.ask("getFile", file_id="nothing")


@provokes("getFile > 20 MB")
async def big_file(bench):
    await bench.olga.send_document(bytes(20 * 1024 * 1024 + 1), "film.mp4")
    document = bench.olga.messages[-1].content["document"]
    return await bench.ask("getFile", file_id=document["file_id"])


@provokes("server restart")
async def restart(bench):
    held = await bench.held()
    await bench.sandbox.stop()
    return await held
