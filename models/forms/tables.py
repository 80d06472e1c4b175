"""The post-meeting form and its answers."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.access import Actor
from models.base import Base, Keyed
from models.forms.states import CallKind, FormState, Wish
from models.meetings.tables import Meeting
from models.mentorships.states import Side
from models.people.tables import Person


class FeedbackForm(Keyed, Base):
    """What one side says of one meeting; the curator reads it, the other side never (R-20)."""

    __tablename__ = "feedback_form"
    __table_args__ = (UniqueConstraint("meeting_id", "respondent_id"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    respondent_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """Nobody any more once the pair has had its time (models/retention)."""
    side: Mapped[Side]
    number: Mapped[int] = mapped_column(default=1)
    """Which held meeting of the pair it asks about, counted from 1."""
    is_full: Mapped[bool] = mapped_column(default=False)
    """After meetings 1 and 3, then monthly; otherwise one tap is all."""
    state: Mapped[FormState] = mapped_column(default=FormState.SCHEDULED)
    usefulness: Mapped[int | None]
    """5…1, given in words (§9); for the mentor «продвижение к цели»."""
    items: Mapped[dict[str, Any]]
    """The optional answers by item code."""
    comment: Mapped[str] = mapped_column(default="")
    wish: Mapped[Wish | None]
    """What somebody who gave one of the two lowest answers wants done about it."""
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    submitted_at: Mapped[datetime | None]
    closes_at: Mapped[datetime]

    meeting: Mapped[Meeting] = relationship()

    def is_open_to(self, actor: Actor) -> bool:
        """The respondent only; curators read through queries that know who may see what."""
        return self.respondent_id is not None and self.respondent_id == actor.person_id


FeedbackForm.at_once = (joinedload(FeedbackForm.meeting).joinedload(Meeting.mentorship),)


class HelpCall(Keyed, Base):
    """Somebody wants the curator: help, a talk, another mentor. The other side of the pair never sees it (R-20)."""

    __tablename__ = "help_call"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    mentorship_id: Mapped[int | None] = mapped_column(ForeignKey("mentorship.id"), index=True)
    kind: Mapped[CallKind]
    text: Mapped[str] = mapped_column(default="")
    concerned_ids: Mapped[list[int]]
    """Members of the pair: none of them reads it, be they curators (R-03)."""
    reader_ids: Mapped[list[int]]
    """The curators who were told: of the school, or of the level above."""
    asked_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    person: Mapped[Person] = relationship(foreign_keys=[person_id])

    def is_open_to(self, actor: Actor) -> bool:
        """Whoever was told, and later curators of this very school; never a member of the pair."""
        if actor.person_id in self.concerned_ids:
            return False
        curates_school = any(
            grant.role.is_curator and grant.organisation_id == self.organisation_id for grant in actor.grants
        )
        return actor.person_id in self.reader_ids or curates_school


class HelpReply(Keyed, Base):
    """What a curator wrote back to a call; read by whoever called and by the curators."""

    __tablename__ = "help_reply"

    call_id: Mapped[int] = mapped_column(ForeignKey("help_call.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    text: Mapped[str]
    written_at: Mapped[datetime]
