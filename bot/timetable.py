"""What the programme does by itself: a ticker that looks at the clock, and the work that is due by it.

Every piece of work is safe to repeat, since its use cases know what was done; so nothing of the timetable is stored,
and a bot that was down catches up with its first tick.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.delivery import Delivery
from bot.failures import describe
from models.access import SYSTEM
from models.clock import Clock
from models.database import Database
from models.forms.open import expire_forms
from models.meetings.month import post_months
from models.mentorships import closing, course, silence
from models.oversight.post import post_digests
from models.oversight.sweep import sweep_organisation
from models.papers.yearly.campaigns import run_campaigns
from models.people import sharing
from models.people.tables import Organisation
from models.requests import colleague
from models.retention.sweep import forget
from models.use_case import Act, Tx

ROUND = timedelta(minutes=10)
"""How often offers and digests are looked at: at 08:00, 08:10 and so on, for digests are due at full hours."""
NIGHT = time(3)
"""From when, local time, an organisation's nightly sweep may run."""
Tidy = Callable[[], Awaitable[None]]
EVERY_ROUND: tuple[Callable[[Tx], object], ...] = (
    silence.chase_silence,
    colleague.expire_unconfirmed,
    course.carry_on_trials,
    closing.complete_closings,
    sharing.expire_sharing,
    post_digests,
    run_campaigns,
)
"""Use cases for the whole programme at once."""
EVERY_NIGHT: tuple[Callable[[Tx, int], object], ...] = (expire_forms, sweep_organisation, post_months, forget)
"""Use cases for one organisation, in its own night."""
log = logging.getLogger(__name__)


class Timetable:
    """Looks at the clock and does what is due."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        delivery: Delivery,
        tidy: Tidy,
        leads: Callable[[], bool] = lambda: True,
    ) -> None:
        """`tidy` drops what the messenger's side need not remember any longer.

        `leads` says whether it is for this process to make the rounds; notices are sent by all.
        """
        self._database = database
        self._clock = clock
        self._delivery = delivery
        self._tidy = tidy
        self._leads = leads
        self._one_round = asyncio.Lock()
        self._one_delivery = asyncio.Lock()
        self._round: int | None = None
        self._swept: dict[int, date] = {}

    async def tick(self) -> None:
        """One look at the clock: the programme's own work, then the notices that are due."""
        await self.make_rounds()
        await self.deliver()

    async def make_rounds(self) -> None:
        """The programme's own work, where it is due and for this process to do."""
        async with self._one_round:
            if self._leads():
                await self._guarded("rounds", self._make_rounds())

    async def deliver(self) -> None:
        """Sends the notices that are due, however long it takes."""
        async with self._one_delivery:
            await self._guarded("delivery", self._delivery.deliver_due())

    async def at_rest(self) -> None:
        """Waits until neither is under way."""
        async with self._one_round, self._one_delivery:
            return

    async def _make_rounds(self) -> None:
        now = self._clock.now()
        if (this := int(now.timestamp() // ROUND.total_seconds())) == self._round:
            return
        self._round = this
        act = Act(self._database, self._clock, SYSTEM)
        for organisation_id in await self._to_sweep(now):
            for nightly in EVERY_NIGHT:
                await self._guarded(nightly.__name__, act(nightly, organisation_id))
        for regular in EVERY_ROUND:
            await self._guarded(regular.__name__, act(regular))
        await self._guarded("digests", self._make_all_digests(act))
        await self._guarded("tidy", self._tidy())

    async def _make_all_digests(self, act: Act) -> None:
        """A few organisations in each transaction, so that presses come in between."""
        while await act(post_digests):
            pass

    async def _to_sweep(self, now: datetime) -> list[int]:
        """Organisations whose night has come and that were not swept on this local date."""
        async with self._database.read() as session:
            rows = (await session.execute(select(Organisation.id, Organisation.zone).order_by(Organisation.id))).all()
        due = []
        for organisation_id, zone in rows:
            local = now.astimezone(ZoneInfo(zone))
            if local.time() >= NIGHT and self._swept.get(organisation_id) != local.date():
                self._swept[organisation_id] = local.date()
                due.append(organisation_id)
        return due

    async def _guarded(self, name: str, work: Awaitable[object]) -> None:
        """One piece that fails must not keep the others, or the notices, from their work."""
        try:
            await work
        except Exception as error:
            log.error("timetable: %s failed: %s", name, describe(error))
