"""Roles: asked for, admitted by a curator, given, and ended (reference.md §2.5)."""

from dataclasses import dataclass

from sqlalchemy import select

from models.access import CURATORS, PARTICIPANTS, Permission
from models.errors import ProgrammeError
from models.mentorships.states import RUNNING
from models.mentorships.tables import Mentorship, MentorshipMember
from models.notices.kinds import NoticeKind
from models.notices.post import post, void
from models.people.curators import present_curators, principal_curator
from models.people.names import official, polite
from models.people.organisations import LEVELS
from models.people.states import MENTOR
from models.people.tables import Organisation, Person, RoleGrant
from models.terms import Role
from models.use_case import Tx, use_case


@dataclass(frozen=True)
class GrantView:
    """Where a role stands: asked for, in force, or over."""

    grant_id: int
    person_id: int
    role: Role
    official: str
    polite: str
    is_admitted: bool
    is_over: bool
    is_deputy: bool
    curator: str | None
    """With whom it lies while it waits, in polite form."""


def view_of(tx: Tx, grant: RoleGrant) -> GrantView:
    """The grant as people are told of it."""
    curator = principal_curator(tx.session, grant.organisation_id, tx.now, {grant.person_id})
    return GrantView(
        grant_id=grant.id,
        person_id=grant.person_id,
        role=grant.role,
        official=official(grant.person),
        polite=polite(grant.person),
        is_admitted=grant.admitted_at is not None and grant.ended_at is None,
        is_over=grant.ended_at is not None,
        is_deputy=grant.is_deputy,
        curator=polite(curator) if curator else None,
    )


def give(tx: Tx, person: Person, role: Role, organisation_id: int, *, by: int | None) -> RoleGrant:
    """Puts the role in force at once; `by` is the person whose decision it is, None for the programme itself.

    The second curator of an organisation is a deputy.
    """
    grant = _row(tx, person, role, organisation_id)
    if grant.admitted_at is None:
        grant.admitted_at, grant.admitted_by = tx.now, by
        grant.is_deputy = role.is_curator and _has_other_curator(tx, grant)
        tx.session.flush()
    return grant


def ask(tx: Tx, person: Person, role: Role, organisation_id: int) -> RoleGrant:
    """Asks the curators of the organisation for the role; it is not in force until one of them admits."""
    grant = _row(tx, person, role, organisation_id)
    if grant.admitted_at is None:
        version = f"{grant.asked_at:%Y%m%d%H%M}"
        for curator in present_curators(tx.session, organisation_id, tx.now, {person.id}):
            post(tx, curator, NoticeKind.ADMISSION_ASKED, subject(grant), payload=payload_of(grant), version=version)
    return grant


def subject(grant: RoleGrant) -> str:
    """What notices about the grant call it."""
    return f"grant:{grant.id}"


@use_case(Permission.OWN)
def ask_role(tx: Tx, role: Role) -> GrantView:
    """Asks for one more role in one's own school («готовность помогать» of somebody who came as a mentee)."""
    if role not in PARTICIPANTS:
        raise ProgrammeError("error-no-access")
    person = tx.get(Person, tx.actor.me)
    return view_of(tx, ask(tx, person, role, person.organisation_id))


@use_case(Permission.CURATE)
def admit(tx: Tx, grant_id: int) -> GrantView:
    """Lets somebody in who chose the school from the list; a second press finds it done."""
    grant = tx.get(RoleGrant, grant_id)
    if grant.ended_at is not None:
        raise ProgrammeError("error-state")
    if grant.admitted_at is None:
        settle_admission(tx, grant)
        post(tx, grant.person, NoticeKind.ADMITTED, subject(grant), payload=payload_of(grant), version=version_of(tx))
    return view_of(tx, grant)


def settle_admission(tx: Tx, grant: RoleGrant) -> None:
    """Puts a role that was asked for in force by the actor's decision; other curators are not asked any more."""
    give(tx, grant.person, grant.role, grant.organisation_id, by=tx.actor.me)
    void(tx, subject(grant), NoticeKind.ADMISSION_ASKED)


@use_case(Permission.CURATE)
def refuse_admission(tx: Tx, grant_id: int) -> GrantView:
    """Does not let somebody in; they are told neutrally and may ask again. A second press finds it done."""
    grant = tx.get(RoleGrant, grant_id)
    if grant.admitted_at is not None:
        raise ProgrammeError("error-state")
    if grant.ended_at is None:
        grant.ended_at = tx.now
        void(tx, subject(grant), NoticeKind.ADMISSION_ASKED)
        post(
            tx, grant.person, NoticeKind.NOT_ADMITTED, subject(grant), payload=payload_of(grant), version=version_of(tx)
        )
    return view_of(tx, grant)


@use_case(Permission.CURATE)
def grant_role(tx: Tx, person_id: int, role: Role) -> GrantView:
    """Gives a participant's role to somebody of the school."""
    if role not in PARTICIPANTS:
        raise ProgrammeError("error-no-access")
    person = tx.get(Person, person_id)
    return view_of(tx, give(tx, person, role, person.organisation_id, by=tx.actor.me))


@use_case(Permission.CURATE)
def make_deputy(tx: Tx, person_id: int) -> GrantView:
    """Appoints a deputy curator in the person's own organisation (R-20: answers where the curator is concerned)."""
    person = tx.get(Person, person_id)
    organisation = tx.session.get_one(Organisation, person.organisation_id)
    role = next(role for role, kind in LEVELS.items() if kind is organisation.kind)
    return view_of(tx, give(tx, person, role, organisation.id, by=tx.actor.me))


@use_case(Permission.CURATE, renews_actor=True)
def end_role(tx: Tx, grant_id: int) -> GrantView:
    """Ends a role; a curator who loses it by somebody else's decision is told.

    A parent's ends with the link to the child: `error-guardian-role` (guardians.py). Raises ProgrammeError
    `error-role-has-pairs` while pairs run in it, `error-last-curator` for the only curator:
    only the level above may end that one, and runs the organisation from then on.
    """
    grant = tx.get(RoleGrant, grant_id)
    if grant.ended_at is not None:
        return view_of(tx, grant)
    if grant.role is Role.GUARDIAN:
        raise ProgrammeError("error-guardian-role")
    if grant.role.is_curator and not (stands_above(tx, grant.organisation_id) or _has_other_curator(tx, grant)):
        raise ProgrammeError("error-last-curator")
    if _has_pairs(tx, grant):
        raise ProgrammeError("error-role-has-pairs")
    close(tx, grant)
    if grant.role.is_curator and grant.person_id != tx.actor.person_id:
        version = version_of(tx)
        post(tx, grant.person, NoticeKind.CURATOR_ENDED, subject(grant), payload=payload_of(grant), version=version)
    return view_of(tx, grant)


def stands_above(tx: Tx, organisation_id: int) -> bool:
    """Whether the actor runs the level above the organisation."""
    return tx.session.get_one(Organisation, organisation_id).parent_id in tx.actor.curates


def close(tx: Tx, grant: RoleGrant) -> None:
    """Ends the role; a mentor's card leaves the register with that in their own school. Pairs are left to callers."""
    grant.ended_at = tx.now
    card = grant.person.mentor
    is_home = card is not None and card.organisation_id == grant.organisation_id
    if grant.role is Role.MENTOR and card is not None and is_home and MENTOR.allows(card.state, "leave"):
        card.state = MENTOR.after(card.state, "leave")
    tx.session.flush()


def _row(tx: Tx, person: Person, role: Role, organisation_id: int) -> RoleGrant:
    """The one row of the role; an ended one begins anew."""
    grant = tx.session.scalar(
        select(RoleGrant)
        .where(RoleGrant.person_id == person.id, RoleGrant.role == role, RoleGrant.organisation_id == organisation_id)
        .with_for_update()
    )
    if grant is None:
        grant = RoleGrant(person=person, role=role, organisation_id=organisation_id, asked_at=tx.now)
        tx.add(grant)
    elif grant.ended_at is not None:
        grant.asked_at, grant.admitted_at, grant.admitted_by, grant.ended_at = tx.now, None, None, None
        grant.order_ref, grant.order_date, grant.away_from, grant.away_until = "", None, None, None
    return grant


def _has_other_curator(tx: Tx, grant: RoleGrant) -> bool:
    others = select(RoleGrant.id).where(
        RoleGrant.organisation_id == grant.organisation_id,
        RoleGrant.role.in_(CURATORS),
        RoleGrant.person_id != grant.person_id,
        RoleGrant.admitted_at.is_not(None),
        RoleGrant.ended_at.is_(None),
    )
    return tx.session.scalar(others.limit(1)) is not None


def _has_pairs(tx: Tx, grant: RoleGrant) -> bool:
    pairs = (
        select(Mentorship.id)
        .join(MentorshipMember)
        .where(
            MentorshipMember.person_id == grant.person_id,
            MentorshipMember.side == grant.role.value,
            MentorshipMember.left_at.is_(None),
            Mentorship.state.in_(RUNNING),
        )
    )
    if grant.organisation_id != grant.person.organisation_id:
        pairs = pairs.where(Mentorship.organisation_id == grant.organisation_id)
    return tx.session.scalar(pairs.limit(1)) is not None


def payload_of(grant: RoleGrant) -> dict[str, int]:
    """What notices about the grant carry."""
    return {"grant_id": grant.id}


def version_of(tx: Tx) -> str:
    """Makes a notice repeatable with the moment of its cause."""
    return f"{tx.now:%Y%m%d%H%M%S}"
