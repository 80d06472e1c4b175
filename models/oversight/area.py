"""The week of a municipality or a region on one screen (§10): whom to call first, and sums of its schools.

Nobody of a pair is named above a school (R-20). Every number is a statement over all schools at once, so that a digest
takes the same few statements whatever their number; what they say at that moment is what is told and kept.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import zip_longest

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session

from models.access import CURATORS
from models.meetings.states import AHEAD
from models.meetings.tables import Meeting
from models.mentorships.across import Awaited
from models.oversight.decisions import decision_line
from models.oversight.finding import School
from models.oversight.indicators.attention import SchoolLine, in_order, standing
from models.oversight.indicators.codes import Block, Heads, Moment
from models.oversight.indicators.frame import Frame, frame_of
from models.oversight.indicators.heads import COVERED, Coverage, coverage_of, headcounts
from models.oversight.indicators.registry import of_block
from models.oversight.indicators.table import readings
from models.oversight.indicators.tables import Headcount, OrganisationFlag
from models.oversight.lines import Line, LineKind, across_lines
from models.oversight.period import Period
from models.oversight.weeks import WeekCount, weeks_of
from models.papers.yearly.queries import Progress, progress
from models.people.states import PersonState
from models.people.tables import Organisation, Person, RoleGrant
from models.requests.states import WAITING
from models.requests.tables import MentoringRequest
from models.school_year import holidays_between
from models.terms import OrgFlag, OrgKind

TODAY = 3
"""At most so many calls a day."""
LONG_WAIT = timedelta(days=30)
"""Whoever waits longer for a mentor concerns the level above (§12, REQUEST_UNMATCHED)."""
SUPPORTED = (OrgFlag.SHANS, OrgFlag.SHNOR)
WAVES = tuple(flag for flag in OrgFlag if flag.value.startswith("WAVE_"))
SHOWN = 5
"""So many schools are named in a list behind [Цифры]; the others are in the figures' windows."""


@dataclass(frozen=True)
class Waits:
    """Who of a school waits for a mentor, and how many of them for over 30 days."""

    all: int = 0
    long: int = 0


@dataclass(frozen=True)
class Group:
    """Schools taken together: a municipality, or those that bear a mark."""

    name: str
    flags: tuple[OrgFlag, ...]
    schools: int
    pairs: int
    held: int
    """Meetings of the last four weeks; so are `late` of `due`."""
    late: int
    due: int
    calls: int
    """Schools that need a call."""
    waiting: int
    covered: int
    heads: int | None
    """Staff in pairs of the year, and in all; None where no school has entered its headcount."""

    @property
    def late_percent(self) -> int | None:
        """The share of records that are late."""
        return round(100 * self.late / self.due) if self.due else None

    @property
    def covered_percent(self) -> int | None:
        """The share of staff that takes part."""
        return round(100 * self.covered / self.heads) if self.heads else None


@dataclass(frozen=True)
class AreaView:
    """A week as it is told above schools: facts without words."""

    organisation_id: int
    name: str
    kind: OrgKind
    schools: int
    day: date
    monday: date
    sunday: date
    decide: tuple[Line, ...]
    wait: tuple[Line, ...]
    total: Group
    weeks: tuple[WeekCount, ...]
    ahead: int
    coverage: tuple[Coverage, ...]
    silent: tuple[Line, ...]
    silent_count: int
    late: tuple[Line, ...]
    supported: Group | None
    groups: tuple[Group, ...]
    """A region's municipalities, those with the most schools to call first."""
    cohorts: tuple[Group, ...]
    """A region's waves; a school may be in several, and the schools of all are fewer then (KHK-5)."""
    is_holiday: bool
    campaigns: tuple[Progress, ...] = ()
    """The year's data that not all schools have handed in."""

    @property
    def is_quiet(self) -> bool:
        """Nobody needs a call: two lines are enough."""
        return not self.decide and not self.wait

    @property
    def is_worth_telling(self) -> bool:
        """In holidays only if something happened (R-09), and never where nothing has begun yet."""
        week = self.weeks[-1]
        return not self.is_quiet or (self.total.pairs > 0 and (not self.is_holiday or week.held > 0))

    @property
    def lines(self) -> tuple[Line, ...]:
        """All numbered lines in their order: the first is number 1."""
        return (*self.decide, *self.wait)


@dataclass(frozen=True)
class _Facts:
    """What is known of each school, by its id."""

    frame: Frame
    lines: dict[int, SchoolLine]
    waits: dict[int, Waits]
    headless: frozenset[int]
    flags: dict[int, set[OrgFlag]]
    covered: Mapping[int, int]
    heads: Mapping[int, Headcount]

    def group(self, ids: Collection[int], name: str = "", flags: tuple[OrgFlag, ...] = ()) -> Group:
        lines = [self.lines[one] for one in ids]
        known = [one for one in ids if one in self.heads]
        return Group(
            name=name,
            flags=flags,
            schools=len(lines),
            pairs=sum(line.pairs for line in lines),
            held=sum(line.held for line in lines),
            late=sum(line.late for line in lines),
            due=sum(line.due for line in lines),
            calls=sum(line.needs_a_call for line in lines),
            waiting=sum(self.waits.get(one, Waits()).all for one in ids),
            covered=sum(self.covered.get(one, 0) for one in known),
            heads=sum(self.heads[one].number for one in known) if known else None,
        )

    def bearing(self, *flags: OrgFlag) -> list[int]:
        return [school for school in self.lines if self.flags.get(school, set()) & set(flags)]


def area_of(session: Session, organisation_id: int, now: datetime) -> AreaView:
    """The week of all schools below an organisation, by the clocks of its own zone."""
    frame = frame_of(session, organisation_id, now)
    here = School.at(session, organisation_id, now)
    period = Period.at(here)
    ids = [place.id for place in frame.places]
    coverage, covered, heads = _coverage(session, frame)
    lines = {line.id: line for line in standing(session, frame)}
    facts = _Facts(
        frame, lines, _waits(session, frame), _headless(session, frame), _flags(session, frame), covered, heads
    )
    decide, wait = _matters(facts)
    others = (*across_lines(session, ids, Awaited.LENDER, Awaited.ABOVE), decision_line(here))
    silent = [line for line in in_order(lines.values()) if line.is_silent]
    marked = facts.bearing(*SUPPORTED)
    is_region = frame.kind is OrgKind.REGION
    return AreaView(
        organisation_id=organisation_id,
        name=frame.name,
        kind=frame.kind,
        schools=len(ids),
        day=here.today,
        monday=period.monday,
        sunday=period.sunday,
        decide=decide,
        wait=(*wait, *(line for line in others if line is not None)),
        total=facts.group(ids),
        weeks=weeks_of(session, ids, period, now, here.zone),
        ahead=_ahead(session, frame, period),
        coverage=coverage,
        silent=tuple(_silent(line) for line in silent[:SHOWN]),
        silent_count=len(silent),
        late=tuple(_late(line) for line in _latest(lines.values())[:SHOWN]),
        supported=facts.group(marked, flags=SUPPORTED) if marked else None,
        groups=_municipalities(session, facts) if is_region else (),
        cohorts=_cohorts(facts) if is_region else (),
        is_holiday=here.today in holidays_between(here.today, here.today, here.own_holidays),
        campaigns=progress(session, organisation_id, now),
    )


def _matters(facts: _Facts) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Three calls, in turn the first of each kind, no school twice; then the sums of the rest."""
    lines = facts.lines
    calls = in_order(lines.values())
    long = sorted(facts.waits.items(), key=lambda one: (-one[1].long, lines[one[0]].name))
    kinds: tuple[list[Line], ...] = (
        [_silent(line) for line in calls if line.is_silent],
        [_late(line) for line in calls if not line.is_silent],
        [Line(LineKind.NO_MENTOR, one, (lines[one].name,), count=wait.long) for one, wait in long if wait.long],
        [
            Line(LineKind.NO_CURATOR, line.id, (line.name,), count=line.pairs)
            for line in sorted(lines.values(), key=lambda line: (-line.pairs, line.name))
            if line.id in facts.headless and line.pairs
        ],
    )
    chosen: dict[int, Line] = {}
    for line in (line for row in zip_longest(*kinds) for line in row if line is not None):
        if len(chosen) < TODAY:
            chosen.setdefault(line.subject_id, line)
    others = {line.subject_id for of_kind in kinds for line in of_kind} - chosen.keys()
    marked = [lines[one] for one in facts.bearing(*SUPPORTED)]
    in_need = sum(line.needs_a_call for line in marked)
    wait = (
        Line(LineKind.SCHOOLS, count=len(others)) if others else None,
        Line(LineKind.SUPPORTED, count=in_need, whole=len(marked)) if in_need else None,
    )
    order = list(LineKind)
    decide = sorted(chosen.values(), key=lambda line: order.index(line.kind))
    return tuple(decide), tuple(line for line in wait if line is not None)


def _silent(line: SchoolLine) -> Line:
    return Line(LineKind.SILENT_SCHOOL, line.id, (line.name,), days=line.days or 0, count=line.pairs)


def _late(line: SchoolLine) -> Line:
    return Line(LineKind.LATE_SCHOOL, line.id, (line.name,), count=line.late, whole=line.due)


def _latest(lines: Iterable[SchoolLine]) -> list[SchoolLine]:
    """Schools of three pairs or more by their share of late records, the greatest first."""
    late = [line for line in lines if line.late_percent]
    return sorted(late, key=lambda line: (-(line.late_percent or 0), line.name))


def _municipalities(session: Session, facts: _Facts) -> tuple[Group, ...]:
    """By parent; schools that stand directly under the region are a group of its name."""
    parents = {place.parent_id for place in facts.frame.places}
    named = select(Organisation.id, Organisation.short_name).where(Organisation.id.in_(parents))
    groups = [
        facts.group([place.id for place in facts.frame.places if place.parent_id == parent], name)
        for parent, name in session.execute(named)
    ]
    return tuple(sorted(groups, key=lambda group: (-group.calls, -(group.late_percent or 0), group.name)))


def _cohorts(facts: _Facts) -> tuple[Group, ...]:
    return tuple(facts.group(ids, flags=(flag,)) for flag in WAVES if (ids := facts.bearing(flag)))


def _coverage(
    session: Session, frame: Frame
) -> tuple[tuple[Coverage, ...], Mapping[int, int], Mapping[int, Headcount]]:
    """Pupils and staff of all schools, and by school those of the staff."""
    said = readings(session, frame, of_block(Block.COVERAGE), Moment.RESULT)
    counts = {kind: {one: number or 0 for one, number in said[code].by_school} for kind, code in COVERED.items()}
    known = {kind: headcounts(session, frame, kind) for kind in COVERED}
    coverage = tuple(coverage_of(frame, kind, counts[kind], known[kind]) for kind in COVERED)
    return coverage, counts[Heads.STAFF], known[Heads.STAFF]


def _waits(session: Session, frame: Frame) -> dict[int, Waits]:
    """Requests that wait, by school."""
    since = func.coalesce(MentoringRequest.waiting_since, MentoringRequest.submitted_at)
    is_long = since < frame.window.now - LONG_WAIT
    school = MentoringRequest.organisation_id
    rows = session.execute(
        select(school, func.count(), func.count(case((is_long, MentoringRequest.id))))
        .where(frame.here(school), MentoringRequest.state.in_(WAITING))
        .group_by(school)
    )
    return {one: Waits(number, long) for one, number, long in rows}


def _headless(session: Session, frame: Frame) -> frozenset[int]:
    """Schools that nobody runs."""
    run = (
        select(RoleGrant.organisation_id)
        .join(Person, Person.id == RoleGrant.person_id)
        .where(
            frame.here(RoleGrant.organisation_id),
            RoleGrant.role.in_(CURATORS),
            RoleGrant.admitted_at.is_not(None),
            RoleGrant.ended_at.is_(None),
            Person.state == PersonState.ACTIVE,
        )
    )
    return frozenset(place.id for place in frame.places) - set(session.scalars(run))


def _flags(session: Session, frame: Frame) -> dict[int, set[OrgFlag]]:
    """The marks that schools bear today."""
    day = frame.window.day
    still = or_(OrganisationFlag.until.is_(None), OrganisationFlag.until > day)
    rows = session.execute(
        select(OrganisationFlag.organisation_id, OrganisationFlag.flag).where(
            frame.here(OrganisationFlag.organisation_id), OrganisationFlag.since <= day, still
        )
    )
    found: dict[int, set[OrgFlag]] = {}
    for school, flag in rows:
        found.setdefault(school, set()).add(flag)
    return found


def _ahead(session: Session, frame: Frame, period: Period) -> int:
    """Planned meetings of the week ahead."""
    soon = and_(Meeting.starts_at >= frame.window.now, Meeting.starts_at < period.ahead_until)
    planned = select(func.count()).where(frame.here(Meeting.organisation_id), Meeting.state.in_(AHEAD), soon)
    return session.scalar(planned) or 0
