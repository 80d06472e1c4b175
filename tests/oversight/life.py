"""A school's life for tests: pairs, meetings, requests and answers, staged directly in the database."""

from datetime import datetime, timedelta
from typing import Any

from models.forms.states import FormState
from models.forms.tables import FeedbackForm
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import Answer, MentorshipState, ProposalOrigin, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import Intensity, MentoringForm
from tests.town import Town

DAY = timedelta(days=1)


class Life:
    """Makers of rows on top of a town; each returns the new row's id."""

    def __init__(self, town: Town) -> None:
        self.town = town

    @property
    def now(self) -> datetime:
        """The test's clock."""
        return self.town.clock.moment

    async def pass_days(self, days: float) -> None:
        """Puts the clock forward."""
        self.town.clock.moment += DAY * days

    async def pair(
        self,
        *,
        mentor: int | None = None,
        mentee: int | None = None,
        state: MentorshipState = MentorshipState.ACTIVE,
        intensity: Intensity = Intensity.FORTNIGHTLY,
        approved_days_ago: float = 0,
        **fields: Any,
    ) -> int:
        """A pair of the first school; people are made where none are named."""
        organisation = fields.pop("organisation", None) or self.town.school
        mentor = mentor or await self.town.mentor(organisation=organisation)
        mentee = mentee or await self.town.mentee(organisation=organisation)
        moment = self.now - DAY * approved_days_ago
        values: dict[str, Any] = {
            "organisation_id": organisation,
            "form": MentoringForm.TEACHER_TEACHER,
            "state": state,
            "origin": ProposalOrigin.CURATOR_CHOICE,
            "intensity": intensity,
            "topics": [],
            "slots": [],
            "reasons": [],
            "proposed_by": self.town.curator,
            "proposed_at": moment,
            "approved_at": moment,
            "trial_since": moment,
        }
        pair = Mentorship(**(values | fields))
        pair.members = [
            MentorshipMember(person_id=person, side=side, answer=Answer.YES)
            for person, side in ((mentor, Side.MENTOR), (mentee, Side.MENTEE))
        ]
        return await self.town._stored(pair)

    async def meeting(
        self, pair_id: int, days_ago: float, state: MeetingState = MeetingState.HELD, **fields: Any
    ) -> int:
        """A meeting of the pair that began `days_ago` days ago; a negative number lies ahead."""
        pair = await self.town.row(Mentorship, pair_id)
        starts_at = self.now - DAY * days_ago
        values: dict[str, Any] = {
            "mentorship_id": pair_id,
            "organisation_id": pair.organisation_id,
            "state": state,
            "zone": "Europe/Moscow",
            "starts_at": starts_at,
            "planned_by": pair.member(Side.MENTOR).person_id,
            "planned_at": starts_at - DAY,
            "logged_at": starts_at if state is MeetingState.HELD else None,
        }
        return await self.town._stored(Meeting(**(values | fields)))

    async def answer(self, pair_id: int, meeting_id: int, usefulness: int | None, side: Side = Side.MENTEE) -> int:
        """A form of that meeting with its answer, or still without one."""
        pair = await self.town.row(Mentorship, pair_id)
        state = FormState.SENT if usefulness is None else FormState.SUBMITTED
        return await self.town._stored(
            FeedbackForm(
                meeting_id=meeting_id,
                mentorship_id=pair_id,
                organisation_id=pair.organisation_id,
                respondent_id=pair.member(side).person_id,
                side=side,
                state=state,
                usefulness=usefulness,
                items={},
                created_at=self.now,
                submitted_at=None if usefulness is None else self.now,
                closes_at=self.now + 7 * DAY,
            )
        )

    async def request(
        self,
        days_ago: float,
        state: RequestState = RequestState.QUEUED,
        mentee: int | None = None,
        **fields: Any,
    ) -> int:
        """A request that was handed in `days_ago` days ago."""
        moment = self.now - DAY * days_ago
        values: dict[str, Any] = {
            "mentee_id": mentee or await self.town.mentee(),
            "organisation_id": self.town.school,
            "form": MentoringForm.TEACHER_TEACHER,
            "topics": ["CLASSROOM", "LESSON_ANALYSIS"],
            "intensity": Intensity.WEEKLY,
            "slots": [],
            "wished_mentor_ids": [],
            "state": state,
            "created_at": moment,
            "submitted_at": moment,
            "waiting_since": moment,
        }
        return await self.town._stored(MentoringRequest(**(values | fields)))
