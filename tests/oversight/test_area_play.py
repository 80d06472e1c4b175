"""Monday above the schools, by taps."""

from datetime import UTC, datetime

from models.meetings.states import MeetingState
from models.mentorships.tables import CuratorTalk
from models.oversight.tables import SignalLimit
from models.terms import OrgKind
from tests.oversight.life import Life
from tests.oversight.test_play import tap
from tests.play import Play

MONDAY = datetime(2026, 10, 19, 5, tzinfo=UTC)


async def test_it_tells_a_municipality_whom_to_call_and_writes_to_the_school(play: Play, life: Life) -> None:
    town = play.town
    town.clock.moment = MONDAY
    headless = await town.organisation("Школа № 7", OrgKind.SCHOOL, town.municipality)
    pair = await life.pair(approved_days_ago=60)
    await life.meeting(pair, 25)
    for _ in range(3):
        late = await life.pair(approved_days_ago=40, organisation=town.other_school)
        await life.meeting(late, 4)
        await life.meeting(late, 11, MeetingState.PLANNED)
    await life.meeting(await life.pair(approved_days_ago=20, organisation=headless), 3)
    elena, marina = await play.person(town.municipal_curator), await play.person(town.curator)
    await play.move_to(MONDAY)
    assert elena.last.text.startswith(
        "Пн 19 октября · г. Ярославль · 3 школы\n\nНужен ваш звонок\n1. Школа № 25: 1 пара, нет встреч 25 дней\n"
        "2. Школа № 37: не отмечены 3 встречи из 6\n3. Школа № 7: куратора пока нет, 1 пара"
    )
    week = elena.last
    await tap(play, elena, "1 · Написать")
    assert elena.last.text.startswith("✅ Вопрос отправлен куратору школы.")
    assert marina.last.text.startswith("Елена Юрьевна спрашивает, как идут встречи в парах. Школа: Школа № 25")
    await elena.tap("Цифры", week)
    await play.settle()
    numbers = next(one for one in elena.messages if one.text.startswith("Неделя 12–18 октября · г. Ярославль"))
    assert "Нет встреч 14 дней: 1 школа\n• Школа № 25: 1 пара, нет встреч 25 дней" in numbers.text
    assert numbers.buttons == ["График", "Почему столько?", "К неделе"]
    await elena.tap("Почему столько?", numbers)
    await play.settle()
    assert elena.last.text.startswith("Откуда числа недели 12–18 октября\n\nВстречи: назначенные на эту неделю")
    await elena.tap("График", numbers)
    await play.settle()
    assert "photo" in elena.last.content
    await tap(play, elena, "Меню", "Неделя", "Цифры", "Назад", "Другая школа", "Школа № 25", "Ко всем школам")
    assert elena.last.text.startswith("Пн 19 октября · г. Ярославль")


async def test_it_records_a_talk_with_a_pair_and_lets_the_days_be_chosen(play: Play, life: Life) -> None:
    town = play.town
    town.clock.moment = MONDAY
    pair = await life.pair(approved_days_ago=12)
    await life.meeting(pair, 1)
    marina = await play.person(town.curator)
    await play.move_to(MONDAY)
    [talks] = [label for label in marina.buttons if "С кем поговорить" in label]
    await tap(play, marina, talks)
    await tap(play, marina, marina.buttons[0], "Разговор состоялся")
    assert marina.last.text.startswith("✅ Разговор записан")
    await marina.say("Всё идёт хорошо")
    await play.settle()
    assert [talk.note for talk in await town.rows(CuratorTalk)] == ["Всё идёт хорошо"]
    await tap(play, marina, "Меню", "Неделя", "Когда замечать", "Пара не встречается: 21")
    assert "• Пара не встречается: 14" in marina.buttons
    assert [row.days for row in await town.rows(SignalLimit)] == [14]
