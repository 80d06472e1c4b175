"""A pair that meets, and the ways to look at what was posted about its meetings."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from models.meetings import plan
from models.meetings.tables import Meeting
from models.mentorships.states import Answer, MentorshipState, ProposalOrigin, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.notices.tables import Notice, NoticeState
from models.terms import Intensity, MentoringForm
from models.use_case import Act
from tests.town import Town

TOMORROW = datetime(2026, 10, 13, 12, 30, tzinfo=UTC)
"""Tuesday, 13 October 2026, 15:30 in Moscow: a day after the town's clock begins."""


@dataclass
class Couple:
    """A mentor, a mentee and their pair."""

    town: Town
    id: int
    mentor_id: int
    mentee_id: int

    async def mentor(self) -> Act:
        """Acts as the mentor."""
        return await self.town.act(self.mentor_id)

    async def mentee(self) -> Act:
        """Acts as the mentee."""
        return await self.town.act(self.mentee_id)

    async def planned(self, starts_at: datetime = TOMORROW, **values: Any) -> int:
        """A meeting that the mentor has planned."""
        act = await self.mentor()
        return (await act(plan.plan, self.id, starts_at, **values)).id

    async def begun(self, **values: Any) -> int:
        """A planned meeting; the clock stands a minute after its beginning."""
        meeting_id = await self.planned(**values)
        self.town.clock.moment = TOMORROW + timedelta(minutes=1)
        return meeting_id

    async def meetings(self) -> list[Meeting]:
        """The pair's meetings as they stand."""
        return await self.town.rows(Meeting, Meeting.mentorship_id == self.id)


async def couple_of(
    town: Town,
    mentor: int | None = None,
    mentee: int | None = None,
    state: MentorshipState = MentorshipState.ACTIVE,
    **values: Any,
) -> Couple:
    """A pair of the town's school (or `organisation_id`), everything agreed; persons are made where none are given."""
    mentor = mentor or await town.mentor("Лебедева Ирина Викторовна")
    mentee = mentee or await town.mentee("Кузнецова Ольга Сергеевна")
    fields = {
        "organisation_id": town.school,
        "form": MentoringForm.TEACHER_TEACHER,
        "origin": ProposalOrigin.CURATOR_CHOICE,
        "intensity": Intensity.WEEKLY,
        "topics": ["CLASSROOM"],
        "slots": [],
        "reasons": [],
        "proposed_by": town.curator,
        "proposed_at": town.clock.now(),
        "approved_at": town.clock.now(),
    }
    sides = ((Side.MENTOR, mentor), (Side.MENTEE, mentee))

    def store(session: Any) -> int:
        members = [MentorshipMember(person_id=one, side=side, answer=Answer.YES) for side, one in sides]
        row = Mentorship(state=state, members=members, **(fields | values))
        session.add(row)
        session.flush()
        return row.id

    return Couple(town, await town.database.write(store), mentor, mentee)


async def waiting(town: Town, person_id: int, *conditions: Any) -> dict[str, datetime]:
    """The unsent notices of a person, by kind: when each is due."""
    rows = await town.rows(Notice, Notice.person_id == person_id, Notice.state == NoticeState.WAITING, *conditions)
    return {row.kind.removeprefix("meetings-"): row.due_at for row in rows}
