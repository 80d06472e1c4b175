"""Weekly times that suit a person, as short codes such as `TUE_AFTERNOON`, and the meeting times they leave open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum, StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Self
from zoneinfo import ZoneInfo

from models.local_time import is_skipped, utc_at


class Weekday(IntEnum):
    """The days on which pairs meet; the numbers are those of `date.weekday`."""

    MON = 0
    TUE = 1
    WED = 2
    THU = 3
    FRI = 4
    SAT = 5


class DayPart(IntEnum):
    """The parts of a day in the order of the clock."""

    MORNING = 0
    DAY = 1
    AFTERNOON = 2
    EVENING = 3

    @property
    def starts(self) -> time:
        """The local time at which this part begins."""
        return _HOURS[self][0]

    @property
    def ends(self) -> time:
        """The local time at which this part is over."""
        return _HOURS[self][1]


_HOURS = MappingProxyType(
    {
        DayPart.MORNING: (time(8), time(12)),
        DayPart.DAY: (time(12), time(15)),
        DayPart.AFTERNOON: (time(15), time(18)),
        DayPart.EVENING: (time(18), time(20)),
    }
)


@dataclass(frozen=True, order=True, slots=True)
class Slot:
    """A part of a weekday; slots sort in the order of the week."""

    weekday: Weekday
    part: DayPart

    @property
    def code(self) -> str:
        """The short code that is stored, such as `TUE_AFTERNOON`."""
        return f"{self.weekday.name}_{self.part.name}"

    @classmethod
    def parse(cls, code: str) -> Self:
        """The slot of a code. Raises ValueError for anything that `code` never gave."""
        weekday, _, part = code.partition("_")
        try:
            return cls(Weekday[weekday], DayPart[part])
        except KeyError:
            raise ValueError(f"no such weekly slot: {code!r}") from None


def slot_codes(weekdays: Iterable[Weekday], parts: Iterable[DayPart]) -> frozenset[str]:
    """The codes of every given part of every given day."""
    parts = tuple(parts)
    return frozenset(Slot(weekday, part).code for weekday in weekdays for part in parts)


class ReadyTimes(StrEnum):
    """Ready-made times, one button each in a request (issue 2, part 4)."""

    AFTER_LESSONS = "AFTER_LESSONS"
    MON_WED = "MON_WED"
    TUE_THU = "TUE_THU"
    SATURDAY = "SATURDAY"
    BY_AGREEMENT = "BY_AGREEMENT"

    @property
    def slots(self) -> frozenset[str]:
        """The weekly slots this button stands for; none for «договоримся»."""
        return _READY_TIMES[self]


_FROM_THREE = (DayPart.AFTERNOON, DayPart.EVENING)
_WORKWEEK = (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI)
_READY_TIMES = MappingProxyType(
    {
        ReadyTimes.AFTER_LESSONS: slot_codes(_WORKWEEK, _FROM_THREE),
        ReadyTimes.MON_WED: slot_codes((Weekday.MON, Weekday.WED), _FROM_THREE),
        ReadyTimes.TUE_THU: slot_codes((Weekday.TUE, Weekday.THU), _FROM_THREE),
        ReadyTimes.SATURDAY: slot_codes((Weekday.SAT,), (DayPart.MORNING, DayPart.DAY)),
        ReadyTimes.BY_AGREEMENT: frozenset(),
    }
)


def ready_times_of(slots: frozenset[str]) -> ReadyTimes | None:
    """The button that stands for exactly these slots, so that they can be said in one phrase; `None` for a mixture."""
    return next((ready for ready in ReadyTimes if ready.slots == slots), None)


def in_week_order(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes from Monday morning on. Raises ValueError for an unknown code."""
    return tuple(slot.code for slot in sorted(map(Slot.parse, codes)))


@lru_cache(maxsize=1024)
def overlap(a: frozenset[str], b: frozenset[str]) -> tuple[str, ...]:
    """The slots that suit both, in the order of the week. Raises ValueError for an unknown code in both."""
    return in_week_order(a & b)


def free_starts(slots: Iterable[str], day: date, zone: ZoneInfo, step_minutes: int = 30) -> list[datetime]:
    """The moments (UTC) of a local day at which a meeting can begin within these slots, every `step_minutes`.

    A time that the clocks of `zone` jump over is left out, one that comes twice is taken once.
    Raises ValueError for an unknown code or a step that is not positive.
    """
    if step_minutes <= 0:
        raise ValueError("the step between two times is positive")
    parts = [slot.part for slot in sorted(set(map(Slot.parse, slots))) if slot.weekday == day.weekday()]
    times = [clock for part in parts for clock in _times(part, step_minutes)]
    return [utc_at(day, clock, zone) for clock in times if not is_skipped(day, clock, zone)]


def _times(part: DayPart, step_minutes: int) -> list[time]:
    minutes = range(part.starts.hour * 60, part.ends.hour * 60, step_minutes)
    return [time(*divmod(minute, 60)) for minute in minutes]
