"""Whom and what a person may choose when asking for a mentor or proposing a mentee."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.access import Actor
from models.people.names import official, polite
from models.people.states import MentorState, PersonState
from models.people.tables import MentorProfile, Person, RoleGrant
from models.people.topics import topics_of
from models.requests.content import forms_of
from models.requests.states import OPEN
from models.requests.tables import MentoringRequest
from models.terms import MentoringForm, Role


@dataclass(frozen=True)
class Named:
    """Somebody to be picked from a list."""

    id: int
    name: str
    official_name: str


async def askable_forms(session: AsyncSession, actor: Actor) -> tuple[MentoringForm, ...]:
    """The forms in which the actor may ask: those of the school's programme, but for teams, which a curator makes."""
    organisation_id = actor.organisation_id
    forms = () if organisation_id is None else await session.run_sync(forms_of, organisation_id)
    return tuple(form for form in forms if topics_of([form]))


async def mentors_to_wish(session: AsyncSession, actor: Actor, form: MentoringForm) -> tuple[Named, ...]:
    """The confirmed mentors of the actor's school in a form, by name; oneself is left out (R-01)."""
    rows = await session.execute(
        select(MentorProfile, Person)
        .join(Person, Person.id == MentorProfile.person_id)
        .where(
            MentorProfile.organisation_id == actor.organisation_id,
            MentorProfile.state == MentorState.APPROVED,
            Person.state == PersonState.ACTIVE,
            Person.id != actor.person_id,
        )
        .order_by(Person.family_name, Person.given_name, Person.id)
    )
    return tuple(
        Named(person.id, polite(person), official(person)) for card, person in rows if form in card.mentoring_forms
    )


async def mentees_to_propose(session: AsyncSession, actor: Actor) -> tuple[Named, ...]:
    """The mentees of the actor's school without an open request, by name; oneself is left out (OMS-8).

    None for a parent, who sees the own child alone (R-20).
    """
    if actor.only_guards:
        return ()
    asked = select(MentoringRequest.id).where(MentoringRequest.mentee_id == Person.id, MentoringRequest.state.in_(OPEN))
    rows = await session.scalars(
        select(Person)
        .join(RoleGrant, RoleGrant.person_id == Person.id)
        .where(
            RoleGrant.role == Role.MENTEE,
            RoleGrant.admitted_at.is_not(None),
            RoleGrant.ended_at.is_(None),
            Person.state == PersonState.ACTIVE,
            Person.organisation_id == actor.organisation_id,
            Person.id != actor.person_id,
            ~asked.exists(),
        )
        .order_by(Person.family_name, Person.given_name, Person.id)
    )
    return tuple(Named(person.id, polite(person), official(person)) for person in rows.unique())
