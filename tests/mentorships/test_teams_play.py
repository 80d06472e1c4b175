"""Two teams of two schools as three curators live it, through the real application."""

from models.mentorships import answers
from models.people.sharing import Visibility, share
from tests.people.phone import press, write
from tests.play import Play


async def test_it_brings_teams_of_two_schools_together(play: Play) -> None:
    town = play.town
    names = ("Лебедева Ирина Викторовна", "Титова Вера Львовна", "Яковлева Елена Юрьевна")
    leads = [await town.mentor(name, organisation=town.other_school) for name in names]
    acts = [await town.act(one) for one in leads]
    for act in acts:
        await act(share, Visibility.MUNICIPAL)
    del acts[2]
    await town.mentor("Абрамова Алла Юрьевна")
    learn = ("Кузнецова Ольга Сергеевна", "Белова Анна Петровна")
    acts += [await town.act(await town.mentee(name)) for name in learn]
    marina, lender = await play.person(town.curator), await play.person(town.other_curator)
    elena = await play.person(town.municipal_curator)
    await press(play, marina, "Создать пару", "Команда – команда", "Белова А. П.", "Кузнецова О. С.", "Дальше · 2")
    assert marina.buttons[0] == "Абрамова А. Ю."
    await press(play, marina, "Лебедева И. В. · Школа № 37")
    assert marina.buttons[:2] == ["✓ Лебедева И. В. · Школа № 37", "Титова В. Л. · Школа № 37"]
    await press(play, marina, "Титова В. Л. · Школа № 37", "Дальше · 2")
    assert "Наставники: Лебедева И. В., Титова В. Л. · Школа № 37" in marina.last.text
    await press(play, marina, "Предложить каждому")
    assert "Другая школа просит помощи вашей команды" in lender.last.text
    for act in acts:
        await act(answers.accept, 1)
    await press(play, lender, "Согласовать")
    assert lender.last.text.endswith("Теперь команды ждут утверждения.")
    assert "Учатся: Белова А. П. и ещё 1 · Школа № 25" in elena.last.text
    await press(play, elena, "Вернуть")
    assert elena.last.text.startswith("Что поправить или уточнить?")
    await write(play, elena, "Чему учатся?")
    assert "Фомина Е. Ю.: «Чему учатся?»" in marina.last.text
    await press(play, marina, "Открыть пару")
    assert "Фомина Е. Ю. ждёт ответа школы: «Чему учатся?»" in marina.last.text
    await press(play, marina, "Ответить")
    await write(play, marina, "Вести проекты")
    assert elena.last.text.endswith("Вопрос: «Чему учатся?»\nОтвет школы: «Вести проекты»")
    await press(play, elena, "Открыть пару")
    assert "Ответ школы: «Вести проекты»" in elena.last.text
    assert elena.buttons[:2] == ["Утвердить", "Вернуть"]
    await press(play, elena, "Меню", "Неделя")
    assert "Пары команд: 1 ждёт утверждения" in elena.last.text
    await press(play, elena, "1 · Посмотреть")
    assert elena.last.text == "Пары команд ждут утверждения: 1"
    await elena.tap("Утвердить", next(one for one in reversed(elena.messages) if "Утвердить" in one.buttons))
    await play.settle()
    assert any("✅ Пара команд утверждена: Белова А. П. и ещё 1" in one.text for one in elena.messages)
    assert "Пара команд создана" in marina.last.text
    await press(play, lender, "Меню", "Пары")
    await press(play, lender, lender.buttons[0], "Участники · 4")
    assert lender.last.text.endswith("Участников: 4, согласны: 4. Сначала наставники.")
    await press(play, lender, "Пригласить наставника", "Яковлева Е. Ю. · Школа № 37")
    assert lender.buttons[2] == "Яковлева Е. Ю. · ждём"
