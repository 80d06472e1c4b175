"""«Мой месяц»: on the first of a month a mentor who wants it reads what the last one was: meetings, hours, thanks.

Nobody is told of a month without meetings, and nothing is compared: it is no report (reference.md §10).
"""

from dataclasses import dataclass
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Actor, Permission
from models.local_time import to_local, utc_at
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting, MonthLetter
from models.mentorships.states import Side
from models.mentorships.tables import MentorshipMember
from models.notices.kinds import NoticeKind
from models.notices.post import post, zone_of
from models.people.states import PersonState
from models.people.tables import Person
from models.use_case import Tx, use_case

MORNING = time(9)
LATEST_DAY = 3
"""A bot that was down on the first catches up until here."""


@dataclass(frozen=True)
class MonthView:
    """What a mentor did in a month."""

    first: date
    held: int
    minutes: int


@use_case(Permission.MENTOR)
def choose_month(tx: Tx, wanted: bool) -> bool:
    """Switches «Мой месяц» on or off for oneself."""
    row = tx.session.get(MonthLetter, tx.actor.me)
    if wanted and row is None:
        tx.add(MonthLetter(person_id=tx.actor.me))
    if not wanted and row is not None:
        tx.session.delete(row)
    return wanted


@use_case(Permission.SWEEP)
def post_months(tx: Tx, organisation_id: int) -> int:
    """Posts the last month to the mentors of an organisation who want it; gives their number. Safe to repeat."""
    people = tx.session.scalars(
        select(Person)
        .join(MonthLetter, MonthLetter.person_id == Person.id)
        .where(Person.organisation_id == organisation_id, Person.state == PersonState.ACTIVE)
    ).all()
    told = 0
    for person in people:
        zone = zone_of(person)
        today = to_local(tx.now, zone).date()
        if today.day <= LATEST_DAY:
            first = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
            morning = utc_at(today.replace(day=1), MORNING, zone)
            month = {"month": first.isoformat()}
            due_at = max(morning, tx.now)
            post(tx, person, NoticeKind.MY_MONTH, f"month:{first:%Y-%m}", payload=month, due_at=due_at)
            told += 1
    return told


async def wants_month(session: AsyncSession, actor: Actor) -> bool:
    """Whether the actor reads «Мой месяц»."""
    return await session.get(MonthLetter, actor.me) is not None


async def month_of(session: AsyncSession, actor: Actor, first: date) -> MonthView | None:
    """What the actor held as a mentor in the month that begins on `first`, by their own clock; None without any."""
    zone = ZoneInfo(actor.zone)
    after = (first + timedelta(days=32)).replace(day=1)
    mine = (MentorshipMember.person_id == actor.person_id, MentorshipMember.side == Side.MENTOR)
    in_month = (Meeting.starts_at >= utc_at(first, time(0), zone), Meeting.starts_at < utc_at(after, time(0), zone))
    found = await session.execute(
        select(func.count(), func.coalesce(func.sum(Meeting.duration_min), 0))
        .join(MentorshipMember, MentorshipMember.mentorship_id == Meeting.mentorship_id)
        .where(*mine, *in_month, Meeting.state == MeetingState.HELD)
    )
    held, minutes = found.one()
    return MonthView(first, held, minutes) if held else None
