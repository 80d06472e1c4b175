import asyncio

import pytest
from aiogram.types import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.sandbox import PersonError


def keyboard(*labels):
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=f"data:{label}")] for label in labels]
    )


async def test_it_brings_what_a_person_writes_to_the_bot(bot, sandbox):
    olga = sandbox.person("Ольга Кузнецова", language_code="ru")
    update_id = await olga.start("school_25")
    [update] = await bot.get_updates()
    assert update.update_id == update_id
    assert update.message.text == "/start school_25"
    assert [(entity.type, entity.length) for entity in update.message.entities] == [("bot_command", 6)]
    assert update.message.from_user.full_name == "Ольга Кузнецова"
    assert update.message.from_user.language_code == "ru"
    assert update.message.date.isoformat() == "2026-10-12T05:00:00+00:00"


async def test_it_shows_a_person_what_the_bot_writes(bot, olga):
    await bot.send_message(olga.id, "<b>Встреча</b> завтра &amp; потом", parse_mode="HTML", reply_markup=keyboard("Да"))
    message = await olga.sees("завтра")
    assert message.text == "Встреча завтра & потом"
    assert message.html == "<b>Встреча</b> завтра &amp; потом"
    assert message.from_bot
    assert olga.last is message
    assert olga.buttons == ["Да"]


async def test_it_counts_messages_of_all_private_chats_with_one_counter(bot, sandbox, olga):
    maria = sandbox.person("Мария Иванова")
    await maria.start()
    ids = [(await bot.send_message(person.id, "Здравствуйте")).message_id for person in (olga, maria, olga)]
    assert ids == [3, 4, 5]


async def test_it_taps_by_label_beginning_or_part(bot, olga):
    await bot.send_message(olga.id, "Когда?", reply_markup=keyboard("Завтра", "Завтра днём", "В пятницу"))
    for label in ("Завтра", "Завтра д", "пятниц"):
        await olga.tap(label)
    updates = await bot.get_updates()
    assert [update.callback_query.data for update in updates] == [
        "data:Завтра",
        "data:Завтра днём",
        "data:В пятницу",
    ]


async def test_it_lists_the_buttons_when_a_label_is_not_there(bot, olga):
    await bot.send_message(olga.id, "Когда?", reply_markup=keyboard("Завтра", "В пятницу"))
    with pytest.raises(PersonError, match=r"no button «Никогда».*Завтра.*В пятницу"):
        await olga.tap("Никогда")


async def test_it_does_not_guess_between_two_buttons(bot, olga):
    await bot.send_message(olga.id, "Когда?", reply_markup=keyboard("Завтра утром", "Завтра днём"))
    with pytest.raises(PersonError):
        await olga.tap("Завтра")


async def test_it_taps_an_older_message_too(bot, olga):
    await bot.send_message(olga.id, "Первое", reply_markup=keyboard("Да", "Нет"))
    first = olga.last
    await bot.send_message(olga.id, "Второе", reply_markup=keyboard("Да"))
    await olga.tap("Да", first)
    await olga.tap("Нет")
    updates = await bot.get_updates()
    assert [update.callback_query.message.text for update in updates] == ["Первое", "Первое"]


async def test_it_lets_a_forged_client_send_any_data(bot, olga):
    await bot.send_message(olga.id, "Когда?", reply_markup=keyboard("Завтра"))
    await olga.tap_data("mentor:-1")
    [update] = await bot.get_updates()
    assert update.callback_query.data == "mentor:-1"


async def test_it_remembers_the_answers_to_taps(bot, olga):
    await bot.send_message(olga.id, "Когда?", reply_markup=keyboard("Завтра"))
    await olga.tap("Завтра")
    [update] = await bot.get_updates()
    await bot.answer_callback_query(update.callback_query.id, text="Записано")
    assert await olga.alerted("Записано") == "Записано"
    assert olga.alerts == ["Записано"]


async def test_it_sees_only_what_came_after_the_last_action(bot, olga):
    await bot.send_message(olga.id, "Меню", reply_markup=keyboard("Дальше"))
    await olga.tap("Дальше")
    with pytest.raises(AssertionError, match=r"does not see «Меню»[\s\S]*\[Дальше\]"):
        await olga.sees("Меню", timeout=0)
    assert (await olga.sees("Меню", anywhere=True)).text == "Меню"
    await bot.edit_message_text("Меню, стр. 2", chat_id=olga.id, message_id=olga.last.id)
    assert (await olga.sees("Меню")).edited


async def test_it_sends_files_contacts_and_stickers(bot, olga):
    await olga.send_voice(b"voice")
    await olga.send_photo(b"photo", caption="Смотрите")
    await olga.send_document(b"table", "plan.xlsx")
    await olga.send_contact("+79001112233")
    await olga.send_sticker("🙂")
    voice, photo, document, contact, sticker = [update.message for update in await bot.get_updates()]
    assert (await bot.download(voice.voice)).read() == b"voice"
    assert (await bot.download(photo.photo[-1])).read() == b"photo"
    assert photo.caption == "Смотрите"
    assert (await bot.download(document.document)).read() == b"table"
    assert document.document.file_name == "plan.xlsx"
    assert contact.contact.phone_number == "+79001112233"
    assert contact.contact.user_id == olga.id
    assert sticker.sticker.emoji == "🙂"


async def test_it_tells_the_bot_that_it_was_blocked_and_unblocked(bot, olga):
    await olga.block()
    with pytest.raises(PersonError):
        await olga.say("Есть кто?")
    await olga.start()
    blocked, unblocked, start = await bot.get_updates()
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert unblocked.my_chat_member.new_chat_member.status == "member"
    assert start.message.text == "/start"


async def test_it_does_not_let_a_person_write_before_the_start(sandbox):
    with pytest.raises(PersonError, match="new"):
        await sandbox.person("Новый Человек").say("Привет")


async def test_it_shows_reply_keyboards(bot, olga):
    markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Мой номер", request_contact=True)]])
    await bot.send_message(olga.id, "Поделитесь номером", reply_markup=markup)
    assert olga.reply_buttons == ["Мой номер"]
    await bot.send_message(olga.id, "Ответьте", reply_markup=ForceReply())
    assert olga.reply_buttons == []


async def test_it_waits_for_what_comes_later(bot, olga):
    waiting = asyncio.ensure_future(olga.sees("Готово"))
    await bot.send_message(olga.id, "Минуту…")
    await bot.edit_message_text("Готово", chat_id=olga.id, message_id=olga.last.id)
    assert (await waiting).text == "Готово"


async def test_it_tells_the_chat_as_a_transcript(bot, olga):
    await bot.send_message(olga.id, "Когда?", reply_markup=keyboard("Завтра", "Потом"))
    assert olga.transcript().splitlines() == [
        "--- Ольга Кузнецова (active)",
        "  > 1: /start",
        "bot 2: Когда?",
        "        [Завтра]",
        "        [Потом]",
    ]
