"""What a process is among those of its programme.

With polling one process does everything, the leader; whoever else is started waits as a stand-by until it ends. With
webhooks all serve, and the leader makes the rounds of the timetable besides. Leading is a lock that dies with its
process: the next one takes over within a second, be it after SIGTERM or after SIGKILL, and never beside a living one.
"""

import asyncio
import logging

from bot.failures import describe
from bot.limiter import Limiter
from bot.locks import Locks

LEADER, MEMBERS = "leader", "members"
BEAT = 1.0
"""Seconds between two looks at the others."""
log = logging.getLogger(__name__)


class Standing:
    """This process and the others."""

    def __init__(self, locks: Locks, limiter: Limiter) -> None:
        self._locks = locks
        self._limiter = limiter
        self._leads = False

    @property
    def leads(self) -> bool:
        """Whether this is the process that polls and makes the rounds."""
        return self._leads

    async def lead(self) -> None:
        """Waits as a stand-by while another process leads."""
        if await self._leads_now():
            return
        log.warning("another process serves this programme; waiting as a stand-by")
        while not await self._leads_now():  # noqa: ASYNC110  another process gives no event
            await asyncio.sleep(BEAT)
        log.warning("taking over")

    async def join(self) -> None:
        """Begins to serve: the others learn of it with their next beat, and so long they have what is bulk."""
        if await self._beat() > 1:
            self._limiter.pause_bulk(2 * BEAT)

    async def beat(self) -> None:
        """Looks who leads and how many share Telegram's limits; a database that does not answer changes nothing."""
        try:
            await self._beat()
        except Exception as error:
            log.warning("the other processes could not be looked at: %s", describe(error))

    async def _beat(self) -> int:
        led, self._leads = self._leads, await self._locks.take(LEADER)
        if led and not self._leads:
            log.warning("another process has taken over")
        processes = await self._locks.join(MEMBERS)
        self._limiter.share(processes)
        return processes

    async def _leads_now(self) -> bool:
        try:
            self._leads = await self._locks.take(LEADER)
        except Exception as error:
            log.warning("it cannot be seen whether another process leads: %s", describe(error))
        return self._leads
