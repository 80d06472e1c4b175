"""Telling `models.matching` what the database knows: the need of a mentee and the mentors of a school.

Everything here takes a plain session: a use case has one, and a screen runs it by `AsyncSession.run_sync`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, func, or_, select
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
    return Need(
        request_id=request_id,
        mentee_id=mentee.id,
        organisation_id=mentee.organisation_id,
        form=form,
        topics=tuple(topics),
        slots=frozenset(slots),
        wished_mentor_ids=tuple(wished),
        mentee_kind=mentee.kind,
        superior_ids=_curators(session, mentee.organisation_id),
        refused_mentor_ids=_asked_before(session, request_id) | _partners(session, mentee.id, form, Side.MENTEE),
        mentoring_whom=_partners(session, mentee.id, form, Side.MENTOR),
    )


def candidates_of(session: Session, organisation_id: int, *, beyond: bool = False) -> list[Candidate]:
    """All mentors' cards of a school; the hard rules sort out who may not be asked.

    `beyond`: those of other schools of the municipality and the region who agree to be asked by this one (KHK-15).
    """
    wanted = is_at_home_in({organisation_id})
    if beyond:
        wanted |= in_pool_of(session, organisation_id)
    return _candidates(session, {organisation_id}, wanted)


def candidates_in(session: Session, organisation_ids: Collection[int]) -> list[Candidate]:
    """The mentors' cards of several schools, each once, by id; who agrees to it is seen in the others, too."""
    return _candidates(session, organisation_ids, is_at_home_in(organisation_ids))


def candidate(session: Session, mentor_id: int, organisation_id: int) -> Candidate | None:
    """One mentor's card, None where the school has no such mentor and may not ask them either."""
    found = _candidates(session, {organisation_id}, MentorProfile.person_id == mentor_id)
    return found[0] if found and found[0].is_seen_in(organisation_id) else None


def is_at_home_in(organisation_ids: Collection[int]) -> ColumnElement[bool]:
    """Mentors of the schools themselves, and of others whom these schools have admitted as well."""
    admitted = _admitted(organisation_ids).with_only_columns(RoleGrant.person_id)
    return MentorProfile.organisation_id.in_(organisation_ids) | MentorProfile.person_id.in_(admitted)


def _admitted(organisation_ids: Collection[int]) -> Select[int, int]:
    return select(RoleGrant.person_id, RoleGrant.organisation_id).where(
        RoleGrant.organisation_id.in_(organisation_ids),
        RoleGrant.role == Role.MENTOR,
        RoleGrant.admitted_at.is_not(None),
        RoleGrant.ended_at.is_(None),
    )


def _candidates(session: Session, organisation_ids: Collection[int], wanted: ColumnElement[bool]) -> list[Candidate]:
    """The wanted mentors, each with those of the organisations that may ask them."""
    here = frozenset(organisation_ids)
    rows = session.execute(
        select(*_CARD, Organisation.short_name)
        .join(Person, Person.id == MentorProfile.person_id)
        .join(Organisation, Organisation.id == MentorProfile.organisation_id)
        .where(wanted, Person.state == PersonState.ACTIVE)
        .order_by(MentorProfile.person_id)
    ).all()
    ids = [card.person_id for card in rows]
    load, pending = _counts(session, ids, TAKES_PLACE), _counts(session, ids, IS_OPEN_OFFER)
    consents, seen = _consents(session, ids), seen_in(session, ids, here)
    homes = {card.person_id: {card.organisation_id} for card in rows}
    for person_id, organisation_id in session.execute(_admitted(here)):
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


def _counts(session: Session, mentor_ids: list[int], condition: object) -> dict[int, int]:
    rows = session.execute(
        select(MentorshipMember.person_id, func.count())
        .join(Mentorship)
        .where(MentorshipMember.side == Side.MENTOR, MentorshipMember.person_id.in_(mentor_ids), condition)  # type: ignore[arg-type]  # a column expression, whatever its shape
        .group_by(MentorshipMember.person_id)
    )
    return {mentor_id: count for mentor_id, count in rows}  # noqa: C416  rows are no pairs for `dict` to type


def _consents(session: Session, person_ids: list[int]) -> set[int]:
    return set(
        session.scalars(
            select(Consent.person_id).where(
                Consent.person_id.in_(person_ids), Consent.purpose == PURPOSE, Consent.state == ConsentState.GRANTED
            )
        )
    )


def _curators(session: Session, organisation_id: int) -> frozenset[int]:
    """Those who run the school's programme: as mentors they are a warning, like a superior (R-03)."""
    return frozenset(
        session.scalars(
            select(RoleGrant.person_id).where(
                RoleGrant.organisation_id == organisation_id,
                RoleGrant.role == Role.CURATOR_SCHOOL,
                RoleGrant.admitted_at.is_not(None),
                RoleGrant.ended_at.is_(None),
            )
        )
    )


def _asked_before(session: Session, request_id: int) -> frozenset[int]:
    """Mentors who were asked for this request and declined, stayed silent, or did not suit."""
    return frozenset(
        session.scalars(
            select(MentorshipMember.person_id)
            .join(Mentorship)
            .where(
                Mentorship.request_id == request_id,
                MentorshipMember.side == Side.MENTOR,
                or_(Mentorship.closed_at.is_(None), Mentorship.close_reason.not_in(NOT_ANEW)),
            )
        )
    )


def _partners(session: Session, person_id: int, form: MentoringForm, side: Side) -> frozenset[int]:
    """With whom the person stands on `side` in a live pair or offer of this form."""
    other = aliased(MentorshipMember)
    return frozenset(
        session.scalars(
            select(other.person_id)
            .join(Mentorship, Mentorship.id == other.mentorship_id)
            .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
            .where(
                MentorshipMember.person_id == person_id,
                MentorshipMember.side == side,
                other.side != side,
                other.left_at.is_(None),
                MentorshipMember.left_at.is_(None),
                Mentorship.form == form,
                Mentorship.state.in_(LIVE),
            )
        )
    )
