"""A killed process loses no press and no notice, and does nothing twice."""

from collections import Counter

import pytest

from bot.inbox import InboxRow, InboxState
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from models.audit import AuditEntry
from models.notices.tables import Notice
from tests.faults.books import is_lost, said_too_often
from tests.faults.campaign import PLACES, Campaign
from tests.faults.load import Load
from tests.faults.stage import DeadlyStage
from tests.story.cast import NAMES, Cast
from tests.story.script import LEFT_BY_THE_STORY, STORY, perform
from tests.town import Town

pytestmark = pytest.mark.xdist_group("processes")


async def test_it_survives_a_kill_at_each_point_under_load(town: Town, sandbox: Sandbox, campaign: Campaign) -> None:
    load = Load(town, sandbox)
    await load.gather(pairs=4, readers=100)
    figures = await campaign.killed_often(len(PLACES), load, notices=5)
    assert figures.bad == {}, "\n".join(figures.lines())
    assert figures.kills == len(PLACES)
    assert figures.updates > 0 and load.posted == 5 * len(PLACES)


async def test_it_goes_on_with_the_story_when_it_is_killed_at_every_step(
    town: Town, sandbox: Sandbox, campaign: Campaign
) -> None:
    cast = await Cast.gather(town)
    people = {part: await _at_the_phone(town, sandbox, person_id) for part, person_id in cast.ids.items()}
    for person in people.values():
        await person.start()
    bot = await campaign.start()
    assert await campaign.settled(bot, rounds=2)
    stage = DeadlyStage(town, campaign, bot, people, seed=0)
    for step in STORY:
        await perform(stage, step, NAMES)
    assert campaign.kills == len(STORY)
    await _nothing_is_lost_or_doubled(town, sandbox)


async def _nothing_is_lost_or_doubled(town: Town, sandbox: Sandbox) -> None:
    assert {model: len(await town.rows(model)) for model in LEFT_BY_THE_STORY} == LEFT_BY_THE_STORY
    assert {row.state for row in await town.rows(InboxRow)} == {InboxState.DONE}
    notices = await town.rows(Notice)
    assert [notice for notice in notices if notice.due_at <= town.clock.moment and is_lost(notice)] == []
    by_people = await town.rows(AuditEntry, AuditEntry.person_id.is_not(None))
    done = Counter((entry.person_id, entry.use_case, str(entry.arguments)) for entry in by_people)
    assert [call for call, times in done.items() if times > 1] == []
    assert said_too_often(notices, sandbox) == 0


async def _at_the_phone(town: Town, sandbox: Sandbox, person_id: int) -> Person:
    actor = await town.actor(person_id)
    return sandbox.person(str(person_id), user_id=int(actor.external_id))
