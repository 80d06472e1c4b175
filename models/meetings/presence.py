"""The rows of attendance: written when a group's meeting is recorded, read by its forms. A pair has none (YAR-22)."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.meetings.tables import Meeting, MeetingAttendance
from models.terms import MentoringType
from models.use_case import Tx


def take_attendance(tx: Tx, meeting: Meeting) -> None:
    """All members of a group were there unless somebody has said that they would not come."""
    if meeting.mentorship.type is not MentoringType.PERSONAL:
        for member in meeting.mentorship.taking_part:
            row_for(tx, meeting, member.person_id)


def row_for(tx: Tx, meeting: Meeting, person_id: int) -> MeetingAttendance:
    """A member's row, which is made where there is none: present, until somebody says otherwise."""
    row = known_row(tx, meeting, person_id)
    if row is None:
        row = MeetingAttendance(meeting_id=meeting.id, person_id=person_id, present=True)
        tx.add(row)
    return row


def known_row(tx: Tx, meeting: Meeting, person_id: int) -> MeetingAttendance | None:
    """A member's row; None where there is none. Of a pair nothing is asked: it has none."""
    if meeting.mentorship.type is MentoringType.PERSONAL:
        return None
    return tx.session.scalar(
        select(MeetingAttendance).where(
            MeetingAttendance.meeting_id == meeting.id, MeetingAttendance.person_id == person_id
        )
    )


def absent_from(session: Session, meeting_id: int) -> Collection[int | None]:
    """Who was not there, or will not come."""
    absent = select(MeetingAttendance.person_id).where(
        MeetingAttendance.meeting_id == meeting_id, MeetingAttendance.present.is_(False)
    )
    return set(session.scalars(absent))
