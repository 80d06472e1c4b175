"""The curator's checklist in five functions (OMS-13), and decisions of councils until they are closed (KHK-19)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from models.errors import ProgrammeError
from models.oversight.checklist import ChecklistView, checklist, percents, tick
from models.oversight.decisions import DecisionView, close_decision, decisions, enter_decision
from models.oversight.lines import LineKind
from models.oversight.queries import week_of
from models.oversight.states import CHECKLIST, CheckItem, Duty
from models.oversight.tables import ChecklistMark, CouncilDecision
from models.people.tables import Person
from models.retention.sweep import forget
from tests.oversight.test_play import tap
from tests.play import Play
from tests.town import Town

MONDAY = datetime(2026, 10, 19, 5, tzinfo=UTC)
DUE = date(2026, 12, 29)
TEXT = "Обновить состав проектной команды"


async def list_of(town: Town, reader: int, place: int | None = None) -> ChecklistView:
    async with town.database.read() as session:
        return await checklist(session, await town.actor(reader), place, town.clock.now())


async def log_of(town: Town, reader: int, place: int | None = None, page: int = 0) -> tuple[DecisionView, ...]:
    async with town.database.read() as session:
        return (await decisions(session, await town.actor(reader), place, page)).page.items


async def told(town: Town, reader: int, place: int) -> list[tuple[tuple[str, ...], int, date | None, int]]:
    """What the week of a place says of decisions."""
    async with town.database.read() as session:
        week = await week_of(session, await town.actor(reader), place, town.clock.now())
    lines = [line for line in week.wait if line.kind is LineKind.DECISIONS]
    return [(line.names, line.count, line.until, line.days) for line in lines]


def test_it_has_two_to_four_items_in_each_function() -> None:
    assert set(CHECKLIST) == set(Duty)
    assert all(2 <= len(items) <= 4 for items in CHECKLIST.values())
    assert [item for items in CHECKLIST.values() for item in items] == list(CheckItem)


async def test_it_counts_what_is_done_and_keeps_who_and_when(town: Town) -> None:
    town.clock.moment = MONDAY
    act = await town.act(town.curator)
    for item in (CheckItem.GOALS, CheckItem.ROADMAP, CheckItem.THANKS):
        assert await act(tick, town.school, item, True)
    town.clock.moment += timedelta(days=1)
    above = await town.act(town.municipal_curator)
    assert not await above(tick, town.school, CheckItem.GOALS, True)
    assert await act(tick, town.school, CheckItem.THANKS, False)
    assert not await act(tick, town.school, CheckItem.THANKS, False)
    view = await list_of(town, town.municipal_curator, town.school)
    assert (view.name, view.school_year, view.percent) == ("Школа № 25", 2026, round(100 * 2 / 16))
    assert {item: (done.by, done.at) for item, done in view.done.items()} == {
        CheckItem.GOALS: ("Соколова М. П.", MONDAY),
        CheckItem.ROADMAP: ("Соколова М. П.", MONDAY),
    }
    async with town.database.read() as session:
        seen = await percents(
            session, await town.actor(town.municipal_curator), [town.school, town.other_school], MONDAY
        )
    assert seen == {town.school: 12, town.other_school: 0}
    await town.change(Person, town.curator, family_name="—", given_name="—")
    assert {done.by for done in (await list_of(town, town.municipal_curator, town.school)).done.values()} == {""}
    town.clock.moment = datetime(2027, 8, 31, 21, tzinfo=UTC)
    assert (await list_of(town, town.curator)).percent == 0
    assert len(await town.rows(ChecklistMark)) == 2
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await list_of(town, town.curator, town.other_school)


async def test_it_tells_a_decision_in_each_week_until_it_is_closed(town: Town) -> None:
    town.clock.moment = MONDAY
    act = await town.act(town.municipal_curator)
    later = await act(enter_decision, town.municipality, "Провести\n конкурс пар", " Фомина Е. Ю. ", DUE)
    first = await act(enter_decision, town.municipality, TEXT, "Черноусова Л. Н., зав. КУО", date(2026, 10, 26))
    assert await told(town, town.municipal_curator, town.municipality) == [
        (("Черноусова Л. Н., зав. КУО",), 2, date(2026, 10, 26), 0)
    ]
    assert await told(town, town.curator, town.school) == []
    town.clock.moment += timedelta(days=14)
    [line] = await told(town, town.municipal_curator, town.municipality)
    assert line[3] == 7
    assert await act(close_decision, first)
    assert not await act(close_decision, first)
    assert await told(town, town.municipal_curator, town.municipality) == [(("Фомина Е. Ю.",), 1, DUE, 0)]
    assert [(one.id, one.text, one.closed_at, one.closed_by) for one in await log_of(town, town.municipal_curator)] == [
        (later, "Провести конкурс пар", None, ""),
        (first, TEXT, town.clock.moment, "Фомина Е. Ю."),
    ]
    await act(close_decision, later)
    assert await told(town, town.municipal_curator, town.municipality) == []
    town.clock.moment = datetime(2027, 8, 31, 20, tzinfo=UTC)
    assert await town.act_as_system()(forget, town.municipality) == 0
    town.clock.moment = datetime(2028, 8, 31, 21, tzinfo=UTC)
    assert await town.act_as_system()(forget, town.municipality) == 2
    assert await town.rows(CouncilDecision) == []


async def test_it_takes_a_decision_with_words_a_name_and_a_day_to_come(town: Town) -> None:
    town.clock.moment = MONDAY
    act, today = await town.act(town.curator), MONDAY.date()
    for text, name, day, why in (
        (" ", "Лебедева И. В.", DUE, "error-text-only"),
        (TEXT, "\n", DUE, "error-text-only"),
        ("я" * 301, "Лебедева И. В.", DUE, "error-too-long"),
        (TEXT, "я" * 81, DUE, "error-too-long"),
        (TEXT, "Лебедева И. В.", today - timedelta(days=1), "error-decision-day"),
        (TEXT, "Лебедева И. В.", date(9999, 12, 31), "error-decision-day"),
    ):
        with pytest.raises(ProgrammeError, match=why):
            await act(enter_decision, town.school, text, name, day)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(enter_decision, town.municipality, TEXT, "Лебедева И. В.", DUE)
    for _ in range(6):
        await act(enter_decision, town.school, TEXT, "Лебедева И. В.", today)
    assert await told(town, town.curator, town.school) == [(("Лебедева И. В.",), 6, today, 0)]
    assert [len(await log_of(town, town.curator, None, page)) for page in (0, 1, 9)] == [5, 1, 1]


async def test_it_ticks_and_writes_down_by_buttons(play: Play) -> None:
    town = play.town
    town.clock.moment = MONDAY
    elena = await play.person(town.municipal_curator)
    await tap(play, elena, "Кураторы", "Школа № 25 · Соколова М. П. · 0 %", "Чек-лист", "2")
    assert "Сделано 1 из 16 (6 %)" in elena.last.text
    assert "✅ 2. Цели, сроки и ожидаемые результаты записаны · Фомина Е. Ю., пн 19 октября" in elena.last.text
    await tap(play, elena, "✅ 2")
    assert "Сделано 0 из 16" in elena.last.text
    await tap(play, elena, "1", "Назад", "На уровень выше")
    assert "Школа № 25 · Соколова М. П. · 6 %" in elena.buttons
    await tap(play, elena, "Меню", "Неделя", "Решения советов")
    await tap(play, elena, "Записать решение")
    await elena.say(TEXT)
    await play.settle()
    await elena.say("Черноусова Л. Н.")
    await play.settle()
    await tap(play, elena, "29")
    assert f"1. {TEXT}\nОтвечает: Черноусова Л. Н. · до чт 29 октября" in elena.last.text
    await tap(play, elena, "Назад")
    assert "Решение совета: Черноусова Л. Н., до 29 октября" in elena.last.text
    await tap(play, elena, next(label for label in elena.buttons if label.endswith("· Решения")), "1 · Закрыто")
    assert f"✅ {TEXT}\nОтвечает: Черноусова Л. Н. · закрыто пн 19 октября, Фомина Е. Ю." in elena.last.text
