"""Stopped by SIGTERM, the bot finishes what it holds, and the next one goes on as if nothing had been."""

import time
from collections import Counter

import pytest

from bot.sandbox.server import Sandbox
from tests.faults.campaign import Campaign
from tests.faults.load import Load
from tests.faults.stopping import stopped_under
from tests.town import Town

pytestmark = pytest.mark.xdist_group("processes")


async def test_it_stops_in_peace_with_updates_queued(town: Town, sandbox: Sandbox, campaign: Campaign) -> None:
    load = Load(town, sandbox)
    await load.gather(pairs=0, readers=30)
    stop = await stopped_under(town, sandbox, campaign, load, each=10)
    assert (stop.updates, stop.status, stop.lost, stop.repeated) == (300, 0, 0, 0)
    assert stop.left_in_the_inbox + stop.left_with_telegram > 0, "it was stopped in the middle"


async def test_it_stops_within_ten_seconds_although_an_answer_hangs(
    town: Town, sandbox: Sandbox, campaign: Campaign
) -> None:
    load = Load(town, sandbox)
    await load.gather(pairs=0, readers=2)
    waiting, other = load.readers
    hanging = sandbox.faults.add("hang", "sendMessage", chat_id=waiting.id)
    bot = await campaign.start()
    await waiting.say("/help")
    await hanging.happened()
    begun = time.monotonic()
    status = await bot.terminate()
    assert (status, time.monotonic() - begun < 10) == (0, True)
    sandbox.faults.clear()
    await other.say("/help")
    assert await campaign.settled(await campaign.start())
    sent = Counter(message.chat_id for message in sandbox.sent if message.method == "sendMessage")
    assert (sent[waiting.id], sent[other.id]) == (1, 1), "what hung is answered by the next one, once"
