"""The windows of people: card, settings, privacy, the curator's register, links, commands."""

import re

from aiogram.types import BotCommandScopeChat

from models.people import cards, grants
from models.people.states import MentorState, PersonState
from models.people.tables import Account, MentorProfile, Person, RoleGrant
from models.terms import MentorSource, Role
from tests.oversight.life import Life
from tests.people.phone import press, write
from tests.play import Play
from tests.town import Town


async def test_it_changes_a_card_without_typing_except_about_oneself(play: Play, town: Town) -> None:
    mentor = await town.mentor("Лебедева Ирина Викторовна")
    irina = await play.person(mentor)
    await press(play, irina, "Карточка", "Ещё одно место", "Места", "5")
    assert "Наставляемых одновременно: 5" in irina.last.text
    await press(play, irina, "Время", "вт 15–18", "чт 15–18", "вт 15–18", "Готово")
    assert "Время: чт 15–18" in irina.last.text
    await press(play, irina, "О себе")
    await irina.send_sticker()
    await play.settle()
    assert "Здесь нужен текст" in irina.messages[-2].text
    await write(play, irina, "Люблю <b>опыты</b> & физику")
    assert "О себе: Люблю <b>опыты</b> & физику" in irina.last.text
    await press(play, irina, "Откуда я", "Предприятие", "Взять паузу")
    assert "Пауза" in irina.last.text
    await press(play, irina, "Снова принимаю", "Темы", "1. работа с классом", "оценивание", "Готово")
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == mentor)
    assert card.strong_topics == ["LESSON_ANALYSIS", "ASSESSMENT"]
    assert (card.state, card.source) == (MentorState.APPROVED, MentorSource.ENTERPRISE)


async def test_it_speaks_the_other_language_from_the_press_on(play: Play, town: Town) -> None:
    mentee = await play.person(await town.mentee("Кузнецова Ольга Сергеевна"))
    await press(play, mentee, "Настройки", "Язык", "English")
    assert "Quiet hours: 20:00–07:30" in mentee.last.text
    await write(play, mentee, "/language")
    await press(play, mentee, "Русский")
    assert "по-русски" in mentee.last.text


async def test_it_settles_quiet_hours_name_and_position(play: Play, town: Town) -> None:
    person = await town.mentee("Кузнецова Ольга Сергеевна")
    olga = await play.person(person)
    await press(play, olga, "Настройки", "Тихие часы", "22:00–07:00", "Имя")
    await write(play, olga, "Кузнецова-Белова Ольга Сергеевна")
    await press(play, olga, "Чем занимаюсь")
    await write(play, olga, "м" * 101)
    assert "до 100 знаков" in "".join(message.text for message in olga.messages)
    await write(play, olga, "математика,  первый год")
    row = await town.row(Person, person)
    assert (row.quiet_hours, row.family_name, row.position) == (
        "22:00-07:00",
        "Кузнецова-Белова",
        "математика, первый год",
    )


async def test_it_withdraws_a_consent_in_two_taps_and_lets_the_person_come_back(play: Play, town: Town) -> None:
    marina = await play.person(town.curator)
    person = await town.mentee("Кузнецова Ольга Сергеевна")
    olga = await play.person(person)
    await write(play, olga, "/privacy")
    assert "31.08.2027" in olga.last.text
    await press(play, olga, "Отозвать согласие", "Да, отозвать")
    assert (await town.row(Person, person)).state is PersonState.BLOCKED
    assert "Согласие отозвано" in olga.last.text
    assert "Согласие отозвано: Кузнецова О. С." in marina.last.text
    await write(play, olga, "/privacy")
    assert "ничего не хранится" in olga.last.text
    await write(play, olga, "/menu")
    assert "Начать" in olga.buttons


async def test_it_enters_a_mentor_and_hands_them_a_link_that_opens_their_place(play: Play, town: Town) -> None:
    marina = await play.person(town.curator)
    await press(play, marina, "Люди", "Записать человека", "Наставник")
    await write(play, marina, "🙂")
    await write(play, marina, "Титов Павел Львович")
    await write(play, marina, "физика")
    await press(play, marina, "Оформлено в школе", "методика", "Готово")
    assert "Наставник записан: Титов П. Л." in marina.last.text
    await press(play, marina, "Дать ссылку")
    found = re.search(r"https://t\.me/nastavnik_test_bot\?start=(\S+)", marina.last.text)
    assert found
    pavel = play.stranger("Павел")
    await pavel.start(found[1])
    await play.settle()
    assert "Павел Львович, здравствуйте!" in pavel.last.text
    await press(play, pavel, "Начать", "Мне есть 18", "Даю согласие")
    assert "Карточка" in pavel.buttons
    assert len(await town.rows(Person, Person.family_name == "Титов")) == 1


async def test_it_makes_a_link_for_many_and_appoints_a_deputy(play: Play, town: Town) -> None:
    marina = await play.person(town.curator)
    mentor = await town.mentor("Титов Павел Львович")
    await press(play, marina, "Пригласить в программу", "Наставляемый", "10 человек")
    assert "На 10 человек" in marina.last.text
    await press(play, marina, "Люди", "Титов П. Л.", "Назначить заместителем")
    assert "куратор школы (заместитель)" in marina.last.text
    [grant] = await town.rows(RoleGrant, RoleGrant.person_id == mentor, RoleGrant.role == Role.CURATOR_SCHOOL)
    assert grant.is_deputy


async def test_it_refuses_to_end_the_last_curators_role_and_says_what_to_do(play: Play, town: Town) -> None:
    marina = await play.person(town.curator)
    await press(play, marina, "Люди", "Соколова М. П.", "Снять роль", "куратор школы")
    assert "Сначала назначьте заместителя" in marina.alerts[-1]


async def test_it_refuses_forged_and_foreign_buttons(play: Play, town: Town) -> None:
    stranger_mentor = await town.mentor(organisation=town.other_school, card={"state": MentorState.APPLICANT})
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == stranger_mentor)
    marina = await play.person(town.curator)
    for data in (f"p-card:{card.id}:1", "p-card:0:1", "p-card:99999999999999999999:1", "p-who:-1", "p-lang:xx"):
        await marina.tap_data(data)
        await play.settle()
    await marina.tap_data(f"p-who:{stranger_mentor}")
    await play.settle()
    assert all(alert for alert in marina.alerts[-6:-1])
    assert (await town.row(MentorProfile, card.id)).state is MentorState.APPLICANT
    assert not any("Кузнецова" in message.text for message in marina.messages)


async def test_it_keeps_a_mentee_out_of_the_register(play: Play, town: Town) -> None:
    olga = await play.person(await town.mentee("Кузнецова Ольга Сергеевна"))
    await olga.tap_data("p-all")
    await play.settle()
    assert "Соколова" not in "".join(message.text for message in olga.messages)
    assert "все: 0" in olga.last.text or olga.alerts[-1]


async def test_it_answers_every_command_in_every_window(play: Play, town: Town) -> None:
    irina = await play.person(await town.mentor("Лебедева Ирина Викторовна"))
    for command, expected in (
        ("/help", "Прервать начатое"),
        ("/language", "Which language"),
        ("/privacy", "Ваши данные"),
        ("/cancel", "доброе утро"),
        ("/menu", "Ирина Викторовна, доброе утро!"),
    ):
        await write(play, irina, "/menu")
        await press(play, irina, "Карточка", "О себе")
        await write(play, irina, command)
        assert expected in irina.last.text


async def test_it_tells_the_curator_once_that_somebody_has_stopped_the_bot(play: Play, town: Town) -> None:
    marina = await play.person(town.curator)
    olga = await play.person(await town.mentee("Кузнецова Ольга Сергеевна"))
    await olga.block()
    await play.settle()
    await play.move(hours=6)
    assert sum("Бот не может написать: Кузнецова О. С." in message.text for message in marina.messages) == 1
    await olga.unblock()
    await play.settle()
    await write(play, olga, "/menu")
    assert "Ольга Сергеевна" in olga.last.text


async def test_it_reaches_whoever_could_not_be_written_to_once_they_are_back(play: Play, town: Town) -> None:
    act = await town.act(town.curator)
    mentee = await town.mentee("Кузнецова Ольга Сергеевна")
    await act(grants.grant_role, mentee, Role.MENTOR)
    await (await town.act(mentee))(cards.fill_card, ["METHODS"])
    await play.settle()
    [account] = await town.rows(Account, Account.person_id == town.curator)
    assert account.blocked_bot
    await play.person(town.curator)
    assert not (await town.row(Account, account.id)).blocked_bot


async def test_it_offers_the_commands_of_the_role_in_ones_language(play: Play, town: Town) -> None:
    irina = await play.person(await town.mentor("Лебедева Ирина Викторовна"))
    shown = await play.application.bot.get_my_commands(scope=BotCommandScopeChat(chat_id=irina.id))
    assert [one.command for one in shown] == ["menu", "card", "diary", "help", "cancel", "language", "privacy"]
    await write(play, irina, "/card")
    assert "карточка наставника" in irina.last.text
    await write(play, irina, "/people")
    assert "Ирина Викторовна, доброе утро!" in irina.last.text
    marina = await play.person(town.curator)
    for command, expected in (("/people", "Люди"), ("/week", "Школа № 25"), ("/request", "Марина Петровна")):
        await write(play, marina, command)
        assert expected in marina.last.text


async def test_it_fills_the_card_of_somebody_made_a_mentor_by_the_curator(play: Play, town: Town) -> None:
    marina = await play.person(town.curator)
    mentee = await town.mentee("Кузнецова Ольга Сергеевна", account=False)
    await press(play, marina, "Люди", "Кузнецова О. С. · без бота", "Сделать наставником", "методика", "Готово")
    assert "карточка наставника" in marina.last.text
    await press(play, marina, "Места", "3", "Назад")
    assert "наставляемый, наставник" in marina.last.text
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == mentee)
    assert (card.state, card.capacity) == (MentorState.APPROVED, 3)


async def test_it_lets_a_mentee_become_a_mentor_as_well(play: Play, town: Town) -> None:
    marina = await play.person(town.curator)
    olga = await play.person(await town.mentee("Кузнецова Ольга Сергеевна"))
    await press(play, olga, "Настройки", "Ещё одна роль", "Хочу помогать", "методика", "Готово")
    await press(play, marina, "Подтвердить")
    await write(play, olga, "/menu")
    assert {"Найти наставника", "Карточка"} <= set(olga.buttons)


async def test_it_tells_a_mentor_in_a_word_how_meetings_help(play: Play, town: Town) -> None:
    mentor = await town.mentor("Лебедева Ирина Викторовна", card={"capacity": 3})
    life = Life(town)
    irina = await play.person(mentor)
    for mark in (5, 4, 4):
        await press(play, irina, "Карточка")
        assert "Встречи помогают" not in irina.last.text
        await press(play, irina, "Меню")
        pair = await life.pair(mentor=mentor)
        await life.answer(pair, await life.meeting(pair, 1), mark)
    await press(play, irina, "Карточка")
    assert "Встречи помогают: да." in irina.last.text
    marina = await play.person(town.curator)
    await press(play, marina, "Люди", "Лебедева И. В.", "Карточка наставника")
    assert "Встречи помогают" not in marina.last.text
