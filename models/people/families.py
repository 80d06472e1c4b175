"""What a curator reads of a pupil's parents, and a parent of their own child. Scope is checked here (R-20, R-21)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Select, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, joinedload

from models.access import Actor, outside
from models.base import UtcDateTime
from models.errors import ProgrammeError
from models.local_time import to_local
from models.meetings.states import AHEAD, MeetingMode, MeetingState
from models.meetings.tables import Meeting, MeetingAttendance
from models.mentorships.states import MEETING, RUNNING, Answer, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.paging import SIZE, Page, nearest
from models.people.consents import granted
from models.people.curators import principal_curator
from models.people.guardians import children_of, guardians_of
from models.people.names import official, polite, together
from models.people.states import PersonState
from models.people.tables import Consent, GuardianLink, Organisation, Person
from models.requests.states import OPEN, RequestState
from models.requests.tables import MentoringRequest
from models.school_year import consent_end
from models.terms import PersonKind
from models.use_case import MAX_ID

_LIVE = (MentorshipState.PROPOSED, *RUNNING)


@dataclass(frozen=True)
class ParentLine:
    """A parent as the curator reads it; `given_on` is the day of the consent in force, in the school's zone."""

    link_id: int
    official: str
    given_on: date | None


@dataclass(frozen=True)
class Family:
    """What stands of the parents' consent for a pupil."""

    person_id: int
    official: str
    parents: tuple[ParentLine, ...]
    paper: str
    """The evidence of a paper in force, or empty."""
    agrees: bool
    """Whether any consent about the pupil is in force."""


@dataclass(frozen=True)
class ChildPair:
    """A pair or a group of the child; `mentor` is empty where the child is the mentor: other children are nobody's."""

    mentorship_id: int
    state: MentorshipState
    mentor: str
    paused_until: date | None
    awaits_family: bool


@dataclass(frozen=True)
class ChildMeeting:
    """A meeting ahead."""

    starts_at: datetime
    mode: MeetingMode
    place: str
    mentor: str


@dataclass(frozen=True)
class Child:
    """A child as a parent of theirs reads it: the schedule and attendance, and no texts (R-20)."""

    link_id: int
    name: str
    operator: str
    curator: str | None
    request: RequestState | None
    """Where an open request stands."""
    pairs: tuple[ChildPair, ...]
    meetings: Page[ChildMeeting]
    held: int
    """To how many meetings the child has come."""
    last_held_at: datetime | None
    consent_until: date | None
    """The last day of this parent's own consent; None where it is over, or void."""
    until_anew: date
    """The last day of one that is given today."""


async def family(session: AsyncSession, actor: Actor, person_id: int, now: datetime) -> Family:
    """A pupil's parents, for the curators of the school. Raises ProgrammeError `error-gone`, `error-no-access`."""
    return await session.run_sync(_family, actor, person_id, now)


async def my_children(session: AsyncSession, actor: Actor) -> tuple[tuple[int, str], ...]:
    """The actor's children as (link's id, «Маша К., 7 кл.»), as they came."""
    links = await session.run_sync(children_of, actor.me)
    return tuple((link.id, polite(link.child)) for link in links)


async def my_child(session: AsyncSession, actor: Actor, link_id: int, now: datetime, page: int = 0) -> Child:
    """One of the actor's children with a page of the meetings ahead. Raises `error-gone`, `error-no-access`."""
    return await session.run_sync(_child, actor, link_id, now, page)


def link_of(session: Session, actor: Actor, link_id: int) -> GuardianLink:
    """The actor's own link to a child. Raises ProgrammeError `error-gone`, `error-no-access`."""
    link = session.get(GuardianLink, link_id) if 0 < link_id <= MAX_ID else None
    if link is None:
        raise ProgrammeError("error-gone")
    if link.guardian_person_id != actor.person_id or link.ended_at is not None:
        raise outside(actor, "GuardianLink", link.id)
    return link


def _family(session: Session, actor: Actor, person_id: int, now: datetime) -> Family:
    child = session.get(Person, person_id) if 0 < person_id <= MAX_ID else None
    if child is None or child.state is not PersonState.ACTIVE:
        raise ProgrammeError("error-gone")
    if child.kind is not PersonKind.STUDENT or child.organisation_id not in actor.own:
        raise outside(actor, "Person", child.id)
    zone = ZoneInfo(child.organisation.zone)
    in_force = _in_force(session, child, to_local(now, zone).date())
    given = {one.given_by: to_local(one.given_at, zone).date() for one in in_force if one.given_at is not None}
    links = guardians_of(session, child.id)
    return Family(
        person_id=child.id,
        official=official(child),
        parents=tuple(
            ParentLine(link.id, official(link.guardian), given.get(link.guardian_person_id)) for link in links
        ),
        paper=next((one.evidence for one in in_force if one.form == "PAPER"), ""),
        agrees=bool(in_force),
    )


def _child(session: Session, actor: Actor, link_id: int, now: datetime, page: int) -> Child:
    child = link_of(session, actor, link_id).child
    school = session.get_one(Organisation, child.organisation_id)
    today = to_local(now, ZoneInfo(school.zone)).date()
    mine = [one for one in _in_force(session, child, today) if one.given_by == actor.person_id]
    held, last_held_at = session.execute(_held(child)).one()
    curator = principal_curator(session, school.id, now, {actor.me})
    asked = select(MentoringRequest.state).where(
        MentoringRequest.mentee_id == child.id, MentoringRequest.state.in_(OPEN)
    )
    return Child(
        link_id=link_id,
        name=polite(child),
        operator=school.name,
        curator=polite(curator) if curator else None,
        request=session.scalar(asked.order_by(MentoringRequest.id.desc()).limit(1)),
        pairs=tuple(_pair(one, child) for one in session.scalars(_pairs(child).limit(SIZE)).unique()),
        meetings=_meetings(session, child, now, page),
        held=held,
        last_held_at=last_held_at,
        consent_until=(mine[0].expires_on or consent_end(today)) if mine else None,
        until_anew=consent_end(today),
    )


def _in_force(session: Session, child: Person, today: date) -> Sequence[Consent]:
    return [
        one
        for one in session.scalars(granted(Consent.person_id == child.id))
        if one.expires_on is None or one.expires_on >= today
    ]


def _pairs(child: Person) -> Select[Mentorship]:
    theirs = select(Mentorship).join(MentorshipMember).where(MentorshipMember.person_id == child.id)
    return theirs.where(MentorshipMember.left_at.is_(None), Mentorship.state.in_(_LIVE)).order_by(Mentorship.id)


def _pair(pair: Mentorship, child: Person) -> ChildPair:
    member = pair.membership(child.id)
    awaited = member is not None and member.answer is Answer.PENDING
    return ChildPair(pair.id, pair.state, mentor_of(pair, member), pair.paused_until, awaited)


def mentor_of(pair: Mentorship, child: MentorshipMember | None) -> str:
    """How a parent reads the child's mentor; empty where the child is the mentor."""
    if child is None or child.side is Side.MENTOR:
        return ""
    return together([polite(one.person) for one in pair.on(Side.MENTOR)])


def _taking_part(child: Person) -> Select[int]:
    return select(MentorshipMember.mentorship_id).where(
        MentorshipMember.person_id == child.id,
        MentorshipMember.left_at.is_(None),
        MentorshipMember.answer == Answer.YES,
    )


def _held(child: Person) -> Select[int, datetime | None]:
    """In a group somebody may have been absent; a pair has no rows of attendance."""
    absent = exists().where(
        MeetingAttendance.meeting_id == Meeting.id,
        MeetingAttendance.person_id == child.id,
        MeetingAttendance.present.is_(False),
    )
    last = func.max(Meeting.starts_at, type_=UtcDateTime())
    return select(func.count(), last).where(
        Meeting.mentorship_id.in_(_taking_part(child)), Meeting.state == MeetingState.HELD, ~absent
    )


def _meetings(session: Session, child: Person, now: datetime, page: int) -> Page[ChildMeeting]:
    ahead = (
        select(Meeting)
        .join(Mentorship, Mentorship.id == Meeting.mentorship_id)
        .where(Meeting.mentorship_id.in_(_taking_part(child)), Meeting.state.in_(AHEAD), Meeting.starts_at > now)
        .where(Mentorship.state.in_(MEETING))
    )
    total = session.scalar(ahead.with_only_columns(func.count(), maintain_column_froms=True)) or 0
    number, pages = nearest(page, total)
    rows = session.scalars(
        ahead.order_by(Meeting.starts_at, Meeting.id)
        .limit(SIZE)
        .offset(number * SIZE)
        .options(joinedload(Meeting.mentorship).selectinload(Mentorship.members))
    )
    return Page(tuple(_meeting(row, child) for row in rows), number, pages, total)


def _meeting(row: Meeting, child: Person) -> ChildMeeting:
    mentor = mentor_of(row.mentorship, row.mentorship.membership(child.id))
    return ChildMeeting(row.starts_at, row.mode, row.place, mentor)
