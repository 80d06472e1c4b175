"""What looks like HTML is shown as somebody has typed it, and the longest words still fit into a message."""

from zoneinfo import ZoneInfo

from bot.sandbox.person import Person
from models.notices.rules import next_monday
from tests.house.test_texts import TEXT_LIMIT
from tests.play import Play

GOAL = ("Хочу <b>всё & сразу</i> &amp; " * 20)[:500].strip()
LONG = '<i>Мало & "времени" &lt;'
PLACE = "каб. <214> & холл"
NAME, MENTOR = "<b>Куз&ова О<льга С&amp;вна", "Ле<u>бедева И&рина В>на"


async def play_on(play: Play, person: Person, *acts: str) -> None:
    """Taps labels; what begins with «!» is said."""
    for act in acts:
        await (person.say(act[1:]) if act.startswith("!") else person.tap(act))
        await play.settle()


async def test_it_shows_hostile_names_and_words_as_typed(play: Play) -> None:
    town = play.town
    mentor = await town.mentor(MENTOR, position="химия & <b>физика")
    mentee = await town.mentee(NAME, position="<i>математика & ОБЖ")
    irina, olga, marina = [await play.person(one) for one in (mentor, mentee, town.curator)]
    await play_on(play, olga, "Найти наставника", "работа с классом", "Готово", "Вт или чт", f"!{GOAL}", "Отправить")
    assert "<b>Куз&ова О. С." in marina.last.text
    assert GOAL in marina.last.text
    await play_on(play, marina, "Ле<u>бедева И. В.")
    assert "О<льга С&amp;вна, <i>математика & ОБЖ" in irina.last.text
    assert GOAL in irina.last.text
    await play_on(play, irina, "Есть вопрос", f"!{LONG}")
    assert LONG in olga.last.text
    await play_on(play, olga, "Ответить", f"!{LONG * 20}")
    assert LONG * 20 in irina.last.text
    await play_on(play, irina, "Да, возьмусь")
    await play_on(play, olga, "Подходит")
    await play_on(play, marina, "Открыть пару")
    assert marina.last.text.startswith("<b>Куз&ова О. С. — Ле<u>бедева И. В.")
    assert GOAL in marina.last.text
    await play_on(play, irina, "Назначить встречу", "13", "15:30", f"!{PLACE}")
    assert f"И&рина В>на · {PLACE}" in olga.last.text
    await play.move(days=1, hours=7)
    await play_on(play, irina, "Да", f"!{LONG * 90}")
    await play.move(hours=1)
    assert any(LONG * 50 in message.text for message in olga.messages)
    await play_on(play, olga, "Почти нет", "Поговорить с куратором")
    await play_on(play, olga, "Достаточно", "Добавить слово", f"!{LONG * 80}")
    await play.move_to(next_monday(play.clock.moment, ZoneInfo("Europe/Moscow")))
    assert "<b>Куз&ова О. С. просит о разговоре" in marina.last.text
    for person in (irina, olga, marina):
        for message in person.messages:
            assert len(message.text) <= TEXT_LIMIT or message.text.startswith(LONG), message.text
            assert "&lt;b" not in message.text
            assert "amp;amp" not in message.text
