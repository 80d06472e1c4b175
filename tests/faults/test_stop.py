"""Stopped by SIGTERM, the bot finishes what it holds, and the next one goes on as if nothing had been."""

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
