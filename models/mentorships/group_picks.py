"""Whom a curator may put into a group or a team."""

from collections.abc import Collection, Sequence

from sqlalchemy import exists, false, func, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Actor, outside
from models.errors import ProgrammeError
from models.mentorships.picks import Pick
from models.mentorships.states import Side
from models.paging import SIZE, Page, page_of
from models.people.names import official
from models.people.states import MentorState, PersonState
from models.people.tables import MentorProfile, Person, RoleGrant
from models.requests.states import WAITING
from models.requests.tables import MentoringRequest
from models.terms import Role


async def people_to_group(
    session: AsyncSession,
    actor: Actor,
    side: Side,
    page: int = 0,
    school_id: int | None = None,
    besides: Collection[int] = (),
) -> Page[Pick]:
    """A page of those who may stand on a side, by name: mentors with a card, mentees; of one school once it is known.

    Who is in a pair already may be in a group as well; `besides` belong to the group that is asked for.
    """
    schools = actor.curates if school_id is None else actor.curates & {school_id}
    waits = exists().where(MentoringRequest.mentee_id == Person.id, MentoringRequest.state.in_(WAITING))
    serves = exists().where(MentorProfile.person_id == Person.id, MentorProfile.state == MentorState.APPROVED)
    admitted = exists().where(
        RoleGrant.person_id == Person.id,
        RoleGrant.role == Role(side.value),
        RoleGrant.admitted_at.is_not(None),
        RoleGrant.ended_at.is_(None),
    )
    fits = (
        Person.state == PersonState.ACTIVE,
        Person.organisation_id.in_(schools),
        Person.id.not_in(besides),
        admitted,
        serves if side is Side.MENTOR else true(),
    )
    total = await session.scalar(select(func.count()).select_from(Person).where(*fits)) or 0
    shell = page_of(range(total), page)
    rows = await session.execute(
        select(Person, waits if side is Side.MENTEE else false())
        .where(*fits)
        .order_by(Person.family_name, Person.given_name, Person.id)
        .offset(shell.number * SIZE)
        .limit(SIZE)
    )
    picks = tuple(Pick(person.id, official(person), bool(asks)) for person, asks in rows)
    return Page(picks, shell.number, shell.pages, total)


async def chosen_people(session: AsyncSession, actor: Actor, person_ids: Sequence[int]) -> dict[int, Person]:
    """The people who were picked, by id in the order of picking.

    Raises ProgrammeError `error-no-access` for somebody outside the curator's schools, `error-gone` for nobody.
    """
    found = {one.id: one for one in await session.scalars(select(Person).where(Person.id.in_(person_ids)))}
    for person_id in person_ids:
        if person_id not in found:
            raise ProgrammeError("error-gone")
        if found[person_id].organisation_id not in actor.curates:
            raise outside(actor, "Person", person_id)
    return {person_id: found[person_id] for person_id in person_ids}
