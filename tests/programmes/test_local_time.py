from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.local_time import is_skipped, next_at, previous_at, to_local, utc_at

BERLIN = ZoneInfo("Europe/Berlin")
APIA = ZoneInfo("Pacific/Apia")
FORWARD, BACK = date(2027, 3, 28), date(2026, 10, 25)
HALF_PAST_TWO = time(2, 30)

moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))


def test_it_refuses_a_moment_without_a_zone():
    with pytest.raises(ValueError, match="without a zone"):
        to_local(datetime(2026, 10, 13, 15, 30), BERLIN)


def test_it_turns_a_local_time_into_utc():
    assert utc_at(date(2026, 10, 13), time(15, 30), ZoneInfo("Asia/Omsk")) == datetime(2026, 10, 13, 9, 30, tzinfo=UTC)


def test_it_takes_the_moment_of_the_jump_for_a_time_that_is_jumped_over():
    assert is_skipped(FORWARD, HALF_PAST_TWO, BERLIN)
    assert utc_at(FORWARD, HALF_PAST_TWO, BERLIN) == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_it_takes_a_time_that_comes_twice_the_first_time():
    assert not is_skipped(BACK, HALF_PAST_TWO, BERLIN)
    assert utc_at(BACK, HALF_PAST_TWO, BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_it_finds_the_second_of_two_equal_times_when_the_first_has_passed():
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert next_at(second - timedelta(minutes=30), HALF_PAST_TWO, BERLIN) == second
    assert previous_at(second + timedelta(minutes=30), HALF_PAST_TWO, BERLIN) == second


def test_it_knows_a_day_that_was_left_out():
    assert is_skipped(date(2011, 12, 30), time(12), APIA)
    assert utc_at(date(2011, 12, 30), time(12), APIA) == utc_at(date(2011, 12, 31), time(0), APIA)


@given(moments, clocks, st.sampled_from((BERLIN, ZoneInfo("Asia/Yakutsk"))))
def test_it_finds_neighbours_no_further_than_a_day_and_an_hour_away(moment, clock, zone):
    later, earlier = next_at(moment, clock, zone), previous_at(moment, clock, zone)
    assert moment - timedelta(hours=25) <= earlier <= moment <= later <= moment + timedelta(hours=25)
    for found in (later, earlier):
        shown = to_local(found, zone)
        assert shown.time() == clock or is_skipped(shown.date(), clock, zone)
