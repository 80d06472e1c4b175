"""What retention is tried on, and how: the last night in which something is kept, and the first without it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from models.forms.states import FormState
from models.forms.tables import FeedbackForm
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import Side
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.retention.sweep import forget
from models.terms import Intensity, MentoringForm
from tests.town import Town

MOSCOW = ZoneInfo("Europe/Moscow")
DAY = timedelta(days=1)
LAST_OF_CYCLE = datetime(2026, 8, 31, 20, 30, tzinfo=UTC)
"""Half an hour before midnight in Moscow."""
LAST_DAY = datetime(2027, 8, 31, 20, 30, tzinfo=UTC)
"""The last night in which what belongs to the cycle of 2025/26 is kept."""
TOO_LATE = LAST_DAY + timedelta(minutes=30)
WORDS = "договорились о втором уроке"


async def forgotten(town: Town, at: datetime) -> int:
    """The night at this moment; the number of rows."""
    town.clock.moment = at
    return await town.act_as_system()(forget, town.school)


async def kept_until(town: Town, last: datetime, gone: datetime, rows: int = 1) -> None:
    """It is still there in the one night and gone in the other, and a further night finds nothing."""
    assert await forgotten(town, last) == 0
    assert await forgotten(town, gone) == rows
    assert await forgotten(town, gone) == 0


async def a_meeting(town: Town, pair_id: int, **values: Any) -> int:
    row = await town.row(Mentorship, pair_id)
    member = row.members[0].person_id
    usual: dict[str, Any] = {"state": MeetingState.HELD, "zone": "Europe/Moscow", "starts_at": LAST_OF_CYCLE}
    usual |= {"planned_by": member, "logged_by": member}
    return await town._stored(
        Meeting(
            mentorship_id=pair_id,
            organisation_id=row.organisation_id,
            planned_at=LAST_OF_CYCLE,
            **(usual | values),
        )
    )


async def a_form(town: Town, meeting_id: int, **values: Any) -> int:
    pair = await town.row(Mentorship, (await town.row(Meeting, meeting_id)).mentorship_id)
    usual: dict[str, Any] = {"state": FormState.SUBMITTED, "usefulness": 4, "items": {"COMFORT": "EASY"}}
    return await town._stored(
        FeedbackForm(
            meeting_id=meeting_id,
            mentorship_id=pair.id,
            organisation_id=pair.organisation_id,
            respondent_id=pair.member(Side.MENTEE).person_id,
            side=Side.MENTEE,
            closes_at=LAST_OF_CYCLE + 7 * DAY,
            **({"created_at": LAST_OF_CYCLE} | usual | values),
        )
    )


async def a_request(town: Town, state: RequestState, **values: Any) -> int:
    return await town._stored(
        MentoringRequest(
            mentee_id=await town.mentee(),
            organisation_id=town.school,
            form=MentoringForm.TEACHER_TEACHER,
            topics=["CLASSROOM"],
            goal=WORDS,
            intensity=Intensity.WEEKLY,
            slots=["MON-15"],
            wished_mentor_ids=[],
            state=state,
            **({"created_at": LAST_OF_CYCLE} | values),
        )
    )


async def a_notice(town: Town, kind: NoticeKind, state: NoticeState, **values: Any) -> int:
    usual: dict[str, Any] = {"payload": {"meeting_id": 1}, "due_at": LAST_OF_CYCLE, "created_at": LAST_OF_CYCLE}
    key = f"{kind}:{state}"
    fields = {"person_id": town.curator, "kind": kind.value, "subject": key, "key": key, "state": state}
    return await town._stored(Notice(**(fields | usual | values)))
