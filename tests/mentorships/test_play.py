"""Pairs as people live them: offers, questions, silence, many pairs in a row, through the real application."""

from bot.sandbox.person import Person
from models.mentorships import propose
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.people.tables import MentorProfile
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from tests.play import Play

ASK = ("Найти наставника", "работа с классом", "разбор уроков", "Готово", "Вт или чт", "Обсудим", "Отправить")


async def _tap(play: Play, person: Person, *labels: str) -> None:
    for label in labels:
        await person.tap(label)
        await play.settle()


async def _say(play: Play, person: Person, text: str) -> None:
    await person.say(text)
    await play.settle()


async def _pairs(play: Play) -> list[Mentorship]:
    return await play.town.rows(Mentorship)


async def test_it_goes_from_a_request_to_a_pair_with_three_people(play: Play) -> None:
    mentor = await play.town.mentor("Лебедева Ирина Викторовна")
    irina, marina = await play.person(mentor), await play.person(play.town.curator)
    mentee = await play.town.mentee("Кузнецова Ольга Сергеевна", position="математика, первый год в школе")
    olga = await play.person(mentee)
    await _tap(play, olga, *ASK)
    await _tap(play, marina, "Лебедева И. В.")
    assert "<b>" not in irina.last.text
    assert "Коллега просит вас стать наставником" in irina.last.text
    assert "Ольга Сергеевна, математика, первый год в школе\n" in irina.last.text
    assert "Почему вы: обе темы сильные" in irina.last.text
    assert irina.buttons == ["Да, возьмусь", "Есть вопрос", "Сейчас не могу"]
    assert "Вам предлагают наставника: Ирина Викторовна" in olga.last.text
    await _tap(play, irina, "Есть вопрос")
    await _say(play, irina, "В каких <классах>?")
    assert "«В каких <классах>?»" in olga.last.text
    await _tap(play, olga, "Ответить")
    await _say(play, olga, "В седьмых & восьмых")
    assert "Ответ: «В седьмых & восьмых»" in irina.last.text
    await _tap(play, irina, "Да, возьмусь")
    assert "Ждём согласия: Ольга Сергеевна" in irina.last.text
    await _tap(play, olga, "Подходит")
    assert any("Ваш наставник: Ирина Викторовна" in message.text for message in olga.messages)
    assert "Пара создана: Ольга Сергеевна" in irina.last.text
    assert "Письменное согласие и приказ оформит школа." in irina.last.text
    [pair] = await _pairs(play)
    assert pair.state is MentorshipState.APPROVED
    await _tap(play, olga, "Первая встреча: 5 вопросов")
    assert "5." in olga.last.text
    await _tap(play, irina, "Показать мой контакт")
    assert "Ирина Викторовна показывает свой контакт" in olga.last.text
    await _tap(play, olga, "Открыть пару")
    assert "первая встреча впереди" in olga.last.text
    await _tap(play, olga, "Назначить встречу")
    [request] = await play.town.rows(MentoringRequest)
    assert request.state is RequestState.MATCHED


async def test_it_ends_with_two_pairs_when_all_eight_offers_are_pressed(play: Play) -> None:
    mentor = await play.town.mentor("Лебедева Ирина Викторовна")
    irina, curator = await play.person(mentor), await play.town.act(play.town.curator)
    for _ in range(8):
        await curator(propose.make_pair, await play.town.mentee(), mentor)
    await play.settle()
    offers = [message for message in irina.messages if "Да, возьмусь" in message.buttons]
    assert len(offers) == 8
    for offer in offers:
        await irina.tap("Да, возьмусь", offer)
    await play.settle()
    states = [pair.state for pair in await _pairs(play)]
    assert states.count(MentorshipState.CANCELLED) == 6
    assert sum("уже закрыто" in message.text for message in irina.messages) == 6
    assert sum("Спасибо! Ждём согласия" in message.text for message in irina.messages) == 2


async def test_it_takes_a_no_without_asking_why(play: Play) -> None:
    mentor = await play.town.mentor("Лебедева Ирина Викторовна")
    irina, marina = await play.person(mentor), await play.person(play.town.curator)
    olga = await play.person(await play.town.mentee("Кузнецова Ольга Сергеевна"))
    await _tap(play, olga, *ASK)
    await _tap(play, marina, "Лебедева И. В.")
    await _tap(play, irina, "Сейчас не могу", "Назад", "Сейчас не могу", "До января")
    assert "предложение закрыто" in irina.last.text
    assert "Лебедева И. В.: наставник сейчас не может" in marina.last.text
    assert "январ" not in marina.last.text
    assert "не сложилась" in olga.last.text
    [card] = await play.town.rows(MentorProfile)
    assert card.no_offers_before is not None
    await _tap(play, marina, "Выбрать другого")
    assert "Кузнецова О. С." in marina.last.text


async def test_it_does_not_let_silence_hold_a_request(play: Play) -> None:
    irina = await play.person(await play.town.mentor("Лебедева Ирина Викторовна"))
    maria = await play.person(await play.town.mentor("Сергеева Мария Андреевна"))
    marina = await play.person(play.town.curator)
    olga = await play.person(await play.town.mentee("Кузнецова Ольга Сергеевна"))
    await _tap(play, olga, *ASK)
    await _tap(play, marina, "Лебедева И. В.")
    await play.move(days=1)
    assert irina.last.text.startswith("Ваш ответ ещё ждут")
    await play.move(days=2)
    assert "ответа нет третий рабочий день" in marina.last.text
    assert marina.buttons == ["Напомнить", "Подождать", "Предложить следующему"]
    await play.move(days=3)
    assert len(await _pairs(play)) == 1
    await play.move(days=1, hours=1)
    assert "Коллега просит вас стать наставником" in maria.last.text
    assert any("Отвечать больше не нужно" in message.text for message in irina.messages)
    await irina.tap("Да, возьмусь")
    await play.settle()
    assert any("уже закрыто" in message.text for message in irina.messages)


async def test_it_makes_pairs_in_a_row_in_three_taps_each(play: Play) -> None:
    await play.town.mentor("Лебедева Ирина Викторовна")
    names = ("Белова Анна Петровна", "Громова Вера Ильинична")
    people = [await play.person(await play.town.mentee(name)) for name in names]
    marina = await play.person(play.town.curator)
    await _tap(play, marina, "Создать пару")
    taps = (
        ("Белова А. П.", "Лебедева И. В.", "Предложить обоим"),
        ("Громова В. И.", "Лебедева И. В.", "Уже договорились"),
    )
    for three in taps:
        assert len(three) == 3
        await _tap(play, marina, *three)
    assert "✅ Громова В. И. — Лебедева И. В.: пара создана." in marina.last.text
    assert "Вам предлагают наставника" in people[0].last.text
    assert "Ваш наставник: Ирина Викторовна" in people[1].last.text
    assert [pair.state for pair in await _pairs(play)] == [MentorshipState.PROPOSED, MentorshipState.APPROVED]


async def test_it_asks_for_a_reason_beyond_the_places(play: Play) -> None:
    await play.town.mentor("Лебедева Ирина Викторовна", card={"capacity": 0})
    await play.town.mentee("Белова Анна Петровна", account=False)
    marina = await play.person(play.town.curator)
    await _tap(play, marina, "Создать пару", "Белова А. П.", "Лебедева И. В. · мест нет", "Уже договорились")
    await _say(play, marina, "Единственный физик в школе")
    [pair] = await _pairs(play)
    assert (pair.state, pair.override_reason) == (MentorshipState.APPROVED, "Единственный физик в школе")


async def test_it_is_paused_resumed_and_ended_by_the_curator(play: Play) -> None:
    curator = await play.town.act(play.town.curator)
    mentor, mentee = (
        await play.town.mentor("Лебедева Ирина Викторовна"),
        await play.town.mentee("Кузнецова Ольга Сергеевна"),
    )
    irina, marina = await play.person(mentor), await play.person(play.town.curator)
    pair = await curator(propose.already_agreed, mentee, mentor)
    await play.town.change(Mentorship, pair.id, state=MentorshipState.ACTIVE)
    await _say(play, marina, "/menu")
    await _tap(play, marina, "Пары", "Кузнецова О. С. — Лебедева И. В.", "Пауза")
    assert "пауза" in marina.last.text
    assert "Пара на паузе: Ольга Сергеевна" in irina.last.text
    await _tap(play, marina, "Возобновить", "Прекратить", "Переезд", "Нет")
    assert "Пара закрыта" in marina.last.text
    assert "Переезд" not in irina.last.text
    assert "Пара завершила работу" in irina.last.text
    assert (await _pairs(play))[0].state is MentorshipState.TERMINATED


async def test_it_lets_the_curator_speak_for_somebody_without_an_account(play: Play) -> None:
    mentor = await play.town.mentor("Лебедева Ирина Викторовна")
    irina, marina = await play.person(mentor), await play.person(play.town.curator)
    await play.town.mentee("Белова Анна Петровна", account=False)
    await _tap(play, marina, "Создать пару", "Белова А. П.", "Лебедева И. В.", "Предложить обоим")
    await _tap(play, irina, "Да, возьмусь")
    await _say(play, marina, "/menu")
    await _tap(play, marina, "Пары", "Белова А. П. — Лебедева И. В.", "«Да» наставляемого, со слов")
    assert (await _pairs(play))[0].state is MentorshipState.APPROVED
    assert "Пара создана" in irina.last.text
