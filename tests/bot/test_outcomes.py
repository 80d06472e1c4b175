"""What each fault between the bot and Telegram means, by real requests."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import SendMessage

from bot.outcomes import Outcome, outcome_of, wait_after
from bot.sandbox.server import Sandbox


async def failure(bot: Bot, chat: int = 101) -> Exception:
    """How a message fails; a server that does not answer is waited for only shortly."""
    with pytest.raises(Exception) as failed:
        await bot(SendMessage(chat_id=chat, text="Здравствуйте"), request_timeout=1)
    return failed.value


REFUSALS = {
    (400, "Bad Request: message text is empty"): Outcome.REFUSED,
    (400, "Bad Request: chat not found"): Outcome.UNREACHABLE,
    (401, "Unauthorized"): Outcome.NOT_SENT,
    (403, "Forbidden: bot was blocked by the user"): Outcome.UNREACHABLE,
    (403, "Forbidden: user is deactivated"): Outcome.UNREACHABLE,
    (404, "Not Found: method not found"): Outcome.REFUSED,
    (409, "Conflict: terminated by other getUpdates request"): Outcome.REFUSED,
    (413, "Request Entity Too Large"): Outcome.REFUSED,
    (500, "Internal Server Error"): Outcome.UNKNOWN,
    (500, "Internal Server Error: restart"): Outcome.UNKNOWN,
}
BREAKS = {
    "cut": Outcome.UNKNOWN,
    "cut_after": Outcome.UNKNOWN,
    "reset": Outcome.UNKNOWN,
    "hang": Outcome.UNKNOWN,
    "bad_gateway": Outcome.UNKNOWN,
    "truncated": Outcome.UNKNOWN,
    "garbage": Outcome.UNKNOWN,
    "flood": Outcome.NOT_SENT,
}


@pytest.mark.parametrize(("answer", "outcome"), REFUSALS.items(), ids=lambda value: str(value))
async def test_it_knows_what_a_refusal_means(
    sandbox: Sandbox, bot: Bot, answer: tuple[int, str], outcome: Outcome
) -> None:
    sandbox.faults.add("error", code=answer[0], description=answer[1])
    assert outcome_of(await failure(bot)) is outcome


@pytest.mark.parametrize(("kind", "outcome"), BREAKS.items())
async def test_it_knows_what_a_broken_request_means(sandbox: Sandbox, bot: Bot, kind: str, outcome: Outcome) -> None:
    await sandbox.person("Ольга Кузнецова", user_id=101).start()
    sandbox.faults.add(kind)
    assert outcome_of(await failure(bot)) is outcome


async def test_it_knows_that_nothing_left_when_nobody_listens(sandbox: Sandbox, bot: Bot) -> None:
    await sandbox.stop()
    assert outcome_of(await failure(bot)) is Outcome.NOT_SENT


async def test_it_waits_as_long_as_telegram_asks(sandbox: Sandbox, bot: Bot) -> None:
    text = "Too Many Requests: retry after 12"
    sandbox.faults.add("error", code=429, description=text, parameters={"retry_after": 12})
    error = await failure(bot)
    assert isinstance(error, TelegramRetryAfter)
    assert outcome_of(error) is Outcome.NOT_SENT
    assert wait_after(error, 0) == wait_after(error, 9) == 12


async def test_it_follows_nobody_into_another_chat(sandbox: Sandbox, bot: Bot) -> None:
    text = "Bad Request: group chat was upgraded to a supergroup chat"
    sandbox.faults.add("error", code=400, description=text, parameters={"migrate_to_chat_id": -1001})
    assert outcome_of(await failure(bot)) is Outcome.REFUSED


def test_it_waits_twice_as_long_each_time_and_five_minutes_at_most() -> None:
    waits = [wait_after(ValueError(), attempts) for attempts in range(12)]
    assert waits[:5] == [1, 2, 4, 8, 16]
    assert waits[-1] == 300


def test_it_says_that_a_mistake_of_ours_is_no_request() -> None:
    assert outcome_of(KeyError("x")) is Outcome.NOT_TELEGRAM
