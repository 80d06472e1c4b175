from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.local_time import to_local, utc_at
from models.school_year import (
    Holidays,
    Period,
    add_working_days,
    cycle_end,
    is_public_holiday,
    is_school_day,
    is_working_day,
    next_working_day,
    school_days_span,
    school_year_of,
    usual_holidays,
    usual_holidays_between,
    working_time_between,
)

MOSCOW, OMSK = ZoneInfo("Europe/Moscow"), ZoneInfo("Asia/Omsk")
SEED_ZONES = tuple(
    map(ZoneInfo, ("Europe/Moscow", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk", "Asia/Yakutsk"))
)
BERLIN = ZoneInfo("Europe/Berlin")

days = st.dates(date(2026, 1, 1), date(2028, 12, 31))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))
zones = st.sampled_from((*SEED_ZONES, BERLIN))


def local(zone: ZoneInfo, *parts: int) -> datetime:
    moment = datetime(*parts)
    return utc_at(moment.date(), moment.time(), zone)


@pytest.mark.parametrize("day", [date(2027, 1, 7), date(2027, 3, 8), date(2026, 11, 4), date(2027, 6, 12)])
def test_it_knows_public_holidays(day):
    assert is_public_holiday(day)
    assert not is_working_day(day)


def test_it_works_from_monday_to_friday():
    monday = date(2026, 10, 12)
    week = [is_working_day(monday + timedelta(days=n)) for n in range(7)]
    assert week == [True] * 5 + [False] * 2


def test_it_works_through_school_holidays():
    day = date(2026, 10, 28)
    assert is_working_day(day)
    assert not is_school_day(day, usual_holidays(2026))


def test_it_has_lessons_on_saturday_only_where_the_school_says_so():
    saturday = date(2026, 10, 17)
    assert not is_school_day(saturday, Holidays())
    assert is_school_day(saturday, Holidays(), works_saturdays=True)


def test_it_never_has_lessons_on_sundays_and_public_holidays():
    assert not is_school_day(date(2026, 10, 18), Holidays(), works_saturdays=True)
    assert not is_school_day(date(2026, 11, 4), Holidays(), works_saturdays=True)


def test_it_lets_a_school_have_its_own_holidays():
    own = Holidays((Period(date(2026, 10, 12), date(2026, 10, 16)),))
    assert not is_school_day(date(2026, 10, 12), own)
    assert is_school_day(date(2026, 10, 28), own)


def test_it_refuses_a_period_that_ends_before_it_begins():
    with pytest.raises(ValueError, match="before it begins"):
        Period(date(2026, 11, 4), date(2026, 10, 26))


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026), (date(2027, 5, 20), 2026)]
)
def test_it_begins_a_school_year_on_the_first_of_september(day, year):
    assert school_year_of(day) == year
    assert cycle_end(day) == date(year + 1, 8, 31)


@given(days)
def test_it_knows_the_usual_holidays_of_every_summer(day):
    assert (day in usual_holidays(school_year_of(day))) or day.month not in (6, 7, 8)


def test_it_joins_the_holidays_of_all_years_it_is_asked_about():
    both = usual_holidays_between(date(2027, 5, 20), date(2027, 10, 30))
    assert date(2027, 7, 1) in both
    assert date(2027, 10, 28) in both
    assert date(2027, 10, 1) not in both


@pytest.mark.parametrize("zone", SEED_ZONES, ids=str)
def test_it_stands_still_over_a_weekend_in_every_zone(zone):
    friday = local(zone, 2026, 10, 16, 17, 45)
    assert add_working_days(friday, 1, zone) == local(zone, 2026, 10, 19, 17, 45)
    assert add_working_days(friday, 3, zone) == local(zone, 2026, 10, 21, 17, 45)


def test_it_stands_still_over_public_holidays():
    eve = local(MOSCOW, 2026, 12, 31, 12)
    assert add_working_days(eve, 1, MOSCOW) == local(MOSCOW, 2027, 1, 11, 12)


def test_it_counts_by_the_calendar_of_the_zone_and_not_of_utc():
    early_monday = local(ZoneInfo("Asia/Yakutsk"), 2026, 10, 19, 3)
    assert early_monday.astimezone(UTC).weekday() == 6
    assert add_working_days(early_monday, 1, ZoneInfo("Asia/Yakutsk")) == early_monday + timedelta(days=1)
    assert add_working_days(early_monday, 1, MOSCOW) == local(MOSCOW, 2026, 10, 19, 21)


def test_it_keeps_the_local_time_when_the_clocks_are_put_forward():
    friday = local(BERLIN, 2027, 3, 26, 9)
    monday = add_working_days(friday, 1, BERLIN)
    assert to_local(monday, BERLIN).time() == time(9)
    assert monday - friday == timedelta(hours=71)


def test_it_adds_nothing_for_nought_days_and_never_counts_back():
    saturday = local(OMSK, 2026, 10, 17, 12)
    assert add_working_days(saturday, 0, OMSK) == saturday
    with pytest.raises(ValueError, match="forward"):
        add_working_days(saturday, -1, OMSK)


def test_it_counts_whole_working_days_only():
    thursday = local(OMSK, 2026, 10, 15, 12)
    assert working_time_between(thursday, local(OMSK, 2026, 10, 16, 11, 59), OMSK) == 0
    assert working_time_between(thursday, local(OMSK, 2026, 10, 16, 12), OMSK) == 1
    assert working_time_between(thursday, local(OMSK, 2026, 10, 18, 23), OMSK) == 1
    assert working_time_between(thursday, local(OMSK, 2026, 10, 19, 13), OMSK) == 2


def test_it_counts_nothing_backwards():
    thursday = local(OMSK, 2026, 10, 15, 12)
    assert working_time_between(thursday, thursday - timedelta(days=9), OMSK) == 0


@given(moments, st.integers(0, 30), zones)
def test_it_counts_exactly_what_it_has_added(moment, count, zone):
    later = add_working_days(moment, count, zone)
    assert working_time_between(moment, later, zone) == count
    assert count == 0 or is_working_day(to_local(later, zone).date())
    assert working_time_between(moment, later - timedelta(minutes=1), zone) == max(count - 1, 0)


def test_it_counts_no_holidays_in_a_span_of_school_days():
    before, after = date(2026, 10, 20), date(2026, 11, 11)
    assert school_days_span(before, after, Holidays()) == 21  # 22 days, one of them 4 November
    assert school_days_span(before, after, usual_holidays(2026)) == 12
    assert school_days_span(after, before, usual_holidays(2026)) == 0


@given(days, days, days)
def test_it_can_add_up_spans(first, second, third):
    first, second, third = sorted((first, second, third))
    holidays = usual_holidays_between(first, third)
    whole = school_days_span(first, third, holidays)
    assert whole == school_days_span(first, second, holidays) + school_days_span(second, third, holidays)


@given(days)
def test_it_finds_the_next_working_day_after_today(day):
    following = next_working_day(day)
    assert is_working_day(following)
    assert not any(is_working_day(day + timedelta(days=n)) for n in range(1, (following - day).days))
