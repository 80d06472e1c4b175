"""Looking at pairs: one's own, one card, those of a school. Scope is checked here (R-20, R-21)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, Select, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor, outside
from models.errors import ProgrammeError
from models.matching.reasons import Reason
from models.mentorships.across import Awaited, awaiting
from models.mentorships.deciders import awaiting_above, deciders, decides
from models.mentorships.orders import awaiting_order
from models.mentorships.states import MENTORSHIP, RUNNING, Answer, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember, OfferQuestion
from models.mentorships.views import PairView
from models.paging import SIZE, Page, page_of
from models.people.actor import below
from models.people.names import named_to, official, polite
from models.people.tables import Account, Organisation
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import MentoringType, Role
from models.use_case import MAX_ID

_LIVE = (MentorshipState.PROPOSED, *RUNNING)


@dataclass(frozen=True)
class PairCard:
    """A pair with what can be done about it next, seen by one person."""

    pair: PairView
    side: Side | None
    """On which side the reader stands; None for a curator."""
    is_curator: bool
    lends: bool
    """Whether the reader may say for the mentor's school that it approves, and has not yet."""
    lent_by: int | None
    """The reader's school that lends the team which leads: once it has approved it may enlarge it. None otherwise."""
    school: str
    lender: str
    """The mentee's and the mentor's school in a pair across schools; empty in any other, but teams have the first."""
    decides: bool
    """Whether two teams lie with the reader, who approves them or sends them back."""
    decider: str
    """Who approves them; empty where the school's own choice stands, and once it is done."""
    is_returned: bool
    """Whether that curator waits for the school's answer to the last question."""
    reasons: tuple[Reason, ...]
    events: frozenset[str]
    """What the machine allows now."""
    speaks_for: tuple[int, ...]
    """The members without an account whose answer the curator may give «со слов», by their persons' ids."""
    question: str
    answer: str
    question_id: int | None
    contact: str | None
    """What the other side has shown last: «@name», or an empty text for the account itself; None where nothing."""
    contact_name: str
    """Whose it is."""
    contact_account: str
    """The other side's id in the messenger, where they have shown it."""


@dataclass(frozen=True)
class GroupChanged:
    """Somebody who came into a group or went, as one reader is told."""

    pair: PairView
    name: str
    official: str
    is_reader: bool
    """It is the reader who has come or gone."""
    is_curator: bool
    request_id: int | None
    """The request of theirs that the group had answered."""


@dataclass(frozen=True)
class SchoolWithoutOrders:
    """A school with its pairs whose order has no number yet."""

    organisation_id: int
    name: str
    pairs: tuple[PairView, ...]


@dataclass(frozen=True)
class MenuFacts:
    """What the menu shows of pairs."""

    running: int
    """The person's own pairs."""
    offers: int
    """Proposals that wait for the person's answer."""
    curated: int
    """Running pairs of the curator's schools."""
    to_approve: int


_PAIR, _MEMBER = Mentorship.__table__.c, MentorshipMember.__table__.c
_MINE = (
    select(func.count())
    .select_from(MentorshipMember.__table__.join(Mentorship.__table__, _PAIR.id == _MEMBER.mentorship_id))
    .where(_MEMBER.person_id == bindparam("me"), _MEMBER.left_at.is_(None))
)
_OWN = select(
    _MINE.where(_PAIR.state.in_(RUNNING), _MEMBER.answer == Answer.YES).scalar_subquery(),
    _MINE.where(_PAIR.state.in_(_LIVE), _MEMBER.answer == Answer.PENDING).scalar_subquery(),
)
"""How many pairs run and how many offers wait; built once and without objects, as every menu asks."""
_CURATES: BindParameter[int] = bindparam("curates", expanding=True)


def _to_approve() -> Select[int]:
    """Pairs that wait for a curator's approval: of a candidate that the programme asked, or of one's mentor elsewhere.

    Where the level above runs both schools, the second approval is not theirs to be reminded of. Two teams lie with
    the municipality, or with the school to which it has sent them back.
    """
    own: BindParameter[int] = bindparam("own", expanding=True)
    is_pair = Mentorship.type != MentoringType.TEAM
    is_returned = Mentorship.organisation_id.in_(own) & Mentorship.silent_since.is_(None)
    awaits_lender = Mentorship.lender_id.is_not(None) & Mentorship.lent_at.is_(None)
    is_asked = Mentorship.organisation_id.in_(_CURATES) & (Mentorship.state == MentorshipState.AGREED)
    is_asked &= is_pair | is_returned
    lends = Mentorship.lender_id.in_(own) & Mentorship.state.in_((MentorshipState.PROPOSED, MentorshipState.AGREED))
    waits = or_(
        is_asked & ~awaits_lender, lends & awaits_lender, awaiting_above(bindparam("below_own", expanding=True))
    )
    return select(func.count()).select_from(Mentorship).where(waits)


_CURATED = select(
    select(func.count()).where(_PAIR.organisation_id.in_(_CURATES), _PAIR.state.in_(RUNNING)).scalar_subquery(),
    _to_approve().scalar_subquery(),
)
"""The same for a curator's schools: how many pairs run and how many wait for an approval."""


async def menu_facts(session: AsyncSession, actor: Actor, now: datetime) -> MenuFacts:
    """The pair lines of the menu; `now` is not needed here, the areas' functions are alike."""
    running, offers = (await session.execute(_OWN, {"me": actor.person_id})).one()
    if not actor.curates:
        return MenuFacts(running=running, offers=offers, curated=0, to_approve=0)
    below_own = actor.curates - actor.own if Role.CURATOR_MUNICIPAL in actor.roles else ()
    scope = {"curates": actor.curates, "own": actor.own, "below_own": below_own}
    curating, to_approve = (await session.execute(_CURATED, scope)).one()
    return MenuFacts(running=running, offers=offers, curated=curating, to_approve=to_approve)


async def pairs_of(session: AsyncSession, actor: Actor) -> tuple[PairView, ...]:
    """The actor's own live pairs and proposals, the running ones first."""
    rows = await session.scalars(
        select(Mentorship)
        .join(MentorshipMember)
        .where(
            MentorshipMember.person_id == actor.person_id,
            MentorshipMember.left_at.is_(None),
            Mentorship.state.in_(_LIVE),
        )
        .order_by(Mentorship.state == MentorshipState.PROPOSED, Mentorship.id)
    )
    return tuple(PairView.of(row) for row in rows.unique())


async def pairs_of_schools(session: AsyncSession, actor: Actor) -> tuple[PairView, ...]:
    """The live pairs of the schools that the actor curates or that lend their mentors, by the mentee's name."""
    rows = await session.scalars(
        select(Mentorship).where(
            Mentorship.organisation_id.in_(actor.curates) | Mentorship.lender_id.in_(actor.curates),
            Mentorship.state.in_(_LIVE),
        )
    )
    return tuple(sorted((PairView.of(row, actor) for row in rows), key=lambda pair: (pair.mentee_official, pair.id)))


async def pairs_awaiting(
    session: AsyncSession, actor: Actor, organisation_id: int, whom: Awaited, page: int = 0
) -> Page[PairView]:
    """A page of the proposals of an organisation's schools that wait for another curator, the oldest first.

    Raises ProgrammeError `error-no-access` for an organisation outside the actor's scope.
    """
    return await session.run_sync(_awaiting, actor, organisation_id, whom, page)


def _awaiting(session: Session, actor: Actor, organisation_id: int, whom: Awaited, page: int) -> Page[PairView]:
    if organisation_id not in actor.curates:
        raise outside(actor, "Organisation", organisation_id)
    wanted = select(Mentorship).where(awaiting(below(session, [organisation_id]), whom))
    total = session.scalar(wanted.with_only_columns(func.count(), maintain_column_froms=True)) or 0
    shell = page_of(range(total), page)
    rows = session.scalars(
        wanted.order_by(Mentorship.proposed_at, Mentorship.id).offset(shell.number * SIZE).limit(SIZE)
    )
    return Page(tuple(PairView.of(row, actor) for row in rows), shell.number, shell.pages, total)


async def count_without_order(session: AsyncSession, actor: Actor) -> int:
    """How many pairs of the actor's schools lack an order's number."""
    lacking = awaiting_order(*actor.curates).with_only_columns(func.count(), maintain_column_froms=True)
    return await session.scalar(lacking) or 0


async def without_order(
    session: AsyncSession, actor: Actor, organisation_id: int | None = None
) -> SchoolWithoutOrders | None:
    """A school's pairs without an order's number, by the mentee's name; of the first such school where none is named.

    None where no pair lacks one. Raises ProgrammeError `error-no-access` for a school outside the actor's scope.
    """
    if organisation_id is not None and organisation_id not in actor.curates:
        raise outside(actor, "Organisation", organisation_id)
    for school_id in sorted(actor.curates) if organisation_id is None else (organisation_id,):
        pairs = [PairView.of(row) for row in await session.scalars(awaiting_order(school_id))]
        if pairs:
            name = (await session.get_one(Organisation, school_id)).short_name
            pairs.sort(key=lambda pair: (pair.mentee_official, pair.id))
            return SchoolWithoutOrders(school_id, name, tuple(pairs))
    return None


async def pair_card(session: AsyncSession, actor: Actor, mentorship_id: int) -> PairCard:
    """A pair and what the actor may do about it. Raises ProgrammeError `error-gone`, `error-no-access`."""
    return await session.run_sync(_pair_card, actor, mentorship_id)


def _pair_card(session: Session, actor: Actor, mentorship_id: int) -> PairCard:
    known = 0 < mentorship_id <= MAX_ID
    mentorship = session.get(Mentorship, mentorship_id, options=Mentorship.at_once) if known else None
    if mentorship is None:
        raise ProgrammeError("error-gone")
    if not mentorship.is_seen_by(actor):
        raise outside(actor, "Mentorship", mentorship.id)
    side = mentorship.side_of(actor.person_id)
    others = [member for member in mentorship.members if side is not None and member.side is not side]
    shown = max((one for one in others if one.contact_at), key=lambda one: str(one.contact_at), default=None)
    question = _last_question(session, mentorship.id)
    is_curator = mentorship.organisation_id in actor.curates
    is_team = mentorship.type is MentoringType.TEAM
    asked = deciders(session, mentorship) if mentorship.awaits_above or mentorship.is_returned else []
    return PairCard(
        pair=PairView.of(mentorship, actor),
        side=side,
        is_curator=is_curator,
        lends=mentorship.lender_id in actor.curates
        and mentorship.awaits_lender
        and mentorship.state in (MentorshipState.PROPOSED, MentorshipState.AGREED),
        lent_by=mentorship.lender_id
        if is_team and mentorship.lender_id in actor.curates and not mentorship.awaits_lender
        else None,
        school=_name(session, mentorship.organisation_id) if mentorship.lender_id or is_team else "",
        lender=_name(session, mentorship.lender_id) if mentorship.lender_id else "",
        decides=mentorship.awaits_above and decides(session, actor, mentorship),
        decider=official(asked[0]) if asked else "",
        is_returned=mentorship.is_returned,
        reasons=tuple(Reason.load(reason) for reason in mentorship.reasons),
        events=frozenset(event for state, event, _ in MENTORSHIP if state is mentorship.state),
        speaks_for=_speaks_for(mentorship) if is_curator else (),
        question=question.text if question else "",
        answer=question.answer if question else "",
        question_id=question.id if question else None,
        contact=shown.contact if shown else None,
        contact_name=polite(shown.person) if shown else "",
        contact_account=_account_of(session, shown.person_id) if shown else "",
    )


def _name(session: Session, organisation_id: int) -> str:
    return session.get_one(Organisation, organisation_id).short_name


def _speaks_for(mentorship: Mentorship) -> tuple[int, ...]:
    if mentorship.state not in _LIVE:
        return ()
    pending = (member for member in mentorship.members if member.answer is Answer.PENDING)
    return tuple(member.person_id for member in pending if not member.person.accounts)


async def group_change(session: AsyncSession, actor: Actor, mentorship_id: int, person_id: int) -> GroupChanged:
    """Who came or went, for the members, the curators, and that person, even once they are out.

    Raises ProgrammeError `error-gone`, `error-no-access`.
    """
    return await session.run_sync(_group_change, actor, mentorship_id, person_id)


def _group_change(session: Session, actor: Actor, mentorship_id: int, person_id: int) -> GroupChanged:
    member = session.scalar(
        select(MentorshipMember).where(
            MentorshipMember.mentorship_id == mentorship_id, MentorshipMember.person_id == person_id
        )
    )
    if member is None:
        raise ProgrammeError("error-gone")
    group = member.mentorship
    if actor.person_id != person_id and not group.is_open_to(actor):
        raise outside(actor, "Mentorship", group.id)
    request = session.get(MentoringRequest, member.request_id) if member.request_id else None
    is_matched = request is not None and request.state is RequestState.MATCHED
    return GroupChanged(
        pair=PairView.of(group, actor),
        name=named_to(actor, member.person, polite(member.person)),
        official=named_to(actor, member.person, official(member.person)),
        is_reader=actor.person_id == person_id,
        is_curator=group.side_of(actor.person_id) is None and group.organisation_id in actor.curates,
        request_id=request.id if request is not None and is_matched else None,
    )


def _last_question(session: Session, mentorship_id: int) -> OfferQuestion | None:
    return session.scalar(
        select(OfferQuestion)
        .where(OfferQuestion.mentorship_id == mentorship_id)
        .order_by(OfferQuestion.id.desc())
        .limit(1)
    )


def _account_of(session: Session, person_id: int) -> str:
    return session.scalar(select(Account.external_id).where(Account.person_id == person_id).limit(1)) or ""
