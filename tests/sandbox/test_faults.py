import asyncio

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    RestartingTelegram,
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)


@pytest.mark.parametrize(
    ("fault", "error", "delivered"),
    [
        ({"kind": "error"}, TelegramServerError, 0),
        ({"kind": "error", "description": "Internal Server Error: restart"}, RestartingTelegram, 0),
        ({"kind": "error", "code": 403, "description": "Forbidden: no"}, TelegramForbiddenError, 0),
        (
            {"kind": "error", "code": 429, "description": "Too Many", "parameters": {"retry_after": 9}},
            TelegramRetryAfter,
            0,
        ),
        (
            {"kind": "error", "code": 400, "description": "Moved", "parameters": {"migrate_to_chat_id": -1001}},
            TelegramMigrateToChat,
            0,
        ),
        ({"kind": "flood"}, TelegramAPIError, 0),
        ({"kind": "bad_gateway"}, ClientDecodeError, 0),
        ({"kind": "page", "code": 504}, ClientDecodeError, 0),
        ({"kind": "cut"}, TelegramNetworkError, 0),
        ({"kind": "reset"}, TelegramNetworkError, 0),
        ({"kind": "cut_after"}, TelegramNetworkError, 1),
        ({"kind": "truncated"}, TelegramNetworkError, 1),
        ({"kind": "garbage"}, ClientDecodeError, 1),
        ({"kind": "shape"}, ClientDecodeError, 1),
    ],
    ids=lambda value: "-".join(map(str, value.values())) if isinstance(value, dict) else None,
)
async def test_it_breaks_as_it_is_told(bot, olga, sandbox, fault, error, delivered):
    sandbox.faults.add(method="sendMessage", **fault)
    with pytest.raises(error):
        await bot.send_message(olga.id, "Напоминание")
    assert [message.text for message in olga.messages[1:]] == ["Напоминание"] * delivered
    assert len([sent for sent in sandbox.sent if sent.method == "sendMessage"]) == delivered
    await bot.send_message(olga.id, "Всё снова хорошо")


async def test_it_hangs_until_the_client_gives_up(bot, olga, sandbox):
    fault = sandbox.faults.add(method="sendMessage", kind="hang")
    request = asyncio.ensure_future(bot.send_message(olga.id, "Напоминание", request_timeout=1))
    await fault.happened()
    with pytest.raises(TelegramNetworkError):
        await request
    assert len(olga.messages) == 1


async def test_it_lets_a_hanging_request_go(bot, olga, sandbox):
    fault = sandbox.faults.add(method="sendMessage", kind="hang")
    request = asyncio.ensure_future(bot.send_message(olga.id, "Напоминание"))
    await fault.happened()
    fault.release()
    with pytest.raises(TelegramNetworkError):
        await request


async def test_it_answers_late(bot, olga, sandbox):
    fault = sandbox.faults.add(method="sendMessage", kind="delay", seconds=0.01)
    await bot.send_message(olga.id, "Напоминание")
    assert fault.hits == 1
    assert olga.last.text == "Напоминание"


async def test_it_strikes_after_so_many_requests_and_so_often(bot, olga, sandbox):
    fault = sandbox.faults.add(method="sendMessage", kind="error", after=1, times=2)
    outcomes = []
    for number in range(4):
        try:
            await bot.send_message(olga.id, str(number))
            outcomes.append(True)
        except TelegramServerError:
            outcomes.append(False)
    assert outcomes == [True, False, False, True]
    assert fault.hits == 2


async def test_it_strikes_only_one_chat(bot, olga, sandbox):
    maria = sandbox.person("Мария Иванова")
    await maria.start()
    sandbox.faults.add(method="sendMessage", kind="error", chat_id=maria.id)
    await bot.send_message(olga.id, "Напоминание")
    with pytest.raises(TelegramServerError):
        await bot.send_message(maria.id, "Напоминание")


async def test_it_forgets_all_faults(bot, olga, sandbox):
    sandbox.faults.add(kind="error", times=100)
    sandbox.faults.clear()
    await bot.get_me()
