"""Asking for a mentor as people live it: through the real application, by taps and typed words."""

import pytest

from bot.sandbox.person import Person
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.people.tables import Person as Somebody
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import Intensity
from tests.play import Play

ASK = ("Найти наставника", "работа с классом", "разбор уроков", "Готово", "Вт или чт", "Обсудим", "Отправить")


async def _tap(play: Play, person: Person, *labels: str) -> None:
    for label in labels:
        await person.tap(label)
        await play.settle()


async def _say(play: Play, person: Person, text: str) -> None:
    await person.say(text)
    await play.settle()


async def _queue(play: Play, person: Person, *labels: str) -> None:
    await _say(play, person, "/menu")
    await _tap(play, person, *labels)


async def _request(play: Play) -> MentoringRequest:
    [request] = await play.town.rows(MentoringRequest)
    return request


async def test_it_takes_eight_actions_to_ask(play: Play) -> None:
    olga = await play.person(await play.town.mentee("Кузнецова Ольга Сергеевна"))
    with_frequency = (*ASK[:4], "Раз в две недели", *ASK[4:])
    await _tap(play, olga, *with_frequency)
    assert len(with_frequency) <= 8
    assert "✅ Запрос у куратора: Марина Петровна." in olga.last.text
    request = await _request(play)
    assert (request.state, request.topics) == (RequestState.SUBMITTED, ["CLASSROOM", "LESSON_ANALYSIS"])
    assert (request.intensity, request.goal) == (Intensity.FORTNIGHTLY, "")
    await _tap(play, olga, "Где мой запрос?")
    assert "Запрос у куратора: Марина Петровна" in olga.last.text


async def test_it_takes_a_goal_in_own_words_and_in_ready_made_ones(play: Play) -> None:
    olga = await play.person(await play.town.mentee("Кузнецова Ольга Сергеевна"))
    await _tap(play, olga, *ASK[:5])
    assert len(olga.buttons) >= 5
    await _say(play, olga, "<b>Тишина</b> & порядок")
    assert "«<b>Тишина</b> & порядок»" in olga.last.text
    await _tap(play, olga, "Отправить")
    assert (await _request(play)).goal == "<b>Тишина</b> & порядок"


@pytest.mark.parametrize("text", ["я" * 501, "я" * 4000])
async def test_it_says_what_to_do_about_a_goal_that_is_too_long(play: Play, text: str) -> None:
    olga = await play.person(await play.town.mentee())
    await _tap(play, olga, *ASK[:5])
    await _say(play, olga, text)
    assert any("Сократите" in message.text for message in olga.messages)
    await _tap(play, olga, "Обсудим", "Отправить")
    assert (await _request(play)).goal == ""


async def test_it_keeps_the_window_when_a_sticker_comes(play: Play) -> None:
    olga = await play.person(await play.town.mentee())
    await _tap(play, olga, *ASK[:5])
    await olga.send_sticker()
    await play.settle()
    await _tap(play, olga, "Обсудим", "Отправить")
    assert (await _request(play)).state is RequestState.SUBMITTED


async def test_it_survives_a_restart_in_the_middle(play: Play) -> None:
    olga = await play.person(await play.town.mentee())
    await _tap(play, olga, *ASK[:4])
    await play.restart()
    await _tap(play, olga, *ASK[4:])
    assert (await _request(play)).topics == ["CLASSROOM", "LESSON_ANALYSIS"]


async def test_it_wishes_for_a_mentor_changes_and_withdraws(play: Play) -> None:
    mentor = await play.town.mentor("Лебедева Ирина Викторовна")
    olga = await play.person(await play.town.mentee("Кузнецова Ольга Сергеевна"))
    await _tap(play, olga, *ASK[:6], "Хочу определённого", "Ирина Викторовна", "Готово")
    assert "Пожелание: Ирина Викторовна" in olga.last.text
    await _tap(play, olga, "Отправить", "Где мой запрос?", "Изменить", "Изменить", "разбор уроков", "Готово")
    await _tap(play, olga, "О времени договоримся", "Обсудим", "Отправить")
    request = await _request(play)
    assert (request.topics, request.slots, request.wished_mentor_ids) == (["CLASSROOM"], [], [mentor])
    await _tap(play, olga, "Где мой запрос?", "Отозвать", "Да, отозвать")
    assert (await _request(play)).state is RequestState.WITHDRAWN
    assert "отозван" in olga.last.text


async def test_it_is_decided_by_the_curator_from_the_notice(play: Play) -> None:
    await play.town.mentor("Лебедева Ирина Викторовна")
    await play.town.mentor("Сергеева Мария Андреевна", card={"topics": ["METHODS"], "strong_topics": []})
    olga = await play.person(await play.town.mentee("Кузнецова Ольга Сергеевна"))
    marina = await play.person(play.town.curator)
    await _tap(play, olga, *ASK)
    notice = marina.last
    assert "Кузнецова О. С." in notice.text
    assert "Лебедева И. В. — обе темы сильные" in notice.text
    assert notice.buttons[:2] == ["Лебедева И. В.", "Сергеева М. А."]
    assert "балл" not in notice.text
    await marina.tap("Лебедева И. В.", notice)
    await play.settle()
    assert "✅ Предложено: Кузнецова О. С. — Лебедева И. В." in marina.last.text
    [pair] = await play.town.rows(Mentorship)
    assert pair.state is MentorshipState.PROPOSED


async def test_it_is_decided_from_the_queue_in_every_way(play: Play) -> None:
    await play.town.mentor("Лебедева Ирина Викторовна")
    olga = await play.person(await play.town.mentee("Кузнецова Ольга Сергеевна"))
    marina = await play.person(play.town.curator)
    await _tap(play, olga, *ASK)
    await _queue(play, marina, "Запросы", "Кузнецова О. С.", "Задать вопрос")
    await _say(play, marina, "В каких классах?")
    assert (await _request(play)).state is RequestState.RETURNED
    assert "В каких классах?" in olga.last.text
    await _tap(play, olga, "Ответить")
    await _say(play, olga, "В седьмых")
    assert (await _request(play)).state is RequestState.SUBMITTED
    assert "В седьмых" in marina.last.text
    await _tap(play, marina, "Позже")
    assert "Место в очереди сохраняется" in marina.last.text
    await _tap(play, marina, "К очереди", "Кузнецова О. С.", "Мы уже договорились", "Лебедева И. В.")
    assert "✅ Пара создана" in marina.last.text
    assert (await _request(play)).state is RequestState.MATCHED


async def test_it_is_turned_down_in_words(play: Play) -> None:
    olga = await play.person(await play.town.mentee("Кузнецова Ольга Сергеевна"))
    marina = await play.person(play.town.curator)
    await _tap(play, olga, *ASK)
    await _queue(play, marina, "Запросы", "Кузнецова О. С.", "Отклонить")
    await _say(play, marina, "Эту тему ведёт методический центр")
    assert "методический центр" in olga.last.text
    assert (await _request(play)).state is RequestState.REJECTED


async def test_it_lets_a_colleague_propose_and_the_mentee_confirm(play: Play) -> None:
    olga = await play.person(await play.town.mentee("Кузнецова Ольга Сергеевна"))
    irina = await play.person(await play.town.mentor("Лебедева Ирина Викторовна"))
    await _tap(play, irina, "Коллеге нужен наставник", "Ольга Сергеевна", "работа с классом", "Предложить")
    assert "✅ Отправлено: Ольга Сергеевна" in irina.last.text
    assert "Ирина Викторовна" in olga.last.text
    await _tap(play, olga, "Подтвердить")
    assert "✅ Запрос у куратора" in olga.last.text
    assert (await _request(play)).state is RequestState.SUBMITTED


async def test_it_refuses_forged_and_foreign_buttons_without_a_change(play: Play) -> None:
    mentor = await play.town.mentor()
    olga = await play.person(await play.town.mentee())
    await _tap(play, olga, *ASK)
    request = await _request(play)
    stranger = await play.person(play.town.other_curator)
    for data in (
        f"r-to:{request.id}:{mentor}",
        f"r-do:later:{request.id}",
        f"r-ok:yes:{request.id}",
        "r-to:1",
        "r-to:-1:5",
    ):
        await stranger.tap_data(data)
        await play.settle()
    assert len([alert for alert in stranger.alerts if alert]) >= 3
    after = await _request(play)
    assert (after.state, after.postponed_until) == (RequestState.SUBMITTED, None)
    assert await play.town.rows(Mentorship) == []


async def test_it_asks_and_pairs_in_english(play: Play) -> None:
    mentor = await play.town.mentor("Лебедева Ирина Викторовна", locale="en")
    irina = await play.person(mentor)
    await play.town.change(Somebody, play.town.curator, locale="en")
    marina = await play.person(play.town.curator)
    olga = await play.person(await play.town.mentee("Кузнецова Ольга Сергеевна", locale="en"))
    await _tap(play, olga, "Find a mentor", "classroom management", "Done", "Tue or Thu", "We’ll talk", "Send")
    assert "Your request is with the curator" in olga.last.text
    await _tap(play, marina, "Лебедева И. В.")
    assert "A colleague asks you to be their mentor" in irina.last.text
    await _tap(play, irina, "Not now", "Until January")
    assert "cannot at present" in marina.last.text
