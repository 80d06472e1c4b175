"""Two processes share one PostgreSQL: nothing is lost, doubled or disordered while they are killed in turn."""

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.inbox import InboxRow, InboxState
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from models.audit import AuditEntry
from models.clock import FixedClock
from models.database import Database
from models.notices.tables import Notice, NoticeState
from models.oversight.tables import Digest
from models.requests.tables import MentoringRequest
from tests.faults.pair import PATIENCE, HastyStage, Pair
from tests.play import TOKEN
from tests.postgres import Postgres
from tests.story.cast import NAMES, Cast
from tests.story.script import LEFT_BY_THE_STORY, STORY, perform
from tests.town import Town

pytestmark = pytest.mark.xdist_group("processes")
SEEDS = range(int(os.environ.get("PAIR_STORIES", "1")))
"""How many times the story is played; PAIR_STORIES=20 is the long form."""
PAST_SENDING = {NoticeState.SENT, NoticeState.VOID, NoticeState.EXPIRED, NoticeState.UNREACHABLE}


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """A server for this worker: the one of the group «postgres» belongs to another."""
    with TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True) as folder:
        server = Postgres(Path(folder) / "data")
        yield server
        server.stop()


@pytest.fixture
def url(server: Postgres) -> str:
    return server.url(server.new_database(server.template))


@pytest.fixture
async def there(url: str, clock: FixedClock) -> AsyncIterator[Town]:
    """The town on PostgreSQL."""
    database = Database(url)
    yield await Town.build(database, clock)
    await database.close()


@pytest.mark.parametrize("seed", SEEDS)
async def test_it_goes_on_as_two_while_one_is_killed_now_and_then(there: Town, tmp_path: Path, seed: int) -> None:
    sandbox = Sandbox(
        TOKEN, there.clock, bot_username="nastavnik_test_bot", webhook_repeat_after=(0.05,), allow_http_webhook=True
    )
    await sandbox.start()
    pair = Pair(there, sandbox, tmp_path / "clock")
    cast = await Cast.gather(there)
    people = {part: await _at_the_phone(there, sandbox, person_id) for part, person_id in cast.ids.items()}
    try:
        await pair.start()
        for person in people.values():
            await person.start()
        await pair.settled()
        stage = HastyStage(there, pair, people, every=10, seed=seed)
        for step in STORY:
            await perform(stage, step, NAMES)
        await _weeks_are_told(there)
        await pair.settled()
    finally:
        await pair.stop()
        await sandbox.stop()
    assert pair.kills >= len(STORY) // 12
    await _nothing_is_lost_doubled_or_disordered(there, sandbox)


async def _weeks_are_told(town: Town) -> None:
    """The last Monday's digests are made by the timetable, which a kill may have kept from it for a while."""
    async with asyncio.timeout(PATIENCE):
        while len(await town.rows(Digest)) < LEFT_BY_THE_STORY[Digest]:
            await asyncio.sleep(0.1)


async def _nothing_is_lost_doubled_or_disordered(town: Town, sandbox: Sandbox) -> None:
    assert {model: len(await town.rows(model)) for model in LEFT_BY_THE_STORY} == LEFT_BY_THE_STORY
    assert {row.state for row in await town.rows(InboxRow)} == {InboxState.DONE}
    notices = await town.rows(Notice)
    assert {notice.state for notice in notices if notice.due_at <= town.clock.moment} <= PAST_SENDING
    by_people = await town.rows(AuditEntry, AuditEntry.person_id.is_not(None))
    done = Counter((entry.person_id, entry.use_case, str(entry.arguments)) for entry in by_people)
    assert [call for call, times in done.items() if times > 1] == []
    assert _twice_without_saying_so(sandbox, notices) == []
    [request] = await town.rows(MentoringRequest)
    assert request.topics == ["CLASSROOM", "LESSON_ANALYSIS"], "pressed in one go, before «ready»"


def _twice_without_saying_so(sandbox: Sandbox, notices: list[Notice]) -> list[str]:
    """Texts that a chat got more often than there are notices of them; the labelled repetition has another text."""
    kept = {notice.message_id for notice in notices if notice.message_id is not None}
    sent = [message for message in sandbox.sent if message.method == "sendMessage"]
    told = Counter((message.chat_id, message.text) for message in sent if message.message_id in kept)
    times = Counter((message.chat_id, message.text) for message in sent)
    return [text for (chat_id, text), wanted in told.items() if times[chat_id, text] > wanted]


async def _at_the_phone(town: Town, sandbox: Sandbox, person_id: int) -> Person:
    actor = await town.actor(person_id)
    return sandbox.person(str(person_id), user_id=int(actor.external_id))
