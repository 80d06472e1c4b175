"""Looking at requests: one's own, and the curator's queue. Scope is checked here (R-20, R-21)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor, Permission, outside
from models.errors import ProgrammeError
from models.local_time import days_between
from models.mentorships.candidates import Suggestion, need_of, suggestions
from models.mentorships.offers import offers_for
from models.mentorships.states import Answer, MentorshipState, Side
from models.mentorships.tables import Mentorship
from models.mentorships.views import PairView, names, official_names
from models.paging import Page, page_of
from models.people.curators import principal_curator
from models.people.names import official, polite
from models.people.tables import Organisation, Person
from models.requests.states import OPEN, WAITING, RequestState
from models.requests.tables import MentoringRequest
from models.requests.views import RequestView
from models.terms import MentoringType, Role

TO_DECIDE = (RequestState.SUBMITTED, RequestState.QUEUED)
"""What lies with the curator."""


class With(StrEnum):
    """With whom a request lies."""

    CURATOR = auto()
    MENTOR = auto()
    YOU = auto()
    """The mentee: a question, a confirmation, an agreement."""
    NOBODY = auto()
    """It is over."""


@dataclass(frozen=True)
class Whereabouts:
    """«Где мой запрос»: with whom it lies and since when (UTC)."""

    request: RequestView
    lies_with: With
    name: str
    since: datetime | None
    offer: PairView | None


@dataclass(frozen=True)
class QueueLine:
    """A request in the curator's queue; `offered_to` names the mentor whose answer is awaited."""

    request: RequestView
    days: int
    """Calendar days of the organisation since the waiting clock began."""
    offered_to: str


@dataclass(frozen=True)
class Decision:
    """What a curator needs to decide about a request."""

    request: RequestView
    days: int
    proposer: str
    candidates: tuple[Suggestion, ...]
    offer: PairView | None


@dataclass(frozen=True)
class MenuFacts:
    """What the menu shows of requests: the person's own open one, and how many lie with the curator."""

    own_id: int | None
    own_state: RequestState | None
    may_ask: bool
    to_decide: int


_REQUEST = MentoringRequest.__table__.c
_OWN = (
    select(_REQUEST.id, _REQUEST.state)
    .where(_REQUEST.mentee_id == bindparam("me"), _REQUEST.state.in_(OPEN))
    .order_by(_REQUEST.id.desc())
    .limit(1)
)
_TO_DECIDE = (
    select(func.count())
    .select_from(MentoringRequest.__table__)
    .where(
        _REQUEST.organisation_id.in_(bindparam("curates", expanding=True)),
        _REQUEST.state.in_(TO_DECIDE),
        or_(_REQUEST.postponed_until.is_(None), _REQUEST.postponed_until <= bindparam("now")),
    )
)
"""Built once and without objects: every menu asks for them."""


async def menu_facts(session: AsyncSession, actor: Actor, now: datetime) -> MenuFacts:
    """The request lines of the menu at the moment `now`."""
    own = (await session.execute(_OWN, {"me": actor.person_id})).one_or_none()
    waiting = await session.scalar(_TO_DECIDE, {"curates": actor.curates, "now": now}) if actor.curates else 0
    return MenuFacts(
        own_id=own.id if own else None,
        own_state=own.state if own else None,
        may_ask=Role.MENTEE in actor.roles,
        to_decide=waiting or 0,
    )


async def whereabouts(session: AsyncSession, actor: Actor, now: datetime) -> Whereabouts | None:
    """Where the actor's latest request stands; None where they never asked."""
    return await session.run_sync(_whereabouts, actor, now)


async def one_request(session: AsyncSession, actor: Actor, request_id: int) -> RequestView:
    """One request in the actor's scope. Raises ProgrammeError `error-gone`, `error-no-access`."""
    return await session.run_sync(lambda sync: RequestView.of(_reached(sync, actor, request_id), actor))


async def queue(session: AsyncSession, actor: Actor, now: datetime, page: int = 0) -> Page[QueueLine]:
    """Everybody who waits in the curator's schools, the longest waiting first; what is put off stands last."""
    return await session.run_sync(_queue, actor, now, page)


async def decision(session: AsyncSession, actor: Actor, request_id: int, now: datetime) -> Decision:
    """A request with its best candidates. Raises ProgrammeError `error-gone`, `error-no-access`."""
    return await session.run_sync(_decision, actor, request_id, now)


def _whereabouts(session: Session, actor: Actor, now: datetime) -> Whereabouts | None:
    request = session.scalar(
        select(MentoringRequest)
        .where(MentoringRequest.mentee_id == actor.person_id)
        .order_by(MentoringRequest.id.desc())
        .limit(1)
    )
    if request is None:
        return None
    offer = _standing_offer(session, request.id)
    lies_with, name, since = _holder(session, request, offer, now)
    return Whereabouts(RequestView.of(request), lies_with, name, since, PairView.of(offer) if offer else None)


def _holder(
    session: Session, request: MentoringRequest, offer: Mentorship | None, now: datetime
) -> tuple[With, str, datetime | None]:
    if request.state is RequestState.AWAITING_CONSENT:
        return With.YOU, "", request.created_at
    if request.state is RequestState.RETURNED:
        return With.YOU, "", request.returned_at
    if request.state in TO_DECIDE or (offer is not None and offer.state is MentorshipState.AGREED):
        at = offer.lender_id if offer is not None and offer.awaits_lender else None
        curator = principal_curator(session, at or request.organisation_id, now, {request.mentee_id})
        return With.CURATOR, polite(curator) if curator else "", request.waiting_since
    if request.state is RequestState.PROPOSED and offer is not None:
        mentors, own = offer.on(Side.MENTOR), offer.membership(request.mentee_id)
        waits = offer.silent_since is not None and any(mentor.answer is Answer.PENDING for mentor in mentors)
        waits_for_others = offer.type is not MentoringType.PERSONAL and own is not None and own.answer is Answer.YES
        return With.MENTOR if waits or waits_for_others else With.YOU, names(mentors), offer.proposed_at
    return With.NOBODY, "", request.closed_at or request.matched_at


def _queue(session: Session, actor: Actor, now: datetime, page: int) -> Page[QueueLine]:
    rows = session.scalars(
        select(MentoringRequest).where(
            MentoringRequest.organisation_id.in_(actor.curates), MentoringRequest.state.in_(WAITING)
        )
    ).all()
    rows = sorted(rows, key=lambda row: (_is_put_off(row, now), row.waiting_since or row.created_at, row.id))
    lines = page_of(rows, page)
    return Page(tuple(_line(session, actor, row, now) for row in lines.items), lines.number, lines.pages, lines.total)


def _line(session: Session, actor: Actor, request: MentoringRequest, now: datetime) -> QueueLine:
    offer = _standing_offer(session, request.id) if request.state is RequestState.PROPOSED else None
    name = official_names(offer.on(Side.MENTOR)) if offer else ""
    return QueueLine(RequestView.of(request, actor), _days(session, request, now), name)


def _decision(session: Session, actor: Actor, request_id: int, now: datetime) -> Decision:
    request = _reached(session, actor, request_id)
    if request.organisation_id not in actor.curates or not actor.may(Permission.CURATE):
        raise outside(actor, "MentoringRequest", request.id)
    offer = _standing_offer(session, request.id)
    proposer = session.get(Person, request.proposed_by) if request.proposed_by else None
    found = suggestions(session, need_of(session, request), now, beyond=True) if request.state in TO_DECIDE else ()
    return Decision(
        RequestView.of(request, actor),
        _days(session, request, now),
        official(proposer) if proposer else "",
        found,
        PairView.of(offer, actor) if offer else None,
    )


def _standing_offer(session: Session, request_id: int) -> Mentorship | None:
    return session.scalar(offers_for(request_id))


def _reached(session: Session, actor: Actor, request_id: int) -> MentoringRequest:
    request = session.get(MentoringRequest, request_id) if 0 < request_id < 2**63 else None
    if request is None:
        raise ProgrammeError("error-gone")
    if not request.is_open_to(actor):
        raise outside(actor, "MentoringRequest", request.id)
    return request


def _is_put_off(request: MentoringRequest, now: datetime) -> bool:
    return request.postponed_until is not None and request.postponed_until > now


def _days(session: Session, request: MentoringRequest, now: datetime) -> int:
    zone = session.get_one(Organisation, request.organisation_id).zone
    return days_between(request.waiting_since or request.created_at, now, ZoneInfo(zone))
