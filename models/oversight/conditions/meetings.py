"""Signals about meetings that nobody has written down."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Select, select

from models.meetings.states import AHEAD
from models.meetings.tables import Meeting
from models.oversight.finding import Finding, School
from models.oversight.states import SignalCode
from models.oversight.together import Here
from models.terms import Severity

OVERDUE_AFTER = timedelta(hours=48)


def log_overdue(school: School) -> list[Finding]:
    """LOG_OVERDUE: over for three days and neither recorded nor marked as not held. The subject is the meeting."""
    return [
        Finding(meeting.id, Severity.WARN, {"mentorship_id": meeting.mentorship_id})
        for meeting in overdue_logs(school, timedelta(days=school.limits[SignalCode.LOG_OVERDUE]))
    ]


def overdue_logs(school: School, after: timedelta = OVERDUE_AFTER) -> list[Meeting]:
    """The meetings whose record is `after` late, oldest first: the flag LOG_OVERDUE of §4.4 counts 48 hours."""
    return [meeting for (meeting,) in school.rows(_unrecorded) if meeting.ends_at < school.now - after]


def _unrecorded(here: Here) -> Select[*tuple[Any, ...]]:
    """Meetings that have begun, and nobody has said how they turned out."""
    return (
        select(Meeting.organisation_id, Meeting)
        .where(Meeting.organisation_id.in_(here.ids), Meeting.state.in_(AHEAD), Meeting.starts_at < here.now)
        .order_by(Meeting.starts_at, Meeting.id)
    )
