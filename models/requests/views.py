"""What the other floors see of a request."""

from dataclasses import dataclass
from datetime import datetime

from models.access import Actor
from models.people.names import named_to, official, polite
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import Intensity, MentoringForm


@dataclass(frozen=True)
class RequestView:
    """A request as it stands. Moments are UTC; `slots` are codes of models.availability."""

    id: int
    state: RequestState
    form: MentoringForm
    organisation_id: int
    mentee_id: int
    mentee_name: str
    """As colleagues say it: «Ольга Сергеевна»."""
    mentee_official: str
    """As the curator reads it: «Кузнецова О. С.»."""
    mentee_position: str
    topics: tuple[str, ...]
    goal: str
    intensity: Intensity
    slots: tuple[str, ...]
    wished_mentor_ids: tuple[int, ...]
    proposed_by: int | None
    submitted_at: datetime | None
    waiting_since: datetime | None
    read_at: datetime | None
    postponed_until: datetime | None
    returned_at: datetime | None
    question: str
    question_answer: str
    reject_reason: str

    @classmethod
    def of(cls, request: MentoringRequest, reader: Actor | None = None) -> "RequestView":
        """The view of a row whose mentee is loaded; a `reader` of a level above sees no names of pupils (R-20)."""
        return cls(
            id=request.id,
            state=request.state,
            form=request.form,
            organisation_id=request.organisation_id,
            mentee_id=request.mentee_id,
            mentee_name=named_to(reader, request.mentee, polite(request.mentee)),
            mentee_official=named_to(reader, request.mentee, official(request.mentee)),
            mentee_position=request.mentee.position,
            topics=tuple(request.topics),
            goal=request.goal,
            intensity=request.intensity,
            slots=tuple(request.slots),
            wished_mentor_ids=tuple(request.wished_mentor_ids),
            proposed_by=request.proposed_by,
            submitted_at=request.submitted_at,
            waiting_since=request.waiting_since,
            read_at=request.read_at,
            postponed_until=request.postponed_until,
            returned_at=request.returned_at,
            question=request.question,
            question_answer=request.question_answer,
            reject_reason=request.reject_reason,
        )
