"""Local clocks and UTC moments, safe on the days when clocks are put forward or back (R-08)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


def to_local(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment as the clocks of `zone` show it. Raises ValueError for a naive moment, which says nothing certain."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment.astimezone(zone)


def is_skipped(day: date, clock: time, zone: ZoneInfo) -> bool:
    """Whether the clocks of `zone` jump over this time on this day."""
    shown = datetime.combine(day, clock.replace(fold=0), zone)
    return shown.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != shown.replace(tzinfo=None)


def utc_at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment (UTC) at which the clocks of `zone` show `clock` on `day`.

    A time that comes twice is taken the first time; a time that is jumped over becomes the moment of the jump.
    """
    first, _ = _occurrences(day, clock, zone)
    return first


def next_at(moment: datetime, clock: time, zone: ZoneInfo) -> datetime:
    """The first moment (UTC), from `moment` itself on, at which the clocks of `zone` show `clock`."""
    today = to_local(moment, zone).date()
    shown = (at for ahead in range(3) for at in _occurrences(today + ahead * _DAY, clock, zone))
    return min(at for at in shown if at >= moment)


def previous_at(moment: datetime, clock: time, zone: ZoneInfo) -> datetime:
    """The last moment (UTC), up to `moment` itself, at which the clocks of `zone` showed `clock`."""
    today = to_local(moment, zone).date()
    shown = (at for back in range(3) for at in _occurrences(today - back * _DAY, clock, zone))
    return max(at for at in shown if at <= moment)


def days_between(since: datetime, now: datetime, zone: ZoneInfo) -> int:
    """Calendar days from the local day of `since` to that of `now`: what «ждёт 8 дней» means everywhere."""
    return (to_local(now, zone).date() - to_local(since, zone).date()).days


def _occurrences(day: date, clock: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Both moments at which the clocks show `clock`: they differ only in the hour that comes twice."""
    unfolded, folded = (datetime.combine(day, clock.replace(fold=fold), zone).astimezone(UTC) for fold in (0, 1))
    if not is_skipped(day, clock, zone):
        return unfolded, folded
    # `datetime` has the two the other way round for a time that is jumped over.
    jump = _jump_between(folded, unfolded, zone)
    return jump, jump


def _jump_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The moment the clocks were put forward. They are put on whole minutes, so that walking by minutes meets it."""
    offset = before.astimezone(zone).utcoffset()
    moment = before.replace(second=0, microsecond=0)
    while moment < after and moment.astimezone(zone).utcoffset() == offset:
        moment += _MINUTE
    return moment
