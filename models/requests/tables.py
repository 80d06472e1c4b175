"""A mentee's request for a mentor."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.access import Actor
from models.base import Base, Keyed
from models.people.tables import Person
from models.requests.states import OPEN, RequestOrigin, RequestState
from models.terms import Intensity, MentoringForm

_OPEN = ", ".join(f"'{state.value}'" for state in OPEN)


class MentoringRequest(Keyed, Base):
    """Who asked, for what, and where it stands (OMS-7). The topics are the deficits that the mentee wants to close."""

    __tablename__ = "mentoring_request"
    __table_args__ = (
        Index(
            "uq_mentoring_request_open",
            "mentee_id",
            "form",
            unique=True,
            sqlite_where=text(f"state IN ({_OPEN})"),
            postgresql_where=text(f"state IN ({_OPEN})"),
        ),
    )

    mentee_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True, nullable=True)
    """Null only where the request has had its time (models/retention); such a request is open to nobody."""
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    origin: Mapped[RequestOrigin] = mapped_column(default=RequestOrigin.SELF)
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    form: Mapped[MentoringForm]
    topics: Mapped[list[str]]
    goal: Mapped[str] = mapped_column(default="")
    """The mentee's own words, or a saying of the topic; empty means «обсудим при встрече»."""
    intensity: Mapped[Intensity]
    slots: Mapped[list[str]]
    wished_mentor_ids: Mapped[list[int]]
    state: Mapped[RequestState] = mapped_column(default=RequestState.DRAFT)
    created_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
    """When a curator opened it first."""
    waiting_since: Mapped[datetime | None]
    """The waiting clock: a refused offer does not start it anew, a rematch does."""
    question: Mapped[str] = mapped_column(default="")
    """What a curator asked when returning it."""
    question_answer: Mapped[str] = mapped_column(default="")
    returned_at: Mapped[datetime | None]
    reject_reason: Mapped[str] = mapped_column(default="")
    """Shown to the mentee."""
    postponed_until: Mapped[datetime | None]
    """«Позже»: until then it is not shown among what to decide today."""
    matched_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    rematch_of: Mapped[int | None]
    """The mentorship after which another mentor is looked for; no foreign key, the two tables would hold each other."""

    mentee: Mapped[Person] = relationship(foreign_keys=[mentee_id], lazy="selectin")

    def is_open_to(self, actor: Actor) -> bool:
        """The mentee and the curators of the school."""
        is_forgotten = self.mentee_id is None
        return not is_forgotten and (self.mentee_id == actor.person_id or self.organisation_id in actor.curates)


MentoringRequest.at_once = (joinedload(MentoringRequest.mentee),)
