"""Looking at a school's week and at what needs an eye. Scope is checked here (R-20, R-21)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, and_, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor, outside
from models.errors import ProgrammeError
from models.forms.states import CallKind
from models.forms.tables import HelpCall
from models.meetings.states import AHEAD, MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import MEETING, Side
from models.mentorships.tables import Mentorship
from models.mentorships.views import names
from models.oversight.area import area_of
from models.oversight.digest import digest_of
from models.oversight.indicators.access import own_schools
from models.oversight.post import STORED, WeekView
from models.oversight.states import FOR_ABOVE, FOR_MENTOR, LIVE, OF_SCHOOL, PRIVATE, DigestTime, SignalCode, SignalState
from models.oversight.tables import Digest, DigestSetting, RiskSignal
from models.people.curators import is_led
from models.people.names import named_to, official, polite, together
from models.people.tables import MentorProfile, Organisation, Person
from models.requests.tables import MentoringRequest
from models.terms import OrgKind, Severity
from models.use_case import MAX_ID

_PAIRS = (
    SignalCode.PAIR_NO_MEETING,
    SignalCode.PAIR_FADING,
    SignalCode.PAIR_NOT_STARTED,
    SignalCode.LOW_RATING,
    SignalCode.SIDES_DIVERGE,
    SignalCode.OFFER_UNANSWERED,
    SignalCode.NO_SHOW_REPEAT,
    SignalCode.FORMAL_FEEDBACK,
    SignalCode.FORM_SILENT,
)
_REQUESTS = (SignalCode.REQUEST_UNMATCHED, SignalCode.REQUEST_UNREAD)
_TOLD_TWICE = (SignalCode.MENTOR_SHORTAGE,)
"""What the school and the level above solve together."""
_LATELY = timedelta(days=5)
_ORDER = (Severity.CRITICAL, Severity.HIGH, Severity.WARN, Severity.INFO)


@dataclass(frozen=True)
class MenuFacts:
    """What the menu of a curator shows: live signals and calls that wait."""

    signals: int
    calls: int


@dataclass(frozen=True)
class SignalView:
    """A live signal, with whom it is about and what a button would open."""

    id: int
    code: SignalCode
    severity: Severity
    state: SignalState
    school: str
    organisation_id: int
    names: tuple[str, ...]
    days: int
    count: int
    topics: tuple[str, ...]
    opened_at: datetime
    mentorship_id: int | None
    request_id: int | None
    call_id: int | None
    meeting_id: int | None


@dataclass(frozen=True)
class AskedPair:
    """A pair that is asked how its meetings go, as one of its members is told of it."""

    partner: str
    asked_by: str
    """The curator who asks, politely; empty where the programme does."""


@dataclass(frozen=True)
class AskedSchool:
    """A school whose curators are asked how it goes."""

    school: str
    asked_by: str
    """The curator of the level above, politely."""


@dataclass(frozen=True)
class SchoolLine:
    """A school in a curator's scope, as a button."""

    id: int
    name: str


@dataclass(frozen=True)
class StoredDigest:
    """A digest as it was sent, and whether its reader has yet to choose when the next ones come."""

    view: WeekView
    offers_choice: bool


_CURATES: BindParameter[int] = bindparam("curates", expanding=True)
_OWN: BindParameter[int] = bindparam("own", expanding=True)
_CALLS = select(HelpCall).where(
    HelpCall.organisation_id.in_(_CURATES), HelpCall.closed_at.is_(None), HelpCall.kind != CallKind.HELP
)
_VISIBLE = select(RiskSignal).where(
    RiskSignal.organisation_id.in_(_CURATES),
    RiskSignal.state.in_(LIVE),
    RiskSignal.shown_from <= bindparam("now"),
    RiskSignal.code != FOR_MENTOR,
    or_(
        RiskSignal.organisation_id.in_(_OWN) & RiskSignal.code.not_in(FOR_ABOVE),
        RiskSignal.organisation_id.not_in(_OWN)
        & or_(RiskSignal.goes_up, RiskSignal.code.in_((*FOR_ABOVE, *_TOLD_TWICE)), ~is_led(RiskSignal.organisation_id)),
    ),
)
"""Built once: every menu of a curator asks for them."""


async def menu_facts(session: AsyncSession, actor: Actor, now: datetime) -> MenuFacts:
    """Nought for whoever runs no school."""
    if not actor.curates:
        return MenuFacts(0, 0)
    signals = await session.run_sync(_visible, actor, now)
    calls = await session.scalars(_CALLS, {"curates": actor.curates})
    return MenuFacts(len(signals), sum(call.is_open_to(actor) for call in calls))


async def schools_of(session: AsyncSession, actor: Actor) -> tuple[SchoolLine, ...]:
    """The schools that the actor runs, by name."""
    rows = await session.scalars(
        select(Organisation)
        .where(Organisation.id.in_(actor.curates), Organisation.kind == OrgKind.SCHOOL)
        .order_by(Organisation.short_name, Organisation.id)
    )
    return tuple(SchoolLine(row.id, row.short_name) for row in rows)


async def week_of(session: AsyncSession, actor: Actor, organisation_id: int, now: datetime) -> WeekView:
    """The week of an organisation at this moment: the very view the digest is made from. Raises `error-no-access`."""
    if organisation_id not in actor.curates:
        raise outside(actor, "Organisation", organisation_id)
    kind = await session.scalar(select(Organisation.kind).where(Organisation.id == organisation_id))
    if kind is not OrgKind.SCHOOL:
        return await session.run_sync(area_of, organisation_id, now)
    from_above = all(grant.organisation_id != organisation_id for grant in actor.grants if grant.role.is_curator)
    return await session.run_sync(digest_of, organisation_id, now, actor.person_id, from_above=from_above)


async def stored_digest(session: AsyncSession, actor: Actor, digest_id: int) -> StoredDigest:
    """A digest that was sent to the actor. Raises ProgrammeError `error-gone`."""
    digest = await session.get(Digest, digest_id) if 0 < digest_id <= MAX_ID else None
    if digest is None or not digest.is_open_to(actor):
        raise ProgrammeError("error-gone")
    has_chosen = await session.get(DigestSetting, actor.me) is not None
    earlier = select(Digest.id).where(Digest.person_id == actor.me, Digest.id < digest.id, Digest.is_sent)
    is_first = await session.scalar(earlier.limit(1)) is None
    return StoredDigest(STORED.validate_python(digest.payload), is_first and not has_chosen)


async def digest_time(session: AsyncSession, actor: Actor) -> DigestTime:
    """When the actor's digest comes."""
    setting = await session.get(DigestSetting, actor.me)
    return setting.time if setting else DigestTime.MON_08


async def signals_of(session: AsyncSession, actor: Actor, now: datetime) -> tuple[SignalView, ...]:
    """The live signals of the actor's schools, the gravest first, then the oldest."""
    return await session.run_sync(_signals, actor, now)


async def signal_of(session: AsyncSession, actor: Actor, signal_id: int, now: datetime) -> SignalView:
    """One live signal. Raises ProgrammeError `error-gone` where it is over or was never the actor's to see."""
    found = next((view for view in await signals_of(session, actor, now) if view.id == signal_id), None)
    if found is None:
        raise ProgrammeError("error-gone")
    return found


async def asked_school(session: AsyncSession, actor: Actor, organisation_id: int, asked_by: int) -> AskedSchool:
    """The curator's school as the question names it. Raises ProgrammeError `error-gone`, `error-no-access`."""
    if organisation_id not in actor.curates:
        raise outside(actor, "Organisation", organisation_id)
    school, curator = await session.get(Organisation, organisation_id), await session.get(Person, asked_by)
    if school is None or curator is None:
        raise ProgrammeError("error-gone")
    return AskedSchool(school.short_name, polite(curator))


async def asked_pair(
    session: AsyncSession, actor: Actor, mentorship_id: int, now: datetime, asked_by: int | None = None
) -> AskedPair | None:
    """The member's pair as the question names it; None once the pair rests or is over.

    The programme itself does not ask where a meeting was held these days or is planned; a curator may.
    """
    return await session.run_sync(_asked_pair, actor, mentorship_id, now, asked_by)


def _asked_pair(
    session: Session, actor: Actor, mentorship_id: int, now: datetime, asked_by: int | None
) -> AskedPair | None:
    pair = session.get(Mentorship, mentorship_id)
    side = pair.side_of(actor.person_id) if pair else None
    if pair is None or side is None or pair.state not in MEETING:
        return None
    if asked_by is None and _meets(session, pair.id, now):
        return None
    partner = names(pair.on(Side.MENTEE if side is Side.MENTOR else Side.MENTOR))
    curator = session.get(Person, asked_by) if asked_by is not None else None
    return AskedPair(partner, polite(curator) if curator else "")


def _meets(session: Session, mentorship_id: int, now: datetime) -> bool:
    """Whether the pair has met in the last days or is about to."""
    met = and_(Meeting.state == MeetingState.HELD, Meeting.starts_at > now - _LATELY)
    plans = and_(Meeting.state.in_(AHEAD), Meeting.starts_at > now)
    one = select(Meeting.id).where(Meeting.mentorship_id == mentorship_id, or_(met, plans))
    return session.scalar(one.limit(1)) is not None


def _signals(session: Session, actor: Actor, now: datetime) -> tuple[SignalView, ...]:
    views = [_view(session, actor, signal) for signal in _visible(session, actor, now)]
    return tuple(sorted(views, key=lambda view: (_ORDER.index(view.severity), view.opened_at, view.id)))


def _visible(session: Session, actor: Actor, now: datetime) -> list[RiskSignal]:
    """What happens in a school is for its own curators; the level above sees what goes up, or what is meant for it.

    Where a school has no curator, the level above takes their place.
    """
    scope = {"curates": actor.curates, "own": own_schools(actor)}
    signals = session.scalars(_VISIBLE, {**scope, "now": now}).all()
    return [signal for signal in signals if _is_for(session, actor, signal)]


def _is_for(session: Session, actor: Actor, signal: RiskSignal) -> bool:
    """What forms say and calls of a pair are hidden from its members, and calls from the levels they did not go to."""
    if signal.code in PRIVATE:
        return session.get_one(Mentorship, signal.subject_id).side_of(actor.person_id) is None
    if signal.code is SignalCode.HELP_ASKED:
        return session.get_one(HelpCall, signal.subject_id).is_open_to(actor)
    return signal.code is not SignalCode.REMATCH_REPEAT or signal.subject_id != actor.person_id


def _view(session: Session, actor: Actor, signal: RiskSignal) -> SignalView:
    sides, mentorship_id = _about(session, signal)
    school = session.get_one(Organisation, signal.organisation_id)
    said = (together([named_to(actor, one, official(one)) for one in side]) for side in sides)
    return SignalView(
        id=signal.id,
        code=signal.code,
        severity=signal.severity,
        state=signal.state,
        school=school.short_name,
        organisation_id=school.id,
        names=tuple(said) or (school.short_name,),
        days=int(signal.evidence.get("days", 0)),
        count=int(signal.evidence.get("count", 0)),
        topics=tuple(signal.evidence.get("topics", ())),
        opened_at=signal.opened_at,
        mentorship_id=mentorship_id,
        request_id=signal.subject_id if signal.code in _REQUESTS else None,
        call_id=signal.subject_id if signal.code is SignalCode.HELP_ASKED else None,
        meeting_id=signal.subject_id if signal.code is SignalCode.LOG_OVERDUE else None,
    )


def _about(session: Session, signal: RiskSignal) -> tuple[tuple[tuple[Person, ...], ...], int | None]:
    """A signal's people side by side, mentees and mentors of a pair, and its pair; nobody for one about a school."""
    if signal.code in OF_SCHOOL:
        return (), None
    if signal.code in _PAIRS:
        return _members(session.get_one(Mentorship, signal.subject_id)), signal.subject_id
    if signal.code is SignalCode.LOG_OVERDUE:
        pair = session.get_one(Meeting, signal.subject_id).mentorship
        return _members(pair), pair.id
    if signal.code is SignalCode.HELP_ASKED:
        call = session.get_one(HelpCall, signal.subject_id)
        return ((call.person,),), call.mentorship_id
    if signal.code in _REQUESTS:
        return ((session.get_one(MentoringRequest, signal.subject_id).mentee,),), None
    if signal.code is SignalCode.REMATCH_REPEAT:
        return ((session.get_one(Person, signal.subject_id),),), None
    return ((session.get_one(MentorProfile, signal.subject_id).person,),), None


def _members(pair: Mentorship) -> tuple[tuple[Person, ...], ...]:
    return tuple(tuple(member.person for member in pair.on(side)) for side in (Side.MENTEE, Side.MENTOR))
