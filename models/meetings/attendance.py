"""Who was at a meeting of a group or of teams: one meeting, k attendances (YAR-22, R-13)."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor, Permission, outside
from models.errors import ProgrammeError
from models.forms.open import open_forms, withdraw_form
from models.meetings.log import check_corrector
from models.meetings.presence import known_row, row_for
from models.meetings.states import AHEAD, MeetingState
from models.meetings.tables import Meeting, MeetingAttendance
from models.meetings.views import MeetingView
from models.people.names import official, polite
from models.people.tables import Person
from models.terms import MentoringType
from models.use_case import MAX_ID, Tx, use_case


@use_case(Permission.PLAN)
def cannot_come(tx: Tx, meeting_id: int) -> MeetingView:
    """A member of a group will not be at a meeting ahead; it takes place all the same.

    Raises ProgrammeError `error-state` in a pair and where it has begun, `error-no-access` for whoever is no member.
    """
    meeting = tx.get(Meeting, meeting_id)
    if meeting.mentorship.side_of(tx.actor.person_id) is None:
        raise ProgrammeError("error-no-access")
    if meeting.mentorship.type is MentoringType.PERSONAL or meeting.state not in AHEAD or meeting.starts_at <= tx.now:
        raise ProgrammeError("error-state")
    row_for(tx, meeting, tx.actor.me).present = False
    return MeetingView.of(meeting, tx.actor)


@use_case(Permission.PLAN)
def mark(tx: Tx, meeting_id: int, person_id: int, present: bool) -> MeetingView:
    """Whether a member was at a held meeting; whoever was not is asked for no feedback.

    By whoever may correct the record. Raises ProgrammeError as `check_corrector`, `error-meetings-no-record`, and
    `error-gone` for somebody whom the record does not count.
    """
    meeting = tx.get(Meeting, meeting_id)
    if meeting.state is not MeetingState.HELD:
        raise ProgrammeError("error-meetings-no-record")
    check_corrector(tx, meeting)
    row = known_row(tx, meeting, person_id)
    if row is None:
        raise ProgrammeError("error-gone")
    row.present = present
    if present:
        open_forms(tx, meeting)
    else:
        withdraw_form(tx, meeting, person_id)
    return MeetingView.of(meeting, tx.actor)


@dataclass(frozen=True)
class Attendee:
    """A member and whether they were there."""

    person_id: int
    name: str
    """As the reader says it: a colleague or the curator."""
    present: bool


async def attendance(session: AsyncSession, actor: Actor, meeting_id: int) -> tuple[Attendee, ...]:
    """Who was at a meeting, or has said that they will not come; empty for a pair.

    Raises ProgrammeError `error-gone`, `error-no-access`.
    """
    return await session.run_sync(_attendance, actor, meeting_id)


def _attendance(session: Session, actor: Actor, meeting_id: int) -> tuple[Attendee, ...]:
    meeting = session.get(Meeting, meeting_id) if 0 < meeting_id <= MAX_ID else None
    if meeting is None:
        raise ProgrammeError("error-gone")
    if not meeting.is_open_to(actor):
        raise outside(actor, "Meeting", meeting.id)
    named = official if meeting.mentorship.side_of(actor.person_id) is None else polite
    rows = session.execute(
        select(MeetingAttendance, Person)
        .join(Person, Person.id == MeetingAttendance.person_id)
        .where(MeetingAttendance.meeting_id == meeting_id)
        .order_by(MeetingAttendance.id)
    )
    return tuple(Attendee(person.id, named(person), row.present) for row, person in rows)
