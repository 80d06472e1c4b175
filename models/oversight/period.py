"""Which week a digest tells about, and which lies ahead."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from models.local_time import utc_at
from models.oversight.finding import School

_BACK = timedelta(days=3)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Period:
    """Monday to Sunday of the school. `start`, `end`, `before` and `ahead_until` are midnights (UTC)."""

    monday: date
    sunday: date
    start: datetime
    end: datetime
    before: datetime
    ahead_until: datetime

    @classmethod
    def at(cls, school: School) -> "Period":
        """The week that a digest of this moment tells about: until Wednesday the last one, from Thursday this one.

        So Monday's digest and Friday's tell about the same days, and what lies ahead ends with the week after them.
        """
        day = school.today - _BACK
        monday = day - timedelta(days=day.weekday())
        moments = [utc_at(monday + WEEK * weeks, time(0), school.zone) for weeks in (0, 1, -1, 2)]
        return cls(monday, monday + timedelta(days=6), *moments)
