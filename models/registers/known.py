"""What the registers know already of the schools that a list names: read in few statements, however long it is."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from models.mentorships.places import TAKES_PLACE
from models.mentorships.states import MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.states import MentorState, PersonState
from models.people.tables import MentorProfile, Organisation, Person, RoleGrant
from models.registers.incoming import Key, Record, folded
from models.requests.states import OPEN
from models.requests.tables import MentoringRequest
from models.terms import OrgKind, PersonKind, Role

_NEVER_WORKED = (MentorshipState.DECLINED, MentorshipState.CANCELLED)
_SERVING = (MentorState.APPROVED, MentorState.PAUSED, MentorState.RESERVE)


@dataclass
class KnownPerson:
    """Somebody of the registers."""

    id: int
    kind: PersonKind
    roles: set[Role] = field(default_factory=set)
    forms: tuple[str, ...] = ()
    """Of the mentor's card in force; empty where there is none."""
    places: int = 0
    load: int = 0
    record: Record = field(default_factory=Record)


@dataclass
class Known:
    """The schools in question and their people."""

    schools: dict[str, list[Organisation]]
    """By folded name, in full and in short; those outside the scope as well."""
    people: dict[Key, list[KnownPerson]]
    partners: set[tuple[int, int]]
    """(mentor, mentee) of all pairs that work or have worked."""
    asking: set[int]
    """Mentees with an open request."""


def schools_by_name(session: Session) -> dict[str, list[Organisation]]:
    """All schools; a name may be that of several."""
    found: dict[str, list[Organisation]] = defaultdict(list)
    for school in session.scalars(select(Organisation).where(Organisation.kind == OrgKind.SCHOOL)):
        for name in {folded(school.name), folded(school.short_name)}:
            found[name].append(school)
    return found


def known_of(session: Session, schools: dict[str, list[Organisation]], ids: Collection[int]) -> Known:
    """What is known of the schools with these ids."""
    name = (Person.family_name, Person.given_name, Person.patronymic)
    record = (Person.born_on, Person.teaching_since, Person.qualification_category)
    rows = session.execute(
        select(Person.id, Person.organisation_id, *name, Person.kind, *record)
        .where(Person.organisation_id.in_(ids), Person.state == PersonState.ACTIVE)
        .order_by(Person.id)
    )
    by_id: dict[int, KnownPerson] = {}
    people: dict[Key, list[KnownPerson]] = defaultdict(list)
    for person_id, school_id, family, given, patronymic, kind, born_on, since, category in rows:
        known = Record(born_on, since, category)
        by_id[person_id] = person = KnownPerson(person_id, PersonKind(kind), record=known)
        people[school_id, folded(f"{family} {given} {patronymic}")].append(person)
    _add_roles(session, ids, by_id)
    _add_cards(session, ids, by_id)
    return Known(schools, people, _partners(session, ids), _asking(session, ids))


def _add_roles(session: Session, ids: Collection[int], by_id: dict[int, KnownPerson]) -> None:
    rows = session.execute(
        select(RoleGrant.person_id, RoleGrant.role).where(
            RoleGrant.organisation_id.in_(ids), RoleGrant.ended_at.is_(None)
        )
    )
    for person_id, role in rows:
        if person_id in by_id:
            by_id[person_id].roles.add(role)


def _add_cards(session: Session, ids: Collection[int], by_id: dict[int, KnownPerson]) -> None:
    loads: Counter[int] = Counter()
    taken = (
        select(MentorshipMember.person_id, func.count())
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .join(Person, Person.id == MentorshipMember.person_id)
        .where(Person.organisation_id.in_(ids), MentorshipMember.side == Side.MENTOR, TAKES_PLACE)
        .group_by(MentorshipMember.person_id)
    )
    for person_id, count in session.execute(taken):
        loads[person_id] = count
    cards = select(MentorProfile.person_id, MentorProfile.forms, MentorProfile.capacity).where(
        MentorProfile.organisation_id.in_(ids), MentorProfile.state.in_(_SERVING)
    )
    for person_id, forms, capacity in session.execute(cards):
        if person_id in by_id:
            person = by_id[person_id]
            person.forms, person.places, person.load = tuple(forms), capacity, loads[person_id]


def _partners(session: Session, ids: Collection[int]) -> set[tuple[int, int]]:
    mentor, mentee = aliased(MentorshipMember), aliased(MentorshipMember)
    rows = session.execute(
        select(mentor.person_id, mentee.person_id)
        .join(Mentorship, Mentorship.id == mentor.mentorship_id)
        .join(mentee, mentee.mentorship_id == Mentorship.id)
        .where(mentor.side == Side.MENTOR, mentee.side == Side.MENTEE)
        .where(Mentorship.organisation_id.in_(ids), Mentorship.state.not_in(_NEVER_WORKED))
    )
    return {(one, other) for one, other in rows}


def _asking(session: Session, ids: Collection[int]) -> set[int]:
    asked = select(MentoringRequest.mentee_id).where(
        MentoringRequest.organisation_id.in_(ids), MentoringRequest.state.in_(OPEN)
    )
    return set(session.scalars(asked))
