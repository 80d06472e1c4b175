"""Young teachers: three years of teaching at most, 35 years of age at most, to the day (R-07)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from models.audit import AuditEntry
from models.dates import read_date
from models.errors import ProgrammeError
from models.people.tables import Person
from models.people.young import TeacherDate, is_likely, is_told, is_young, write_category, write_date, young_teacher
from models.registers.queries import person_card
from models.terms import PersonKind, QualificationCategory
from tests.people.phone import press, write
from tests.play import Play
from tests.town import Town

DAY = timedelta(days=1)
DAYS = st.dates(date(1985, 1, 1), date(2031, 12, 31)) | st.sampled_from(
    [date(year, month, day) for year in (1988, 1992, 2024, 2027, 2028) for month, day in ((2, 28), (3, 1))]
)


def full_years(since: date, day: date) -> int:
    """Years that are over, as people count them."""
    return day.year - since.year - ((day.month, day.day) < (since.month, since.day))


@given(born_on=DAYS, since=DAYS, day=DAYS)
def test_it_counts_full_years_of_age_and_of_teaching(born_on: date, since: date, day: date) -> None:
    expected = full_years(born_on, day) <= 35 and since <= day and full_years(since, day) < 3
    assert young_teacher(born_on, since, day) is expected


def test_it_ends_with_the_36th_birthday_and_with_the_third_year() -> None:
    day, long_ago, lately = date(2026, 10, 12), date(1998, 3, 12), date(2025, 9, 1)
    assert young_teacher(date(1990, 10, 13), lately, day)
    assert not young_teacher(date(1990, 10, 12), lately, day)
    assert young_teacher(long_ago, date(2023, 9, 1), date(2026, 8, 31))
    assert not young_teacher(long_ago, date(2023, 9, 1), date(2026, 9, 1))
    assert young_teacher(long_ago, date(2024, 2, 29), date(2027, 2, 28))
    assert not young_teacher(long_ago, date(2024, 2, 29), date(2027, 3, 1))
    assert young_teacher(date(1992, 2, 29), date(2027, 9, 1), date(2028, 2, 28))
    assert not young_teacher(date(1992, 2, 29), date(2027, 9, 1), date(2028, 2, 29))
    assert not young_teacher(long_ago, day + DAY, day)
    assert young_teacher(None, lately, day) is None
    assert young_teacher(long_ago, None, day) is None


def test_it_reads_dates_as_people_write_them_and_believes_what_can_be() -> None:
    assert read_date(" 1.3.1998 г.") == read_date("01/03/1998") == read_date("1998-03-01") == date(1998, 3, 1)
    assert {read_date(text) for text in ("12.03.98", "31.02.1998", "скоро", "", "12.03.19981", "19980312")} == {None}
    today, born_on = date(2026, 10, 12), date(1998, 3, 12)
    assert is_likely(born_on, None, today)
    assert is_likely(None, date(2027, 9, 1), today)
    assert not is_likely(date(2010, 10, 13), None, today)
    assert not is_likely(date(1926, 10, 12), None, today)
    assert not is_likely(None, date(2027, 10, 13), today)
    assert not is_likely(born_on, date(2014, 3, 11), today)


async def test_it_lets_the_schools_own_curator_alone_write_and_read_the_dates(town: Town) -> None:
    teacher, today = await town.mentee("Кузнецова Ольга Сергеевна"), town.clock.now().date()
    pupil = await town.mentee(kind=PersonKind.STUDENT, class_label="7 кл.")
    act, above = await town.act(town.curator), await town.act(town.municipal_curator)
    for text, key in (("вчера", "text"), (f"{today:%d.%m.%Y}", "born")):
        with pytest.raises(ProgrammeError, match=f"error-date-{key}"):
            await act(write_date, teacher, TeacherDate.BORN, text)
    await act(write_date, teacher, TeacherDate.BORN, "12.03.1998")
    with pytest.raises(ProgrammeError, match="error-date-since"):
        await act(write_date, teacher, TeacherDate.SINCE, "12.03.2013")
    await act(write_date, teacher, TeacherDate.SINCE, "01.09.2025")
    with pytest.raises(ProgrammeError, match="error-gone"):
        await act(write_date, pupil, TeacherDate.BORN, "12.03.2012")
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await above(write_date, teacher, TeacherDate.BORN, "")
    async with town.database.read() as session:
        seen = [
            (await person_card(session, one.actor, person, town.clock.now())).record
            for one, person in ((act, teacher), (above, teacher), (act, pupil))
        ]
        young = await session.scalars(select(Person.id).where(is_young(today), is_told()))
    assert seen[0] is not None
    assert (seen[0].born_on, seen[0].is_young, seen[1:]) == (date(1998, 3, 12), True, [None, None])
    assert list(young) == [teacher]
    written = await town.rows(AuditEntry, AuditEntry.use_case == "people.young.write_date")
    assert not [one for one in written if "1998" in str(one.arguments)]
    await act(write_date, teacher, TeacherDate.SINCE, "")
    assert (await town.row(Person, teacher)).teaching_since is None


async def test_it_lets_the_schools_own_curator_alone_write_and_read_the_category(town: Town) -> None:
    teacher = await town.mentee("Кузнецова Ольга Сергеевна")
    pupil = await town.mentee(kind=PersonKind.STUDENT, class_label="7 кл.")
    act, above = await town.act(town.curator), await town.act(town.municipal_curator)
    assert await act(write_category, teacher, "FIRST") == "Кузнецова О. С."
    for who, person, category, key in (
        *((act, pupil, "FIRST", "gone"), (act, teacher, "THIRD", "gone"), (above, teacher, "", "no-access")),
    ):
        with pytest.raises(ProgrammeError, match=f"error-{key}"):
            await who(write_category, person, category)
    async with town.database.read() as session:
        record = (await person_card(session, act.actor, teacher, town.clock.now())).record
        assert (await person_card(session, above.actor, teacher, town.clock.now())).record is None
    assert record is not None
    assert (record.category, record.is_young) == (QualificationCategory.FIRST, None)
    [written] = await town.rows(AuditEntry, AuditEntry.use_case == "people.young.write_category")
    assert written.arguments == {"person_id": teacher}
    await act(write_category, teacher, "")
    assert (await town.row(Person, teacher)).qualification_category is None


async def test_it_takes_both_dates_and_the_category_in_the_card_of_the_register(play: Play, town: Town) -> None:
    await town.mentee("Кузнецова Ольга Сергеевна")
    curator = await play.person(town.curator)
    await press(play, curator, "Реестры", "Наставляемые", "Кузнецова О. С.", "Дата рождения")
    await write(play, curator, "12.3.98")
    await write(play, curator, "12.03.1998")
    await press(play, curator, "Первый день работы")
    await write(play, curator, "01.09.2025")
    await press(play, curator, "Категория", "первая")
    assert "Молодой педагог: да" in curator.last.text
    assert curator.last.text.endswith("первый день работы: 01.09.2025. Категория: первая.")
