"""The holiday calendar: the usual dates until the top of the tree sets its own, by which silence is counted."""

from datetime import date

import pytest

from models.errors import ProgrammeError
from models.oversight.finding import School
from models.people import calendar
from models.school_year import Period, Season, holidays_between, usual_holidays
from tests.people.phone import press
from tests.play import Play
from tests.town import Town


async def span(town: Town, first: date, last: date) -> int:
    """Days as signals of the school count them."""
    now = town.clock.now()
    return await town.database.write(lambda session: School.at(session, town.school, now).span(first, last))


async def test_it_counts_silence_by_the_dates_that_the_top_of_the_tree_has_set(town: Town) -> None:
    act = await town.act(town.municipal_curator)
    first, last = date(2026, 11, 8), date(2026, 11, 24)
    assert await span(town, first, last) == 16
    line = await act(calendar.set_holiday, town.municipality, Season.AUTUMN, date(2026, 11, 9), date(2026, 11, 16))
    assert line.is_own
    assert await span(town, first, last) == 8
    await act(calendar.set_holiday, town.municipality, Season.AUTUMN, date(2026, 11, 9), date(2026, 11, 10))
    assert await span(town, first, last) == 14
    back = await act(calendar.reset_holiday, town.municipality, Season.AUTUMN)
    assert (back.first, back.last, back.is_own) == (date(2026, 10, 26), date(2026, 11, 4), False)
    assert await span(town, first, last) == 16


async def test_it_lets_nobody_set_dates_below_the_top_or_outside_the_school_year(town: Town) -> None:
    day = date(2026, 11, 9)
    with pytest.raises(ProgrammeError, match="error-holiday-above"):
        await (await town.act(town.curator))(calendar.set_holiday, town.school, Season.AUTUMN, day, day)
    act = await town.act(town.municipal_curator)
    for first, last in ((day, date(2026, 11, 8)), (date(2026, 8, 31), day), (day, date(2027, 9, 1))):
        with pytest.raises(ProgrammeError, match="error-holiday-days"):
            await act(calendar.set_holiday, town.municipality, Season.AUTUMN, first, last)
    async with town.database.read() as session:
        own = await calendar.calendar_of(session, await town.actor(town.curator), town.school, day)
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await calendar.calendar_of(session, await town.actor(town.curator), town.other_school, day)
    assert (own.may_edit, [line.is_own for line in own.lines]) == (False, [False] * 4)


def test_it_replaces_a_season_of_one_year_alone() -> None:
    own = calendar.OwnHoliday(2026, Season.WINTER, Period(date(2026, 12, 28), date(2027, 1, 12)))
    found = holidays_between(date(2026, 9, 1), date(2027, 9, 1), (own,))
    assert found.periods[1] == own.period
    assert (found.periods[0], found.periods[4:]) == (usual_holidays(2026).periods[0], usual_holidays(2027).periods)


async def test_it_takes_the_dates_by_calendar_buttons(play: Play, town: Town) -> None:
    elena = await play.person(town.municipal_curator)
    await press(play, elena, "Кураторы", "Каникулы", "Изменить: осенние", "Первый день тот же", "31")
    assert "Осенние: 26.10.2026 — 31.10.2026" in elena.last.text
    await press(play, elena, "Изменить: осенние · свои даты", "Вернуть обычные даты")
    assert "Осенние: 26.10.2026 — 04.11.2026" in elena.last.text
    await press(play, elena, "Назад")
    assert "Школ: 2" in elena.last.text
