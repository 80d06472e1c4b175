"""Looking at what is held back after a restore: how much of what, for how many people, of which days."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Actor
from models.local_time import to_local
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from models.people.tables import Person


class HeldGroup(StrEnum):
    """Kinds of notice as a curator thinks of them."""

    REMINDERS = "REMINDERS"
    MEETINGS = "MEETINGS"
    FORMS = "FORMS"
    CALLS = "CALLS"
    PAIRS = "PAIRS"
    REQUESTS = "REQUESTS"
    WEEK = "WEEK"
    PEOPLE = "PEOPLE"
    PAPERS = "PAPERS"
    NUDGES = "NUDGES"


_SINGLE = {
    NoticeKind.REMINDER_24H: HeldGroup.REMINDERS,
    NoticeKind.REMINDER_1H: HeldGroup.REMINDERS,
    NoticeKind.FEEDBACK_ASKED: HeldGroup.FORMS,
    NoticeKind.PAIR_ASKED_BY_CURATOR: HeldGroup.PAIRS,
    NoticeKind.PLAN_NUDGE: HeldGroup.NUDGES,
    NoticeKind.BUNDLE: HeldGroup.NUDGES,
}
_BY_AREA = {
    "meetings": HeldGroup.MEETINGS,
    "forms": HeldGroup.CALLS,
    "mentorships": HeldGroup.PAIRS,
    "requests": HeldGroup.REQUESTS,
    "oversight": HeldGroup.WEEK,
    "people": HeldGroup.PEOPLE,
    "papers": HeldGroup.PAPERS,
    "registers": HeldGroup.NUDGES,
    "notices": HeldGroup.NUDGES,
}


@dataclass(frozen=True)
class HeldLine:
    """Notices of one group; days are the reader's."""

    group: HeldGroup
    count: int
    people: int
    first: date
    last: date


async def held_lines(session: AsyncSession, actor: Actor) -> tuple[HeldLine, ...]:
    """What is held back for the people in a curator's scope, in the order of the groups; nothing once it is decided."""
    rows = await session.execute(
        select(Notice.kind, Notice.person_id, Notice.due_at)
        .join(Person, Person.id == Notice.person_id)
        .where(Notice.state == NoticeState.HELD, Person.organisation_id.in_(actor.curates))
    )
    groups: dict[HeldGroup, list[tuple[int, datetime]]] = defaultdict(list)
    for kind, person_id, due_at in rows:
        groups[group_of(NoticeKind(kind))].append((person_id, due_at))
    return tuple(_line(group, groups[group], ZoneInfo(actor.zone)) for group in HeldGroup if group in groups)


def group_of(kind: NoticeKind) -> HeldGroup:
    """The group of a kind."""
    return _SINGLE.get(kind) or _BY_AREA[kind.value.partition("-")[0]]


def _line(group: HeldGroup, rows: Sequence[tuple[int, Any]], zone: ZoneInfo) -> HeldLine:
    days = [to_local(due_at, zone).date() for _, due_at in rows]
    return HeldLine(group, len(rows), len({person_id for person_id, _ in rows}), min(days), max(days))
