"""Meetings as people live them: through the real application, by taps and typed words."""

from datetime import UTC, datetime, timedelta

from bot.sandbox.person import Person
from handlers.meetings.buttons import MeetingButton, Step
from models.meetings import log, plan
from models.meetings.states import MeetingMethod, MeetingMode, MeetingState, Obstacle
from models.meetings.tables import Meeting, MeetingAttachment, MeetingNote, MeetingVersion
from tests.meetings.couple import TOMORROW, Couple, couple_of
from tests.play import Play


async def _tap(play: Play, person: Person, *labels: str) -> None:
    for label in labels:
        await person.tap(label)
        await play.settle()


async def _say(play: Play, person: Person, text: str) -> None:
    await person.say(text)
    await play.settle()


async def _meeting(couple: Couple) -> Meeting:
    return (await couple.meetings())[-1]


async def test_it_carries_a_meeting_from_the_plan_to_the_next_one(play: Play, couple: Couple) -> None:
    irina, olga = await play.person(couple.mentor_id), await play.person(couple.mentee_id)
    await _tap(play, irina, "Назначить", "15", "15:30")
    await _say(play, irina, "каб. 214")
    assert "✅ Назначено: чт 15 октября, 15:30" in irina.last.text
    assert "Назначена встреча: чт 15 октября, 15:30\nИрина Викторовна · каб. 214" in olga.last.text
    await _tap(play, olga, "Буду")
    assert "вас ждут" in olga.last.text
    assert "подтверждена" in irina.last.text

    start = datetime(2026, 10, 15, 12, 30, tzinfo=UTC)
    await play.move_to(start - timedelta(days=1))
    assert olga.last.text == "⏰ Завтра, чт 15 октября, 15:30\nВстреча: Ирина Викторовна · каб. 214 · беседа"
    shown = len(olga.messages)
    await play.move_to(start - timedelta(hours=1))
    assert len(olga.messages) == shown, "both have said they come: no second reminder at school"

    await play.move_to(start + timedelta(hours=1))
    assert "Состоялась?" in olga.last.text
    assert irina.buttons == ["Да", "Нет, перенести", "Нет"]
    await _tap(play, irina, "Да")
    assert "✅ Записано: чт 15 октября, 45 минут, беседа · Ольга Сергеевна" in irina.last.text
    assert "О чём договорились?" in irina.last.text
    await _say(play, irina, "Начинаем урок с <вопроса> & ждём")
    row = await _meeting(couple)
    assert (row.state, row.log_text) == (MeetingState.HELD, "Начинаем урок с <вопроса> & ждём")
    assert irina.buttons[0] == "Следующая: чт 22 октября, 15:30"
    await _tap(play, irina, "Следующая")
    row = await _meeting(couple)
    assert (row.starts_at, row.place) == (start + timedelta(days=7), "каб. 214")

    await _tap(play, olga, "Буду")
    await play.move(minutes=15)
    assert any("Начинаем урок с <вопроса> & ждём" in message.text for message in olga.messages)
    texts = [message.text for message in olga.messages if message.from_bot]
    assert sum("Состоялась?" in text for text in texts) == 1


async def test_it_writes_down_an_unplanned_meeting_in_four_taps(play: Play) -> None:
    first = await couple_of(play.town)
    await couple_of(play.town, mentor=first.mentor_id, mentee=await play.town.mentee("Орлова Елена Николаевна"))
    irina = await play.person(first.mentor_id)
    taps = ("Записать", "Ольга Сергеевна", "вчера", "30 минут")
    await _tap(play, irina, *taps)
    assert len(taps) <= 4
    assert "✅ Записано: вс 11 октября, 30 минут, беседа · Ольга Сергеевна" in irina.last.text
    row = await _meeting(first)
    assert (row.unplanned, row.duration_min) == (True, 30)
    await _tap(play, irina, "Меню", "Записать", "Ольга Сергеевна", "вчера", "45 минут")
    assert "уже записана" in irina.last.text
    assert len(await first.meetings()) == 1


async def test_it_records_another_method_and_corrects_the_length(play: Play, couple: Couple) -> None:
    irina = await play.person(couple.mentor_id)
    await _tap(play, irina, "Записать", "Раньше", "вс 4 октября", "Делали другое", "посещение урока", "45 минут")
    assert "45 минут, посещение урока" in irina.last.text
    await _tap(play, irina, "Изменить", "90 минут")
    assert "90 минут, посещение урока" in irina.last.text


async def test_it_keeps_the_dialog_and_what_was_typed_over_a_restart(play: Play, couple: Couple) -> None:
    await couple.planned()
    irina = await play.person(couple.mentor_id)
    await play.move_to(TOMORROW + timedelta(hours=1))
    await _tap(play, irina, "Да")
    await _say(play, irina, "Первое")
    await play.restart()
    await _say(play, irina, "Второе")
    await irina.send_voice(b"OggS")
    await irina.send_photo(b"\xff\xd8\xff", caption="Третье")
    await play.settle()
    assert (await _meeting(couple)).log_text == "Первое\nВторое\nТретье"
    assert [row.kind for row in await play.town.rows(MeetingAttachment)] == ["VOICE", "PHOTO"]
    await irina.send_sticker()
    await play.settle()
    assert any("Это сохранить не получится" in message.text for message in irina.messages)
    await _tap(play, irina, "Личная заметка")
    await play.restart()
    await _say(play, irina, "Похвалить")
    assert [note.text for note in await play.town.rows(MeetingNote)] == ["Похвалить"]
    assert "Личная заметка сохранена" in irina.last.text


async def test_it_answers_a_stale_button_with_what_the_meeting_has_become(play: Play, couple: Couple) -> None:
    meeting_id = await couple.planned()
    olga = await play.person(couple.mentee_id)
    await play.settle()
    invitation = next(message for message in olga.messages if "Назначена встреча" in message.text)
    mentor = await couple.mentor()
    await mentor(plan.move, meeting_id, TOMORROW + timedelta(days=2))
    await olga.tap("Буду", invitation)
    await play.settle()
    stale = next(message for message in olga.messages if message.id == invitation.id)
    assert stale.text == "Встречу перенесли: чт 15 октября, 15:30."
    await _tap(play, olga, "Открыть встречу")
    opened = next(message for message in olga.messages if message.id == invitation.id)
    assert opened.text.startswith("Чт 15 октября, 15:30")


async def test_it_takes_a_doubled_press_for_one(play: Play, couple: Couple) -> None:
    await couple.planned()
    irina = await play.person(couple.mentor_id)
    await play.move_to(TOMORROW + timedelta(hours=1))
    await irina.tap("Да")
    await irina.tap("Да")
    await play.settle()
    assert "✅ Записано" in irina.last.text
    assert [row.state for row in await couple.meetings()] == [MeetingState.HELD]


async def test_it_asks_what_got_in_the_way_and_offers_another_day(play: Play, couple: Couple) -> None:
    irina, olga = await play.person(couple.mentor_id), await play.person(couple.mentee_id)
    await couple.planned()
    await play.move_to(TOMORROW + timedelta(hours=1))
    await _tap(play, olga, "Нет")
    assert "Что помешало?" in olga.last.text
    await _tap(play, olga, "Болезнь")
    row = await _meeting(couple)
    assert (row.state, row.obstacle) == (MeetingState.NO_SHOW, Obstacle.ILLNESS)
    await _tap(play, irina, "Да")
    assert any("не состоялась" in message.text for message in irina.messages)


async def test_it_offers_a_new_day_at_once_where_a_meeting_is_to_be_repeated(play: Play, couple: Couple) -> None:
    await couple.planned(place="каб. 214")
    irina = await play.person(couple.mentor_id)
    await play.move_to(TOMORROW + timedelta(hours=1))
    await _tap(play, irina, "Нет, перенести")
    assert (await _meeting(couple)).state is MeetingState.NO_SHOW
    await _tap(play, irina, "Как обычно: вт 20 октября, 15:30")
    row = await _meeting(couple)
    assert (row.state, row.place) == (MeetingState.PLANNED, "каб. 214")


async def test_it_moves_a_meeting_from_its_reminder(play: Play, couple: Couple) -> None:
    await couple.planned(TOMORROW + timedelta(days=1))
    olga = await play.person(couple.mentee_id)
    await play.move_to(TOMORROW)
    await _tap(play, olga, "Перенести", "16")
    await _say(play, olga, "14:10")
    row = await _meeting(couple)
    assert row.starts_at == datetime(2026, 10, 16, 11, 10, tzinfo=UTC)
    assert "✅ Назначено: пт 16 октября, 14:10" in olga.last.text
    await play.move_to(row.starts_at + timedelta(hours=2))
    assert sum("Состоялась?" in message.text for message in olga.messages) == 1


async def test_it_plans_online_with_a_link_and_elsewhere_with_an_address(play: Play, couple: Couple) -> None:
    irina = await play.person(couple.mentor_id)
    await _tap(play, irina, "Назначить", "20", "15:30")
    await _say(play, irina, "https://telemost.example/1")
    row = await _meeting(couple)
    assert (row.mode, row.place) == (MeetingMode.ONLINE, "https://telemost.example/1")
    await _tap(play, irina, "Меню", "Назначить", "21", "15:30", "В другом месте")
    await _say(play, irina, "Библиотека имени Некрасова")
    row = await _meeting(couple)
    assert (row.elsewhere, row.place) == (True, "Библиотека имени Некрасова")


async def test_it_refuses_forged_days_and_times_without_a_change(play: Play, couple: Couple) -> None:
    irina = await play.person(couple.mentor_id)
    await _tap(play, irina, "Назначить")
    window = irina.last
    prefix = _data(window, "20").rpartition(":")[0]
    for forged in ("2026-10-01", "2030-01-01", "2026-02-31", "m2026-13-01", "никогда", "٣"):
        await irina.tap_data(f"{prefix}:{forged}", window)
        await play.settle()
    await _tap(play, irina, "20")
    await _say(play, irina, "25:99")
    await irina.send_sticker()
    await play.settle()
    await _tap(play, irina, "15:30")
    await _say(play, irina, "а" * 500)
    assert await couple.meetings() == []
    assert not any("Что-то пошло не так" in message.text for message in irina.messages)


async def test_it_refuses_forged_answers(play: Play, couple: Couple) -> None:
    await couple.planned()
    irina = await play.person(couple.mentor_id)
    forged = ("t-do:held:-1", "t-do:held: 5", "t-do:held:99999999999999999999", "t-do:no:1", "t-why", "t-why:MISSED:0")
    for data in forged:
        await irina.tap_data(data)
        await play.settle()
    assert len([alert for alert in irina.alerts if alert]) == len(forged)
    assert [row.state for row in await couple.meetings()] == [MeetingState.PLANNED]


async def test_it_shows_the_diary_and_opens_a_meeting(play: Play, couple: Couple) -> None:
    act = await couple.mentor()
    for days in range(1, 9):
        held_at = play.clock.now() - timedelta(days=days)
        await act(log.record_unplanned, couple.id, held_at, 30, MeetingMethod.TALK)
    irina = await play.person(couple.mentor_id)
    await _tap(play, irina, "Дневник")
    assert "Дневник: состоялось 8 встреч. Страница 1 из 2." in irina.last.text
    await _tap(play, irina, "Раньше", "вс 4 октября")
    assert "Ольга Сергеевна" in irina.last.text
    await _tap(play, irina, "Назад")
    assert "Страница 2 из 2" in irina.last.text


async def test_it_lets_one_meeting_be_placed_cancelled_and_planned_anew(play: Play, couple: Couple) -> None:
    irina, olga = await play.person(couple.mentor_id), await play.person(couple.mentee_id)
    await couple.planned(TOMORROW + timedelta(days=1))
    await _tap(play, irina, "Дневник", "ср 14 октября", "Указать место")
    await _say(play, irina, "каб. <214>")
    assert "каб. <214>" in irina.last.text
    await _tap(play, irina, "Отменить", "Замена уроков")
    row = await _meeting(couple)
    assert (row.state, row.cancel_reason) == (MeetingState.CANCELLED, "SUBSTITUTION")
    assert "Встреча отменена: ср 14 октября, 15:30" in olga.last.text
    await _tap(play, olga, "Назначить другую", "20", "15:30", "Как в прошлый раз: каб. <214>")
    assert (await _meeting(couple)).place == "каб. <214>"


async def test_it_lets_a_mentee_record_and_the_mentor_agree(play: Play, couple: Couple) -> None:
    irina, olga = await play.person(couple.mentor_id), await play.person(couple.mentee_id)
    await couple.planned()
    await play.move_to(TOMORROW + timedelta(hours=1))
    await _tap(play, olga, "Да")
    asked = next(message for message in irina.messages if "добавляет запись о встрече" in message.text)
    await irina.tap("Верно", asked)
    await play.settle()
    assert not (await _meeting(couple)).from_mentee


async def test_it_lets_the_curator_record_for_people_without_accounts_and_void(play: Play) -> None:
    town = play.town
    couple = await couple_of(town, await town.mentor(account=False), await town.mentee(account=False))
    marina = await play.person(town.curator)
    curator = await town.act(town.curator)
    meeting_id = (await curator(plan.plan, couple.id, TOMORROW)).id
    await play.move_to(TOMORROW + timedelta(hours=1))
    asked = next(message for message in marina.messages if "Состоялась?" in message.text)
    await marina.tap("Да", asked)
    await play.settle()
    data = MeetingButton(step=Step.OPEN, meeting_id=meeting_id).pack()
    await marina.tap_data(data)
    await play.settle()
    await _tap(play, marina, "Не учитывать")
    await _say(play, marina, "Записано дважды")
    assert (await _meeting(couple)).state is MeetingState.VOIDED


async def test_it_speaks_english(play: Play) -> None:
    mentor = await play.town.mentor("Лебедева Ирина Викторовна", locale="en")
    couple = await couple_of(play.town, mentor)
    await couple.planned()
    irina = await play.person(mentor)
    await play.move_to(TOMORROW + timedelta(hours=1))
    assert "Did it take place?" in irina.last.text
    await _tap(play, irina, "Yes")
    assert "✅ Recorded: Tue 13 October, 45 minutes, a talk ·" in irina.last.text
    assert irina.buttons[0] == "Next: Tue 20 October, 15:30"


def _data(message, label: str) -> str:
    return next(button.data for row in message.keyboard for button in row if button.text == label)


async def test_it_moves_a_record_to_another_day(play: Play, couple: Couple) -> None:
    irina = await play.person(couple.mentor_id)
    await _tap(play, irina, "Записать", "вчера", "45 минут", "Изменить", "Другой день")
    assert "Сейчас записано: вс 11 октября" in irina.last.text
    await _tap(play, irina, "сб 10 октября")
    assert "✅ Записано: сб 10 октября, 45 минут" in irina.last.text
    [version] = await play.town.rows(MeetingVersion)
    assert version.starts_at - (await _meeting(couple)).starts_at == timedelta(days=1)


async def test_it_lets_the_curator_correct_a_record_and_say_why(play: Play, couple: Couple) -> None:
    meeting_id = await couple.begun()
    await (await couple.mentor())(log.record, meeting_id)
    marina = await play.person(play.town.curator)
    forged = MeetingButton(step=Step.OPEN, meeting_id=meeting_id).pack()
    for change, stands in (
        (("60 минут",), "60 минут, беседа"),
        (("посещение урока",), "60 минут, посещение урока"),
        (("Другой день", "вчера"), "Вчера, пн 12 октября"),
    ):
        await marina.tap_data(forged)
        await play.settle()
        await _tap(play, marina, "Исправить запись", *change)
        assert "причину прочитает куратор" in marina.last.text
        await _say(play, marina, "по журналу <школы>")
        assert stands in marina.last.text
    versions = await play.town.rows(MeetingVersion)
    assert [(one.reason, one.changed_by) for one in versions] == [("по журналу <школы>", play.town.curator)] * 3
