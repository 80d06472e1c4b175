"""Feedback and calls as people live them: through the real application, by taps and typed words."""

from datetime import timedelta

import pytest

from bot.sandbox.person import Person
from models.forms.states import FormState, Wish
from models.forms.tables import FeedbackForm, HelpCall, HelpReply
from models.meetings.log import record
from models.meetings.states import MeetingState
from models.mentorships.states import MentorshipState, Side
from models.mentorships.tables import Mentorship
from tests.oversight.life import Life
from tests.play import Play


async def tap(play: Play, person: Person, *labels: str) -> None:
    for label in labels:
        await person.tap(label)
        await play.settle()


async def say(play: Play, person: Person, text: str) -> None:
    await person.say(text)
    await play.settle()


class Couple:
    """«Ирина Викторовна» and «Ольга Сергеевна» at their phones."""

    def __init__(self, play: Play, life: Life, pair: int, irina: Person, olga: Person, mentor: int) -> None:
        self.play, self.life, self.pair = play, life, pair
        self.irina, self.olga, self.mentor = irina, olga, mentor

    async def held(self) -> None:
        """A meeting an hour ago that the mentor records now; five minutes later both are asked."""
        meeting = await self.life.meeting(self.pair, 1 / 24, MeetingState.PLANNED)
        await (await self.life.town.act(self.mentor))(record, meeting)
        await self.play.move(minutes=5)

    async def form(self, side: Side = Side.MENTEE) -> FeedbackForm:
        """The latest form of a side."""
        return (await self.life.town.rows(FeedbackForm, FeedbackForm.side == side))[-1]


@pytest.fixture
async def couple(play: Play, life: Life) -> Couple:
    mentor = await life.town.mentor("Лебедева Ирина Викторовна")
    mentee = await life.town.mentee("Кузнецова Ольга Сергеевна")
    pair = await life.pair(mentor=mentor, mentee=mentee, state=MentorshipState.APPROVED)
    return Couple(play, life, pair, await play.person(mentor), await play.person(mentee), mentor)


async def test_it_asks_in_the_message_and_stores_the_first_tap(play: Play, couple: Couple) -> None:
    await couple.held()
    assert couple.olga.last.text == "Встреча 12 октября помогла?\nОтвет видит только куратор, наставник — нет."
    assert couple.olga.buttons == ["Очень", "Да", "Отчасти", "Почти нет", "Нет"]
    shown = len(couple.olga.messages)
    await tap(play, couple.olga, "Очень")
    assert ((await couple.form()).usefulness, (await couple.form()).state) == (5, FormState.PARTIAL)
    await tap(play, couple.olga, "Легко", "Не совсем")
    assert "Продолжаем?" in couple.olga.last.text
    await tap(play, couple.olga, "Продолжаем")
    assert couple.olga.last.text == "Спасибо, ответ записан."
    assert len(couple.olga.messages) == shown, "all of it in one message"
    assert (await couple.form()).items == {"COMFORT": "EASY", "NEXT_STEP": "NOT_QUITE", "CONTINUE": "YES"}


async def test_it_asks_the_mentor_about_the_goal(play: Play, couple: Couple) -> None:
    await couple.held()
    assert "Ольга Сергеевна, встреча 12 октября. Приблизились к цели?" in couple.irina.last.text
    await tap(play, couple.irina, "Немного", "С интересом", "Нет", "Продолжаем")
    form = await couple.form(Side.MENTOR)
    assert (form.usefulness, form.state) == (3, FormState.SUBMITTED)


async def test_it_is_enough_after_the_first_tap(play: Play, couple: Couple) -> None:
    await couple.held()
    await tap(play, couple.olga, "Да", "Достаточно")
    assert "Спасибо" in couple.olga.last.text
    assert (await couple.form()).state is FormState.SUBMITTED
    await tap(play, couple.olga, "Изменить ответ", "Отчасти")
    assert (await couple.form()).usefulness == 3


async def test_it_asks_first_what_to_do_about_a_low_answer(play: Play, couple: Couple) -> None:
    marina = await play.person(play.town.curator)
    await couple.held()
    await tap(play, couple.olga, "Почти нет")
    assert couple.olga.buttons == ["Ничего, так бывает", "Поговорить с куратором", "Нужен другой наставник"]
    await tap(play, couple.olga, "Поговорить с куратором")
    assert "Передано: Марина Петровна" in couple.olga.last.text
    assert "Кузнецова О. С. просит о разговоре" in marina.last.text
    assert "Лебедева И. В." in marina.last.text
    assert (await couple.form()).wish is Wish.TALK
    assert all("просит" not in message.text for message in couple.irina.messages)
    await tap(play, marina, "Взять в работу")
    assert "В работе: Соколова М. П." in marina.last.text
    await tap(play, marina, "Написать")
    assert "прочитает только Кузнецова О. С." in marina.last.text
    await say(play, marina, "Зайдите завтра после 14:00 <214>")
    assert "Марина Петровна отвечает:\n«Зайдите завтра после 14:00 <214>»" in couple.olga.last.text
    assert len(await play.town.rows(HelpReply)) == 1


async def test_it_reaches_the_curator_at_night_with_what_was_typed(play: Play, couple: Couple) -> None:
    marina = await play.person(play.town.curator)
    await couple.held()
    await tap(play, couple.olga, "Да", "Достаточно", "Нужна помощь")
    assert "Прочитает только Марина Петровна" in couple.olga.last.text
    await play.move(hours=14)
    await couple.olga.send_sticker()
    await play.settle()
    await say(play, couple.olga, "Не справляюсь & боюсь")
    assert "Нужна помощь: Кузнецова О. С." in marina.last.text
    assert "«Не справляюсь & боюсь»" in marina.last.text
    await tap(play, marina, "Закрыть")
    assert "Закрыто." in marina.last.text
    [call] = await play.town.rows(HelpCall)
    assert call.closed_at is not None


async def test_it_ends_a_trial_only_after_a_second_tap(play: Play, couple: Couple) -> None:
    await couple.held()
    await tap(play, couple.olga, "Да", "Легко", "Да", "Не подходит")
    assert "Завершить пару?" in couple.olga.last.text
    await tap(play, couple.olga, "Назад")
    assert "Продолжаем?" in couple.olga.last.text
    await tap(play, couple.olga, "Не подходит", "Да, завершить")
    assert (await play.town.row(Mentorship, couple.pair)).state is MentorshipState.DECLINED


async def test_it_reminds_once_and_lets_it_be_put_away(play: Play, couple: Couple) -> None:
    await couple.held()
    await play.move_to(play.clock.moment + timedelta(hours=30))
    assert couple.olga.buttons[-1] == "Не сейчас"
    await tap(play, couple.olga, "Не сейчас")
    assert (await couple.form()).state is FormState.SKIPPED


async def test_it_keeps_a_word_about_the_meeting_after_a_restart(play: Play, couple: Couple) -> None:
    await couple.held()
    await tap(play, couple.olga, "Да", "Достаточно", "Добавить слово")
    await play.restart()
    await say(play, couple.olga, "Разобрали урок")
    assert (await couple.form()).comment == "Разобрали урок"
    assert couple.olga.last.text.startswith("Записано")


async def test_it_says_what_to_do_when_it_is_too_late(play: Play, couple: Couple) -> None:
    await couple.held()
    message = couple.olga.last
    await play.move(days=8)
    await couple.olga.tap("Да", message)
    await play.settle()
    assert "Эта анкета уже закрыта" in couple.olga.alerts[-1]
    assert (await couple.form()).usefulness is None


async def test_it_refuses_forged_and_foreign_buttons(play: Play, couple: Couple) -> None:
    await couple.held()
    stranger = await play.person(play.town.other_curator)
    for number, data in enumerate(("f-rate:5:999", "f-rate:9:1", "f-rate: 5:1", "f-do:sure:1", "f-call:close:1"), 1):
        await stranger.tap_data(data)
        await play.settle()
        assert len(stranger.alerts) == number
    assert {form.usefulness for form in await play.town.rows(FeedbackForm)} == {None}
    assert (await play.town.row(Mentorship, couple.pair)).state is MentorshipState.TRIAL


async def test_it_can_be_called_from_the_menu_and_from_the_pair(play: Play, couple: Couple) -> None:
    marina = await play.person(play.town.curator)
    await tap(play, couple.olga, "Нужна помощь", "Позвать без слов")
    assert "Передано: Марина Петровна" in couple.olga.last.text
    assert "Нужна помощь: Кузнецова О. С.\nЖдёт ответа." in marina.last.text
    await tap(play, couple.irina, "Мои пары", "Ольга Сергеевна", "Нужна помощь")
    await say(play, couple.irina, "Не встречаемся")
    assert "Нужна помощь: Лебедева И. В.\nВ паре: Кузнецова О. С." in marina.last.text
    await tap(play, marina, "Открыть пару")
    assert "Лебедева И. В." in marina.last.text
    await tap(play, marina, "Отзывы пары")
    assert "Ответов пока нет." in marina.last.text
    await couple.held()
    await tap(play, couple.olga, "Отчасти", "Непросто", "Достаточно", "Добавить слово")
    await say(play, couple.olga, "Мало времени")
    await tap(play, marina, "Назад", "Отзывы пары")
    said = "12 октября, Кузнецова О. С.: помогла: отчасти, разговаривать: непросто\n«Мало времени»"
    assert any(said in message.text for message in marina.messages)


async def test_it_shows_the_curator_as_many_answers_as_one_message_holds(
    play: Play, life: Life, couple: Couple
) -> None:
    words = "<b>мало</b> & " * 120
    for days_ago in (1, 2, 3):
        meeting = await life.meeting(couple.pair, days_ago)
        form = await life.answer(couple.pair, meeting, 3)
        await life.town.change(FeedbackForm, form, comment=f"{days_ago}: {words}")
    marina = await play.person(life.town.curator)
    await tap(play, marina, "Пары", "Кузнецова О. С. — Лебедева И. В.", "Отзывы пары")
    assert f"1: {words}".strip() in marina.last.text
    assert "3: <b>" not in marina.last.text
    assert len(marina.last.text) <= 3500
