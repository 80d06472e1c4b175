from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.availability import (
    DayPart,
    ReadyTimes,
    Slot,
    Weekday,
    free_starts,
    in_week_order,
    overlap,
    ready_times_of,
    slot_codes,
)
from models.local_time import to_local

MOSCOW, OMSK = ZoneInfo("Europe/Moscow"), ZoneInfo("Asia/Omsk")
TUESDAY = date(2026, 10, 13)
EVERY_SLOT = slot_codes(Weekday, DayPart)

zones = st.sampled_from(tuple(map(ZoneInfo, ("Asia/Yakutsk", "Europe/Berlin", "Pacific/Apia"))))
some_slots = st.frozensets(st.sampled_from(sorted(EVERY_SLOT)))


def test_it_reads_and_writes_short_codes():
    assert Slot.parse("TUE_AFTERNOON") == Slot(Weekday.TUE, DayPart.AFTERNOON)
    assert [Slot.parse(code).code for code in sorted(EVERY_SLOT)] == sorted(EVERY_SLOT)


@pytest.mark.parametrize("code", ["", "TUE", "SUN_MORNING", "TUE_NIGHT", "tue_morning", "TUE_DAY_DAY", "_"])
def test_it_refuses_codes_it_never_gave(code):
    with pytest.raises(ValueError, match="no such weekly slot"):
        Slot.parse(code)


def test_it_covers_the_day_from_eight_to_eight_without_a_gap():
    parts = list(DayPart)
    assert (parts[0].starts.hour, parts[-1].ends.hour) == (8, 20)
    assert all(earlier.ends == later.starts for earlier, later in pairwise(parts))


def test_it_offers_times_after_three_for_tuesday_and_thursday():
    assert in_week_order(ReadyTimes.TUE_THU.slots) == ("TUE_AFTERNOON", "TUE_EVENING", "THU_AFTERNOON", "THU_EVENING")


@pytest.mark.parametrize("ready", ReadyTimes)
def test_it_finds_the_button_that_was_pressed(ready):
    assert ready_times_of(ready.slots) is ready


def test_it_has_no_button_for_a_mixture():
    assert ready_times_of(frozenset({"MON_MORNING", "SAT_DAY"})) is None


def test_it_shows_shared_times_in_the_order_of_the_week():
    mentor = frozenset({"THU_AFTERNOON", "TUE_EVENING", "MON_DAY"})
    assert overlap(ReadyTimes.TUE_THU.slots, mentor) == ("TUE_EVENING", "THU_AFTERNOON")


@given(some_slots, some_slots)
def test_it_shares_times_both_ways(a, b):
    assert overlap(a, b) == overlap(b, a)
    assert set(overlap(a, b)) == a & b


def test_it_gives_the_starts_of_a_local_day_in_utc():
    starts = free_starts({"TUE_AFTERNOON", "WED_MORNING"}, TUESDAY, OMSK)
    assert starts == [datetime(2026, 10, 13, 9, tzinfo=UTC) + timedelta(minutes=30 * n) for n in range(6)]


def test_it_gives_nothing_on_a_day_without_slots():
    assert free_starts(EVERY_SLOT, date(2026, 10, 18), MOSCOW) == []
    assert free_starts({"WED_MORNING"}, TUESDAY, MOSCOW) == []


def test_it_refuses_a_step_that_leads_nowhere():
    with pytest.raises(ValueError, match="positive"):
        free_starts(EVERY_SLOT, TUESDAY, MOSCOW, 0)


def test_it_gives_no_start_on_a_day_that_the_zone_left_out():
    left_out = date(2011, 12, 30)
    assert free_starts(EVERY_SLOT, left_out, ZoneInfo("Pacific/Apia")) == []
    assert len(free_starts(EVERY_SLOT, left_out, MOSCOW)) == 24


@given(some_slots, st.dates(date(2011, 1, 1), date(2028, 12, 31)), zones, st.integers(1, 240))
def test_it_gives_each_start_once_within_its_slot(slots, day, zone, step):
    starts = free_starts(slots, day, zone, step)
    assert starts == sorted(set(starts))
    for start in starts:
        local = to_local(start, zone)
        parts = [part for part in DayPart if part.starts <= local.time() < part.ends]
        assert local.date() == day
        assert [Slot(Weekday(day.weekday()), part).code in slots for part in parts] == [True]
