"""Of whom and when: the schools below an organisation, and a window of days in the zone of each."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, case, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.base import UtcDateTime
from models.local_time import to_local, utc_at
from models.oversight.indicators.tables import OrganisationFlag
from models.people.tables import Organisation
from models.school_year import school_year_of
from models.terms import OrgFlag, OrgKind

Id = InstrumentedAttribute[int]
_DAY = timedelta(days=1)
_FIRST = (9, 1)


@dataclass(frozen=True)
class Place:
    """A school of the frame."""

    id: int
    name: str
    zone: str
    parent_id: int | None = None


@dataclass(frozen=True)
class Window:
    """From the first day of the cycle to a day, both whole days of the school's own zone; never past `now`."""

    first: date
    day: date
    now: datetime

    @classmethod
    def until(cls, day: date, now: datetime) -> "Window":
        """The cycle is the school year of the day, from 1 September on."""
        return cls(date(school_year_of(day), *_FIRST), day, now)

    def starts(self, zone: ZoneInfo) -> datetime:
        """The first moment (UTC)."""
        return utc_at(self.first, time(0), zone)

    def ends(self, zone: ZoneInfo) -> datetime:
        """The first moment (UTC) after it. What happens at this very moment is known to a question asked now."""
        over = utc_at(self.day + _DAY, time(0), zone)
        return min(over, self.now + timedelta(microseconds=1))

    @property
    def opening(self) -> "Window":
        """The first day alone: where the baseline is counted."""
        return Window(self.first, self.first, self.now)


@dataclass(frozen=True)
class Frame:
    """What a definition counts in. It joins Organisation, whose zone says when a day begins and ends there."""

    root_id: int
    name: str
    kind: OrgKind
    places: tuple[Place, ...]
    window: Window
    is_part: bool = False
    """Only some of the schools, chosen by a mark."""

    @property
    def is_school(self) -> bool:
        """A school by itself, with nothing below it."""
        return self.kind is OrgKind.SCHOOL

    @property
    def start(self) -> ColumnElement[datetime]:
        """The beginning of the window at the joined organisation."""
        return self._moment(self.window.starts)

    @property
    def end(self) -> ColumnElement[datetime]:
        """The first moment after the window at the joined organisation."""
        return self._moment(self.window.ends)

    def here(self, column: Id) -> ColumnElement[bool]:
        """Whether an organisation's id is one of the frame's schools."""
        return column.in_([place.id for place in self.places])

    def at(self, window: Window) -> "Frame":
        """The same schools in another window."""
        return replace(self, window=window)

    def _moment(self, moment: Callable[[ZoneInfo], datetime]) -> ColumnElement[datetime]:
        zones = sorted({place.zone for place in self.places})
        if len(zones) == 1:
            return literal(moment(ZoneInfo(zones[0])), UtcDateTime())
        whens = [(Organisation.zone == zone, literal(moment(ZoneInfo(zone)), UtcDateTime())) for zone in zones]
        return case(*whens) if whens else literal(self.window.now, UtcDateTime())


def frame_of(
    session: Session, root_id: int, now: datetime, day: date | None = None, flag: OrgFlag | None = None
) -> Frame:
    """The frame of an organisation on a day (today in its zone); with a flag only the schools that bear it then."""
    root = session.get_one(Organisation, root_id)
    day = day or to_local(now, ZoneInfo(root.zone)).date()
    below = select(Organisation.id).where(Organisation.id == root_id).cte("below", recursive=True)
    below = below.union_all(select(Organisation.id).join(below, Organisation.parent_id == below.c.id))
    wanted = [Organisation.id.in_(select(below.c.id)), Organisation.kind == OrgKind.SCHOOL]
    if flag is not None:
        wanted.append(Organisation.id.in_(flagged(flag, day)))
    schools = session.execute(
        select(Organisation.id, Organisation.short_name, Organisation.zone, Organisation.parent_id)
        .where(*wanted)
        .order_by(Organisation.short_name, Organisation.id)
    )
    places = tuple(Place(row.id, row.short_name, row.zone, row.parent_id) for row in schools)
    return Frame(root.id, root.short_name, root.kind, places, Window.until(day, now), flag is not None)


def flagged(flag: OrgFlag, day: date) -> "ColumnElement[int]":
    """The ids of the organisations that bear a flag on a day."""
    still = or_(OrganisationFlag.until.is_(None), OrganisationFlag.until > day)
    borne = (OrganisationFlag.flag == flag, OrganisationFlag.since <= day, still)
    return select(OrganisationFlag.organisation_id).where(*borne).scalar_subquery()
