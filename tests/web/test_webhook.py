"""Updates that Telegram brings: who may bring them, what is confirmed, and when."""

import asyncio
import logging

import pytest
from aiohttp import ClientSession
from sqlalchemy import text

from bot.inbox import InboxState
from bot.polling import ALLOWED_UPDATES
from bot.sandbox.person import Person
from bot.unusable import UnusableError
from bot.web import webhook
from bot.web.server import LARGEST_BODY
from bot.web.webhook import AT_ONCE, SECRET_HEADER
from tests.town import Town
from tests.web.hosted import SECRET, Hosted, answers, said

WORDS = "канарейка-8-900-123-45-67"


async def test_it_tells_telegram_the_address_and_answers_what_comes_there(hosted: Hosted, anna: Person) -> None:
    await anna.start()
    await hosted.settle()
    assert answers(anna)
    assert await hosted.states() == [InboxState.DONE]
    info = await hosted.application.bot.get_webhook_info()
    assert (info.url, info.max_connections) == (f"{hosted.url}/updates", AT_ONCE)
    assert info.allowed_updates == sorted(ALLOWED_UPDATES)


async def test_it_lets_nobody_in_without_the_secret(hosted: Hosted, anna: Person) -> None:
    update = said(anna, 1, WORDS)
    wrong = [None, "another", f"{SECRET}x", SECRET[:-1], "", "x" * 10_000, "секрет", SECRET.upper()]
    assert [await hosted.post(update, secret) for secret in wrong] == [401] * len(wrong)
    assert await raw(hosted, SECRET_HEADER.encode() + b": \xff\xfe\r\n") == b"401"
    assert await hosted.states() == []
    assert await hosted.post(update) == 200


async def test_it_answers_whoever_knocks_in_another_way_with_a_status_and_logs_no_bytes_of_theirs(
    hosted: Hosted, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert await raw(hosted, f"Bad header {SECRET}\r\n".encode()) == b"400"
    async with hosted.http.get(f"{hosted.url}/updates", headers={SECRET_HEADER: SECRET}) as response:
        assert response.status == 405
    assert (await hosted.get("/"))[0] == 404
    assert "a request failed: " in caplog.text
    assert SECRET not in caplog.text
    assert "Traceback" not in caplog.text


async def test_it_refuses_what_is_no_update_and_logs_its_number_alone(
    hosted: Hosted, anna: Person, caplog: pytest.LogCaptureFixture
) -> None:
    strange = {"update_id": 77, "message": {"text": WORDS}}
    for body in (b"", b"{", b"[]", b"\xff", b"[" * 100_000, {"update_id": WORDS}, strange):
        assert await hosted.post(body) == 400
    assert await hosted.post(b"x" * (LARGEST_BODY + 1)) == 413
    assert await hosted.states() == []
    assert "update 77 is none" in caplog.text
    assert WORDS not in caplog.text


async def test_it_handles_an_update_once_however_often_it_comes(hosted: Hosted, anna: Person) -> None:
    update = said(anna, 5, "/start")
    together = await asyncio.gather(*(hosted.post(update) for _ in range(5)))
    await hosted.settle()
    assert [*together, await hosted.post(update)] == [200] * 6
    await hosted.settle()
    assert await hosted.states() == [InboxState.DONE]
    assert len(answers(anna)) == 1


async def test_it_handles_each_update_once_whatever_their_order(hosted: Hosted, anna: Person) -> None:
    for update_id in (12, 11, 12, 11):
        assert await hosted.post(said(anna, update_id, "/start")) == 200
    await hosted.settle()
    assert await hosted.states() == [InboxState.DONE] * 2
    assert len(answers(anna)) == 2


async def test_it_confirms_nothing_that_is_not_stored(hosted: Hosted, anna: Person, town: Town) -> None:
    await town.database.write(lambda session: session.execute(text("ALTER TABLE inbox RENAME TO away")))
    await anna.start()
    while hosted.sandbox.webhook.last_error is None:
        await asyncio.sleep(0.01)
    assert "503" in hosted.sandbox.webhook.last_error
    await town.database.write(lambda session: session.execute(text("ALTER TABLE away RENAME TO inbox")))
    await hosted.settle()
    assert await hosted.states() == [InboxState.DONE]
    assert len(answers(anna)) == 1


async def test_it_confirms_at_once_what_it_will_handle_later_and_a_stop_leaves_it_stored(
    hosted: Hosted, anna: Person
) -> None:
    hosted.sandbox.faults.add("delay", "sendMessage", seconds=0.3)
    assert [await hosted.post(said(anna, number, "/start")) for number in (1, 2)] == [200, 200]
    assert await hosted.states() == [InboxState.NEW, InboxState.NEW]
    await hosted.stop()
    assert await hosted.states() == [InboxState.DONE, InboxState.NEW]
    await hosted.start()
    await hosted.settle()
    assert await hosted.states() == [InboxState.DONE, InboxState.DONE]
    assert len(answers(anna)) == 2


async def test_it_lets_telegram_keep_what_cannot_be_worked_off(
    hosted: Hosted, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "BACKLOG", 2)
    hosted.sandbox.faults.add("delay", "sendMessage", seconds=0.5)
    assert [await hosted.post(said(anna, number, "/start")) for number in (1, 2)] == [200, 200]
    with monkeypatch.context() as impatient:
        impatient.setattr(webhook, "HELD_SECONDS", 0.02)
        assert await hosted.post(said(anna, 3, "/start")) == 503
    assert await hosted.states() == [InboxState.NEW, InboxState.NEW]
    assert await hosted.post(said(anna, 3, "/start")) == 200, "with a little patience there is room"
    assert await hosted.states() != [InboxState.NEW] * 3


async def test_it_sends_away_who_waits_for_room_when_it_stops(
    hosted: Hosted, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "BACKLOG", 1)
    hosted.sandbox.faults.add("delay", "sendMessage", seconds=0.5)
    assert await hosted.post(said(anna, 1, "/start")) == 200
    held = asyncio.create_task(hosted.post(said(anna, 2, "/start")))
    while not hosted.application.receiver.held:
        await asyncio.sleep(0.01)
    await hosted.stop()
    assert await held == 503
    assert await hosted.states() == [InboxState.DONE]
    await hosted.start()


async def test_it_listens_no_more_once_it_is_stopped(hosted: Hosted, anna: Person, http: ClientSession) -> None:
    await anna.start()
    await hosted.settle()
    await hosted.stop()
    with pytest.raises(OSError):
        await asyncio.open_connection("127.0.0.1", hosted.port)
    await anna.say("пока никого нет")
    await hosted.start()
    await hosted.settle()
    assert await hosted.states() == [InboxState.DONE, InboxState.DONE]


async def test_it_waits_out_a_telegram_that_does_not_take_the_address_yet(town: Town, http: ClientSession) -> None:
    hosted = Hosted(town, http)
    await hosted.sandbox.start()
    hosted.sandbox.faults.add(
        "error", "setWebhook", code=429, description="Too Many Requests: retry after 0", parameters={"retry_after": 0}
    )
    await hosted.start()
    try:
        anna = hosted.sandbox.person("Анна Новикова")
        await anna.start()
        await hosted.settle()
        assert answers(anna)
    finally:
        await hosted.stop()
        await hosted.sandbox.stop()


async def test_it_ends_with_what_telegram_says_about_an_address_that_it_does_not_take(
    town: Town, http: ClientSession
) -> None:
    hosted = Hosted(town, http, webhook_url="http://school.example/updates")
    await hosted.sandbox.start()
    await hosted.start()
    with pytest.raises(UnusableError, match=r"Telegram does not take WEBHOOK_URL: .*An HTTPS URL must be provided"):
        await hosted.receiving
    await hosted.stop()
    await hosted.sandbox.stop()


async def test_it_polls_what_was_meant_for_a_webhook_that_is_given_up(polling: Hosted) -> None:
    await polling.sandbox.webhook.set(polling.sandbox.webhook.checked("https://school.example/hook", "", 40))
    anna = polling.sandbox.person("Анна Новикова")
    await anna.start()
    await polling.start()
    await polling.settle()
    assert answers(anna)
    assert polling.sandbox.webhook.target is None


async def raw(hosted: Hosted, header: bytes) -> bytes:
    """The status of an update that is brought with a header line as it stands."""
    reader, writer = await asyncio.open_connection("127.0.0.1", hosted.port)
    writer.write(
        b"POST /updates HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + b"Content-Length: 2\r\n\r\n{}"
    )
    status = (await reader.readline()).split()[1]
    await reader.read()
    writer.close()
    await writer.wait_closed()
    return status
