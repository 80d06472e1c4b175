"""A killed process loses no press and no notice, and does nothing twice."""

from collections import Counter
from pathlib import Path

import pytest

from bot.inbox import InboxRow, InboxState
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from models.audit import AuditEntry
from models.forms.tables import FeedbackForm
from models.meetings.tables import Meeting
from models.mentorships.tables import Mentorship
from models.notices.tables import Notice, NoticeState
from models.oversight.tables import Digest
from models.requests.tables import MentoringRequest
from tests.faults.process import Process
from tests.faults.stage import DeadlyStage
from tests.play import TOKEN
from tests.story.cast import NAMES, Cast
from tests.story.script import STORY, perform
from tests.town import Town

pytestmark = pytest.mark.xdist_group("processes")
LEFT_BY_THE_STORY = {MentoringRequest: 1, Mentorship: 1, Meeting: 1, FeedbackForm: 2, Digest: 4}
"""Rows by table; both schools' curators get the digest of two Mondays."""
PAST_SENDING = {NoticeState.SENT, NoticeState.VOID, NoticeState.EXPIRED, NoticeState.UNREACHABLE}


@pytest.mark.parametrize("seed", [0, 2])
async def test_it_goes_on_wherever_the_process_is_killed(town: Town, tmp_path: Path, seed: int) -> None:
    sandbox = Sandbox(TOKEN, town.clock, bot_username="nastavnik_test_bot")
    await sandbox.start()
    process = Process(town, sandbox, tmp_path / "clock")
    cast = await Cast.gather(town)
    people = {part: await _at_the_phone(town, sandbox, person_id) for part, person_id in cast.ids.items()}
    try:
        await process.start()
        for person in people.values():
            await person.start()
        assert await process.settled()
        stage = DeadlyStage(town, process, people, seed)
        for step in STORY:
            await perform(stage, step, NAMES)
    finally:
        process.kill()
        await sandbox.stop()
    assert process.deaths >= len(STORY) // 3
    await _nothing_is_lost_or_doubled(town, sandbox)


async def _nothing_is_lost_or_doubled(town: Town, sandbox: Sandbox) -> None:
    assert {model: len(await town.rows(model)) for model in LEFT_BY_THE_STORY} == LEFT_BY_THE_STORY
    assert {row.state for row in await town.rows(InboxRow)} == {InboxState.DONE}
    notices = await town.rows(Notice)
    assert {notice.state for notice in notices if notice.due_at <= town.clock.moment} <= PAST_SENDING
    by_people = await town.rows(AuditEntry, AuditEntry.person_id.is_not(None))
    done = Counter((entry.person_id, entry.use_case, str(entry.arguments)) for entry in by_people)
    assert [call for call, times in done.items() if times > 1] == []
    assert _twice_without_saying_so(sandbox, notices) == []


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
