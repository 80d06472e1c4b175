"""What is entered by hand, and what is frozen: headcounts, marks of schools, hand values, snapshots."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, ForeignKey, UniqueConstraint, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from models.access import Actor
from models.base import Base, Keyed
from models.oversight.indicators.codes import Code, Heads, Moment, SnapshotKind
from models.people.tables import Organisation, Person
from models.terms import OrgFlag


class Headcount(Keyed, Base):
    """How many pupils or staff a school has on a day. A later entry for the day replaces the former, both are kept."""

    __tablename__ = "headcount"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    kind: Mapped[Heads]
    number: Mapped[int]
    day: Mapped[date]
    entered_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime]


class OrganisationFlag(Keyed, Base):
    """A mark that a school bears from a day on, until it is taken off."""

    __tablename__ = "organisation_flag"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    flag: Mapped[OrgFlag]
    since: Mapped[date]
    until: Mapped[date | None]
    """The first day without it."""
    set_by: Mapped[int] = mapped_column(ForeignKey("person.id"))


class HandValue(Keyed, Base):
    """A number entered by a curator, with its comment. Nothing is overwritten: the newest one of a column counts."""

    __tablename__ = "hand_value"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    code: Mapped[Code]
    moment: Mapped[Moment]
    cycle: Mapped[date]
    """The first day of the cycle."""
    day: Mapped[date]
    """The local day of the entry: reports of earlier days do not know it (R-14)."""
    number: Mapped[int | None]
    """Empty where the former value was taken back."""
    comment: Mapped[str] = mapped_column(default="")
    entered_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime]

    author: Mapped[Person] = relationship(lazy="joined", innerjoin=True)


class Snapshot(Keyed, Base):
    """The numbers of an organisation, and of every school below it, as they were on a day. Never changed."""

    __tablename__ = "snapshot"
    __table_args__ = (UniqueConstraint("organisation_id", "kind", "cycle", "day", "version"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    kind: Mapped[SnapshotKind]
    cycle: Mapped[date]
    day: Mapped[date]
    taken_at: Mapped[datetime]
    taken_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    version: Mapped[int] = mapped_column(default=1)
    """Tells apart what was handed in, returned and handed in again on one day."""

    organisation: Mapped[Organisation] = relationship()
    author: Mapped[Person] = relationship()

    def is_open_to(self, actor: Actor) -> bool:
        """Curators of the organisation."""
        return self.organisation_id in actor.curates


class SnapshotValue(Keyed, Base):
    """One number of a snapshot: what was counted and what was entered, both. Never changed."""

    __tablename__ = "snapshot_value"
    __table_args__ = (UniqueConstraint("snapshot_id", "organisation_id", "code"),)

    snapshot_id: Mapped[int] = mapped_column(ForeignKey("snapshot.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    """The organisation of the snapshot, or a school below it."""
    code: Mapped[str]
    """A Code, or `HEADS-…` for the headcount that a coverage was divided by."""
    number: Mapped[int | None]
    """What the table says; empty for «нет данных»."""
    base: Mapped[int | None]
    """What the table said then of the beginning of the cycle."""
    auto: Mapped[int | None]
    hand: Mapped[int | None]
    comment: Mapped[str] = mapped_column(default="")
    hand_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    hand_at: Mapped[datetime | None]
    schools: Mapped[int | None]
    """Of how many schools a sum knows a number."""


@event.listens_for(Snapshot, "before_update")
@event.listens_for(Snapshot, "before_delete")
@event.listens_for(SnapshotValue, "before_update")
@event.listens_for(SnapshotValue, "before_delete")
def _is_frozen(_mapper: Mapper[Any], _connection: Connection, row: Any) -> None:
    raise TypeError(f"a {type(row).__name__} is never changed (R-14)")
