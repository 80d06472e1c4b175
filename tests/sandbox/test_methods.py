import struct

import pytest
from aiogram import methods
from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge, TelegramServerError
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    MenuButtonCommands,
    MessageEntity,
    ReplyKeyboardRemove,
    ReplyParameters,
)

YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])


def png(width=640, height=480):
    return BufferedInputFile(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height), "chart.png")


def document(content=b"table", name="План.xlsx"):
    return BufferedInputFile(content, name)


async def test_it_tells_who_the_bot_is(bot):
    me = await bot.get_me()
    assert (me.id, me.first_name, me.username, me.is_bot) == (12345, "Наставник", "nastavnik_demo_bot", True)


async def test_it_takes_method_names_in_any_case_and_fields_in_any_form(sandbox, olga, http):
    address = f"{sandbox.url}/bot{sandbox.token}"
    async with http.get(f"{address}/SENDMESSAGE", params={"chat_id": olga.id, "text": "раз"}) as answer:
        assert (await answer.json())["ok"]
    async with http.post(f"{address}/sendmessage", data={"chat_id": str(olga.id), "text": "два"}) as answer:
        assert (await answer.json())["ok"]
    async with http.post(f"{address}/sendMessage", json={"chat_id": str(olga.id), "text": "три"}) as answer:
        assert (await answer.json())["ok"]
    assert [message.text for message in olga.messages[1:]] == ["раз", "два", "три"]
    assert [sent.method for sent in sandbox.sent] == ["sendMessage"] * 3


async def test_it_says_loudly_what_it_does_not_know(bot, olga):
    with pytest.raises(TelegramServerError, match="the sandbox does not know sendPoll"):
        await bot.send_poll(olga.id, "Когда?", ["Завтра", "Потом"])


async def test_it_refuses_values_of_the_wrong_kind(ask, olga):
    answer = await ask("sendMessage", chat_id=olga.id, text="Да", disable_notification="perhaps")
    assert answer["status"] == 400
    assert "disable_notification" in answer["description"]


async def test_it_takes_entities_instead_of_html(bot, olga):
    entities = [MessageEntity(type="bold", offset=0, length=2)]
    message = await bot.send_message(olga.id, "Да, приду", entities=entities)
    assert message.html_text == "<b>Да</b>, приду"
    assert olga.last.html == "<b>Да</b>, приду"


async def test_it_refuses_entities_with_links_that_are_none(bot, olga):
    entities = [MessageEntity(type="text_link", offset=0, length=2, url="javascript:alert(1)")]
    with pytest.raises(TelegramBadRequest, match="Wrong HTTP URL"):
        await bot.send_message(olga.id, "Да, приду", entities=entities)


async def test_it_replies_to_a_message(bot, olga):
    await olga.say("Вопрос")
    question = olga.messages[-1]
    reply = await bot.send_message(olga.id, "Ответ", reply_parameters=ReplyParameters(message_id=question.id))
    assert reply.reply_to_message.text == "Вопрос"


async def test_it_takes_the_keyboard_away_when_an_edit_names_none(bot, olga):
    message = await bot.send_message(olga.id, "Когда?", reply_markup=YES)
    edited = await bot.edit_message_text("Решено", chat_id=olga.id, message_id=message.message_id)
    assert edited.reply_markup is None
    assert edited.edit_date is not None
    assert olga.buttons == []


async def test_it_changes_the_keyboard_alone(bot, olga):
    message = await bot.send_message(olga.id, "Когда?", reply_markup=YES)
    where = {"chat_id": olga.id, "message_id": message.message_id}
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_reply_markup(**where, reply_markup=YES)
    await bot.edit_message_reply_markup(**where)
    assert (olga.last.text, olga.last.keyboard) == ("Когда?", [])


async def test_it_does_not_edit_a_message_with_a_reply_keyboard(bot, olga):
    message = await bot.send_message(olga.id, "Готово", reply_markup=ReplyKeyboardRemove())
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("Нет", chat_id=olga.id, message_id=message.message_id)


async def test_it_deletes_messages_of_both_sides(bot, olga):
    await olga.say("Секрет")
    sent = await bot.send_message(olga.id, "Ответ")
    assert await bot.delete_message(olga.id, sent.message_id)
    assert await bot.delete_messages(olga.id, [message.id for message in olga.messages] + [404])
    assert olga.messages == []


async def test_it_sends_a_photo_and_gives_it_back(bot, olga):
    message = await bot.send_photo(olga.id, png(), caption="<b>Итоги</b>", parse_mode="HTML")
    assert (message.photo[-1].width, message.photo[-1].height) == (640, 480)
    assert olga.last.text == "Итоги"
    again = await bot.send_photo(olga.id, message.photo[-1].file_id)
    assert again.photo[-1].file_id == message.photo[-1].file_id
    assert (await bot.download(again.photo[-1])).read() == png().data


@pytest.mark.parametrize(
    ("photo", "reason"),
    [
        (BufferedInputFile(b"no picture", "a.png"), "IMAGE_PROCESS_FAILED"),
        (png(100, 2100), "PHOTO_INVALID_DIMENSIONS"),
        (png(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (BufferedInputFile(bytes(10 * 1024 * 1024 + 1), "a.png"), "is too big for a photo"),
        ("AgAC-unknown", "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_it_refuses_what_is_no_photo(bot, olga, photo, reason):
    with pytest.raises(TelegramBadRequest, match=reason):
        await bot.send_photo(olga.id, photo)


async def test_it_sends_documents_and_voice_notes(bot, olga):
    message = await bot.send_document(olga.id, document(), caption="Приказ")
    assert (message.document.file_name, message.document.file_size) == ("План.xlsx", 5)
    with pytest.raises(TelegramBadRequest, match="can't use file of type Document as Voice"):
        await bot.send_voice(olga.id, message.document.file_id)
    voice = await bot.send_voice(olga.id, BufferedInputFile(b"ogg", "voice.ogg"), duration=7)
    assert voice.voice.duration == 7


async def test_it_refuses_uploads_above_50_megabytes(bot, olga):
    with pytest.raises(TelegramEntityTooLarge):
        await bot.send_document(olga.id, document(bytes(52 * 1024 * 1024)))


async def test_it_changes_captions_and_media(bot, olga):
    sent = await bot.send_photo(olga.id, png(), caption="Было")
    where = {"chat_id": olga.id, "message_id": sent.message_id}
    edited = await bot.edit_message_caption(**where, caption="Стало")
    assert edited.caption == "Стало"
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await bot.edit_message_text("Текст", **where)
    edited = await bot.edit_message_media(InputMediaDocument(media=document(), caption="Приказ"), **where)
    assert (edited.photo, edited.document.file_name, edited.caption) == (None, "План.xlsx", "Приказ")


async def test_it_puts_media_in_place_of_a_text(bot, olga):
    sent = await bot.send_message(olga.id, "Рисую…")
    await bot.edit_message_media(InputMediaPhoto(media=png()), chat_id=olga.id, message_id=sent.message_id)
    assert "photo" in olga.last.content
    assert olga.last.text == ""


async def test_it_copies_a_message(bot, olga, sandbox):
    maria = sandbox.person("Мария Иванова")
    await maria.start()
    await olga.send_voice(b"voice")
    copy = await bot.copy_message(maria.id, olga.id, olga.messages[-1].id, caption="Рассказ")
    assert copy.message_id == maria.last.id
    assert "voice" in maria.last.content
    assert maria.last.text == "Рассказ"


async def test_it_shows_what_the_bot_is_doing(bot, olga, sandbox):
    await bot.send_chat_action(olga.id, "typing")
    assert sandbox.world.chats[olga.id].actions == ["typing"]
    with pytest.raises(TelegramBadRequest, match="wrong parameter action"):
        await bot.send_chat_action(olga.id, "thinking")


async def test_it_keeps_commands_by_scope_and_language(bot, olga):
    scope = BotCommandScopeChat(chat_id=olga.id)

    async def commands(**where):
        return [command.command for command in await bot.get_my_commands(**where)]

    await bot.set_my_commands([BotCommand(command="menu", description="Меню")])
    await bot.set_my_commands([BotCommand(command="/digest", description="Сводка")], scope=scope, language_code="ru")
    assert await commands() == ["menu"]
    assert await commands(scope=scope, language_code="ru") == ["digest"]
    assert await commands(scope=scope) == []
    await bot.delete_my_commands()
    assert await commands() == []


async def test_it_keeps_the_bots_texts(bot, olga, sandbox):
    await bot.set_my_name("Наставник", language_code="ru")
    await bot.set_my_description("Программа наставничества школы")
    await bot.set_my_short_description("Наставничество")
    await bot.set_chat_menu_button(chat_id=olga.id, menu_button=MenuButtonCommands())
    assert sandbox.world.settings["name"] == {"ru": "Наставник"}
    assert sandbox.world.settings["menu_buttons"] == {olga.id: {"type": "commands"}}
    with pytest.raises(TelegramBadRequest):
        await bot.set_my_description("я" * 513)


async def test_it_describes_a_chat(bot, olga):
    chat = await bot.get_chat(olga.id)
    assert (chat.type, chat.first_name, chat.last_name) == ("private", "Ольга", "Кузнецова")


async def test_it_keeps_a_log_of_everything_that_was_sent(bot, olga, sandbox, time):
    await bot.send_message(olga.id, "раз")
    time.pass_by(seconds=5)
    await bot.send_message(olga.id, "два")
    with pytest.raises(TelegramBadRequest):
        await bot(methods.SendMessage(chat_id=404, text="три"))
    assert [(sent.method, sent.chat_id, sent.text) for sent in sandbox.sent] == [
        ("sendMessage", olga.id, "раз"),
        ("sendMessage", olga.id, "два"),
    ]
    assert sandbox.sent[1].time - sandbox.sent[0].time == 5
