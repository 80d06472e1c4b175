"""Whom a curator may choose when making pairs, the likeliest first."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor, outside
from models.errors import ProgrammeError
from models.matching.rules import refusals
from models.matching.score import reasons
from models.mentorships.candidates import (
    Suggestion,
    candidates_of,
    need_for,
    need_of,
    suggestions,
    today_of,
)
from models.mentorships.propose import SAID
from models.mentorships.states import RUNNING, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.paging import Page, page_of
from models.people.names import official
from models.people.states import PersonState
from models.people.tables import Person, RoleGrant
from models.requests.content import forms_of, open_request
from models.requests.states import WAITING
from models.requests.tables import MentoringRequest
from models.terms import Role
from models.use_case import MAX_ID

_LIVE = (MentorshipState.PROPOSED, *RUNNING)


@dataclass(frozen=True)
class Pick:
    """Somebody to be picked for a pair."""

    id: int
    official_name: str
    waits: bool
    """Has asked for a mentor."""
    school: str = ""
    """Another school than that for which they are picked."""


async def mentees_to_pair(session: AsyncSession, actor: Actor, page: int = 0) -> Page[Pick]:
    """The mentees of the curator's schools who have no mentor, those with a request first, the longest waiting first.

    Whoever is being offered somebody already is left out.
    """
    return await session.run_sync(_mentees_to_pair, actor, page)


async def mentors_to_pair(
    session: AsyncSession, actor: Actor, mentee_id: int, now: datetime, page: int = 0
) -> Page[Suggestion]:
    """The mentors who may be chosen for a mentee, best first; the full ones come last (R-02)."""
    return await session.run_sync(_mentors_to_pair, actor, mentee_id, now, page)


async def suggestion(
    session: AsyncSession, actor: Actor, mentee_id: int, mentor_id: int, now: datetime
) -> Suggestion | None:
    """A mentor for a mentee with what speaks for them; None where the mentor may not be chosen."""
    found = await session.run_sync(_ordered_mentors, actor, mentee_id, now)
    return next((one for one in found if one.mentor_id == mentor_id), None)


async def official_name(session: AsyncSession, actor: Actor, person_id: int) -> str:
    """How the curator reads somebody of their schools. Raises ProgrammeError `error-gone`, `error-no-access`."""
    person = await session.get(Person, person_id) if 0 < person_id <= MAX_ID else None
    if person is None:
        raise ProgrammeError("error-gone")
    if person.organisation_id not in actor.curates:
        raise outside(actor, "Person", person.id)
    return official(person)


def _mentees_to_pair(session: Session, actor: Actor, page: int) -> Page[Pick]:
    paired = (
        select(MentorshipMember.person_id)
        .join(Mentorship)
        .where(
            MentorshipMember.person_id == Person.id,
            MentorshipMember.side == Side.MENTEE,
            MentorshipMember.left_at.is_(None),
            Mentorship.state.in_(_LIVE),
        )
    )
    people = session.scalars(
        select(Person)
        .join(RoleGrant, RoleGrant.person_id == Person.id)
        .where(
            RoleGrant.role == Role.MENTEE,
            RoleGrant.admitted_at.is_not(None),
            RoleGrant.ended_at.is_(None),
            Person.state == PersonState.ACTIVE,
            Person.organisation_id.in_(actor.curates),
            ~paired.exists(),
        )
    ).unique()
    since = {
        request.mentee_id: request.waiting_since
        for request in session.scalars(
            select(MentoringRequest).where(
                MentoringRequest.organisation_id.in_(actor.curates), MentoringRequest.state.in_(WAITING)
            )
        )
    }
    ordered = sorted(people, key=lambda one: (since.get(one.id) is None, str(since.get(one.id)), official(one), one.id))
    return page_of([Pick(one.id, official(one), one.id in since) for one in ordered], page)


def _mentors_to_pair(session: Session, actor: Actor, mentee_id: int, now: datetime, page: int) -> Page[Suggestion]:
    return page_of(_ordered_mentors(session, actor, mentee_id, now), page)


def _ordered_mentors(session: Session, actor: Actor, mentee_id: int, now: datetime) -> list[Suggestion]:
    mentee = session.get(Person, mentee_id) if 0 < mentee_id <= MAX_ID else None
    if mentee is None:
        raise ProgrammeError("error-gone")
    if mentee.organisation_id not in actor.curates:
        raise outside(actor, "Person", mentee.id)
    forms = forms_of(session, mentee.organisation_id)
    request = next((found for form in forms if (found := open_request(session, mentee_id, form)) is not None), None)
    need = need_of(session, request) if request else need_for(session, mentee, forms[0])
    best = suggestions(session, need, now, limit=None, beyond=True)
    known = {one.mentor_id for one in best}
    today = today_of(session, need.organisation_id, now)
    others = []
    for one in candidates_of(session, need.organisation_id, beyond=True):
        forbids = refusals(need, one, today)
        if one.mentor_id not in known and not any(refusal in SAID for refusal in forbids):
            name = official(session.get_one(Person, one.mentor_id))
            others.append(Suggestion(one.mentor_id, name, reasons(need, one), forbids[0]))
    return [*best, *others]
