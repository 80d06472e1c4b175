"""Meetings as they are shown: rows read without the ORM's objects, of which each would take six for nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from models.meetings.states import MeetingKind, MeetingMethod, MeetingMode, MeetingState, Obstacle
from models.meetings.tables import Meeting
from models.mentorships.shown import ShownMember, ShownPair
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.tables import Person


@dataclass(frozen=True)
class MeetingFields:
    """What is said of a meeting to whoever sees it."""

    id: int
    mentorship_id: int
    kind: MeetingKind
    state: MeetingState
    mode: MeetingMode
    method: MeetingMethod
    place: str
    elsewhere: bool
    starts_at: datetime
    """UTC."""
    duration_min: int
    planned_by: int
    unplanned: bool
    from_mentee: bool
    entered_late: bool
    obstacle: Obstacle | None
    logged_at: datetime | None


@dataclass(frozen=True)
class ShownMeeting(MeetingFields):
    """The same as it is read, with what only some may read, and the pair."""

    log_text: str
    reschedule_of: int | None
    mentorship: ShownPair


SHOWN = tuple(field.name for field in fields(MeetingFields))
"""The names of what every view of a meeting holds."""


def _columns(*named: tuple[type, tuple[str, ...]]) -> list[InstrumentedAttribute[object]]:
    return [getattr(table, name) for table, names in named for name in names]


_MEETING, _PAIR = (*SHOWN, "log_text", "reschedule_of"), ("organisation_id", "type")
_STANDING, _NAME = ShownMember._fields[:3], ShownMember._fields[3:]
_COLUMNS = _columns((Meeting, _MEETING), (Mentorship, _PAIR), (MentorshipMember, _STANDING), (Person, _NAME))
_TO_PAIR, _TO_MEMBER = len(_MEETING), len(_MEETING) + len(_PAIR)
_BELONGS: ColumnElement[bool] = and_(
    MentorshipMember.mentorship_id == Mentorship.id, MentorshipMember.left_at.is_(None)
)
_MEETINGS = (
    select(*_COLUMNS)
    .join(Mentorship, Mentorship.id == Meeting.mentorship_id)
    .outerjoin(MentorshipMember, _BELONGS)
    .outerjoin(Person, Person.id == MentorshipMember.person_id)
    .where(Meeting.id.in_(bindparam("ids", expanding=True)))
    .order_by(Meeting.id, MentorshipMember.id)
)
"""One statement, built once: most notices ask for it, and each menu."""


async def read_meetings(session: AsyncSession, meeting_ids: Collection[int]) -> dict[int, ShownMeeting]:
    """Those of these meetings that there are, by id. What a session has read it reads no more."""
    known: dict[int, ShownMeeting] = session.info.setdefault("meetings", {})
    unread = [one for one in meeting_ids if one not in known]
    if unread:
        rows = (await session.execute(_MEETINGS, {"ids": sorted(set(unread))})).all()
        for meeting_id, own in groupby(rows, itemgetter(0)):
            known[meeting_id] = _shown(list(own))
    return {one: known[one] for one in meeting_ids if one in known}


def _shown(rows: Sequence[Sequence[Any]]) -> ShownMeeting:
    """A row for each member; one without a member where the pair has had its time."""
    first = rows[0]
    members = tuple(ShownMember._make(row[_TO_MEMBER:]) for row in rows if row[_TO_MEMBER] is not None)
    pair = ShownPair(first[_TO_PAIR], first[_TO_PAIR + 1], members)
    return ShownMeeting(**dict(zip(_MEETING, first[:_TO_PAIR], strict=True)), mentorship=pair)
