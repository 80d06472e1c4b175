"""Where a school stands for what it hands in: its municipality, its days, and the latest version."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.local_time import to_local
from models.papers.yearly.kinds import ReportKind
from models.papers.yearly.tables import Campaign, YearReport
from models.people.tables import Organisation
from models.school_year import Period, school_year_of
from models.terms import OrgKind


@dataclass(frozen=True)
class Term:
    """When a kind is handed in in a municipality; without a row by the usual days."""

    kind: ReportKind
    school_year: int
    days: Period
    campaign_id: int | None = None
    nudged_at: datetime | None = None
    is_moved: bool = False

    def is_open(self, today: date) -> bool:
        """Whether it may be handed in: from the first day on, and late as well, until the school year is over."""
        return today >= self.days.first

    @classmethod
    def of(cls, row: Campaign | None, kind: ReportKind, school_year: int) -> "Term":
        """The days of a row, or the usual ones."""
        usual = kind.usual_days(school_year)
        if row is None:
            return cls(kind, school_year, usual)
        days = Period(row.opens_on, row.closes_on)
        return cls(kind, school_year, days, row.id, row.nudged_at, days != usual)


def today_at(organisation: Organisation, now: datetime) -> date:
    """The day that it is there."""
    return to_local(now, ZoneInfo(organisation.zone)).date()


def municipality_of(session: Session, organisation_id: int) -> int | None:
    """The municipality at or above an organisation; None where a school stands alone."""
    node = session.get(Organisation, organisation_id)
    while node is not None and node.kind is not OrgKind.MUNICIPALITY:
        node = session.get(Organisation, node.parent_id) if node.parent_id else None
    return node.id if node else None


def terms_of(session: Session, municipality_id: int | None, today: date) -> tuple[Term, ...]:
    """The days of all kinds in the school year of a day."""
    year = school_year_of(today)
    rows = {
        row.kind: row
        for row in session.scalars(
            select(Campaign).where(Campaign.organisation_id == municipality_id, Campaign.school_year == year)
        )
    }
    return tuple(Term.of(rows.get(kind), kind, year) for kind in ReportKind)


def versions(organisation_id: int, kind: ReportKind, school_year: int) -> Select[YearReport]:
    """What a school has handed in of a kind in a year, the newest version first."""
    of_school = (YearReport.organisation_id == organisation_id, YearReport.kind == kind)
    return select(YearReport).where(*of_school, YearReport.school_year == school_year).order_by(YearReport.id.desc())
