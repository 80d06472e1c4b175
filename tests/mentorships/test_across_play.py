"""A pair across schools as four people live it."""

from tests.people.phone import press
from tests.play import Play


async def test_it_lets_another_schools_mentor_help(play: Play) -> None:
    town = play.town
    irina = await play.person(await town.mentor("Лебедева Ирина Викторовна", organisation=town.other_school))
    olga = await play.person(await town.mentee("Кузнецова Ольга Сергеевна", position="математика"))
    marina, anna = await play.person(town.curator), await play.person(town.other_curator)
    await press(play, irina, "Карточка", "Другим школам")
    assert "Сейчас: только своя школа" in irina.last.text
    await press(play, irina, "Школы муниципалитета")
    assert "Сейчас: школы муниципалитета, сегодня" in irina.last.text
    await press(play, irina, "Назад", "Позвать снова", "Можно звать")
    assert "Сейчас: можно звать снова" in irina.last.text
    await press(play, olga, "Найти наставника", "работа с классом", "Готово", "Вт или чт", "Обсудим", "Отправить")
    assert "Лебедева И. В. — другая школа: Школа № 37, тема сильная" in marina.last.text
    await press(play, marina, "Лебедева И. В.")
    assert "Другая школа просит помощи вашего наставника" in anna.last.text
    assert "Наставляемый: Кузнецова О. С., Школа № 25" in anna.last.text
    assert "Школа: Школа № 25. Куратору вашей школы это предложение тоже видно." in irina.last.text
    assert "Наставник из другой школы: Школа № 37" in olga.last.text
    waiting = ["Кузнецова О. С. — Лебедева И. В. · ждём ответа", "Меню"]
    for curator, key, said in ((marina, "Посмотреть", "Ждут другую"), (anna, "Ответить", "Другие школы просят")):
        await press(play, curator, "Неделя", f"1 · {key}")
        assert curator.last.text.startswith(said) and curator.buttons == waiting
    await press(play, irina, "Да, возьмусь")
    await press(play, olga, "Подходит")
    assert "ждём куратора школы наставника" in olga.last.text
    await press(play, anna, "Согласовать")
    assert any("Согласовано, пара создана: Кузнецова О. С. — Лебедева И. В." in one.text for one in anna.messages)
    await press(play, anna, "Открыть пару")
    assert "Наставник из другой школы: Школа № 37" in anna.last.text
    assert "Пауза" not in anna.buttons
    assert "Ваш наставник: Ирина Викторовна" in olga.last.text
    assert "Пара создана: Кузнецова О. С. — Лебедева И. В." in marina.last.text
