"""The post-meeting form and its answers."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.access import Actor
from models.base import Base, Keyed
from models.forms.states import FormState
from models.meetings.tables import Meeting
from models.mentorships.states import Side


class FeedbackForm(Keyed, Base):
    """What one side says of one meeting; the curator reads it, the other side never (R-20)."""

    __tablename__ = "feedback_form"
    __table_args__ = (UniqueConstraint("meeting_id", "respondent_id"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    respondent_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    side: Mapped[Side]
    is_full: Mapped[bool] = mapped_column(default=False)
    """After meetings 1 and 3, then monthly; otherwise one tap is all."""
    state: Mapped[FormState] = mapped_column(default=FormState.SCHEDULED)
    usefulness: Mapped[int | None]
    """5…1, given in words (§9); for the mentor «продвижение к цели»."""
    items: Mapped[dict[str, Any]]
    """The optional answers by item code."""
    comment: Mapped[str] = mapped_column(default="")
    wish: Mapped[str] = mapped_column(default="")
    """What the two lowest answers want done: NOTHING, TALK, ANOTHER_MENTOR; HELP for «нужна помощь»."""
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    submitted_at: Mapped[datetime | None]
    closes_at: Mapped[datetime]

    meeting: Mapped[Meeting] = relationship()

    def is_open_to(self, actor: Actor) -> bool:
        """The respondent only; curators read through queries that know who may see what."""
        return self.respondent_id == actor.person_id
