"""Telling `models.matching` what the database knows: the need of a mentee and the mentors of a school.

Everything here takes a plain session: a use case has one, and a screen runs it by `AsyncSession.run_sync`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased

from models.matching.need import Candidate, Need
from models.matching.rank import Match, rank
from models.matching.reasons import Reason
from models.matching.rules import Refusal
from models.matching.score import reasons
from models.mentorships.places import IS_OPEN_OFFER, TAKES_PLACE
from models.mentorships.states import RUNNING, CloseReason, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.consents import PURPOSE
from models.people.names import official
from models.people.sharing import in_pool_of, seen_in
from models.people.states import ConsentState, MentorState, PersonState
from models.people.tables import Consent, MentorProfile, Organisation, Person, RoleGrant
from models.requests.tables import MentoringRequest
from models.terms import MentoringForm, Role

BEST = 2
"""How many a curator is shown at once."""
LIVE = (MentorshipState.PROPOSED, *RUNNING)
NOT_ANEW = (CloseReason.NO_PLACE, CloseReason.REPLACED, CloseReason.WITHDRAWN, CloseReason.CANCELLED)
"""Offers that ended so say nothing about the mentor, who may be asked again."""


_ADMITTED = select(RoleGrant.person_id, RoleGrant.organisation_id).where(
    RoleGrant.role == Role.MENTOR, RoleGrant.admitted_at.is_not(None), RoleGrant.ended_at.is_(None)
)


@dataclass(frozen=True)
class Suggestion:
    """A mentor who may be offered, with what speaks for them. There is no score: people are told the reasons."""

    mentor_id: int
    official_name: str
    reasons: tuple[Reason, ...]
    refusal: Refusal | None = None
    """Why the mentor is not suggested, where a curator may choose them all the same: no place, or asked before."""


def suggestions(
    session: Session, need: Need, now: datetime, limit: int | None = BEST, *, beyond: bool = False
) -> tuple[Suggestion, ...]:
    """The best mentors for a need, in order (R-05); `beyond` the school, too, where a curator looks at them."""
    found = candidates_of(session, need.organisation_id, beyond=beyond)
    matches = rank(need, found, today_of(session, need.organisation_id, now), limit)
    return tuple(_suggestion(session, match) for match in matches)


def need_of(session: Session, request: MentoringRequest) -> Need:
    """The need that a request states."""
    return need_for(
        session,
        request.mentee,
        request.form,
        request_id=request.id,
        topics=request.topics,
        slots=request.slots,
        wished=request.wished_mentor_ids,
    )


def need_for(
    session: Session,
    mentee: Person,
    form: MentoringForm,
    *,
    request_id: int = 0,
    topics: Sequence[str] = (),
    slots: Sequence[str] = (),
    wished: Sequence[int] = (),
) -> Need:
    """The need of a mentee, with or without a request (`request_id` 0)."""
    asked_before = frozenset(session.scalars(_ASKED_BEFORE, {"request": request_id}))
    partners = _partners(session, mentee.id, form)
    return Need(
        request_id=request_id,
        mentee_id=mentee.id,
        organisation_id=mentee.organisation_id,
        form=form,
        topics=tuple(topics),
        slots=frozenset(slots),
        wished_mentor_ids=tuple(wished),
        mentee_kind=mentee.kind,
        superior_ids=frozenset(session.scalars(_CURATORS, {"school": mentee.organisation_id})),
        refused_mentor_ids=asked_before | partners[Side.MENTEE],
        mentoring_whom=partners[Side.MENTOR],
    )


def candidates_of(session: Session, organisation_id: int, *, beyond: bool = False) -> list[Candidate]:
    """All mentors' cards of a school; the hard rules sort out who may not be asked.

    `beyond`: those of other schools of the municipality and the region who agree to be asked by this one (KHK-15).
    """
    wanted = is_at_home_in({organisation_id})
    if beyond:
        wanted |= in_pool_of(session, organisation_id)
    return _candidates(session, {organisation_id}, _CARDS.where(wanted))


def candidates_in(session: Session, organisation_ids: Collection[int]) -> list[Candidate]:
    """The mentors' cards of several schools, each once, by id; who agrees to it is seen in the others, too."""
    return _candidates(session, organisation_ids, _CARDS.where(is_at_home_in(organisation_ids)))


def candidate(session: Session, mentor_id: int, organisation_id: int) -> Candidate | None:
    """One mentor's card, None where the school has no such mentor and may not ask them either."""
    found = _candidates(session, {organisation_id}, _CARD_OF, mentor=mentor_id)
    return found[0] if found and found[0].is_seen_in(organisation_id) else None


def is_at_home_in(organisation_ids: Collection[int]) -> ColumnElement[bool]:
    """Mentors of the schools themselves, and of others whom these schools have admitted as well."""
    admitted = _ADMITTED.where(RoleGrant.organisation_id.in_(organisation_ids)).with_only_columns(RoleGrant.person_id)
    return MentorProfile.organisation_id.in_(organisation_ids) | MentorProfile.person_id.in_(admitted)


def _candidates(
    session: Session, organisation_ids: Collection[int], cards: Select[*tuple[Any, ...]], **facts: int
) -> list[Candidate]:
    """The mentors of these cards, each with those of the organisations that may ask them."""
    here = frozenset(organisation_ids)
    rows = session.execute(cards, facts).all()
    ids = [card.person_id for card in rows]
    load, pending = _counts(session, ids)
    consents, seen = set(session.scalars(_CONSENTS, {"ids": ids})), seen_in(session, ids, here)
    homes = {card.person_id: {card.organisation_id} for card in rows}
    for person_id, organisation_id in session.execute(_ADMITTED_HERE, {"here": list(here)}):
        homes.get(person_id, set()).add(organisation_id)
    return [
        _candidate(
            card,
            load=load.get(card.person_id, 0),
            pending=pending.get(card.person_id, 0),
            has_consent=card.person_id in consents,
            organisation_ids=frozenset(homes[card.person_id]),
            visible_organisation_ids=seen.get(card.person_id),
            school=card.short_name if card.person_id in seen else "",
        )
        for card in rows
    ]


def stored_reasons(need: Need, mentor: Candidate) -> list[dict[str, object]]:
    """Why this mentor, as it is kept with the proposal (R-05)."""
    return [reason.dump() for reason in reasons(need, mentor)]


def today_of(session: Session, organisation_id: int, now: datetime) -> date:
    """The local day of the organisation."""
    return now.astimezone(ZoneInfo(session.get_one(Organisation, organisation_id).zone)).date()


def _suggestion(session: Session, match: Match) -> Suggestion:
    return Suggestion(match.mentor_id, official(session.get_one(Person, match.mentor_id)), match.reasons)


_CARD = (
    MentorProfile.person_id,
    MentorProfile.organisation_id,
    MentorProfile.state,
    MentorProfile.forms,
    MentorProfile.topics,
    MentorProfile.strong_topics,
    MentorProfile.capacity,
    MentorProfile.slots,
    MentorProfile.level,
    MentorProfile.ready,
    MentorProfile.no_offers_before,
)
"""What is told of a card, as plain columns: a school has many cards, and an object for each would cost the most."""


def _candidate(profile: Row[*tuple[Any, ...]], **facts: Any) -> Candidate:
    return Candidate(
        mentor_id=profile.person_id,
        home_id=profile.organisation_id,
        state=MentorState(profile.state),
        forms=frozenset(MentoringForm(code) for code in profile.forms),
        topics=frozenset(profile.topics),
        strong_topics=tuple(profile.strong_topics),
        capacity=profile.capacity,
        slots=frozenset(profile.slots),
        level=profile.level,
        ready=profile.ready,
        not_before=profile.no_offers_before,
        **facts,
    )


def _counts(session: Session, mentor_ids: list[int]) -> tuple[dict[int, int], dict[int, int]]:
    """How many places each mentor has given away, and how many offers lie with them."""
    rows = session.execute(_PLACES, {"ids": mentor_ids}).all()
    return {one: taken for one, taken, _ in rows}, {one: asked for one, _, asked in rows}


def _partners(session: Session, person_id: int, form: MentoringForm) -> dict[Side, frozenset[int]]:
    """With whom the person stands on each side in a live pair or offer of this form."""
    rows = session.execute(_PARTNERS, {"person": person_id, "form": form}).all()
    return {side: frozenset(partner for mine, partner in rows if mine is side) for side in Side}


_CARDS = (
    select(*_CARD, Organisation.short_name)
    .join(Person, Person.id == MentorProfile.person_id)
    .join(Organisation, Organisation.id == MentorProfile.organisation_id)
    .where(Person.state == PersonState.ACTIVE)
    .order_by(MentorProfile.person_id)
)
_CARD_OF = _CARDS.where(MentorProfile.person_id == bindparam("mentor"))
_ADMITTED_HERE = _ADMITTED.where(RoleGrant.organisation_id.in_(bindparam("here", expanding=True)))
_PLACES = (
    select(MentorshipMember.person_id, func.count().filter(TAKES_PLACE), func.count().filter(IS_OPEN_OFFER))
    .join(Mentorship)
    .where(
        MentorshipMember.side == Side.MENTOR,
        MentorshipMember.person_id.in_(bindparam("ids", expanding=True)),
        or_(TAKES_PLACE, IS_OPEN_OFFER),
    )
    .group_by(MentorshipMember.person_id)
)
_CONSENTS = select(Consent.person_id).where(
    Consent.person_id.in_(bindparam("ids", expanding=True)),
    Consent.purpose == PURPOSE,
    Consent.state == ConsentState.GRANTED,
)
_CURATORS = select(RoleGrant.person_id).where(
    RoleGrant.organisation_id == bindparam("school"),
    RoleGrant.role == Role.CURATOR_SCHOOL,
    RoleGrant.admitted_at.is_not(None),
    RoleGrant.ended_at.is_(None),
)
"""Those who run the school's programme: as mentors they are a warning, like a superior (R-03)."""
_ASKED_BEFORE = (
    select(MentorshipMember.person_id)
    .join(Mentorship)
    .where(
        Mentorship.request_id == bindparam("request"),
        MentorshipMember.side == Side.MENTOR,
        or_(Mentorship.closed_at.is_(None), Mentorship.close_reason.not_in(NOT_ANEW)),
    )
)
"""Mentors who were asked for this request and declined, stayed silent, or did not suit."""
_OTHER = aliased(MentorshipMember)
_PARTNERS = (
    select(MentorshipMember.side, _OTHER.person_id)
    .join_from(_OTHER, Mentorship, Mentorship.id == _OTHER.mentorship_id)
    .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
    .where(
        MentorshipMember.person_id == bindparam("person"),
        _OTHER.side != MentorshipMember.side,
        _OTHER.left_at.is_(None),
        MentorshipMember.left_at.is_(None),
        Mentorship.form == bindparam("form"),
        Mentorship.state.in_(LIVE),
    )
)
