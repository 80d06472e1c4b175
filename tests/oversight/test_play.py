"""Monday as curators live it: through the real application, by taps."""

from datetime import UTC, datetime

import pytest

from bot.sandbox.person import Person
from models.forms.calls import ask_help
from models.meetings.states import MeetingState
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.oversight.post import choose_time
from models.oversight.states import DigestTime, SignalCode, SignalState
from models.oversight.tables import DigestSetting, RiskSignal
from models.people.tables import Person as Somebody
from tests.oversight.life import DAY, Life
from tests.play import Play

MONDAY = datetime(2026, 10, 19, 5, tzinfo=UTC)


async def tap(play: Play, person: Person, *labels: str) -> None:
    for label in labels:
        await person.tap(label)
        await play.settle()


@pytest.fixture
async def school(play: Play, life: Life) -> dict[str, int]:
    """Somebody waits for a mentor, a pair is silent, a meeting is not recorded."""
    town = play.town
    town.clock.moment = MONDAY - 4 * DAY
    await town.mentor("Лебедева Ирина Викторовна")
    ids = {
        "mentor": await town.mentor("Титов Пётр Львович"),
        "mentee": await town.mentee("Смирнова Анна Михайловна"),
        "request": await life.request(4, mentee=await town.mentee("Кузнецова Ольга Сергеевна")),
    }
    ids["silent"] = await life.pair(mentor=ids["mentor"], mentee=ids["mentee"], approved_days_ago=60, order_ref="7")
    await life.meeting(ids["silent"], 21)
    ids["unlogged"] = await life.pair(order_ref="8")
    await life.meeting(ids["unlogged"], 1, MeetingState.PLANNED)
    return ids


async def test_it_tells_on_monday_what_to_decide_and_opens_each_thing(play: Play, school: dict[str, int]) -> None:
    marina = await play.person(play.town.curator)
    titov = await play.person(school["mentor"])
    await play.move_to(MONDAY - 4 * DAY)
    await play.move(hours=6)
    assert "Как идут встречи? В паре с вами: Анна Михайловна" in titov.last.text
    assert titov.buttons == ["Встреча была", "Назначить", "Нужна помощь"]

    await play.move_to(MONDAY)
    message = marina.last
    assert message.text.startswith(
        "Пн 19 октября · Школа № 25\n\nРешить сегодня\n1. Кузнецова О. С. — без наставника 8 дней"
    )
    assert "Подходит Лебедева И. В.: " in message.text
    assert "2. Смирнова А. М. — Титов П. Л.: нет встреч 25 дней" in message.text
    assert "Может подождать\n3. Не отмечена 1 встреча" in message.text
    assert "2 пары: 0 в порядке, 1 — отметить встречу, 1 — выше." in message.text
    assert message.buttons[:6] == [
        "1 · Предложить",
        "2 · Спросить пару",
        "3 · Напомнить (1)",
        "4 · С кем поговорить",
        "Для директора",
        "Цифры",
    ]

    await tap(play, marina, "2 · Спросить пару")
    assert "Вопрос отправлен обоим" in marina.last.text
    assert "Марина Петровна спрашивает, как идут встречи" in titov.last.text
    await tap(play, marina, "3 · Напомнить (1)")
    assert "Напоминание получит 1 человек." in marina.last.text
    await tap(play, marina, "Для директора")
    assert marina.last.text.startswith("Наставничество · Школа № 25\nНеделя 12–18 октября")
    assert "Кузнецова" not in marina.last.text
    await marina.tap("Цифры", message)
    await play.settle()
    shown = next(one for one in marina.messages if one.id == message.id)
    assert "мало данных" in shown.text
    await marina.tap("К неделе", shown)
    await play.settle()
    await tap(play, marina, "Пт 15:00")
    assert (await play.town.row(DigestSetting, play.town.curator)).time is DigestTime.FRI_15
    await marina.tap("1 · Предложить", next(one for one in marina.messages if one.id == message.id))
    await play.settle()
    assert "Кузнецова О. С." in marina.last.text


async def test_it_keeps_a_quiet_week_to_two_lines(play: Play, life: Life) -> None:
    await (await play.town.act(play.town.curator))(choose_time, DigestTime.MON_08)
    marina = await play.person(play.town.curator)
    pair = await life.pair(order_ref="7")
    for days in (-1, -3):
        await life.meeting(pair, days)
    await play.move_to(MONDAY)
    assert marina.last.text == (
        "Неделя 12–18 октября · Школа № 25\nТихая неделя: отмечены 2 встречи из 2, никто не ждёт."
    )
    assert marina.buttons == ["Для директора", "Цифры"]


async def test_it_speaks_english_to_whoever_wants_it(play: Play, school: dict[str, int]) -> None:
    await play.town.change(Somebody, play.town.curator, locale="en")
    marina = await play.person(play.town.curator)
    await play.move_to(MONDAY)
    assert "Decide today\n1. Кузнецова О. С. — 8 days without a mentor" in marina.last.text


async def test_it_shows_what_needs_a_look_and_keeps_quiet_about_what_is_no_problem(
    play: Play, school: dict[str, int]
) -> None:
    marina = await play.person(play.town.curator)
    await play.move_to(MONDAY - 4 * DAY)
    await (await play.town.act(school["mentee"]))(ask_help, "Трудно", school["silent"])
    await play.move_to(MONDAY)
    await marina.tap_data("o-s")
    await play.settle()
    assert "Просят внимания: 3" in marina.last.text
    await tap(play, marina, "Смирнова А. М. — Титов П. Л.: нет встреч")
    assert "Исчезнет само" in marina.last.text
    await tap(play, marina, "Взять в работу", "Это не проблема", "Так и задумано")
    [signal] = await play.town.rows(RiskSignal, RiskSignal.code == SignalCode.PAIR_NO_MEETING)
    assert (signal.state, signal.resolution) == (SignalState.DISMISSED, "KNOWN")
    await tap(play, marina, "Нужна помощь: Смирнова А. М.")
    assert "«Трудно»" in marina.last.text
    await tap(play, marina, "Закрыть")
    assert "Закрыто." in marina.last.text


async def test_it_refuses_forged_and_foreign_buttons(play: Play, school: dict[str, int]) -> None:
    stranger = await play.person(play.town.other_curator)
    mentee = await play.person(school["mentee"])
    await play.move_to(MONDAY)
    forged = (
        f"o-l:NO_MEETING:{school['silent']}",
        f"o-l:LOGS:{play.town.school}",
        "o-l:NO_MEETING:99",
        "o-d:numbers:1",
        "o-t:MON_09",
    )
    for person in (stranger, mentee):
        for number, data in enumerate(forged, 1):
            await person.tap_data(data)
            await play.settle()
            assert len(person.alerts) == number, (person.name, data)
    assert await play.town.rows(Notice, Notice.kind == NoticeKind.PAIR_ASKED_BY_CURATOR.value) == []


async def test_it_keeps_the_other_lines_of_a_digest_when_one_opens_a_window(play: Play, school: dict[str, int]) -> None:
    marina = await play.person(play.town.curator)
    await play.move_to(MONDAY)
    digest = marina.last
    buttons = marina.buttons
    await tap(play, marina, "1 · Предложить")
    assert marina.last.id != digest.id
    assert next(message for message in marina.messages if message.id == digest.id).buttons == buttons


async def test_it_leads_from_the_digest_to_the_numbers_of_orders(play: Play, life: Life) -> None:
    await life.pair(order_ref="")
    marina = await play.person(play.town.curator)
    await play.move_to(MONDAY)
    assert "До 31 октября — данные о парах; нет 1 номера приказа" in marina.last.text
    await tap(play, marina, "1 · Внести номера")
    assert "Пар без номера: 1" in marina.last.text
    await marina.say("№ 45 от 12.10.2026")
    await play.settle()
    await tap(play, marina, "Да, внести", "Меню", "Неделя")
    assert "номер" not in marina.last.text


async def test_it_answers_each_press_once(play: Play, school: dict[str, int], caplog: pytest.LogCaptureFixture) -> None:
    marina = await play.person(play.town.curator)
    await play.move_to(MONDAY)
    await tap(play, marina, "Пн 14:00", "1 · Предложить", "Позже", "Меню", "Неделя", "Когда присылать", "Пт 15:00")
    await tap(play, marina, "Для директора", "Цифры", "Почему столько?", "Меню", "Создать пару")
    assert [record.getMessage() for record in caplog.records if "callback" in record.getMessage()] == []
