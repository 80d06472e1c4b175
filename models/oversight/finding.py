"""What a condition finds, and how it counts days."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from models.local_time import to_local
from models.oversight.limits import limits_of
from models.oversight.states import SignalCode
from models.oversight.together import Ask, Rows, Together
from models.people.calendar import own_holidays
from models.people.tables import Organisation
from models.school_year import OwnHoliday, days_without_holidays
from models.terms import Severity

R = TypeVar("R")


@dataclass(frozen=True)
class School:
    """The organisation that is looked at, and the moment."""

    session: Session
    organisation_id: int
    now: datetime
    zone: ZoneInfo
    together: Together = field(compare=False)
    """The schools that are looked at with it, itself among them."""
    memo: dict[SignalCode, "list[Finding]"] = field(default_factory=dict, compare=False)
    """What was found at this moment: a sweep and the digest after it ask once."""
    known: dict[Callable[["School"], Any], Any] = field(default_factory=dict, compare=False)
    """What `once` has read."""

    @classmethod
    def at(cls, session: Session, organisation_id: int, now: datetime) -> "School":
        """The organisation with its zone, looked at alone."""
        return cls.among(Together(session, (organisation_id,), now), organisation_id)

    @classmethod
    def among(cls, together: Together, organisation_id: int) -> "School":
        """The same beside others."""
        zone = together.session.get_one(Organisation, organisation_id).zone
        return cls(together.session, organisation_id, together.now, ZoneInfo(zone), together)

    def rows(self, ask: Ask, *facts: Any) -> Rows:
        """This school's rows of what is asked of all that are looked at together, without the school's own column."""
        return self.together.rows(self.organisation_id, ask, *facts)

    def once(self, read: Callable[["School"], R]) -> R:
        """What `read` gives, read once for all conditions that need it."""
        if read not in self.known:
            self.known[read] = read(self)
        found: R = self.known[read]
        return found

    def day(self, moment: datetime) -> date:
        """The local day of a moment."""
        return to_local(moment, self.zone).date()

    @property
    def today(self) -> date:
        """The local day."""
        return self.day(self.now)

    def days_since(self, moment: datetime) -> int:
        """Calendar days from a moment's day till today without those of holidays: how pairs are watched (§12)."""
        return self.span(self.day(moment), self.today)

    def span(self, start: date, end: date) -> int:
        """The same between two days."""
        return days_without_holidays(start, end, self.own_holidays)

    @cached_property
    def limits(self) -> dict[SignalCode, int]:
        """From how many days on each signal opens here."""
        return limits_of(self.session, self.organisation_id)

    @cached_property
    def own_holidays(self) -> tuple[OwnHoliday, ...]:
        """What the region has set in place of the usual holidays; asked once for all pairs."""
        above = self.session.get_one(Organisation, self.organisation_id).parent_id  # whose tree has the same top
        return self.together.once(own_holidays, self.session, above or self.organisation_id)


@dataclass(frozen=True)
class Finding:
    """One subject that meets a condition."""

    subject_id: int
    severity: Severity = Severity.WARN
    evidence: dict[str, Any] = field(default_factory=dict)
    goes_up: bool = False


Condition = Callable[[School], list[Finding]]
