"""What waits in the database at this moment: asked when somebody looks, never while people are served."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.inbox import InboxRow, InboxState
from models.notices.tables import Notice, NoticeState
from models.oversight.tables import RiskSignal


@dataclass(frozen=True)
class Standing:
    """Depths, ages in seconds, and live signals by their code."""

    inbox: int
    inbox_age: float
    outbox: int
    outbox_due: int
    outbox_age: float
    signals: Mapping[str, int]


async def look(session: AsyncSession, now: datetime) -> Standing:
    """Counts what waits. Each figure is asked for by itself: so it is found in an index and no row is looked at."""
    new = select(func.count(), func.min(InboxRow.received_at)).where(InboxRow.state == InboxState.NEW)
    is_waiting = Notice.state == NoticeState.WAITING
    waiting = select(
        select(func.count()).where(is_waiting).scalar_subquery(),
        select(func.count()).where(is_waiting, Notice.due_at <= now).scalar_subquery(),
        select(func.min(Notice.due_at)).where(is_waiting).scalar_subquery(),
    )
    live = select(RiskSignal.code, func.count()).where(RiskSignal.resolved_at.is_(None)).group_by(RiskSignal.code)
    inbox, received_at = (await session.execute(new)).one()
    outbox, outbox_due, due_at = (await session.execute(waiting)).one()
    signals = {code.value: number for code, number in await session.execute(live)}
    return Standing(inbox, age(received_at, now), outbox, outbox_due, age(due_at, now), signals)


def age(since: datetime | None, now: datetime) -> float:
    """Seconds that have passed; none where nothing waits or its time is still to come."""
    return max(0.0, (now - since).total_seconds()) if since else 0.0
