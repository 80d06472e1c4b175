"""«Подобрать всем» as a curator lives it: from the queue to a published draft, through the real application."""

from bot.sandbox.person import Person
from models.mentorships.cohort_draft import fix, take_out
from models.mentorships.cohort_tables import CohortDraft, CohortLine
from models.mentorships.tables import Mentorship
from models.people.states import MentorState
from models.people.tables import MentorProfile
from models.terms import MentoringType, Role
from tests.play import Play


async def _tap(play: Play, person: Person, *labels: str) -> None:
    for label in labels:
        await person.tap(label)
        await play.settle()


async def _cohort(play: Play, ask) -> Person:
    """Two mentors, three mentees who ask, and the curator at the queue."""
    town = play.town
    await town.mentor("Лебедева Ирина Викторовна", card={"capacity": 1})
    await town.mentor("Титов Павел Львович", card={"capacity": 1, "topics": ["PARENTS"], "strong_topics": []})
    await ask(await town.mentee("Кузнецова Ольга Сергеевна"))
    await ask(await town.mentee("Орлова Евгения Николаевна"), topics=("PARENTS",))
    await ask(await town.mentee("Смирнова Анна Михайловна"), topics=("EXAM",))
    marina = await play.person(town.curator)
    await marina.say("/menu")
    await play.settle()
    await _tap(play, marina, "Запросы", "Подобрать всем")
    return marina


async def test_it_pairs_everybody_and_publishes_them_at_once(play: Play, ask) -> None:
    marina = await _cohort(play, ask)
    assert "Ждут наставника: 3. Подтверждённых наставников: 2." in marina.last.text
    await _tap(play, marina, "Подобрать")
    assert "Пар: 2, из них закреплено: 0. Без пары: 1." in marina.last.text
    assert "1. Кузнецова О. С. — Лебедева И. В.\nобе темы сильные, место есть" in marina.last.text
    assert await play.town.rows(Mentorship) == []
    await _tap(play, marina, "Без пары · 1")
    assert "1. Смирнова А. М.: этих тем нет ни у кого, другие места заняты в черновике" in marina.last.text
    await _tap(play, marina, "1 · Изменить", "Другой наставник")
    assert "Лебедева И. В. — все места отданы в черновике" in marina.last.text
    await _tap(
        play, marina, "Лебедева И. В.", "Назад", "К черновику", "Пары · 2", "1 · Изменить", "Убрать из черновика"
    )
    assert "Без пары: убрано из черновика" in marina.last.text
    await _tap(play, marina, "К черновику", "Наставники · 1")
    assert "Лебедева И. В. — есть место, запросы подошли другим" in marina.last.text
    await _tap(play, marina, "К черновику", "1 · Изменить", "Закрепить")
    assert "Закреплено: при пересчёте эта пара останется." in marina.last.text
    await _tap(play, marina, "К черновику", "Пересчитать")
    assert "Пар: 2, из них закреплено: 1. Без пары: 1." in marina.last.text
    assert "2. Смирнова А. М. — Лебедева И. В.\nдругих тем, место есть" in marina.last.text
    await _tap(play, marina, "Опубликовать 2 пары")
    assert "Без пары остаются в очереди: 1." in marina.last.text
    await _tap(play, marina, "Да, опубликовать")
    assert "✅ Опубликовано пар: 2" in marina.last.text
    assert len(await play.town.rows(Mentorship)) == 2
    assert await play.town.rows(CohortDraft) == []


async def test_it_joins_a_mentors_requests_into_a_group(play: Play, ask) -> None:
    town = play.town
    await town.mentor("Лебедева Ирина Викторовна", card={"capacity": 2})
    for name in ("Кузнецова Ольга Сергеевна", "Орлова Евгения Николаевна"):
        await ask(await town.mentee(name))
    marina = await play.person(town.curator)
    await marina.say("/menu")
    await play.settle()
    await _tap(play, marina, "Запросы", "Подобрать всем", "Подобрать", "1 · Изменить", "Объединить в группу · 2")
    assert marina.last.text.endswith("Ещё в группе: Орлова Е. Н.")
    assert "Снова парами" in marina.buttons
    await _tap(play, marina, "К черновику")
    assert "1. Кузнецова О. С. — Лебедева И. В. · в группе" in marina.last.text
    assert "Групп: 1." in marina.last.text
    await _tap(play, marina, "Опубликовать: пар 0, групп 1", "Да, опубликовать")
    assert "✅ Опубликовано пар: 0, групп: 1" in marina.last.text
    [group] = await town.rows(Mentorship)
    assert group.type is MentoringType.GROUP


async def test_it_shows_what_has_changed_before_anything_leaves(play: Play, ask) -> None:
    marina = await _cohort(play, ask)
    await _tap(play, marina, "Подобрать")
    deputy = await play.town.act(await play.town.person("Громова Инна Олеговна", Role.CURATOR_SCHOOL))
    [draft] = await play.town.rows(CohortDraft)
    line = (await play.town.rows(CohortLine))[1]
    await deputy(fix, draft.id, draft.version, line.request_id, True)
    await _tap(play, marina, "Опубликовать 2 пары", "Да, опубликовать")
    assert "Пока вы смотрели, черновик изменили: Громова И. О. Изменённые строки отмечены." in marina.last.text
    assert "2. Орлова Е. Н. — Титов П. Л. · закреплено" in marina.last.text
    assert "Правка: Громова И. О." in marina.last.text
    [card] = await play.town.rows(MentorProfile, MentorProfile.topics != ["CLASSROOM", "LESSON_ANALYSIS"])
    await play.town.change(MentorProfile, card.id, state=MentorState.PAUSED)
    await _tap(play, marina, "Опубликовать 2 пары", "Да, опубликовать")
    assert "Изменились строки: 1, они первые." in marina.last.text
    assert "Изменилось: наставник сейчас не принимает предложений" in marina.last.text
    assert await play.town.rows(Mentorship) == []
    [draft] = await play.town.rows(CohortDraft)
    await deputy(take_out, draft.id, draft.version, line.request_id)
    await _tap(play, marina, "Удалить черновик", "Да, удалить")
    assert "Пока вы смотрели, черновик изменили" in marina.last.text
    await _tap(play, marina, "Удалить черновик", "Да, удалить")
    assert marina.buttons == ["Подобрать", "Меню"]
    assert await play.town.rows(CohortLine) == []
