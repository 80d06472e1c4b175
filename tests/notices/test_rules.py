from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.local_time import to_local, utc_at
from models.notices.rules import (
    DEFAULT_QUIET,
    NoticeClass,
    QuietHours,
    iso_week_key,
    log_nudge_at,
    log_prompt_at,
    next_monday,
    next_weekly,
    reminder_1h,
    reminder_24h,
    send_at,
)
from models.school_year import Holidays, Period, is_school_day, is_working_day, school_year_of, usual_holidays

SEED_ZONES = tuple(
    map(ZoneInfo, ("Europe/Moscow", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk", "Asia/Yakutsk"))
)
MOSCOW, BERLIN = SEED_ZONES[0], ZoneInfo("Europe/Berlin")
ZONES = (*SEED_ZONES, BERLIN)

every_zone = pytest.mark.parametrize("zone", ZONES, ids=str)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))
zones = st.sampled_from(ZONES)
quiets = st.one_of(
    st.none(),
    st.just(DEFAULT_QUIET),
    st.builds(QuietHours, st.builds(time, st.integers(17, 23), st.integers(0, 59)), st.builds(time, st.integers(0, 9))),
)


def at(zone: ZoneInfo, *parts: int) -> datetime:
    shown = datetime(*parts)
    return utc_at(shown.date(), shown.time(), zone)


@every_zone
def test_it_gives_an_answer_at_once_by_day(zone):
    afternoon = at(zone, 2026, 10, 13, 15, 30)
    assert send_at(NoticeClass.ANSWER, afternoon, zone) == afternoon


@every_zone
def test_it_keeps_an_answer_until_quiet_hours_end(zone):
    assert send_at(NoticeClass.ANSWER, at(zone, 2026, 10, 13, 20), zone) == at(zone, 2026, 10, 14, 7, 30)
    assert send_at(NoticeClass.ANSWER, at(zone, 2026, 10, 14, 3), zone) == at(zone, 2026, 10, 14, 7, 30)
    assert send_at(NoticeClass.ANSWER, at(zone, 2026, 10, 14, 7, 30), zone) == at(zone, 2026, 10, 14, 7, 30)


def test_it_answers_on_sundays_too():
    sunday = at(MOSCOW, 2026, 10, 18, 12)
    assert send_at(NoticeClass.ANSWER, sunday, MOSCOW) == sunday


def test_it_respects_quiet_hours_of_ones_own_choice_and_none_at_all():
    late = at(MOSCOW, 2026, 10, 13, 22)
    assert send_at(NoticeClass.ANSWER, late, MOSCOW, QuietHours(time(23), time(6))) == late
    assert send_at(NoticeClass.ANSWER, late, MOSCOW, QuietHours(time(0), time(6))) == late
    assert send_at(NoticeClass.ANSWER, late, MOSCOW, None) == late
    night = at(MOSCOW, 2026, 10, 14, 1)
    assert send_at(NoticeClass.ANSWER, night, MOSCOW, QuietHours(time(0), time(6))) == at(MOSCOW, 2026, 10, 14, 6)


@pytest.mark.parametrize(
    ("start", "end"), [(time(16, 59), time(7)), (time(20), time(10, 1)), (time(9), time(9)), (time(12), time(14))]
)
def test_it_refuses_quiet_hours_that_swallow_the_day(start, end):
    with pytest.raises(ValueError, match="open"):
        QuietHours(start, end)


@given(moments, zones, quiets, st.booleans())
def test_it_never_keeps_a_call_for_help(wanted, zone, quiet, is_child):
    assert send_at(NoticeClass.HELP, wanted, zone, quiet, is_child=is_child) == wanted


@given(moments, zones, quiets)
def test_it_never_moves_what_is_timed(wanted, zone, quiet):
    assert send_at(NoticeClass.TIMED, wanted, zone, quiet) == wanted


@given(moments, zones, quiets)
def test_it_never_answers_in_quiet_hours_nor_early(wanted, zone, quiet):
    moment = send_at(NoticeClass.ANSWER, wanted, zone, quiet)
    assert wanted <= moment <= wanted + timedelta(hours=18)
    assert quiet is None or to_local(moment, zone).time() not in quiet


@given(moments, zones, quiets, st.sampled_from((NoticeClass.ANSWER, NoticeClass.TIMED, NoticeClass.BUNDLED)))
def test_it_sends_children_no_form_at_night(wanted, zone, quiet, cls):
    moment = send_at(cls, wanted, zone, quiet, is_child=True)
    assert time(8) <= to_local(moment, zone).time() < time(21)
    assert moment >= wanted


def test_it_respects_a_childs_quiet_hours_after_the_childs_night():
    late_riser = QuietHours(time(20), time(9))
    form = at(MOSCOW, 2026, 10, 14, 6)
    assert send_at(NoticeClass.ANSWER, form, MOSCOW, late_riser, is_child=True) == at(MOSCOW, 2026, 10, 14, 9)
    assert send_at(NoticeClass.ANSWER, form, MOSCOW, None, is_child=True) == at(MOSCOW, 2026, 10, 14, 8, 30)


@every_zone
def test_it_postpones_a_childs_form_to_half_past_eight(zone):
    form = at(zone, 2026, 10, 13, 21)
    assert send_at(NoticeClass.TIMED, form, zone, is_child=True) == at(zone, 2026, 10, 14, 8, 30)
    assert send_at(NoticeClass.ANSWER, form, zone, is_child=True) == at(zone, 2026, 10, 14, 8, 30)


@every_zone
def test_it_bundles_news_for_the_afternoon_of_a_school_day(zone):
    def bundle(*parts: int) -> datetime:
        return send_at(NoticeClass.BUNDLED, at(zone, *parts), zone)

    assert bundle(2026, 10, 13, 9) == at(zone, 2026, 10, 13, 14)
    assert bundle(2026, 10, 13, 18, 59) == at(zone, 2026, 10, 13, 18, 59)
    assert bundle(2026, 10, 16, 19) == at(zone, 2026, 10, 19, 14)
    assert bundle(2026, 10, 24, 12) == at(zone, 2026, 11, 5, 14)


def test_it_bundles_by_the_schools_own_holidays():
    own = Holidays((Period(date(2026, 10, 12), date(2026, 10, 16)),))
    monday = at(MOSCOW, 2026, 10, 12, 15)
    assert send_at(NoticeClass.BUNDLED, monday, MOSCOW, holidays=own) == at(MOSCOW, 2026, 10, 19, 14)
    assert send_at(NoticeClass.BUNDLED, monday, MOSCOW, holidays=Holidays()) == monday


@given(moments, zones, quiets)
def test_it_bundles_only_where_a_bundle_belongs(wanted, zone, quiet):
    moment = send_at(NoticeClass.BUNDLED, wanted, zone, quiet)
    local = to_local(moment, zone)
    assert moment >= wanted
    assert time(14) <= local.time() < time(19)
    assert is_school_day(local.date(), usual_holidays(school_year_of(local.date())))
    assert quiet is None or local.time() not in quiet


@every_zone
def test_it_reminds_a_day_before(zone):
    assert reminder_24h(at(zone, 2026, 10, 13, 15, 30), zone) == at(zone, 2026, 10, 12, 15, 30)


@every_zone
def test_it_reminds_earlier_rather_than_in_quiet_hours(zone):
    assert reminder_24h(at(zone, 2026, 10, 14, 7), zone) == at(zone, 2026, 10, 12, 19, 59)
    assert reminder_24h(at(zone, 2026, 10, 14, 20), zone) == at(zone, 2026, 10, 13, 19, 59)


@every_zone
def test_it_reminds_of_a_monday_meeting_on_saturday(zone):
    assert reminder_24h(at(zone, 2026, 10, 19, 15, 30), zone) == at(zone, 2026, 10, 17, 19, 59)
    assert reminder_24h(at(zone, 2026, 10, 20, 7), zone) == at(zone, 2026, 10, 17, 19, 59)
    assert reminder_24h(at(zone, 2026, 10, 19, 15, 30), zone, None) == at(zone, 2026, 10, 17, 23, 59)


@given(moments, zones, quiets)
def test_it_reminds_only_when_it_is_allowed_to(start, zone, quiet):
    moment = reminder_24h(start, zone, quiet)
    local = to_local(moment, zone)
    assert start - timedelta(days=4) <= moment <= start - timedelta(days=1)
    assert local.weekday() != 6
    assert quiet is None or local.time() not in quiet


def test_it_minds_quiet_hours_that_begin_in_the_missing_hour():
    quiet = QuietHours(time(2, 30), time(7, 30))
    assert reminder_24h(at(BERLIN, 2026, 3, 30, 5), BERLIN, quiet) == at(BERLIN, 2026, 3, 28, 23, 59)
    assert send_at(NoticeClass.ANSWER, at(BERLIN, 2026, 3, 29, 3), BERLIN, quiet) == at(BERLIN, 2026, 3, 29, 7, 30)


@pytest.mark.parametrize(
    ("wanted", "end"),
    [
        (
            datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
            datetime(2026, 3, 29, 1, tzinfo=UTC),
        ),  # 01:30, the clocks jump at 02
        (datetime(2026, 10, 25, 0, 15, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the first 02:15
        (datetime(2026, 10, 25, 1, 15, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),  # the second 02:15
    ],
)
def test_it_ends_quiet_hours_rightly_in_the_night_of_the_change(wanted, end):
    assert send_at(NoticeClass.ANSWER, wanted, BERLIN, QuietHours(time(20), time(2, 30))) == end


@given(moments)
def test_it_never_moves_the_reminder_of_the_last_hour(start):
    assert reminder_1h(start) == start - timedelta(hours=1)


def test_it_asks_about_the_meeting_a_quarter_of_an_hour_after_its_end():
    end = at(MOSCOW, 2026, 10, 13, 16, 15)
    assert log_prompt_at(end) == at(MOSCOW, 2026, 10, 13, 16, 30)


@every_zone
def test_it_asks_again_on_the_next_working_day(zone):
    assert log_nudge_at(at(zone, 2026, 10, 13, 16, 15), zone) == at(zone, 2026, 10, 14, 15)
    assert log_nudge_at(at(zone, 2026, 10, 16, 23, 30), zone) == at(zone, 2026, 10, 19, 15)


@given(moments, zones)
def test_it_asks_again_at_three_in_the_afternoon(end, zone):
    local = to_local(log_nudge_at(end, zone), zone)
    assert local.time() == time(15)
    assert is_working_day(local.date())


@every_zone
def test_it_sends_the_digest_on_monday_morning(zone):
    monday = at(zone, 2026, 10, 19, 8)
    assert next_monday(at(zone, 2026, 10, 12, 8), zone) == monday
    assert next_monday(at(zone, 2026, 10, 18, 23, 59), zone) == monday
    assert next_monday(monday - timedelta(minutes=1), zone) == monday
    assert next_monday(monday, zone, hour=14) == at(zone, 2026, 10, 19, 14)
    assert next_weekly(monday, zone, 4, time(15)) == at(zone, 2026, 10, 23, 15)


def test_it_keeps_the_hour_of_the_digest_when_the_clocks_are_put_back():
    before = at(BERLIN, 2026, 10, 19, 8)
    assert next_monday(before, BERLIN) - before == timedelta(days=7, hours=1)


@given(moments, zones, st.integers(0, 6), st.integers(0, 23))
def test_it_finds_the_next_time_of_the_week(now, zone, weekday, hour):
    moment = next_weekly(now, zone, weekday, time(hour))
    assert timedelta(0) < moment - now <= timedelta(days=7, hours=1)
    assert to_local(moment, zone).weekday() == weekday


def test_it_names_the_week_of_the_local_day():
    sunday_evening_utc = datetime(2026, 10, 18, 22, tzinfo=UTC)
    assert iso_week_key(sunday_evening_utc, ZoneInfo("UTC")) == "2026-W42"
    assert iso_week_key(sunday_evening_utc, ZoneInfo("Asia/Omsk")) == "2026-W43"
    assert iso_week_key(datetime(2027, 1, 2, 12, tzinfo=UTC), MOSCOW) == "2026-W53"
