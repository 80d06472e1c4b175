from datetime import UTC, date, datetime, time

import pytest

from bot.demo.days import ZONE, Days


def days_of(year: int, month: int, day: int, hour: int = 7) -> Days:
    return Days(datetime(year, month, day, hour, tzinfo=UTC))


def local(moments: list[datetime]) -> list[str]:
    return [moment.astimezone(ZONE).strftime("%d.%m %H:%M") for moment in moments]


def test_it_finds_the_last_weeks_of_a_usual_day() -> None:
    moments = days_of(2026, 10, 15).weekly(2, time(14, 30), 3)
    assert local(moments) == ["30.09 14:30", "07.10 14:30", "14.10 14:30"]


def test_it_leaves_out_weeks_of_holidays_and_takes_another_day_where_one_is_free() -> None:
    moments = days_of(2026, 11, 12).weekly(2, time(14, 30), 3)
    assert local(moments) == ["21.10 14:30", "05.11 14:30", "11.11 14:30"]


def test_it_counts_a_meeting_only_when_there_was_time_to_speak_of_it() -> None:
    assert local(days_of(2026, 10, 14, hour=13).weekly(2, time(14, 30), 1)) == ["07.10 14:30"]
    assert local(days_of(2026, 10, 14, hour=15).weekly(2, time(14, 30), 1)) == ["14.10 14:30"]


def test_it_finds_the_next_usual_day() -> None:
    days = days_of(2026, 10, 23)
    (last,) = days.weekly(2, time(14, 30), 1)
    assert local([days.next_weekly(2, time(14, 30), last)]) == ["05.11 14:30"]


def test_it_counts_school_days_back_over_the_summer() -> None:
    assert days_of(2026, 9, 2).before(date(2026, 9, 2), 2) == date(2026, 5, 29)


@pytest.mark.parametrize(
    ("today", "since"),
    [
        (date(2026, 10, 15), date(2026, 9, 23)),
        (date(2026, 11, 9), date(2026, 10, 8)),
        (date(2026, 9, 1), date(2026, 5, 8)),
    ],
)
def test_it_counts_silence_without_holidays(today: date, since: date) -> None:
    assert days_of(today.year, today.month, today.day).silent_for(22) == since


@pytest.mark.parametrize(
    ("today", "since"),
    [
        (date(2026, 10, 15), date(2026, 10, 7)),
        (date(2026, 10, 12), date(2026, 10, 2)),
        (date(2026, 9, 1), date(2026, 8, 24)),
        (date(2027, 1, 11), date(2026, 12, 28)),
    ],
)
def test_it_lets_people_wait_since_a_day_on_which_they_were_at_work(today: date, since: date) -> None:
    assert days_of(today.year, today.month, today.day).waiting_for(8) == since
