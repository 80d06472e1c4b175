"""Until when things are kept: what a rule compares with, known by name in its statement and by the night's values."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, Date, bindparam
from sqlalchemy.types import TypeEngine

from models.base import UtcDateTime
from models.local_time import to_local, utc_at
from models.school_year import school_year_of

Moment = Callable[[datetime, ZoneInfo], Any]
SCHOOL: BindParameter[int] = bindparam("school")
"""The organisation whose night it is."""
_MOMENTS: dict[str, Moment] = {}
"""What the rules name, and how it follows from the moment and the zone of a night."""


def cycles_ago(years: int) -> BindParameter[datetime]:
    """The beginning of the oldest cycle that ended no more than `years` ago: a cycle ends with 31 August."""
    return _named(
        f"cycles_ago_{years}", UtcDateTime(), lambda now, zone: utc_at(_cycle(now, zone, years), time(0), zone)
    )


def day_cycles_ago(years: int) -> BindParameter[date]:
    """The same as a local day."""
    return _named(f"day_cycles_ago_{years}", Date(), lambda now, zone: _cycle(now, zone, years))


def years_ago(years: int) -> BindParameter[datetime]:
    """The beginning of this day so many years ago; for 29 February that of the 28th."""
    return _named(
        f"years_ago_{years}", UtcDateTime(), lambda now, zone: utc_at(_this_day(now, zone, years), time(0), zone)
    )


def days_ago(days: int) -> BindParameter[datetime]:
    """So many days of 24 hours ago."""
    return _named(f"days_ago_{days}", UtcDateTime(), lambda now, _zone: now - timedelta(days=days))


def values_of(organisation_id: int, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """What all that the rules name stands for in an organisation's night, by its own calendar."""
    return {SCHOOL.key: organisation_id} | {name: moment(now, zone) for name, moment in _MOMENTS.items()}


def _named(name: str, kind: TypeEngine[Any], moment: Moment) -> BindParameter[Any]:
    _MOMENTS[name] = moment
    return bindparam(name, type_=kind)


def _cycle(now: datetime, zone: ZoneInfo, years: int) -> date:
    return date(school_year_of(to_local(now, zone).date()) - years, 9, 1)


def _this_day(now: datetime, zone: ZoneInfo, years: int) -> date:
    today = to_local(now, zone).date()
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return today.replace(year=today.year - years, day=28)
