"""When whom is reminded (R-08, R-09)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from models.meetings import plan
from models.notices.tables import Notice, NoticeState
from tests.meetings.couple import TOMORROW, Couple, couple_of, waiting
from tests.town import Town


async def test_it_reminds_both_a_day_and_an_hour_before_and_asks_both_afterwards(town: Town, couple: Couple) -> None:
    await couple.planned(TOMORROW + timedelta(days=1))
    start = TOMORROW + timedelta(days=1)
    end = start + timedelta(minutes=45)
    common = {
        "reminder-24h": start - timedelta(days=1),
        "reminder-1h": start - timedelta(hours=1),
        "log-prompt": end + timedelta(minutes=15),
    }
    assert (await waiting(town, couple.mentor_id)) == {**common, "log-nudge": datetime(2026, 10, 15, 12, tzinfo=UTC)}
    mentee = await waiting(town, couple.mentee_id)
    assert {kind: mentee[kind] for kind in mentee if kind != "planned"} == common


async def test_it_lets_no_reminder_outlive_the_meeting(town: Town, couple: Couple) -> None:
    await couple.planned(TOMORROW + timedelta(days=1))
    reminders = await town.rows(Notice, Notice.kind.like("meetings-reminder%"))
    assert {row.expires_at for row in reminders} == {TOMORROW + timedelta(days=1)}


async def test_it_skips_reminders_whose_time_has_passed(town: Town, couple: Couple) -> None:
    await couple.planned(town.clock.now() + timedelta(minutes=30))
    assert set(await waiting(town, couple.mentor_id)) == {"log-prompt", "log-nudge"}


@pytest.mark.parametrize(
    "zone", ["Europe/Moscow", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk", "Asia/Yakutsk"]
)
async def test_it_moves_a_night_reminder_earlier_by_each_persons_own_clock(town: Town, zone: str) -> None:
    mentee = await town.mentee(zone=zone)
    couple = await couple_of(town, mentee=mentee)
    start = datetime(2026, 10, 16, 4, 0, tzinfo=UTC)
    await couple.planned(start)
    due = await waiting(town, mentee)
    assert due["reminder-24h"] <= start - timedelta(days=1)
    local = due["reminder-24h"].astimezone(ZoneInfo(zone))
    assert 7.5 <= local.hour + local.minute / 60 < 20
    assert due["reminder-1h"] == start - timedelta(hours=1)


async def test_it_reminds_of_a_monday_on_saturday(town: Town, couple: Couple) -> None:
    monday = datetime(2026, 10, 19, 9, 0, tzinfo=UTC)
    await couple.planned(monday)
    due = (await waiting(town, couple.mentor_id))["reminder-24h"]
    assert due.astimezone(ZoneInfo("Europe/Moscow")).strftime("%a %H:%M") == "Sat 19:59"


async def test_it_never_reminds_of_the_time_a_meeting_was_moved_from(town: Town, couple: Couple) -> None:
    meeting_id = await couple.planned(TOMORROW + timedelta(days=1))
    act = await couple.mentee()
    await act(plan.move, meeting_id, TOMORROW + timedelta(days=3))
    old = await town.rows(Notice, Notice.subject == f"meeting:{meeting_id}")
    assert old
    assert {row.state for row in old} == {NoticeState.VOID}


async def test_it_asks_the_mentee_where_the_mentor_has_no_account(town: Town) -> None:
    couple = await couple_of(town, mentor=await town.mentor(account=False))
    curator = await town.act(town.curator)
    await curator(plan.plan, couple.id, TOMORROW)
    assert {"log-prompt", "log-nudge"} <= set(await waiting(town, couple.mentee_id))


async def test_it_asks_the_curator_who_planned_where_nobody_has_an_account(town: Town) -> None:
    couple = await couple_of(town, await town.mentor(account=False), await town.mentee(account=False))
    curator = await town.act(town.curator)
    await curator(plan.plan, couple.id, TOMORROW)
    assert set(await waiting(town, town.curator)) == {"log-prompt", "log-nudge"}
