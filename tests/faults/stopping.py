"""SIGTERM in the middle of the work: what was answered before and after it, and how long the end took."""

import time
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass

from bot.inbox import InboxRow, InboxState
from bot.sandbox.server import Sandbox
from tests.faults.campaign import Campaign
from tests.faults.load import Load
from tests.town import Town

ANSWERED_FIRST = 20
"""So many answers come before the signal."""


@dataclass(frozen=True)
class Stop:
    """What a stop came to."""

    updates: int
    status: int
    seconds: float
    left_in_the_inbox: int
    left_with_telegram: int
    lost: int
    repeated: int


async def stopped_under(town: Town, sandbox: Sandbox, campaign: Campaign, load: Load, each: int) -> Stop:
    """Everybody writes `each` times, the bot is stopped among it, and the next one does the rest."""
    wrote = Counter({person.id: each for person in load.readers})
    for _ in range(each):
        for person in load.readers:
            await person.say("/help")
    bot = await campaign.start()
    while len(_answers(sandbox, wrote)) < ANSWERED_FIRST:
        await sandbox.world.changes.next()
    begun = time.monotonic()
    status = await bot.terminate()
    seconds = time.monotonic() - begun
    kept, pending = await town.rows(InboxRow, InboxRow.state == InboxState.NEW), len(sandbox.pending_updates)
    bot = await campaign.start()
    assert await campaign.settled(bot)
    status = status or await bot.terminate()
    done = Counter(row.chat for row in await town.rows(InboxRow, InboxRow.state == InboxState.DONE))
    given = Counter(_answers(sandbox, wrote))
    lost = (wrote - done) | (wrote - given)
    return Stop(wrote.total(), status, seconds, len(kept), pending, lost.total(), (given - wrote).total())


def _answers(sandbox: Sandbox, chats: Container[int]) -> list[int]:
    sent = (message.chat_id or 0 for message in sandbox.sent if message.method == "sendMessage")
    return [chat for chat in sent if chat in chats]
