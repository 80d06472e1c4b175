"""Looking at what is handed in: the three lines of a place, one report of a school, the board (R-20, R-21)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor
from models.errors import ProgrammeError
from models.local_time import to_local
from models.oversight.indicators.access import check_curates, is_above, own_schools
from models.oversight.indicators.frame import Frame, frame_of
from models.oversight.indicators.queries import ERASED, home_of
from models.paging import Page, page_of
from models.papers.states import ReportState
from models.papers.yearly.contents import STORED, Contents, contents_of
from models.papers.yearly.handing import LOCKED, ReportLine
from models.papers.yearly.kinds import NotePart, ReportKind
from models.papers.yearly.place import Term, municipality_of, terms_of, today_at, versions
from models.papers.yearly.tables import Campaign, YearReport
from models.people.curators import curators_of
from models.people.names import hides, official
from models.people.states import PersonState
from models.people.tables import Organisation, Person
from models.terms import OrgKind
from models.use_case import MAX_ID

LINES = 8


@dataclass(frozen=True)
class KindLine:
    """A kind as a place sees it: of a school how its report stands, above a school how many have handed in."""

    term: Term
    is_open: bool
    state: ReportState | None
    sent_on: date | None
    done: int
    schools: int


@dataclass(frozen=True)
class Year:
    """What a place has to do with this school year."""

    organisation_id: int
    name: str
    is_school: bool
    today: date
    lines: tuple[KindLine, ...]
    curators: str
    """Who runs the programme there, as papers name them."""


@dataclass(frozen=True)
class Desk:
    """A report of a school: as it lies with the level above, or as it would be handed in now."""

    report_id: int | None
    organisation_id: int
    school: str
    name: str
    """The school's full name, for papers."""
    zone: str
    kind: ReportKind
    term: Term
    version: int
    state: ReportState | None
    sent_at: datetime | None
    by: str
    remark: str
    is_open: bool
    may_send: bool
    may_write: bool
    may_judge: bool
    has_contents: bool
    """Whether there is anything to see: above a school only what was handed in."""
    snapshot_id: int | None
    contents: Contents
    texts: dict[NotePart, str]
    names: dict[int, str]
    """Who the people of the contents are; pupils above their school and whoever was erased are left out (R-20)."""
    curators: str


@dataclass(frozen=True)
class BoardLine:
    """A school on the board."""

    id: int
    name: str
    state: ReportState | None
    sent_on: date | None
    is_late: bool
    """Handed in after the last day, or not at all by now."""

    @property
    def is_done(self) -> bool:
        """Whether it lies with the level above."""
        return self.state in LOCKED


@dataclass(frozen=True)
class Board:
    """Who has handed in (NTG-3): whoever is late first, then whoever is waited for, then those who have."""

    organisation_id: int
    name: str
    is_municipality: bool
    term: Term
    is_open: bool
    today: date
    done: int
    schools: int
    lines: Page[BoardLine]


@dataclass(frozen=True)
class Progress:
    """A running campaign in numbers: a line of a digest."""

    kind: ReportKind
    closes_on: date
    done: int
    waiting: int


async def year_of(session: AsyncSession, actor: Actor, organisation_id: int | None, now: datetime) -> Year:
    """The three kinds at a place, by default the actor's own. Raises ProgrammeError `error-no-access`."""
    place = organisation_id or home_of(actor)
    check_curates(actor, place)
    return await session.run_sync(_year, place, now)


async def desk(session: AsyncSession, actor: Actor, organisation_id: int, kind: ReportKind, now: datetime) -> Desk:
    """A school's report of this school year. Above the school only what was handed in is shown.

    Raises ProgrammeError `error-no-access`, `error-figure-school`.
    """
    check_curates(actor, organisation_id)
    return await session.run_sync(_desk, actor, organisation_id, kind, now)


async def board(
    session: AsyncSession, actor: Actor, organisation_id: int, kind: ReportKind, now: datetime, page: int = 0
) -> Board:
    """The schools below a place. Raises ProgrammeError `error-no-access`."""
    check_curates(actor, organisation_id)
    return await session.run_sync(_board, organisation_id, kind, now, page)


async def report_of(session: AsyncSession, actor: Actor, report_id: int) -> ReportLine:
    """Where a report stands, for the curators of its school and above. Raises `error-gone`, `error-no-access`."""
    found = await session.get(YearReport, report_id) if 0 < report_id <= MAX_ID else None
    if found is None:
        raise ProgrammeError("error-gone")
    check_curates(actor, found.organisation_id)
    return ReportLine.of(found)


async def campaign_kind(session: AsyncSession, campaign_id: int) -> ReportKind:
    """What a campaign collects. Raises ProgrammeError `error-gone`."""
    found = await session.get(Campaign, campaign_id) if 0 < campaign_id <= MAX_ID else None
    if found is None:
        raise ProgrammeError("error-gone")
    return found.kind


def progress(session: Session, organisation_id: int, now: datetime) -> tuple[Progress, ...]:
    """The campaigns that run, or ran out with schools missing, at a municipality or region: for its digest."""
    lines = _year(session, organisation_id, now).lines
    return tuple(
        Progress(line.term.kind, line.term.days.last, line.done, line.schools - line.done)
        for line in lines
        if line.is_open and line.done < line.schools
    )


def _year(session: Session, organisation_id: int, now: datetime) -> Year:
    place = session.get_one(Organisation, organisation_id)
    frame, today = frame_of(session, organisation_id, now), today_at(place, now)
    terms = terms_of(session, municipality_of(session, organisation_id), today)
    latest = _latest(session, frame, terms)
    lines = []
    for term in terms:
        here = [latest[key] for place_ in frame.places if (key := (place_.id, term.kind)) in latest]
        own = latest.get((organisation_id, term.kind))
        lines.append(
            KindLine(
                term=term,
                is_open=term.is_open(today),
                state=own.state if own else None,
                sent_on=_day(own, place.zone),
                done=sum(row.state in LOCKED for row in here),
                schools=len(frame.places),
            )
        )
    curators = ", ".join(official(person) for person in curators_of(session, organisation_id))
    return Year(organisation_id, place.short_name, place.kind is OrgKind.SCHOOL, today, tuple(lines), curators)


def _latest(session: Session, frame: Frame, terms: Sequence[Term]) -> dict[tuple[int, ReportKind], YearReport]:
    """The newest version of each school and kind: one statement."""
    of_year = (frame.here(YearReport.organisation_id), YearReport.school_year == terms[0].school_year)
    kinds = YearReport.kind.in_([term.kind for term in terms])
    newest = (
        select(func.max(YearReport.id)).where(*of_year, kinds).group_by(YearReport.organisation_id, YearReport.kind)
    )
    rows = session.scalars(select(YearReport).where(YearReport.id.in_(newest)))
    return {(row.organisation_id, row.kind): row for row in rows}


def _desk(session: Session, actor: Actor, organisation_id: int, kind: ReportKind, now: datetime) -> Desk:
    school = session.get_one(Organisation, organisation_id)
    if school.kind is not OrgKind.SCHOOL:
        raise ProgrammeError("error-figure-school")
    today = today_at(school, now)
    terms = terms_of(session, municipality_of(session, school.id), today)
    term = next(one for one in terms if one.kind is kind)
    row = session.scalar(versions(school.id, kind, term.school_year).limit(1))
    is_own, above = school.id in own_schools(actor), is_above(session, actor, school.id)
    is_sent = row is not None and row.state in LOCKED
    lies = row if row is not None and row.sent_at and (is_sent or not is_own) else None
    contents = Contents()
    if lies is not None:
        contents = STORED.validate_python(lies.contents)
    elif is_own:
        contents = contents_of(session, frame_of(session, school.id, now), kind)
    sender = session.get(Person, row.sent_by) if row is not None and row.sent_by else None
    curators = _names(session, actor, _curators(session, school.id))
    return Desk(
        report_id=row.id if row else None,
        organisation_id=school.id,
        school=school.short_name,
        name=school.name,
        zone=school.zone,
        kind=kind,
        term=term,
        version=row.version if row else 1,
        state=row.state if row else None,
        sent_at=row.sent_at if row else None,
        by=official(sender) if sender else "",
        remark=row.remark if row else "",
        is_open=term.is_open(today),
        may_send=is_own and not is_sent and term.is_open(today),
        may_write=is_own and not is_sent,
        may_judge=above and row is not None and row.state is ReportState.SENT,
        has_contents=is_own or lies is not None,
        snapshot_id=lies.snapshot_id if lies else None,
        contents=contents,
        texts={one.part: one.text for one in row.texts} if row is not None and (is_own or lies) else {},
        names=_names(session, actor, _people(contents)),
        curators=", ".join(curators.values()),
    )


def _board(session: Session, organisation_id: int, kind: ReportKind, now: datetime, page: int) -> Board:
    place = session.get_one(Organisation, organisation_id)
    frame, today = frame_of(session, organisation_id, now), today_at(place, now)
    term = next(one for one in terms_of(session, municipality_of(session, organisation_id), today) if one.kind is kind)
    latest, closing = _latest(session, frame, (term,)), _closing(session, term)
    lines = []
    for school in frame.places:
        row = latest.get((school.id, kind))
        sent_on = _day(row, school.zone) if row is not None and row.state in LOCKED else None
        is_late = (sent_on or today) > closing.get(school.id, term.days.last)
        lines.append(BoardLine(school.id, school.name, row.state if row else None, sent_on, is_late))
    done = sum(line.is_done for line in lines)
    lines.sort(key=lambda line: (line.is_done, line.sent_on or date.max, not line.is_late, line.name))
    return Board(
        organisation_id=organisation_id,
        name=place.short_name,
        is_municipality=place.kind is OrgKind.MUNICIPALITY,
        term=term,
        is_open=term.is_open(today),
        today=today,
        done=done,
        schools=len(lines),
        lines=page_of(lines, page, LINES),
    )


def _closing(session: Session, term: Term) -> dict[int, date]:
    """The last day for each school whose municipality has a campaign of its own days: one statement."""
    rows = session.execute(
        select(Organisation.id, Campaign.closes_on)
        .join(Campaign, Campaign.organisation_id == Organisation.parent_id)
        .where(Campaign.kind == term.kind, Campaign.school_year == term.school_year)
    )
    return dict(rows.all())


def _day(row: YearReport | None, zone: str) -> date | None:
    return to_local(row.sent_at, ZoneInfo(zone)).date() if row is not None and row.sent_at else None


def _people(contents: Contents) -> Iterable[int]:
    for pair in contents.pairs:
        yield from (*pair.mentor_ids, *pair.mentee_ids)
    if contents.note is not None:
        yield from (one.person_id for one in contents.note.recognised)


def _curators(session: Session, organisation_id: int) -> list[int]:
    return [person.id for person in curators_of(session, organisation_id)]


def _names(session: Session, actor: Actor, people: Iterable[int]) -> dict[int, str]:
    """Names in the order of their asking; above the school without pupils, and nobody who was erased."""
    wanted = list(dict.fromkeys(people))
    rows = {
        row.id: row
        for row in session.scalars(
            select(Person).where(
                Person.id.in_(wanted), Person.state == PersonState.ACTIVE, Person.family_name != ERASED
            )
        )
    }
    return {one: official(rows[one]) for one in wanted if one in rows and not hides(actor, rows[one])}
