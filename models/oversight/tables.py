"""Risk signals, the digests that were sent, what of the curator's checklist is done, and decisions of councils."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.access import Actor
from models.base import Base, Keyed
from models.oversight.states import CheckItem, DigestTime, SignalCode, SignalState
from models.people.tables import Person
from models.terms import Severity


class RiskSignal(Keyed, Base):
    """Something that may need a curator. One live signal for each code and subject."""

    __tablename__ = "risk_signal"
    __table_args__ = (
        Index(
            "uq_risk_signal_live",
            "code",
            "subject_id",
            unique=True,
            sqlite_where=text("resolved_at IS NULL"),
            postgresql_where=text("resolved_at IS NULL"),
        ),
    )

    code: Mapped[SignalCode]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    subject_id: Mapped[int] = mapped_column(index=True)
    """The pair, request, meeting, form, person, mentor's profile or school, as the code says."""
    severity: Mapped[Severity]
    state: Mapped[SignalState] = mapped_column(default=SignalState.OPEN)
    evidence: Mapped[dict[str, Any]]
    opened_at: Mapped[datetime]
    shown_from: Mapped[datetime]
    """From when the curator sees it: a silent pair is asked first."""
    goes_up: Mapped[bool] = mapped_column(default=False)
    """The school's curator belongs to the pair: it is for the deputy or the level above (R-03)."""
    resolved_at: Mapped[datetime | None]
    muted_until: Mapped[datetime | None]
    resolution: Mapped[str] = mapped_column(default="")

    def is_open_to(self, actor: Actor) -> bool:
        """Curators of the organisation."""
        return self.organisation_id in actor.curates


class Digest(Keyed, Base):
    """A week as it was told to a curator; one for each recipient, organisation and ISO week."""

    __tablename__ = "digest"
    __table_args__ = (UniqueConstraint("person_id", "organisation_id", "week"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    week: Mapped[str]
    """ISO, «2026-W42»."""
    is_sent: Mapped[bool]
    """Not in holidays in which nothing happened: then the week is only remembered."""
    payload: Mapped[dict[str, Any]]
    """The DigestView as it was at that moment."""
    made_at: Mapped[datetime]

    def is_open_to(self, actor: Actor) -> bool:
        """Its recipient."""
        return self.person_id == actor.person_id


class DigestSetting(Base):
    """When a curator wants the digest; Monday 08:00 where nothing was chosen (R-09)."""

    __tablename__ = "digest_setting"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    time: Mapped[DigestTime]


class SignalLimit(Keyed, Base):
    """From how many days on a signal opens, chosen for an organisation and all below it."""

    __tablename__ = "signal_limit"
    __table_args__ = (UniqueConstraint("organisation_id", "code"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    code: Mapped[SignalCode]
    days: Mapped[int]

    def is_open_to(self, actor: Actor) -> bool:
        """Curators of the organisation."""
        return self.organisation_id in actor.curates


class ChecklistMark(Keyed, Base):
    """An item of the curator's checklist that is done, by whom and when; taken back it is gone (OMS-13)."""

    __tablename__ = "checklist_mark"
    __table_args__ = (UniqueConstraint("organisation_id", "school_year", "item"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    school_year: Mapped[int]
    item: Mapped[CheckItem]
    done_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    done_at: Mapped[datetime]

    author: Mapped[Person] = relationship(lazy="joined", innerjoin=True)


class CouncilDecision(Keyed, Base):
    """What a council has decided: told in each digest of its organisation until it is closed (KHK-19)."""

    __tablename__ = "council_decision"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    text: Mapped[str]
    responsible: Mapped[str]
    """A name as it was typed: councils name people who are in no programme."""
    due_on: Mapped[date]
    entered_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]

    closer: Mapped[Person | None] = relationship(foreign_keys=[closed_by])

    def is_open_to(self, actor: Actor) -> bool:
        """Curators of the organisation."""
        return self.organisation_id in actor.curates
