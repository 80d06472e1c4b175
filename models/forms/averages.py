"""Averages of what people answered, shown only where single answers cannot be guessed from them (R-16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from models.forms.states import FormState
from models.forms.tables import FeedbackForm
from models.mentorships.states import Side
from models.mentorships.tables import MentorshipMember

SHOWN_FROM = 3


@dataclass(frozen=True)
class Average:
    """A mean of 1…5 and the number of answers behind it; no mean means «мало данных»."""

    n: int
    mean: float | None

    @classmethod
    def of(cls, marks: Sequence[int], people: int | None = None) -> "Average":
        """The mean of at least 3 answers; where `people` is given, of at least 3 different ones as well."""
        is_shown = len(marks) >= SHOWN_FROM and (people is None or people >= SHOWN_FROM)
        return cls(len(marks), round(fmean(marks), 1) if is_shown else None)


def own_average(session: Session, mentor_id: int) -> Average:
    """What a mentor may know of the answers of their mentees: never a single one."""
    mentor = aliased(MentorshipMember)
    rows = session.execute(
        select(FeedbackForm.usefulness, FeedbackForm.respondent_id)
        .join(mentor, mentor.mentorship_id == FeedbackForm.mentorship_id)
        .where(
            mentor.person_id == mentor_id,
            mentor.side == Side.MENTOR,
            FeedbackForm.side == Side.MENTEE,
            FeedbackForm.usefulness.is_not(None),
            FeedbackForm.state != FormState.VOID,
        )
    ).all()
    average = Average.of([mark for mark, _ in rows if mark is not None], len({person for _, person in rows}))
    return average if average.mean is not None else Average(0, None)
