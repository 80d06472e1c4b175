"""The registers of mentors and mentees: a person stands there once, in however many pairs (NTG-15, YAR-1)."""

from collections import defaultdict
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from models.local_time import days_between
from models.mentorships.places import TAKES_PLACE
from models.mentorships.states import RUNNING, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.names import official
from models.people.sharing import POOL, RESERVE, has_agreed
from models.people.states import MentorState, PersonState
from models.people.tables import Account, MentorProfile, Organisation, Person, RoleGrant
from models.registers.reach import Reach, full_name, has_code, in_order
from models.registers.rows import MenteeRow, MentorRow
from models.registers.terms import NO_CARD, Agreed, Chosen, Facet, Load, Standing
from models.requests.states import OPEN
from models.requests.tables import MentoringRequest
from models.terms import MentoringForm, MentorSource, Role

GONE = (MentorState.LEFT, MentorState.REJECTED)
_HAS_ACCOUNT = exists().where(Account.person_id == Person.id)
_IS_IN_RESERVE = and_(
    MentorProfile.state.in_((MentorState.PAUSED, MentorState.RESERVE)), has_agreed(Person.id, RESERVE)
)
_NAME = (Person.family_name, Person.given_name, Person.id)
LOAD = (
    select(func.count())
    .select_from(MentorshipMember)
    .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
    .where(MentorshipMember.person_id == Person.id, MentorshipMember.side == Side.MENTOR, TAKES_PLACE)
    .correlate(Person)
    .scalar_subquery()
)
"""A mentor's places that are taken."""


def mentors(reach: Reach, chosen: Chosen) -> Select[int]:
    """The ids of the mentors that the filter leaves, by name.

    Of a topic those are listed whose card is confirmed, unless a state is chosen, the strong in it first (YAR-1).
    """
    wanted = _people(reach, Role.MENTOR).outerjoin(MentorProfile, MentorProfile.person_id == Person.id)
    wanted = wanted.where(*(_of_mentor(facet, value) for facet, value in chosen.items() if facet is not Facet.SCHOOL))
    if Facet.TOPIC not in chosen:
        return wanted
    if Facet.STATE not in chosen:
        wanted = wanted.where(MentorProfile.state == MentorState.APPROVED)
    return wanted.order_by(None).order_by(~has_code(MentorProfile.strong_topics, chosen[Facet.TOPIC]), *_NAME)


def mentor_rows(session: Session, ids: Sequence[int]) -> list[MentorRow]:
    """The lines of these mentors."""
    found = session.execute(
        select(Person, MentorProfile, Organisation.short_name, LOAD, _HAS_ACCOUNT, _IS_IN_RESERVE)
        .join(Organisation, Organisation.id == Person.organisation_id)
        .outerjoin(MentorProfile, MentorProfile.person_id == Person.id)
        .where(Person.id.in_(ids))
    )
    return in_order([_mentor(*one) for one in found], ids)


def mentees(reach: Reach, chosen: Chosen) -> Select[int]:
    """The ids of the mentees that the filter leaves, by name."""
    wanted = _people(reach, Role.MENTEE)
    return wanted.where(
        *(_of_mentee(reach, facet, value) for facet, value in chosen.items() if facet is not Facet.SCHOOL)
    )


def mentee_rows(session: Session, ids: Sequence[int], reach: Reach) -> list[MenteeRow]:
    """The lines of these mentees, with whom they work and since when they wait."""
    found = session.execute(
        select(Person, Organisation, _HAS_ACCOUNT)
        .join(Organisation, Organisation.id == Person.organisation_id)
        .where(Person.id.in_(ids))
    ).all()
    asked = session.scalars(
        select(MentoringRequest).where(MentoringRequest.mentee_id.in_(ids), MentoringRequest.state.in_(OPEN))
    )
    requests = {request.mentee_id: request for request in asked}
    partners = mentors_of(session, ids)
    rows = [
        _mentee(reach, person, school, has_account, requests.get(person.id), partners.get(person.id, []))
        for person, school, has_account in found
    ]
    return in_order(rows, ids)


def mentors_of(session: Session, mentee_ids: Sequence[int]) -> dict[int, list[str]]:
    """The mentors of running pairs by the mentee's id, as a curator reads them; each once, whatever both work in."""
    other = aliased(MentorshipMember)
    found = session.execute(
        select(MentorshipMember.person_id, Person)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .join(other, and_(other.mentorship_id == Mentorship.id, other.side == Side.MENTOR))
        .join(Person, Person.id == other.person_id)
        .where(
            MentorshipMember.person_id.in_(mentee_ids),
            MentorshipMember.side == Side.MENTEE,
            MentorshipMember.left_at.is_(None),
            other.left_at.is_(None),
            Mentorship.state.in_(RUNNING),
        )
        .order_by(Mentorship.id)
    )
    mentors: dict[int, dict[int, str]] = defaultdict(dict)
    for mentee_id, mentor in found:
        mentors[mentee_id][mentor.id] = official(mentor)
    return {mentee_id: list(names.values()) for mentee_id, names in mentors.items()}


def _people(reach: Reach, role: Role) -> Select[int]:
    in_force = and_(RoleGrant.role == role, RoleGrant.ended_at.is_(None))
    plays_it = exists().where(RoleGrant.person_id == Person.id, in_force)
    guests = select(RoleGrant.person_id).where(reach.is_in(RoleGrant.organisation_id), in_force)
    """Mentors of other schools who are mentors here as well are among them."""
    return (
        select(Person.id)
        .join(Organisation, Organisation.id == Person.organisation_id)
        .where(
            or_(and_(reach.is_in(Person.organisation_id), plays_it), Person.id.in_(guests)),
            Person.state == PersonState.ACTIVE,
        )
        .order_by(*_NAME)
    )


def _of_mentor(facet: Facet, value: str) -> ColumnElement[bool]:
    card = MentorProfile
    if facet is Facet.STATE:
        return or_(card.id.is_(None), card.state.in_(GONE)) if value == NO_CARD else card.state == value
    if facet is Facet.LOAD:
        serves = card.state == MentorState.APPROVED
        match value:
            case Load.FREE:
                return and_(serves, card.capacity > LOAD)
            case Load.FULL:
                return and_(serves, card.capacity <= LOAD)
            case _:
                return and_(serves, LOAD == 0)
    if facet is Facet.SOURCE:
        return card.source == value
    if facet is Facet.AGREED and value == Agreed.POOL:
        return and_(card.state.not_in(GONE), has_agreed(Person.id, *POOL.values()))
    if facet is Facet.AGREED:
        return _IS_IN_RESERVE
    return has_code(card.topics if facet is Facet.TOPIC else card.forms, value)


def _of_mentee(reach: Reach, facet: Facet, value: str) -> ColumnElement[bool]:
    request = and_(MentoringRequest.mentee_id == Person.id, MentoringRequest.state.in_(OPEN))
    looks = exists().where(request)
    works = (
        select(Mentorship.id)
        .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
        .where(
            MentorshipMember.person_id == Person.id,
            MentorshipMember.side == Side.MENTEE,
            MentorshipMember.left_at.is_(None),
            Mentorship.state.in_(RUNNING),
        )
        .correlate(Person)
        .exists()
    )
    if facet is Facet.TOPIC:
        return exists().where(request, has_code(MentoringRequest.topics, value))
    if facet is Facet.WAIT:
        since = func.coalesce(MentoringRequest.waiting_since, MentoringRequest.created_at)
        asked = select(MentoringRequest.id).where(request, reach.waits_longer(since, int(value)))
        return asked.correlate(Person, Organisation).exists()
    standings = {Standing.LOOKING: looks, Standing.PAIRED: works}
    return standings[Standing(value)] if value in standings else and_(~looks, ~works)


def _mentor(
    person: Person, card: MentorProfile | None, school: str, load: int, has_account: bool, is_in_reserve: bool
) -> MentorRow:
    if card is not None and card.state in GONE:
        card = None
    return MentorRow(
        id=person.id,
        official=official(person),
        full_name=full_name(person),
        school=school,
        position=person.position,
        has_account=has_account,
        state=card.state if card else None,
        source=MentorSource(card.source) if card else None,
        forms=tuple(MentoringForm(code) for code in card.forms) if card else (),
        topics=tuple(card.topics) if card else (),
        strong_topics=tuple(card.strong_topics) if card else (),
        places=card.capacity if card else 0,
        load=load,
        no_offers_before=card.no_offers_before if card else None,
        may_be_called=bool(is_in_reserve),
    )


def _mentee(
    reach: Reach,
    person: Person,
    school: Organisation,
    has_account: bool,
    request: MentoringRequest | None,
    partners: list[str],
) -> MenteeRow:
    since = (request.waiting_since or request.created_at) if request else None
    idle = Standing.PAIRED if partners else Standing.NEITHER
    return MenteeRow(
        id=person.id,
        official=official(person),
        full_name=full_name(person),
        school=school.short_name,
        position=person.position,
        has_account=has_account,
        standing=Standing.LOOKING if request else idle,
        request_id=request.id if request else None,
        topics=tuple(request.topics) if request else (),
        days=days_between(since, reach.now, ZoneInfo(school.zone)) if since else 0,
        mentors=tuple(partners),
    )
