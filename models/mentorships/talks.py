"""A curator's talks with pairs: recorded by one tap, and when the next one is due (reference.md §2.9, issue 4).

Twice in the first month, after 10 and 24 days without holidays, then every 30 days. Whoever talked writes down no more
than that; a few words are possible, and only curators read them.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor, Permission, outside
from models.errors import ProgrammeError
from models.local_time import to_local
from models.mentorships.states import MEETING, Side
from models.mentorships.tables import CuratorTalk, Mentorship
from models.paging import SIZE, Page, page_of
from models.people.calendar import own_holidays
from models.people.names import official
from models.people.tables import Organisation, Person
from models.school_year import OwnHoliday, days_without_holidays
from models.terms import OrgKind
from models.use_case import MAX_ID, Tx, use_case

FIRST, SECOND, EVERY = 10, 24, 30
APART = 14
"""However late the first talk came, the next one is not asked for sooner."""
MAX_NOTE = 500
SHOWN = 3


@dataclass(frozen=True)
class Talk:
    """A talk as curators see it."""

    day: date
    curator: str
    note: str


@dataclass(frozen=True)
class PairTalks:
    """A pair's mentee and mentor, as the curator reads them, and its last talks, the newest first."""

    names: tuple[str, str]
    talks: tuple[Talk, ...]


@dataclass(frozen=True)
class DueLine:
    """A pair with which a talk is due."""

    mentorship_id: int
    names: tuple[str, str]
    last: date | None


@use_case(Permission.CURATE)
def record_talk(tx: Tx, mentorship_id: int, note: str = "") -> Talk:
    """«Разговор состоялся»: one a day, pair and curator; said once more, only the words change.

    Raises ProgrammeError `error-no-access` for a pair of another school, `error-talk-note` beyond 500 characters.
    """
    mentorship = tx.get(Mentorship, mentorship_id)
    if mentorship.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    words = note.strip()
    if len(words) > MAX_NOTE:
        raise ProgrammeError("error-talk-note", limit=MAX_NOTE)
    row = _today(tx, mentorship)
    if row is None:
        row = CuratorTalk(mentorship_id=mentorship.id, curator_id=tx.actor.me, day=_day(tx, mentorship), note=words)
        tx.add(row)
    row.note = words or row.note
    return Talk(row.day, "", row.note)


@use_case(Permission.CURATE)
def take_back_talk(tx: Tx, mentorship_id: int) -> bool:
    """There was no talk today after all; gives whether one was recorded. Raises ProgrammeError `error-no-access`."""
    mentorship = tx.get(Mentorship, mentorship_id)
    if mentorship.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    row = _today(tx, mentorship)
    if row is not None:
        tx.session.delete(row)
    return row is not None


def is_due(since_approval: int, talks: int, since_last: int | None) -> bool:
    """Whether a talk is due: by days without holidays since the approval and since the last of `talks`."""
    if since_last is None:
        return since_approval >= FIRST
    return (since_last >= APART and since_approval >= SECOND) if talks == 1 else since_last >= EVERY


def due_ids(session: Session, organisation_id: int, now: datetime) -> dict[int, date | None]:
    """The pairs of a school with which a talk is due, and when the last one was: one statement."""
    zone = ZoneInfo(session.get_one(Organisation, organisation_id).zone)
    rows = session.execute(talked([organisation_id]))
    return due_of((row[1:] for row in rows), now, zone, own_holidays(session, organisation_id))


def talked(organisation_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    """What `due_of` is told of the pairs of some schools, below their school."""
    pair = (Mentorship.organisation_id, Mentorship.id, Mentorship.approved_at)
    return (
        select(*pair, func.count(CuratorTalk.id), func.max(CuratorTalk.day))
        .outerjoin(CuratorTalk, CuratorTalk.mentorship_id == Mentorship.id)
        .where(
            Mentorship.organisation_id.in_(organisation_ids),
            Mentorship.state.in_(MEETING),
            Mentorship.approved_at.is_not(None),
        )
        .group_by(*pair)
        .order_by(Mentorship.approved_at, Mentorship.id)
    )


def due_of(
    rows: Iterable[Sequence[Any]], now: datetime, zone: ZoneInfo, own: tuple[OwnHoliday, ...]
) -> dict[int, date | None]:
    """The same out of what `talked` gives for a school, by its zone and its own holidays."""
    today = to_local(now, zone).date()
    due: dict[int, date | None] = {}
    for pair_id, approved_at, talks, last in rows:
        since_last = days_without_holidays(last, today, own) if last else None
        approved = to_local(approved_at, zone).date() if approved_at else today
        if is_due(days_without_holidays(approved, today, own), talks, since_last):
            due[pair_id] = last
    return due


async def talks_due(session: AsyncSession, actor: Actor, now: datetime, page: int = 0) -> Page[DueLine]:
    """A page of the pairs of the actor's own schools with which a talk is due, those without any talk first."""
    return await session.run_sync(_due_page, actor, now, page)


async def talks_of(session: AsyncSession, actor: Actor, mentorship_id: int) -> PairTalks:
    """The last talks with a pair. Raises ProgrammeError `error-gone`, `error-no-access` for whoever does not run it."""
    pair = await session.get(Mentorship, mentorship_id) if 0 < mentorship_id <= MAX_ID else None
    if pair is None or not pair.members:
        raise ProgrammeError("error-gone")
    if pair.organisation_id not in actor.curates:
        raise outside(actor, "Mentorship", pair.id)
    rows = await session.execute(
        select(CuratorTalk, Person)
        .join(Person, Person.id == CuratorTalk.curator_id)
        .where(CuratorTalk.mentorship_id == pair.id)
        .order_by(CuratorTalk.day.desc(), CuratorTalk.id.desc())
        .limit(SHOWN)
    )
    return PairTalks(_names(pair), tuple(Talk(row.day, official(curator), row.note) for row, curator in rows))


def _due_page(session: Session, actor: Actor, now: datetime, page: int) -> Page[DueLine]:
    own = [grant.organisation_id for grant in actor.grants if grant.role.is_curator]
    schools = session.scalars(
        select(Organisation.id).where(Organisation.id.in_(own), Organisation.kind == OrgKind.SCHOOL)
    )
    due = {pair_id: last for school in schools for pair_id, last in due_ids(session, school, now).items()}
    ids = page_of(sorted(due, key=lambda pair_id: (due[pair_id] or date.min, pair_id)), page, SIZE)
    pairs = {pair.id: pair for pair in session.scalars(select(Mentorship).where(Mentorship.id.in_(ids.items)))}
    lines = tuple(DueLine(pair_id, _names(pairs[pair_id]), due[pair_id]) for pair_id in ids.items)
    return Page(lines, ids.number, ids.pages, ids.total)


def _names(pair: Mentorship) -> tuple[str, str]:
    return official(pair.member(Side.MENTEE).person), official(pair.member(Side.MENTOR).person)


def _day(tx: Tx, mentorship: Mentorship) -> date:
    return to_local(tx.now, ZoneInfo(tx.session.get_one(Organisation, mentorship.organisation_id).zone)).date()


def _today(tx: Tx, mentorship: Mentorship) -> CuratorTalk | None:
    return tx.session.scalar(
        select(CuratorTalk).where(
            CuratorTalk.mentorship_id == mentorship.id,
            CuratorTalk.curator_id == tx.actor.me,
            CuratorTalk.day == _day(tx, mentorship),
        )
    )
