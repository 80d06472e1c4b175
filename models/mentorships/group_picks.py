"""Whom a curator may put into a group or a team."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, exists, false, func, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Actor, outside
from models.errors import ProgrammeError
from models.mentorships.candidates import today_of
from models.mentorships.picks import Pick
from models.mentorships.states import Side
from models.paging import SIZE, Page, page_of
from models.people.names import official
from models.people.sharing import in_pool_of
from models.people.states import MentorState, PersonState
from models.people.tables import MentorProfile, Organisation, Person, RoleGrant
from models.requests.states import WAITING
from models.requests.tables import MentoringRequest
from models.terms import PersonKind, Role


async def people_to_group(
    session: AsyncSession,
    actor: Actor,
    side: Side,
    now: datetime,
    page: int = 0,
    school_id: int | None = None,
    besides: Collection[int] = (),
    *,
    beyond: bool = False,
    of: int | None = None,
) -> Page[Pick]:
    """A page of those who may stand on a side, by name: mentors with a card, mentees; of one school once it is known.

    Mentors who ask for no offers yet are left out, as they are for a pair, by the day of that school (R-05).
    Who is in a pair already may be in a group as well; `besides` belong to the group that is asked for. `beyond` the
    school mentors of other ones follow who may be asked by it, no pupils among them (R-20); once the first is picked
    only those `of` that school.
    """
    schools = actor.curates if school_id is None else actor.curates & {school_id}
    within: ColumnElement[bool] = Person.organisation_id.in_(schools)
    if beyond and school_id is not None:
        within |= await _may_be_asked_by(session, school_id)
    waits = exists().where(MentoringRequest.mentee_id == Person.id, MentoringRequest.state.in_(WAITING))
    serves = exists().where(MentorProfile.person_id == Person.id, MentorProfile.state == MentorState.APPROVED)
    if school_id is not None:
        today = await session.run_sync(today_of, school_id, now)
        serves = serves.where(func.coalesce(MentorProfile.no_offers_before, today) <= today)
    admitted = exists().where(
        RoleGrant.person_id == Person.id,
        RoleGrant.role == Role(side.value),
        RoleGrant.admitted_at.is_not(None),
        RoleGrant.ended_at.is_(None),
    )
    fits = (
        Person.state == PersonState.ACTIVE,
        within,
        true() if of is None else Person.organisation_id == of,
        Person.id.not_in(besides),
        admitted,
        serves if side is Side.MENTOR else true(),
    )
    total = await session.scalar(select(func.count()).select_from(Person).where(*fits)) or 0
    shell = page_of(range(total), page)
    is_guest = Person.organisation_id.not_in(schools)
    rows = await session.execute(
        select(Person, waits if side is Side.MENTEE else false(), case((is_guest, Organisation.short_name), else_=""))
        .join(Organisation, Organisation.id == Person.organisation_id)
        .where(*fits)
        .order_by(is_guest, Person.family_name, Person.given_name, Person.id)
        .offset(shell.number * SIZE)
        .limit(SIZE)
    )
    picks = tuple(Pick(person.id, official(person), bool(asks), school) for person, asks, school in rows)
    return Page(picks, shell.number, shell.pages, total)


async def chosen_people(
    session: AsyncSession, actor: Actor, person_ids: Sequence[int], school_id: int | None = None
) -> dict[int, Person]:
    """The people who were picked, by id in the order of picking; for teams of `school_id` also those it may ask.

    Raises ProgrammeError `error-no-access` for somebody outside the curator's schools, `error-gone` for nobody.
    """
    wanted = select(Person).where(Person.id.in_(person_ids))
    found = {one.id: one for one in await session.scalars(wanted)}
    for person_id in person_ids:
        if person_id not in found:
            raise ProgrammeError("error-gone")
    strange = {one.id for one in found.values() if one.organisation_id not in actor.curates}
    if strange and school_id in actor.curates:
        asked = wanted.where(await _may_be_asked_by(session, school_id))
        strange -= {one.id for one in await session.scalars(asked)}
    if strange:
        raise outside(actor, "Person", min(strange))
    return {person_id: found[person_id] for person_id in person_ids}


async def _may_be_asked_by(session: AsyncSession, school_id: int) -> ColumnElement[bool]:
    """Grown-up mentors elsewhere who agree to be asked by a school (KHK-15)."""
    in_pool = await session.run_sync(in_pool_of, school_id)
    agrees = exists().where(MentorProfile.person_id == Person.id, in_pool)
    return and_(Person.kind != PersonKind.STUDENT, agrees)
