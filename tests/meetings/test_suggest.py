"""When a pair may meet next."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from models.local_time import to_local, utc_at
from models.meetings.suggest import Busy, day_times, next_meeting_of, shared_slots
from models.mentorships.answers import no_offers_before
from models.mentorships.states import DeclineUntil
from models.school_year import Holidays, OwnHoliday, Period, Season
from models.terms import Intensity

MOSCOW, BERLIN = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 10, 13, 13, 30, tzinfo=UTC)
LAST = datetime(2026, 10, 13, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("intensity", "day"),
    [(Intensity.WEEKLY, 20), (Intensity.FORTNIGHTLY, 10), (Intensity.MONTHLY, 10)],
)
def test_it_suggests_the_usual_day_and_hour_outside_holidays(intensity: Intensity, day: int) -> None:
    found = next_meeting_of(LAST, intensity, MOSCOW, NOW)
    assert found is not None
    local = to_local(found, MOSCOW)
    assert (local.day, local.weekday(), local.time()) == (day, 1, time(15, 30))


def test_it_goes_by_the_holidays_that_the_region_has_set() -> None:
    own = (OwnHoliday(2026, Season.AUTUMN, Period(date(2026, 10, 19), date(2026, 10, 25))),)
    found = next_meeting_of(LAST, Intensity.WEEKLY, MOSCOW, NOW, own=own)
    assert found is not None
    assert to_local(found, MOSCOW).date() == date(2026, 10, 27)
    assert no_offers_before(DeclineUntil.HOLIDAYS, date(2026, 10, 13), own) == date(2026, 10, 19)


def test_it_suggests_nothing_to_a_pair_that_meets_once() -> None:
    assert next_meeting_of(LAST, Intensity.ONCE, MOSCOW, NOW) is None


def test_it_suggests_nothing_before_a_long_summer() -> None:
    last = datetime(2027, 5, 27, 12, 30, tzinfo=UTC)
    assert next_meeting_of(last, Intensity.WEEKLY, MOSCOW, last + timedelta(hours=1)) is None


def test_it_suggests_a_day_ahead_also_after_a_long_silence() -> None:
    found = next_meeting_of(LAST - timedelta(days=70), Intensity.WEEKLY, MOSCOW, NOW)
    assert found is not None
    assert NOW < found <= NOW + timedelta(days=8)


def test_it_keeps_the_hour_on_the_wall_when_clocks_change() -> None:
    last = utc_at(date(2026, 10, 20), time(15, 30), BERLIN)
    found = next_meeting_of(last, Intensity.WEEKLY, BERLIN, last, Holidays())
    assert found == utc_at(date(2026, 10, 27), time(15, 30), BERLIN) == last + timedelta(days=7, hours=1)


def test_it_takes_the_moment_of_the_jump_for_an_hour_that_is_jumped_over() -> None:
    last = utc_at(date(2027, 3, 21), time(2, 30), BERLIN)
    found = next_meeting_of(last, Intensity.WEEKLY, BERLIN, last, Holidays())
    assert found == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)


def test_it_finds_what_suits_both_and_lets_who_named_nothing_follow_the_other() -> None:
    assert shared_slots(["TUE_AFTERNOON", "FRI_DAY"], ["TUE_AFTERNOON"]) == {"TUE_AFTERNOON"}
    assert shared_slots([], ["FRI_DAY"]) == {"FRI_DAY"}
    assert shared_slots([], []) == frozenset()


def test_it_shows_shared_times_first_and_never_a_busy_one_among_them() -> None:
    day = date(2026, 10, 20)
    busy = [Busy(utc_at(day, time(15), MOSCOW), utc_at(day, time(16), MOSCOW))]
    times = day_times(["TUE_AFTERNOON"], MOSCOW, day, MOSCOW, NOW, busy)
    assert [f"{to_local(one, MOSCOW):%H:%M}" for one in times.shared] == ["16:00", "16:30", "17:00", "17:30"]
    assert not set(times.shared) & set(times.others)
    assert f"{to_local(times.others[0], MOSCOW):%H:%M}" == "08:00"


def test_it_shows_no_time_that_is_past() -> None:
    times = day_times(["TUE_AFTERNOON"], MOSCOW, date(2026, 10, 13), MOSCOW, NOW)
    assert [f"{to_local(one, MOSCOW):%H:%M}" for one in times.shared] == ["17:00", "17:30"]
    assert all(one > NOW for one in times.others)


def test_it_shows_the_schools_times_by_the_readers_clock() -> None:
    yakutsk = ZoneInfo("Asia/Yakutsk")
    times = day_times(["TUE_AFTERNOON"], MOSCOW, date(2026, 10, 20), yakutsk, NOW)
    assert {to_local(one, yakutsk).hour for one in times.shared} == {21, 22, 23}
