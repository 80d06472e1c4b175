import pytest
from aiogram.exceptions import TelegramRetryAfter


async def test_it_counts_nothing_until_it_is_told_to(bot, olga):
    for number in range(40):
        await bot.send_message(olga.id, str(number))


async def test_it_lets_a_short_burst_pass_in_one_chat(bot, olga, sandbox, time):
    sandbox.limits.flood = True
    for number in range(5):
        await bot.send_message(olga.id, str(number))
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(olga.id, "лишнее")
    assert refused.value.retry_after == 1
    time.pass_by(seconds=1)
    await bot.send_message(olga.id, "снова можно")
    assert "лишнее" not in [message.text for message in olga.messages]


async def test_it_counts_edits_as_sends_but_answers_to_taps_not(bot, olga, sandbox):
    message = await bot.send_message(olga.id, "0")
    sandbox.limits.flood = True
    for number in range(1, 6):
        await bot.edit_message_text(str(number), chat_id=olga.id, message_id=message.message_id)
    with pytest.raises(TelegramRetryAfter):
        await bot.edit_message_text("6", chat_id=olga.id, message_id=message.message_id)
    await olga.tap_data("any")
    [update] = await bot.get_updates()
    assert await bot.answer_callback_query(update.callback_query.id)


async def test_it_lets_thirty_messages_a_second_pass_in_all(bot, sandbox, time):
    people = [sandbox.person(f"Человек {number}") for number in range(31)]
    for person in people:
        await person.start()
    sandbox.limits.flood = True
    for person in people[:30]:
        await bot.send_message(person.id, "Здравствуйте")
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(people[30].id, "Здравствуйте")
    time.pass_by(seconds=1)
    await bot.send_message(people[30].id, "Здравствуйте")


async def test_it_lets_twenty_messages_a_minute_pass_in_a_group(bot, sandbox, time):
    group = sandbox.group("Совет наставников")
    sandbox.limits.flood = True
    for number in range(20):
        await bot.send_message(group.id, str(number))
        time.pass_by(seconds=1)
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(group.id, "лишнее")
    assert refused.value.retry_after == 40
    assert len(group.messages) == 20
