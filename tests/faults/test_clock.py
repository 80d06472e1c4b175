"""A clock that jumps, and clocks that are put forward and back by law: each reminder once, at its moment."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from models.notices.tables import Notice, NoticeState
from models.people.tables import Organisation
from tests.meetings.couple import TOMORROW, couple_of
from tests.play import Play

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DAY_BEFORE, HOUR_BEFORE = "meetings-reminder-24h", "meetings-reminder-1h"


async def reminders(play: Play) -> dict[str, list[NoticeState]]:
    """Every reminder's state, by kind."""
    rows = await play.town.rows(Notice, Notice.kind.in_((DAY_BEFORE, HOUR_BEFORE)))
    return {kind: [row.state for row in rows if row.kind == kind] for kind in (DAY_BEFORE, HOUR_BEFORE)}


def reminded(play: Play) -> Counter[int]:
    """How many reminders each chat got."""
    return Counter(one.chat_id for one in play.sandbox.sent if one.method == "sendMessage" and "⏰" in one.text)


@pytest.mark.parametrize(("jump", "before"), [(HOUR, HOUR / 2), (DAY, HOUR / 2), (-HOUR, -HOUR / 2)], ids=str)
async def test_it_reminds_once_when_the_clock_jumps_and_returns(play: Play, jump: timedelta, before: timedelta) -> None:
    """It jumps over the reminder's moment, forward before it or back after it."""
    start = TOMORROW + 2 * DAY
    couple = await couple_of(play.town)
    people = [await play.person(person_id) for person_id in (couple.mentor_id, couple.mentee_id)]
    await couple.planned(start)
    for moment in (start - DAY - before, start - HOUR - before):
        await play.move_to(moment)
        await play.move_to(moment + jump)
        await play.move_to(moment)
        await play.move_to(moment + HOUR)
    await play.move_to(start + DAY)
    times = reminded(play)
    states = await reminders(play)
    assert set(states[DAY_BEFORE]) == {NoticeState.SENT}
    assert set(states[HOUR_BEFORE]) == {NoticeState.SENT}
    assert [times[person.id] for person in people] == [2, 2]


@pytest.mark.parametrize(
    ("zone", "start", "day_before"),
    [
        ("Europe/Berlin", datetime(2026, 10, 26, 12), datetime(2026, 10, 24, 19, 59)),
        ("Europe/Berlin", datetime(2027, 3, 29, 12), datetime(2027, 3, 27, 19, 59)),
        ("Europe/Kaliningrad", datetime(2026, 10, 27, 12), datetime(2026, 10, 26, 12)),
        ("Asia/Kamchatka", datetime(2026, 10, 27, 12), datetime(2026, 10, 26, 12)),
    ],
    ids=str,
)
async def test_it_reminds_by_the_clocks_of_every_zone(
    play: Play, zone: str, start: datetime, day_before: datetime
) -> None:
    """In Berlin the clocks are put back, or forward, on the Sunday in between; nobody is reminded on a Sunday."""
    await play.town.change(Organisation, play.town.school, zone=zone)
    begins, first = (local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for local in (start, day_before))
    play.clock.moment = first - HOUR
    couple = await couple_of(play.town)
    olga = await play.person(couple.mentee_id)
    await couple.planned(begins)
    came = []
    for moment in (first, begins - HOUR):
        for seconds in (-1, 0, 1):
            await play.move_to(moment + timedelta(seconds=seconds))
            came.append(reminded(play)[olga.id])
    assert came == [0, 1, 1, 1, 2, 2]
