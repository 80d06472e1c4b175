"""Posting: when a notice will leave, and nudges that come together."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.access import SYSTEM
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.notices.tables import Notice, NoticeState
from models.people.tables import Person
from models.use_case import Tx
from tests.town import Town

MOSCOW = ZoneInfo("Europe/Moscow")


async def tell(town: Town, kind: NoticeKind, subject: str = "pair:1", **fields: Any) -> None:
    """Posts to the curator."""

    def job(session: Any) -> None:
        post(Tx(session, SYSTEM, town.clock.now()), session.get_one(Person, town.curator), kind, subject, **fields)

    await town.database.write(job)


async def due(town: Town) -> list[datetime]:
    return [row.due_at.astimezone(MOSCOW) for row in await town.rows(Notice)]


async def items(town: Town) -> list[list[str]]:
    return [[item["key"].split(":")[1] for item in row.payload["items"]] for row in await town.rows(Notice)]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """October 2026 in Moscow; the 12th is a Monday."""
    return datetime(2026, 10, day, hour, minute, tzinfo=MOSCOW)


async def test_it_answers_at_once_by_day_and_after_quiet_hours_by_night(town: Town) -> None:
    await tell(town, NoticeKind.ADMITTED)
    town.clock.moment = at(12, 23)
    await tell(town, NoticeKind.ADMITTED, "pair:2")
    assert await due(town) == [at(12, 10), at(13, 7, 30)]


async def test_it_asks_for_help_in_the_middle_of_the_night(town: Town) -> None:
    town.clock.moment = at(12, 2)
    await tell(town, NoticeKind.HELP_ASKED)
    assert await due(town) == [at(12, 2)]


async def test_it_gathers_a_days_nudges_for_the_afternoon(town: Town) -> None:
    for subject in ("pair:1", "pair:2", "pair:1"):
        await tell(town, NoticeKind.PAIR_ASKED, subject)
    assert await due(town) == [at(12, 14)]
    assert await items(town) == [["1", "2"]]


async def test_it_leaves_a_nudge_for_the_next_day_when_todays_have_left(town: Town) -> None:
    await tell(town, NoticeKind.PAIR_ASKED, "pair:1")
    [bundle] = await town.rows(Notice)
    await town.change(Notice, bundle.id, state=NoticeState.SENT)
    town.clock.moment = at(12, 15)
    await tell(town, NoticeKind.PAIR_ASKED, "pair:2")
    assert await due(town) == [at(12, 14), at(13, 14)]
    assert await items(town) == [["1"], ["2"]]


async def test_it_nudges_about_one_thing_once_on_whatever_day(town: Town) -> None:
    await tell(town, NoticeKind.PAIR_ASKED, "pair:1")
    [bundle] = await town.rows(Notice)
    await town.change(Notice, bundle.id, state=NoticeState.SENT)
    town.clock.moment += timedelta(days=1)
    await tell(town, NoticeKind.PAIR_ASKED, "pair:1")
    assert await items(town) == [["1"]]


async def test_it_nudges_nobody_on_a_sunday(town: Town) -> None:
    town.clock.moment = at(17, 20)
    await tell(town, NoticeKind.PAIR_ASKED)
    assert await due(town) == [at(19, 14)]
