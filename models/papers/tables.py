"""Statements of mentors' activity, and the orders that were drawn up."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.access import Actor
from models.base import Base, Keyed
from models.papers.states import OrderKind, PaperName, ReportState
from models.people.tables import Person


class ActivityStatement(Keyed, Base):
    """«Моя справка» (YKT-10): what a mentor has done in a period. Once accepted it stays as it is for ever."""

    __tablename__ = "activity_statement"
    __table_args__ = (UniqueConstraint("organisation_id", "school_year", "number"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    first: Mapped[date]
    last: Mapped[date]
    """Both days included, by the calendar of the school."""
    state: Mapped[ReportState] = mapped_column(default=ReportState.DRAFT)
    figures: Mapped[dict[str, Any]]
    """models.papers.figures.Figures as they were at `made_at`."""
    made_at: Mapped[datetime]
    signed_at: Mapped[datetime | None]
    signed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    school_year: Mapped[int | None]
    """In which year its number counts, by the autumn; set with the number."""
    number: Mapped[int | None]
    question: Mapped[str] = mapped_column(default="")
    """What the curator wanted to know before signing; read by the mentor."""

    person: Mapped[Person] = relationship(foreign_keys=[person_id])

    def is_open_to(self, actor: Actor) -> bool:
        """The mentor and the curators of the school."""
        return self.person_id == actor.person_id or self.organisation_id in actor.curates


class OrderDraft(Keyed, Base):
    """An order that was drawn up as a file: which pairs it names, so that its number comes back to just these."""

    __tablename__ = "order_draft"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    kind: Mapped[OrderKind]
    mentorship_ids: Mapped[list[int]]
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]

    def is_open_to(self, actor: Actor) -> bool:
        """Curators of the school."""
        return self.organisation_id in actor.curates


class OwnTemplate(Keyed, Base):
    """A DOCX template with which a school has replaced that of the house; without a row the house's counts."""

    __tablename__ = "own_template"
    __table_args__ = (UniqueConstraint("organisation_id", "name"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[PaperName]
    content: Mapped[bytes]
    replaced_at: Mapped[datetime]
    replaced_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
