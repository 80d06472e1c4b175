"""Holding back, in a database that was just restored: its notices may have been sent, its updates been answered."""

import asyncio
import logging
from collections.abc import Awaitable
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from bot.failures import describe
from bot.fsm import DialogRow
from bot.inbox import InboxRow, InboxState
from bot.timetable import EVERY_NIGHT, EVERY_ROUND
from models.access import SYSTEM
from models.audit import AuditEntry
from models.clock import FixedClock
from models.database import Database
from models.notices.hold import hold_back
from models.oversight.post import post_digests
from models.people.tables import Organisation
from models.use_case import Act

RESTORED = "restored"
"""Why an update was set aside: its person has gone on since."""
log = logging.getLogger(__name__)


def hold(database_url: str, now: datetime) -> int:
    """Holds back all that was due until `now`, and forgets what people were about to do; gives the notices held."""
    return asyncio.run(_hold(database_url, now))


async def _hold(database_url: str, now: datetime) -> int:
    database = Database(database_url)
    try:
        act = Act(database, FixedClock(now), SYSTEM)
        made_at = await _last_act(database) or now
        await database.write(_forget_the_unfinished)
        await _catch_up(database, act)
        return await act(hold_back, made_at)
    finally:
        await database.close()


async def _last_act(database: Database) -> datetime | None:
    """When the programme did something last: it does every ten minutes while it runs."""
    async with database.read() as session:
        moment: datetime | None = await session.scalar(select(func.max(AuditEntry.at)))
        return moment


def _forget_the_unfinished(session: Session) -> None:
    aside = update(InboxRow).where(InboxRow.state == InboxState.NEW)
    session.execute(aside.values(state=InboxState.SET_ASIDE, body=None, problem=RESTORED))
    session.execute(delete(DialogRow))


async def _catch_up(database: Database, act: Act) -> None:
    """What the timetable would do and say at its first look is done now, so that it is held back with the rest."""
    async with database.read() as session:
        organisations = list(await session.scalars(select(Organisation.id).order_by(Organisation.id)))
    for organisation_id in organisations:
        for nightly in EVERY_NIGHT:
            await _guarded(act(nightly, organisation_id))
    for regular in EVERY_ROUND:
        await _guarded(act(regular))
    while await _guarded(act(post_digests)):
        pass


async def _guarded(work: Awaitable[object]) -> object:
    try:
        return await work
    except Exception as error:
        log.error("catching up failed: %s", describe(error))
        return None
