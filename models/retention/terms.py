"""Until when things are kept. Every moment is aware; what is dated before it has had its time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.local_time import to_local, utc_at
from models.school_year import school_year_of


@dataclass(frozen=True)
class Terms:
    """The terms of one organisation, by its own calendar."""

    now: datetime
    zone: ZoneInfo

    def cycles_ago(self, years: int) -> datetime:
        """The beginning of the oldest cycle that ended no more than `years` ago: a cycle ends with 31 August."""
        started = school_year_of(to_local(self.now, self.zone).date())
        return utc_at(date(started - years, 9, 1), time(0), self.zone)

    def years_ago(self, years: int) -> datetime:
        """The beginning of this day so many years ago; for 29 February that of the 28th."""
        today = to_local(self.now, self.zone).date()
        try:
            day = today.replace(year=today.year - years)
        except ValueError:
            day = today.replace(year=today.year - years, day=28)
        return utc_at(day, time(0), self.zone)

    def days_ago(self, days: int) -> datetime:
        """So many days of 24 hours ago."""
        return self.now - timedelta(days=days)
