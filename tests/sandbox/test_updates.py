import asyncio

import pytest
from aiogram.exceptions import TelegramConflictError


async def test_it_repeats_updates_until_they_are_confirmed(bot, olga):
    ids = [await olga.say(text) for text in ("раз", "два", "три")]
    assert [update.update_id for update in await bot.get_updates(limit=2)] == ids[:2]
    assert [update.update_id for update in await bot.get_updates()] == ids
    assert [update.update_id for update in await bot.get_updates(offset=ids[1])] == ids[1:]
    assert [update.update_id for update in await bot.get_updates(offset=ids[2] + 1)] == []


async def test_it_keeps_only_the_newest_for_a_negative_offset(bot, olga, sandbox):
    ids = [await olga.say(text) for text in ("раз", "два", "три")]
    assert [update.update_id for update in await bot.get_updates(offset=-1)] == ids[2:]
    assert [update.id for update in sandbox.pending_updates] == ids[2:]


async def test_it_holds_a_poll_until_something_comes(bot, olga, sandbox):
    poll = asyncio.ensure_future(bot.get_updates(timeout=50))
    await sandbox.polling.until_held()
    update_id = await olga.say("Здравствуйте")
    assert [update.update_id for update in await poll] == [update_id]


async def test_it_serves_the_second_poller_and_sends_the_first_away(bot, olga, sandbox):
    first = asyncio.ensure_future(bot.get_updates(timeout=50))
    await sandbox.polling.until_held()
    second = asyncio.ensure_future(bot.get_updates(timeout=50))
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates"):
        await first
    await sandbox.polling.until_held()
    await olga.say("Здравствуйте")
    assert len(await second) == 1


async def test_it_queues_only_what_the_bot_asked_for(bot, olga, sandbox):
    await bot.get_updates(allowed_updates=["message"])
    assert await olga.block() == 0
    await olga.start()
    assert [update.kind for update in sandbox.pending_updates] == ["message"]
    await bot.get_updates(allowed_updates=[])
    assert await olga.block() > 0


async def test_it_forgets_taps_after_150_seconds_and_messages_after_a_day(bot, olga, sandbox, time):
    await bot.send_message(olga.id, "Когда?")
    await olga.say("Завтра")
    await olga.tap_data("later")
    time.pass_by(seconds=149)
    assert len(sandbox.pending_updates) == 2
    time.pass_by(seconds=2)
    assert [update.message.text for update in await bot.get_updates()] == ["Завтра"]
    time.pass_by(hours=24)
    assert await bot.get_updates() == []


async def test_it_lets_a_tap_be_answered_only_for_a_short_time(bot, olga, sandbox, time):
    await bot.send_message(olga.id, "Когда?")
    await olga.tap_data("later")
    [update] = await bot.get_updates()
    time.pass_by(seconds=16)
    with pytest.raises(Exception, match="query is too old"):
        await bot.answer_callback_query(update.callback_query.id)


async def test_it_remembers_everything_over_a_restart(bot, olga, sandbox):
    port = sandbox.port
    update_id = await olga.say("Здравствуйте")
    await sandbox.stop()
    await sandbox.start(port=port)
    assert [update.update_id for update in await bot.get_updates()] == [update_id]
