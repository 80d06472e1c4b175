"""What was answered in a pair, for whoever may read single answers: its curator outside the pair (R-20)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor, outside
from models.errors import ProgrammeError
from models.forms.states import FormState
from models.forms.tables import FeedbackForm
from models.meetings.tables import Meeting
from models.mentorships.states import Side
from models.mentorships.tables import Mentorship
from models.mentorships.views import official_names
from models.people.curators import curators_of
from models.people.names import official
from models.people.tables import Person
from models.use_case import MAX_ID

SHOWN = 6


@dataclass(frozen=True)
class AnswerLine:
    """One form with its answers; `items` are codes by question."""

    name: str
    side: Side
    meeting_at: datetime
    usefulness: int
    items: dict[str, str]
    comment: str


@dataclass(frozen=True)
class PairAnswers:
    """The latest answers of a pair, the newest first."""

    mentee: str
    mentor: str
    lines: tuple[AnswerLine, ...]


async def answers_of(session: AsyncSession, actor: Actor, mentorship_id: int) -> PairAnswers:
    """The last answers of both sides.

    Raises ProgrammeError `error-gone`, and `error-no-access` for members of the pair and for levels to which its
    matters do not go: they see numbers only.
    """
    return await session.run_sync(_answers_of, actor, mentorship_id)


def _answers_of(session: Session, actor: Actor, mentorship_id: int) -> PairAnswers:
    known = 0 < mentorship_id <= MAX_ID
    pair = session.get(Mentorship, mentorship_id, options=Mentorship.at_once) if known else None
    if pair is None or not pair.members:
        raise ProgrammeError("error-gone")
    members = {member.person_id for member in pair.members}
    if actor.person_id not in {reader.id for reader in curators_of(session, pair.organisation_id, members)}:
        raise outside(actor, "Mentorship", pair.id)
    forms = session.scalars(
        select(FeedbackForm)
        .join(Meeting, Meeting.id == FeedbackForm.meeting_id)
        .where(
            FeedbackForm.mentorship_id == pair.id,
            FeedbackForm.usefulness.is_not(None),
            FeedbackForm.state != FormState.VOID,
        )
        .order_by(Meeting.starts_at.desc(), FeedbackForm.id)
        .limit(SHOWN)
    )
    lines = tuple(
        AnswerLine(
            official(session.get_one(Person, form.respondent_id)),
            form.side,
            form.meeting.starts_at,
            form.usefulness or 0,
            dict(form.items),
            form.comment,
        )
        for form in forms
    )
    mentees, mentors = (official_names(pair.on(side)) for side in (Side.MENTEE, Side.MENTOR))
    return PairAnswers(mentees, mentors, lines)
