"""Parents in the chat: two taps and a name to come in, one tap to agree."""

from datetime import timedelta

from models.meetings.plan import plan
from models.mentorships import answers, propose
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.people.guardians import record_parents_paper
from models.people.invitations import invite_guardian
from models.people.tables import Person
from tests.people.family import MOTHER, pupil
from tests.people.phone import press, write
from tests.play import Play
from tests.town import Town


async def test_it_leads_a_parent_from_the_schools_link_to_the_schedule_and_out_again(play: Play, town: Town) -> None:
    child, mentor, curator = await pupil(town), await town.mentor("Лебедева Ирина Викторовна"), town.curator
    marina = await play.person(curator)
    await press(play, marina, "Реестры", "Наставляемые", "Мария К.")
    assert "Согласия родителей нет" in marina.last.text
    await press(play, marina, "Родители и согласие", "Согласие на бумаге")
    await write(play, marina, "№ 12 от 01.09.2026")
    assert "Согласие на бумаге: № 12 от 01.09.2026" in marina.last.text
    pair = await (await town.act(curator))(propose.already_agreed, child, mentor)
    await (await town.act(mentor))(plan, pair.id, town.clock.now() + timedelta(days=1), place="каб. 214")
    await press(play, marina, "Пригласить родителя")
    assert "Ссылка для родителя: Мария К., 7 кл. · Школа № 25" in marina.last.text
    code = marina.last.text.partition("?start=")[2].split()[0]
    alla = play.stranger()
    await alla.start(code)
    await play.settle()
    assert "Школа приглашает вас как родителя: Мария К., 7 кл." in alla.last.text
    await press(play, alla, "Начать")
    assert "До 31.08.2027" in alla.last.text
    await press(play, alla, "Полный текст", "Назад", "Даю согласие")
    await write(play, alla, MOTHER)
    assert "Наставник: Ирина Викторовна" in alla.last.text
    assert "завтра, вт 13 октября, 10:00 · каб. 214 · Ирина Викторовна" in alla.last.text
    assert "Родитель в чате: Кузнецова А. И." in marina.last.text
    await press(play, marina, "Мария К.")
    assert "Родители: Кузнецова А. И. (согласие от 12.10.2026)" in marina.last.text
    await press(play, alla, "Пожелание куратору")
    await write(play, alla, "Удобнее по <вторникам> & средам")
    assert "«Удобнее по <вторникам> & средам»" in marina.last.text
    await press(play, alla, "Меню", "Мой ребёнок", "Отозвать согласие", "Нет, оставить", "Отозвать согласие")
    await press(play, alla, "Да, отозвать")
    assert "Участие закончилось" in alla.last.text
    assert (await town.row(Person, child)).state == "BLOCKED"


async def test_it_asks_a_teacher_who_is_a_parent_and_takes_the_answer_by_a_press(play: Play, town: Town) -> None:
    child, mentor = await pupil(town), await town.mentor("Лебедева Ирина Викторовна")
    curator, olga = await town.act(town.curator), await play.person(await town.mentee("Кузнецова Ольга Сергеевна"))
    issued = await curator(invite_guardian, child)
    await olga.start(issued.code)
    await play.settle()
    assert "Согласие родителя" in olga.last.text
    await press(play, olga, "Полный текст", "Даю согласие")
    assert "Наставника пока нет" in olga.last.text
    await curator(record_parents_paper, child, "№ 12")
    irina = await play.person(mentor)
    pair = await curator(propose.make_pair, child, mentor)
    await play.settle()
    assert "Ученику нужен наставник, предлагают вас" in irina.last.text
    await (await town.act(mentor))(answers.accept, pair.id)
    await play.settle()
    assert "Школа предлагает наставника" in olga.last.text
    assert olga.buttons == ["Согласны", "Не согласны", "Мой ребёнок"]
    await press(play, olga, "Мой ребёнок")
    assert "ждём вашего ответа: Ирина Викторовна" in olga.last.text
    await press(play, olga, "Ответить на предложение", "Согласны")
    assert "Наставник утверждён: Ирина Викторовна" in olga.last.text
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.APPROVED
