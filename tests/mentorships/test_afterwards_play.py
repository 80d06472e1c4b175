"""What people are asked when their pair has done its work (OMS-26, OMS-41), through the real application."""

from models.mentorships import closing, propose
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.people.states import MentorState
from models.people.tables import MentorProfile, RoleGrant
from models.terms import Role
from tests.play import Play

QUESTION = "Можно снова предлагать вам тех, кто ищет наставника?"


async def test_it_asks_a_mentor_once_for_more_and_a_mentee_to_become_one(play: Play, ask) -> None:
    town, curator = play.town, await play.town.act(play.town.curator)
    mentor = await town.mentor("Лебедева Ирина Викторовна")
    mentees = [await town.mentee("Кузнецова Ольга Сергеевна"), await town.mentee()]
    await ask(mentees[0])
    irina, olga = await play.person(mentor), await play.person(mentees[0])
    pairs = [(await curator(propose.already_agreed, mentee, mentor)).id for mentee in mentees]
    for pair in pairs:
        await town.change(Mentorship, pair, state=MentorshipState.CLOSING)
    await curator(closing.complete, pairs[0])
    await play.settle()
    assert "Пара завершила работу: Ольга Сергеевна" in irina.last.text
    assert QUESTION not in irina.last.text, "another pair is still at work"
    assert olga.last.text.endswith("Запрос решён? Ответ увидит куратор.")
    await olga.tap("Частично")
    await play.settle()
    assert olga.buttons == ["Хочу стать наставником", "Меню"]
    await olga.tap("Хочу стать наставником")
    await play.settle()
    assert [grant.role for grant in await town.rows(RoleGrant, RoleGrant.admitted_at.is_(None))] == [Role.MENTOR]
    assert "работа с классом" in olga.buttons
    await curator(closing.complete, pairs[1])
    await play.settle()
    assert irina.last.text.endswith("Любой ответ подойдёт.")
    assert QUESTION in irina.last.text
    assert irina.buttons == ["Да, можно", "Пока нет", "Меню"]
    await irina.tap("Пока нет")
    await play.settle()
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == mentor)
    assert card.state is MentorState.PAUSED
    assert "новых предложений пока не будет" in irina.last.text
    await irina.tap("Позвать меня снова")
    await play.settle()
    assert irina.buttons[:2] == ["Можно звать", "Не звать"]
