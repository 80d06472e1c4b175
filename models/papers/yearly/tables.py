"""Campaigns of a municipality, and what schools have handed in. What was handed in is never changed."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, ForeignKey, UniqueConstraint, event, inspect
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from models.access import Actor
from models.base import Base, Keyed
from models.papers.states import ReportState
from models.papers.yearly.kinds import NotePart, ReportKind
from models.people.tables import Organisation


class Campaign(Keyed, Base):
    """A collection of data by a municipality (NTG-3). Without a row the usual days count."""

    __tablename__ = "campaign"
    __table_args__ = (UniqueConstraint("organisation_id", "kind", "school_year"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    kind: Mapped[ReportKind]
    school_year: Mapped[int]
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    """The last day on which it comes in time, by the municipality's calendar."""
    opened_at: Mapped[datetime | None]
    nudges: Mapped[int] = mapped_column(default=0)
    """How many of the programme's own reminders have gone out."""
    nudged_at: Mapped[datetime | None]
    """When the municipality reminded whoever was left; it does so once."""

    def is_open_to(self, actor: Actor) -> bool:
        """Curators of the municipality."""
        return self.organisation_id in actor.curates


class YearReport(Keyed, Base):
    """What a school hands in, or prepares to. A returned one is followed by the next version, a row of its own."""

    __tablename__ = "year_report"
    __table_args__ = (UniqueConstraint("organisation_id", "kind", "school_year", "version"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    kind: Mapped[ReportKind]
    school_year: Mapped[int]
    version: Mapped[int]
    state: Mapped[ReportState] = mapped_column(default=ReportState.DRAFT)
    contents: Mapped[dict[str, Any]]
    """models.papers.yearly.contents.Contents as it was handed in; empty before. People are ids in it, never names."""
    snapshot_id: Mapped[int | None] = mapped_column(ForeignKey("snapshot.id"))
    """The indicators as they were then."""
    sent_at: Mapped[datetime | None]
    sent_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    remark: Mapped[str] = mapped_column(default="")
    """The sentence with which it came back."""

    organisation: Mapped[Organisation] = relationship()
    texts: Mapped[list["ReportText"]] = relationship(lazy="selectin", order_by="ReportText.id")

    def is_open_to(self, actor: Actor) -> bool:
        """Curators of the school and of the levels above."""
        return self.organisation_id in actor.curates


class ReportText(Keyed, Base):
    """A part of a note in the curator's own words."""

    __tablename__ = "report_text"
    __table_args__ = (UniqueConstraint("report_id", "part"),)

    report_id: Mapped[int] = mapped_column(ForeignKey("year_report.id"), index=True)
    part: Mapped[NotePart]
    text: Mapped[str]


_FROZEN = ("organisation_id", "kind", "school_year", "version", "contents", "snapshot_id", "sent_at", "sent_by")


@event.listens_for(YearReport, "before_update")
def _stays(_mapper: Mapper[Any], _connection: Connection, row: YearReport) -> None:
    """Once handed in only the answer of the level above is written to a report."""
    state = inspect(row)
    before = state.attrs.state.history.deleted or (row.state,)
    if before[0] is not ReportState.DRAFT and any(state.attrs[name].history.has_changes() for name in _FROZEN):
        raise TypeError("a report that was handed in is never changed (NTG-9)")


@event.listens_for(YearReport, "before_delete")
def _is_kept(_mapper: Mapper[Any], _connection: Connection, _row: YearReport) -> None:
    raise TypeError("a report is never deleted (NTG-9)")
