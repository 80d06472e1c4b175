"""A group as people live it: formed, answered, met and left, through the real application."""

from bot.sandbox.person import Person
from models.meetings import plan
from models.mentorships import groups
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.terms import MentoringType
from tests.meetings.couple import TOMORROW
from tests.play import Play


async def _tap(play: Play, person: Person, *labels: str) -> None:
    for label in labels:
        await person.tap(label)
        await play.settle()


async def test_it_forms_a_group_whose_members_answer_for_themselves(play: Play) -> None:
    irina = await play.person(await play.town.mentor("Лебедева Ирина Викторовна"))
    names = ("Белова Анна Петровна", "Громова Вера Ильинична", "Орлова Евгения Николаевна")
    anna, vera, evgenia = [await play.person(await play.town.mentee(name)) for name in names]
    marina = await play.person(play.town.curator)
    await _tap(play, marina, "Создать пару", "Группа")
    assert marina.last.text.startswith("Кто будет в группе?")
    await _tap(play, marina, "Белова А. П.", "Громова В. И.", "Орлова Е. Н.")
    assert "✓ Громова В. И." in marina.buttons
    await _tap(play, marina, "Дальше · 3", "Лебедева И. В.")
    assert "Наставляемые: Белова А. П., Громова В. И., Орлова Е. Н." in marina.last.text
    await _tap(play, marina, "Предложить каждому")
    assert "✅ Отправлено каждому: Белова А. П. и ещё 2 — Лебедева И. В." in marina.last.text
    assert irina.last.text.startswith("Вас просят вести группу")
    assert "Наставник: Ирина Викторовна" in anna.last.text
    await _tap(play, irina, "Да, возьмусь")
    assert "Уже согласны: 1 из 4" in irina.last.text
    await _tap(play, anna, "Не подходит")
    assert anna.last.text.startswith("Хорошо. Остальные продолжат без вас.")
    assert "Белова А. П.: участвовать не получится · Лебедева И. В." in marina.last.text
    await _tap(play, vera, "Подходит")
    await _tap(play, evgenia, "Подходит")
    assert "Вы в группе. Наставник: Ирина Викторовна" in evgenia.last.text
    assert "Группа создана: Вера Ильинична и ещё 1" in irina.last.text
    assert any("Группа создана: Громова В. И. и ещё 1" in message.text for message in marina.messages)
    [group] = await play.town.rows(Mentorship)
    assert group.state is MentorshipState.APPROVED
    await _tap(play, marina, "Открыть пару")
    assert "Согласны: 3 из 3" in marina.last.text
    await _tap(play, marina, "Участники · 3", "Пригласить в группу")
    assert marina.buttons == ["Белова А. П.", "Назад", "Меню"], "who belongs to it already is not offered"
    await _tap(play, marina, "Белова А. П.")
    assert "Участников: 4, согласны: 3." in marina.last.text
    assert "Вам предлагают группу" in anna.last.text
    await _tap(play, anna, "Подходит")
    assert "Вы в группе" in anna.last.text
    assert any("Анна Петровна: теперь в группе" in message.text for message in irina.messages)


async def test_it_records_a_groups_meeting_with_those_who_came(play: Play) -> None:
    mentor = await play.town.mentor("Лебедева Ирина Викторовна")
    names = ("Белова Анна Петровна", "Громова Вера Ильинична", "Орлова Евгения Николаевна")
    mentees = [await play.town.mentee(name) for name in names]
    irina, anna = await play.person(mentor), await play.person(mentees[0])
    curator = await play.town.act(play.town.curator)
    group = await curator(groups.make_group, MentoringType.GROUP, [mentor], mentees, agreed=True)
    await (await play.town.act(mentor))(plan.plan, group.id, TOMORROW)
    await play.settle()
    assert anna.buttons == ["Буду", "Не смогу"]
    await _tap(play, anna, "Не смогу")
    assert anna.last.text.startswith("Понятно: встреча пройдёт без вас")
    await _tap(play, anna, "Открыть встречу")
    assert "Не смогут прийти: Анна Петровна" in anna.last.text
    assert "Перенести" not in anna.buttons
    await play.move(days=1, hours=9)
    assert "Анна Петровна и ещё 2" in irina.last.text
    await _tap(play, irina, "Да")
    assert "Были: 3 из 4." in irina.last.text
    await _tap(play, irina, "✓ Вера Ильинична")
    assert "Были: 2 из 4." in irina.last.text
    assert "не было · Вера Ильинична" in irina.buttons
    await play.move(minutes=15)
    assert "помогла" not in anna.last.text
    assert irina.last.text.endswith("наставляемый — нет."), "the mentor is asked how it went"
