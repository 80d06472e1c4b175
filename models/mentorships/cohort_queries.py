"""Looking at the draft of a cohort: what it would be made of, its lines in pages, whom else one could have."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum, auto
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, aliased

from models.access import Actor
from models.errors import ProgrammeError
from models.matching.cohort import MentorLeft, NeedLeft, places_of
from models.matching.rank import rank
from models.matching.reasons import Reason
from models.mentorships.candidates import candidates_of, need_of, today_of
from models.mentorships.cohort_facts import are_beside, is_open
from models.mentorships.cohort_tables import CohortDraft, CohortLine, CohortRest, LineProblem
from models.mentorships.shape import MOST
from models.paging import Page, page_of
from models.people.actor import below
from models.people.names import official
from models.people.states import MentorState, PersonState
from models.people.tables import MentorProfile, Organisation, Person
from models.requests.tables import MentoringRequest
from models.terms import Intensity
from models.use_case import MAX_ID

SIZE = 6
"""Lines of a page: each takes two lines of text, and a button."""


class Part(StrEnum):
    """Which lines of a draft are shown."""

    PAIRS = auto()
    LEFT = auto()


@dataclass(frozen=True)
class Scope:
    """A node of the tree whose curator the actor is."""

    organisation_id: int
    name: str


@dataclass(frozen=True)
class Outlook:
    """What «Подобрать всем» would take up, and the draft that is there already."""

    organisation_id: int
    name: str
    requests: int
    mentors: int
    """Confirmed mentors, whatever places they have."""
    schools: int
    draft_id: int | None


@dataclass(frozen=True)
class DraftCard:
    """A draft with its counts; `changed_at` is UTC."""

    id: int
    organisation_id: int
    name: str
    version: int
    pairs: int
    groups: int
    grouped: int
    """Requests that come in groups."""
    left: int
    resting: int
    """Mentors without a pair."""
    problems: int
    fixed: int
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True)
class Line:
    """A request of a draft as the curator reads it. `mentor` is empty where there is none."""

    request_id: int
    mentee: str
    school: str
    mentor_id: int | None
    mentor: str
    reasons: tuple[Reason, ...]
    is_fixed: bool
    is_grouped: bool
    left_why: NeedLeft | None
    left_count: int
    problem: LineProblem | None
    version: int
    changed_by: str
    topics: tuple[str, ...]
    goal: str
    intensity: Intensity
    slots: tuple[str, ...]
    mates: tuple[str, ...] = ()
    """Whom else the draft gives to the mentor in the same form and school; known where one line is looked at."""


@dataclass(frozen=True)
class Resting:
    """A mentor without a pair."""

    mentor_id: int
    name: str
    why: MentorLeft
    places: int


@dataclass(frozen=True)
class Choice:
    """Somebody whom a request of a draft could have; `is_full` where the draft gives all the places to others."""

    mentor_id: int
    name: str
    reasons: tuple[Reason, ...]
    is_full: bool


async def scopes(session: AsyncSession, actor: Actor) -> tuple[Scope, ...]:
    """The nodes for which the actor may pair everybody at once: those of their own roles, the widest first."""
    ids = {grant.organisation_id for grant in actor.grants if grant.role.is_curator}
    rows = await session.execute(
        select(Organisation.id, Organisation.short_name, Organisation.parent_id).where(Organisation.id.in_(ids))
    )
    found = sorted(rows, key=lambda row: (row.parent_id is not None, row.short_name, row.id))
    return tuple(Scope(row.id, row.short_name) for row in found)


async def outlook(session: AsyncSession, actor: Actor, organisation_id: int) -> Outlook:
    """What there is to pair. Raises ProgrammeError `error-no-access` outside the actor's scope."""
    return await session.run_sync(_outlook, actor, organisation_id)


async def draft(session: AsyncSession, actor: Actor, draft_id: int) -> DraftCard:
    """A draft. Raises ProgrammeError `error-gone` where it is published or forgotten, `error-no-access`."""
    return await session.run_sync(_draft, actor, draft_id)


async def lines(session: AsyncSession, actor: Actor, draft_id: int, part: Part, page: int = 0) -> Page[Line]:
    """A page of the draft: what has changed since first, then in the order of the requests. Raises as `draft`."""
    return await session.run_sync(_lines, actor, draft_id, part, page)


async def line(session: AsyncSession, actor: Actor, draft_id: int, request_id: int) -> Line:
    """One request of the draft. Raises as `draft`."""
    return await session.run_sync(_line, actor, draft_id, request_id)


async def choices(
    session: AsyncSession, actor: Actor, draft_id: int, request_id: int, now: datetime, page: int = 0
) -> Page[Choice]:
    """The mentors whom no rule forbids for a request, best first, whoever has a place before whoever has not."""
    return await session.run_sync(_choices, actor, draft_id, request_id, now, page)


async def resting(session: AsyncSession, actor: Actor, draft_id: int, page: int = 0) -> Page[Resting]:
    """The mentors without a pair, those with free places first. Raises as `draft`."""
    return await session.run_sync(_resting, actor, draft_id, page)


def _outlook(session: Session, actor: Actor, organisation_id: int) -> Outlook:
    if organisation_id not in actor.curates:
        raise ProgrammeError("error-no-access")
    schools = below(session, [organisation_id])
    mentors = select(func.count()).where(
        MentorProfile.organisation_id.in_(schools), MentorProfile.state == MentorState.APPROVED
    )
    with_requests = select(func.count(MentoringRequest.organisation_id.distinct())).where(*is_open(schools))
    return Outlook(
        organisation_id,
        session.get_one(Organisation, organisation_id).short_name,
        session.scalar(select(func.count(MentoringRequest.id)).where(*is_open(schools))) or 0,
        session.scalar(mentors) or 0,
        session.scalar(with_requests) or 0,
        session.scalar(select(CohortDraft.id).where(CohortDraft.organisation_id == organisation_id)),
    )


def _reached(session: Session, actor: Actor, draft_id: int) -> CohortDraft:
    found = session.get(CohortDraft, draft_id) if 0 < draft_id <= MAX_ID else None
    if found is None:
        raise ProgrammeError("error-gone")
    if not found.is_open_to(actor):
        raise ProgrammeError("error-no-access")
    return found


def _draft(session: Session, actor: Actor, draft_id: int) -> DraftCard:
    found = _reached(session, actor, draft_id)
    fixed = func.count().filter(CohortLine.is_fixed, CohortLine.mentor_id.is_not(None), ~CohortLine.is_grouped)
    leaders = func.count(CohortLine.mentor_id.distinct()).filter(CohortLine.is_grouped)
    together = func.count().filter(CohortLine.is_grouped)
    counts = (func.count(CohortLine.mentor_id), func.count(CohortLine.problem), fixed, leaders, together)
    counted = select(func.count(), *counts).where(CohortLine.draft_id == found.id)
    total, placed, problems, kept, groups, grouped = session.execute(counted).one()
    rest = select(func.count()).where(CohortRest.draft_id == found.id)
    return DraftCard(
        id=found.id,
        organisation_id=found.organisation_id,
        name=session.get_one(Organisation, found.organisation_id).short_name,
        version=found.version,
        pairs=placed - grouped,
        groups=groups,
        grouped=grouped,
        left=total - placed,
        resting=session.scalar(rest) or 0,
        problems=problems,
        fixed=kept,
        changed_at=found.changed_at,
        changed_by=official(session.get_one(Person, found.changed_by)),
    )


_MENTEE, _MENTOR, _EDITOR = aliased(Person), aliased(Person), aliased(Person)


def _rows(draft_id: int) -> Select[*tuple[Any, ...]]:
    """The lines with the people in them; whoever has withdrawn the consent is not shown."""
    return (
        select(CohortLine, MentoringRequest, _MENTEE, _MENTOR, _EDITOR, Organisation.short_name)
        .join(MentoringRequest, MentoringRequest.id == CohortLine.request_id)
        .join(_MENTEE, _MENTEE.id == MentoringRequest.mentee_id)
        .join(Organisation, Organisation.id == MentoringRequest.organisation_id)
        .join(_EDITOR, _EDITOR.id == CohortLine.changed_by)
        .join(_MENTOR, _MENTOR.id == CohortLine.mentor_id, isouter=True)
        .where(CohortLine.draft_id == draft_id, _MENTEE.state == PersonState.ACTIVE)
    )


def _lines(session: Session, actor: Actor, draft_id: int, part: Part, page: int) -> Page[Line]:
    found = _reached(session, actor, draft_id)
    has_mentor = CohortLine.mentor_id.is_not(None) if part is Part.PAIRS else CohortLine.mentor_id.is_(None)
    wanted = _rows(found.id).where(has_mentor)
    total = session.scalar(wanted.with_only_columns(func.count(), maintain_column_froms=True)) or 0
    shell = page_of(range(total), page, SIZE)
    ordered = wanted.order_by(CohortLine.problem.is_(None), CohortLine.request_id)
    rows = session.execute(ordered.offset(shell.number * SIZE).limit(SIZE))
    return Page(tuple(_told(row) for row in rows), shell.number, shell.pages, total)


def _line(session: Session, actor: Actor, draft_id: int, request_id: int) -> Line:
    found = _reached(session, actor, draft_id)
    row = session.execute(_rows(found.id).where(CohortLine.request_id == request_id)).one_or_none()
    if row is None:
        raise ProgrammeError("error-gone")
    line, asked = row[0], row[1]
    beside = _rows(found.id).where(*are_beside(line, asked), CohortLine.request_id != request_id)
    if line.is_grouped:
        beside = beside.where(CohortLine.is_grouped)
    mates = session.execute(beside.order_by(CohortLine.request_id).limit(MOST)) if line.mentor_id else ()
    return replace(_told(row), mates=tuple(official(other[2]) for other in mates))


def _told(row: Row[*tuple[Any, ...]]) -> Line:
    found, request, mentee, mentor, editor, school = row
    return Line(
        request_id=request.id,
        mentee=official(mentee),
        school=school,
        mentor_id=found.mentor_id,
        mentor=official(mentor) if mentor is not None and mentor.state is PersonState.ACTIVE else "",
        reasons=tuple(Reason.load(reason) for reason in found.reasons),
        is_fixed=found.is_fixed,
        is_grouped=found.is_grouped,
        left_why=found.left_why,
        left_count=found.left_count,
        problem=found.problem,
        version=found.version,
        changed_by=official(editor),
        topics=tuple(request.topics),
        goal=request.goal,
        intensity=request.intensity,
        slots=tuple(request.slots),
    )


def _choices(session: Session, actor: Actor, draft_id: int, request_id: int, now: datetime, page: int) -> Page[Choice]:
    found = _line(session, actor, draft_id, request_id)
    need = need_of(session, session.get_one(MentoringRequest, request_id))
    schools = below(session, [session.get_one(CohortDraft, draft_id).organisation_id])
    everybody = candidates_of(session, need.organisation_id, beyond=len(schools) > 1)
    mentors = {one.mentor_id: one for one in everybody if one.organisation_ids & schools}
    matches = rank(need, mentors.values(), today_of(session, need.organisation_id, now))
    taken = Counter(
        session.scalars(
            select(CohortLine.mentor_id).where(
                CohortLine.draft_id == draft_id,
                CohortLine.request_id != request_id,
                ~CohortLine.is_grouped,
                CohortLine.mentor_id.in_([match.mentor_id for match in matches]),
            )
        )
    )
    full = {match.mentor_id: taken[match.mentor_id] >= places_of(mentors[match.mentor_id]) for match in matches}
    others = [match for match in matches if match.mentor_id != found.mentor_id]
    others.sort(key=lambda match: full[match.mentor_id])
    shown = page_of(others, page)
    names = {
        person.id: official(person)
        for person in session.scalars(select(Person).where(Person.id.in_([match.mentor_id for match in shown.items])))
    }
    items = (Choice(one.mentor_id, names[one.mentor_id], one.reasons, full[one.mentor_id]) for one in shown.items)
    return Page(tuple(items), shown.number, shown.pages, shown.total)


def _resting(session: Session, actor: Actor, draft_id: int, page: int) -> Page[Resting]:
    found = _reached(session, actor, draft_id)
    wanted = (
        select(CohortRest, Person)
        .join(Person, Person.id == CohortRest.mentor_id)
        .where(CohortRest.draft_id == found.id, Person.state == PersonState.ACTIVE)
    )
    total = session.scalar(wanted.with_only_columns(func.count(), maintain_column_froms=True)) or 0
    shell = page_of(range(total), page, SIZE * 2)
    ordered = wanted.order_by(CohortRest.why != MentorLeft.FREE, CohortRest.why, Person.family_name, Person.id)
    rows = session.execute(ordered.offset(shell.number * SIZE * 2).limit(SIZE * 2))
    items = (Resting(person.id, official(person), rest.why, rest.places) for rest, person in rows)
    return Page(tuple(items), shell.number, shell.pages, total)
