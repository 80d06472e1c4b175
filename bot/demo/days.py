"""The days of the sample's past: counted back from the demo's start, with weekends and holidays left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from models.local_time import to_local, utc_at
from models.school_year import is_school_day, is_working_day, school_days_span, usual_holidays_between

ZONE = ZoneInfo("Europe/Moscow")
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_YEAR = timedelta(days=366)
_AFTERMATH = timedelta(hours=3)
"""A meeting, its record and what both sides say of it."""
_AUGUST, _TEACHERS_RETURN = 8, 15


@dataclass(frozen=True)
class Days:
    """School days around the demo's start `now`; whatever the season, there is always a past."""

    now: datetime

    @property
    def today(self) -> date:
        """The local day on which the demo starts."""
        return to_local(self.now, ZONE).date()

    def at(self, day: date, clock: time) -> datetime:
        """The moment (UTC) of a local day's clock."""
        return utc_at(day, clock, ZONE)

    def weekly(self, weekday: int, clock: time, count: int) -> list[datetime]:
        """The last `count` moments before the start at which a pair with this usual day met, oldest first.

        Where the usual day is free, they met on another school day of that week; weeks of holidays are left out.
        """
        found = (moment for moment in self._usual(weekday, clock, -_WEEK) if moment + _AFTERMATH < self.now)
        return list(reversed(list(islice(found, count))))

    def next_weekly(self, weekday: int, clock: time, after: datetime) -> datetime:
        """The first such moment later than `after`, by a day at least."""
        return next(moment for moment in self._usual(weekday, clock, _WEEK) if moment > after + _DAY)

    def before(self, day: date, count: int) -> date:
        """The school day that lies `count` school days before `day`."""
        return next(islice(filter(self._is_school_day, _walk(day - _DAY, -_DAY)), count - 1, None))

    def after(self, moment: datetime, clock: time, count: int = 1) -> datetime:
        """`clock` on the school day `count` school days after the day of `moment`."""
        day = to_local(moment, ZONE).date() + _DAY
        return self.at(next(islice(filter(self._is_school_day, _walk(day, _DAY)), count - 1, None)), clock)

    def silent_for(self, days: int) -> date:
        """The last school day since which at least `days` days have passed, as signals count them."""
        holidays = usual_holidays_between(self.today - _YEAR, self.today)
        days_back = filter(self._is_school_day, _walk(self.today, -_DAY))
        return next(day for day in days_back if school_days_span(day, self.today, holidays) >= days)

    def waiting_for(self, days: int) -> date:
        """The last day at least `days` calendar days and three days at work ago, on which somebody could ask."""
        at_work = list(islice(filter(_is_at_work, _walk(self.today - _DAY, -_DAY)), 3))
        return next(filter(_is_at_work, _walk(min(at_work[-1], self.today - days * _DAY), -_DAY)))

    def at_work_after(self, moment: datetime, clock: time) -> datetime:
        """`clock` on the next day on which teachers are at work, lessons or not."""
        day = to_local(moment, ZONE).date() + _DAY
        return self.at(next(filter(_is_at_work, _walk(day, _DAY))), clock)

    def _usual(self, weekday: int, clock: time, step: timedelta) -> Iterator[datetime]:
        start = self.today - step  # one week too many: what lies on the wrong side of a moment is the caller's to drop
        for day in _walk(start - timedelta(days=start.weekday()), step):
            week = [day + ahead * _DAY for ahead in (*range(weekday, 5), *reversed(range(weekday)))]
            met = next(filter(self._is_school_day, week), None)
            if met is not None:
                yield self.at(met, clock)

    def _is_school_day(self, day: date) -> bool:
        return is_school_day(day, usual_holidays_between(day, day))


def _is_at_work(day: date) -> bool:
    """Teachers work in autumn and spring holidays, too, and are back in the second half of August."""
    in_summer = day.month in (6, 7) or (day.month == _AUGUST and day.day < _TEACHERS_RETURN)
    in_winter = (day.month, day.day) >= (12, 31) or (day.month, day.day) <= (1, 10)
    return is_working_day(day) and not in_summer and not in_winter


def _walk(day: date, step: timedelta) -> Iterator[date]:
    while True:
        yield day
        day += step
