"""Risk signals and the digests that were sent."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.access import Actor
from models.base import Base, Keyed
from models.oversight.states import DigestTime, SignalCode, SignalState
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
