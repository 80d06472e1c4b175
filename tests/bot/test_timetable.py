"""The ticker: rounds and nights in their time, and one failing piece that keeps nobody else from work."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiogram import Bot
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError

from bot import timetable
from bot.delivery import Delivery
from bot.outbox import Outbox
from bot.sandbox.server import Sandbox
from bot.timetable import Timetable
from handlers.notices import RENDERERS, Telling
from handlers.telling import Drawn, Markup
from models.access import SYSTEM, Permission
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.people.tables import Account, Person
from models.use_case import USE_CASES, Tx, use_case
from tests.town import Town

SECRET = "канарейка-8-900-123-45-67"


class Log:
    """What was done and when."""

    def __init__(self) -> None:
        self.done: list[Any] = []

    def take(self) -> list[Any]:
        done, self.done = self.done, []
        return done


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def work(log: Log, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Use cases of the test's own stand in the timetable; the first of each fails."""

    @use_case(Permission.SWEEP)
    def broken(tx: Tx) -> int:
        raise KeyError(SECRET)

    @use_case(Permission.SWEEP)
    def regular(tx: Tx) -> int:
        assert tx.actor.is_system
        log.done.append("round")
        return 0

    @use_case(Permission.SWEEP)
    def broken_night(tx: Tx, organisation_id: int) -> int:
        raise KeyError(SECRET)

    @use_case(Permission.SWEEP)
    def nightly(tx: Tx, organisation_id: int) -> int:
        log.done.append(organisation_id)
        return 0

    monkeypatch.setattr(timetable, "EVERY_ROUND", (broken, regular))
    monkeypatch.setattr(timetable, "EVERY_NIGHT", (broken_night, nightly))
    yield
    for function in (broken, regular, broken_night, nightly):
        del USE_CASES[function]


@pytest.fixture
def ticker(town: Town, bot: Bot, log: Log, work: None) -> Timetable:
    async def tidy() -> None:
        log.done.append("tidy")

    delivery = Delivery(town.database, bot, town.clock, Outbox(town.database, town.clock))
    return Timetable(town.database, town.clock, delivery, tidy)


async def test_it_makes_a_round_every_ten_minutes(ticker: Timetable, town: Town, log: Log) -> None:
    await ticker.tick()
    assert log.take()[-2:] == ["round", "tidy"]
    for minute in range(1, 10):
        town.clock.moment = town.clock.moment.replace(minute=minute)
        await ticker.tick()
    assert log.take() == []
    town.clock.moment = town.clock.moment.replace(minute=10)
    await ticker.tick()
    assert log.take() == ["round", "tidy"]


async def test_it_goes_through_each_organisations_night_once_a_day(ticker: Timetable, town: Town, log: Log) -> None:
    schools = [town.municipality, town.school, town.other_school]
    await ticker.tick()
    assert log.take()[:3] == schools
    town.clock.moment += timedelta(hours=12)
    await ticker.tick()
    assert log.take() == ["round", "tidy"]
    town.clock.moment += timedelta(hours=12)
    await ticker.tick()
    assert log.take()[:3] == schools


async def test_it_waits_for_the_night_of_each_zone(ticker: Timetable, town: Town, log: Log) -> None:
    east = await town.organisation("Школа № 5", zone="Asia/Yakutsk")
    near = [town.municipality, town.school, town.other_school]
    seen = []
    for moment in ((12, 17, 10), (12, 18, 10), (12, 23, 10), (13, 0, 10)):
        town.clock.moment = datetime(2026, 10, *moment, tzinfo=UTC)
        await ticker.tick()
        seen.append(log.take()[:-2])
    assert seen == [near, [east], [], near]


async def test_it_goes_on_when_a_piece_of_work_fails_and_logs_no_words(
    ticker: Timetable, log: Log, caplog: pytest.LogCaptureFixture
) -> None:
    await ticker.tick()
    assert {"round", "tidy"} < set(log.take())
    failures = [record.getMessage() for record in caplog.records if record.name == "bot.timetable"]
    assert any("broken" in failure and "KeyError" in failure for failure in failures)
    assert SECRET not in caplog.text


async def test_it_sends_notices_even_when_a_round_cannot_be_made(
    ticker: Timetable, town: Town, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def renderer(_telling: Telling) -> Drawn:
        return Drawn(Markup("слово"))

    def fail(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if "FROM organisation ORDER BY" in statement:
            raise OperationalError(SECRET, {}, Exception("disk I/O error"))

    monkeypatch.setitem(RENDERERS, NoticeKind.ADMITTED, renderer)
    [account] = await town.rows(Account, Account.person_id == town.curator)
    marina = sandbox.person("Марина Соколова", user_id=int(account.external_id))
    await marina.start()

    def tell(session: Any) -> None:
        tx = Tx(session, SYSTEM, town.clock.now())
        post(tx, session.get_one(Person, town.curator), NoticeKind.ADMITTED, "meeting:42")

    await town.database.write(tell)
    event.listen(Engine, "before_cursor_execute", fail)
    try:
        await ticker.tick()
    finally:
        event.remove(Engine, "before_cursor_execute", fail)
    assert marina.last.text == "слово"
    assert SECRET not in caplog.text


async def test_it_knows_when_it_is_at_rest(ticker: Timetable, log: Log) -> None:
    await ticker.tick()
    await ticker.at_rest()
    assert log.take()


def test_it_does_by_itself_only_what_is_the_systems() -> None:
    cases = (*timetable.EVERY_ROUND, *timetable.EVERY_NIGHT)
    assert {USE_CASES[function].permission for function in cases} == {Permission.SWEEP}
