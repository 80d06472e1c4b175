"""The demo's clock, moved over a day with things to tell on the way."""

from datetime import UTC, datetime, timedelta

import pytest
from markupsafe import Markup

from bot.demo.moves import Moves
from handlers.notices import RENDERERS, Telling
from handlers.telling import Drawn
from models.clock import FixedClock, MovableClock
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from tests.play import Play

MONDAY = datetime(2026, 10, 12, 7, 0, tzinfo=UTC)
SAID = "слово"


@pytest.fixture
def clock() -> MovableClock:
    """The machine's own stands still, so that only the button moves it."""
    return MovableClock(FixedClock(MONDAY))


async def say(_telling: Telling) -> Drawn:
    return Drawn(Markup(SAID))


async def test_it_tells_each_thing_at_its_own_time_though_something_waits_already(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RENDERERS, NoticeKind.CARD_CONFIRMED, say)
    mentor = await play.town.mentor()
    irina = await play.person(mentor)
    moments = [MONDAY, MONDAY + timedelta(hours=2), MONDAY + timedelta(hours=3)]
    rows = [
        Notice(
            person_id=mentor,
            kind=NoticeKind.CARD_CONFIRMED,
            payload={},
            subject="word",
            key=f"word:{moment}",
            due_at=moment,
            created_at=MONDAY,
        )
        for moment in moments
    ]
    await play.town.database.write(lambda session: session.add_all(rows))
    moves = Moves(play.clock, play.clock)
    moves.application = play.application
    assert await moves.move("day") == MONDAY + timedelta(days=1)
    told = [datetime.fromtimestamp(message.date, UTC) for message in irina.messages if message.text == SAID]
    assert told == moments
