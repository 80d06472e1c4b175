"""Changing a record after it was made: kept versions, and records that do not count (§4.4)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from models.access import Permission
from models.errors import ProgrammeError
from models.forms.open import void_forms
from models.meetings.log import check_corrector
from models.meetings.reminders import void_notices
from models.meetings.rules import MAX_REASON, check_duration, check_held_at, check_length
from models.meetings.states import MEETING, MeetingMethod
from models.meetings.tables import Meeting, MeetingVersion
from models.meetings.views import MeetingView
from models.mentorships.states import Side
from models.use_case import Tx, use_case


@use_case(Permission.PLAN)
def edit(
    tx: Tx,
    meeting_id: int,
    starts_at: datetime | None = None,
    duration_min: int | None = None,
    method: MeetingMethod | None = None,
    reason: str = "",
) -> MeetingView:
    """Changes what is given of a record; how it stood before is kept as a version.

    The mentor may within 7 days of the record, and thereby takes a mentee's record as right; later it is the
    curator's, who says why. Raises ProgrammeError for everybody else, and for values that no record may have.
    """
    meeting = tx.get(Meeting, meeting_id)
    state = MEETING.after(meeting.state, "edit")
    check_corrector(tx, meeting)
    is_mentor = meeting.mentorship.side_of(tx.actor.person_id) is Side.MENTOR
    words = "" if is_mentor else check_length(reason, MAX_REASON)
    check_duration(duration_min or meeting.duration_min)
    if starts_at is not None:
        check_held_at(starts_at, tx.now, ZoneInfo(meeting.zone), is_curator=not is_mentor)
    tx.add(_version_of(tx, meeting, words))
    meeting.state = state
    meeting.starts_at = starts_at or meeting.starts_at
    meeting.duration_min = duration_min or meeting.duration_min
    meeting.method = method or meeting.method
    meeting.from_mentee = meeting.from_mentee and not is_mentor
    return MeetingView.of(meeting, tx.actor)


@use_case(Permission.CURATE)
def void(tx: Tx, meeting_id: int, reason: str) -> MeetingView:
    """Takes a record out of all counts, with the curator's reason; its forms are void, the row stays.

    Raises ProgrammeError for members of the pair, without a reason, or where there is no record.
    """
    meeting = tx.get(Meeting, meeting_id)
    if meeting.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    state = MEETING.after(meeting.state, "void")
    meeting.void_reason = check_length(reason, MAX_REASON)
    meeting.state, meeting.closed_at = state, tx.now
    void_notices(tx, meeting)
    void_forms(tx, meeting)
    return MeetingView.of(meeting, tx.actor)


def _version_of(tx: Tx, meeting: Meeting, reason: str) -> MeetingVersion:
    return MeetingVersion(
        meeting_id=meeting.id,
        starts_at=meeting.starts_at,
        duration_min=meeting.duration_min,
        method=meeting.method,
        changed_by=tx.actor.person_id,
        changed_at=tx.now,
        reason=reason,
    )
