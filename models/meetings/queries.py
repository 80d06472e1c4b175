"""What screens and notices read of meetings. Each query filters by the reader's scope (R-20, R-21)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, Select, bindparam, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from models.access import Actor, outside
from models.errors import ProgrammeError
from models.meetings.rules import USUAL_DURATION
from models.meetings.shown import ShownMeeting, read_meetings
from models.meetings.states import AHEAD, MeetingMode, MeetingState
from models.meetings.suggest import Busy, DayTimes, day_times, next_meeting_of, shared_slots
from models.meetings.tables import Meeting, MeetingAttachment, MeetingNote
from models.meetings.views import MeetingView, partner_of
from models.mentorships.states import MEETING as MEETING_PAIR
from models.mentorships.states import Answer, MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.calendar import own_holidays
from models.people.tables import MentorProfile, Organisation
from models.use_case import MAX_ID

_TO_LOG_SHOWN = 3
_PROMPT_AFTER = timedelta(minutes=15)


@dataclass(frozen=True)
class MeetingFacts:
    """What the menu says of meetings: the next one, and those whose record waits."""

    next: MeetingView | None
    to_log: tuple[MeetingView, ...]


@dataclass(frozen=True)
class Attachment:
    """A file of a record, where the messenger keeps it."""

    kind: str
    channel: str
    file_ref: str


@dataclass(frozen=True)
class MeetingDetails:
    """All that one reader may know of a meeting."""

    meeting: MeetingView
    text: str
    """Empty for whoever is not of the pair (R-20)."""
    attachments: tuple[Attachment, ...]
    notes: tuple[str, ...]
    """The reader's own."""


@dataclass(frozen=True)
class Place:
    """Where a meeting is."""

    mode: MeetingMode
    place: str
    elsewhere: bool


@dataclass(frozen=True)
class PairLine:
    """A pair as a button."""

    id: int
    partner: str


async def menu_facts(session: AsyncSession, actor: Actor, now: datetime) -> MeetingFacts:
    """The next meeting of one's own pairs, and up to three that are over by plan and not recorded yet."""
    planned = (await session.execute(_PLANNED, {"me": actor.person_id, "now": now})).all()
    if not planned:
        return MeetingFacts(None, ())
    over_by = {row.id: row.starts_at + timedelta(minutes=row.duration_min) + _PROMPT_AFTER for row in planned}
    ahead = [row.id for row in planned if row.starts_at > now]
    over = [meeting_id for meeting_id, moment in over_by.items() if moment <= now][:_TO_LOG_SHOWN]
    shown = await read_meetings(session, ahead + over)
    views = {meeting_id: MeetingView.of(meeting, actor) for meeting_id, meeting in shown.items()}
    return MeetingFacts(next((views[one] for one in ahead), None), tuple(views[one] for one in over))


async def meeting_view(session: AsyncSession, actor: Actor, meeting_id: int) -> MeetingView:
    """The meeting. Raises ProgrammeError where there is none in the reader's scope."""
    return MeetingView.of(await _load(session, actor, meeting_id), actor)


async def current(session: AsyncSession, actor: Actor, meeting_id: int) -> MeetingView:
    """The meeting that this one has become by being moved, perhaps several times; itself if it never was."""
    meeting = await _load(session, actor, meeting_id)
    while meeting.state is MeetingState.RESCHEDULED:
        next_id = await session.scalar(select(Meeting.id).where(Meeting.reschedule_of == meeting.id))
        if next_id is None:
            break
        meeting = (await read_meetings(session, [next_id]))[next_id]
    return MeetingView.of(meeting, actor)


async def moved_from(session: AsyncSession, actor: Actor, meeting_id: int) -> datetime | None:
    """When the meeting was to begin before it was moved; None if it never was."""
    meeting = await _load(session, actor, meeting_id)
    return await session.scalar(select(Meeting.starts_at).where(Meeting.id == meeting.reschedule_of))


async def unrecorded(session: AsyncSession, actor: Actor, mentorship_id: int, now: datetime) -> tuple[MeetingView, ...]:
    """The pair's planned meetings that have begun and wait for a word, oldest first."""
    pair = await _load_pair(session, actor, mentorship_id)
    rows = await session.scalars(_begun(now).where(Meeting.mentorship_id == pair.id).options(*MEMBERS))
    return tuple(MeetingView.of(row, actor) for row in rows)


async def details(session: AsyncSession, actor: Actor, meeting_id: int) -> MeetingDetails:
    """The meeting with its text and files, for members of the pair, and the reader's own notes."""
    meeting = await _load(session, actor, meeting_id)
    is_member = meeting.mentorship.side_of(actor.person_id) is not None
    files = await session.scalars(_files(meeting)) if is_member else ()
    notes = select(MeetingNote.text).where(
        MeetingNote.meeting_id == meeting.id, MeetingNote.author_id == actor.person_id
    )
    return MeetingDetails(
        meeting=MeetingView.of(meeting, actor),
        text=meeting.log_text if is_member else "",
        attachments=tuple(Attachment(file.kind, file.channel, file.file_ref) for file in files),
        notes=tuple(await session.scalars(notes.order_by(MeetingNote.id))),
    )


async def pair_line(session: AsyncSession, actor: Actor, mentorship_id: int) -> PairLine:
    """A pair in the reader's scope. Raises ProgrammeError for any other."""
    pair = await _load_pair(session, actor, mentorship_id)
    return PairLine(pair.id, partner_of(pair, actor))


async def is_own(session: AsyncSession, actor: Actor, mentorship_id: int) -> bool:
    """Whether the reader is of the pair, and not its curator."""
    mine = own_pairs(actor).where(MentorshipMember.mentorship_id == mentorship_id)
    return await session.scalar(mine) is not None


async def pairs_that_meet(session: AsyncSession, actor: Actor, *, with_paused: bool = False) -> tuple[PairLine, ...]:
    """The pairs one may plan for, or log for: one's own, and for a curator those of the schools in scope."""
    states = (*MEETING_PAIR, MentorshipState.PAUSED) if with_paused else MEETING_PAIR
    mine = Mentorship.id.in_(own_pairs(actor)) | Mentorship.organisation_id.in_(actor.curates)
    statement = select(Mentorship).where(mine, Mentorship.state.in_(states)).order_by(Mentorship.id)
    pairs = await session.scalars(statement.options(_PERSONS))
    return tuple(PairLine(pair.id, partner_of(pair, actor)) for pair in pairs)


async def times_of_day(session: AsyncSession, actor: Actor, mentorship_id: int, day: date, now: datetime) -> DayTimes:
    """When the pair can begin a meeting on that day of the reader's zone; times suiting both first."""
    pair = await _load_pair(session, actor, mentorship_id)
    mentor_id = pair.member(Side.MENTOR).person_id
    mentor = await session.scalar(select(MentorProfile.slots).where(MentorProfile.person_id == mentor_id))
    zone = await session.scalar(select(Organisation.zone).where(Organisation.id == pair.organisation_id))
    busy = await _busy(session, [member.person_id for member in pair.members])
    slots = shared_slots(mentor or (), pair.slots)
    return day_times(slots, ZoneInfo(zone or actor.zone), day, ZoneInfo(actor.zone), now, busy)


async def last_place(session: AsyncSession, actor: Actor, mentorship_id: int) -> Place | None:
    """Where the pair met, or meant to meet, the last time that somebody said where."""
    pair = await _load_pair(session, actor, mentorship_id)
    meeting = await session.scalar(
        _of_pair(pair).where(Meeting.place != "").order_by(Meeting.planned_at.desc(), Meeting.id.desc()).limit(1)
    )
    return Place(meeting.mode, meeting.place, meeting.elsewhere) if meeting else None


async def last_held(session: AsyncSession, actor: Actor, mentorship_id: int) -> MeetingView | None:
    """The pair's latest record: its length, method and hour are the presets of the next one."""
    pair = await _load_pair(session, actor, mentorship_id)
    held = _of_pair(pair).where(Meeting.state == MeetingState.HELD).order_by(Meeting.starts_at.desc())
    meeting = await session.scalar(held.limit(1).options(*MEMBERS))
    return MeetingView.of(meeting, actor) if meeting else None


async def suggestion(session: AsyncSession, actor: Actor, mentorship_id: int, now: datetime) -> datetime | None:
    """The pair's next meeting by its usual day and hour; None where one is planned or nothing is usual yet."""
    pair = await _load_pair(session, actor, mentorship_id)
    ahead = _of_pair(pair).where(Meeting.state.in_(AHEAD), Meeting.starts_at > now)
    if pair.state not in MEETING_PAIR or await session.scalar(ahead.limit(1)) is not None:
        return None
    past = _of_pair(pair).where(Meeting.state.in_((MeetingState.HELD, MeetingState.NO_SHOW)))
    # A planned hour says more about what is usual than one that was written down afterwards.
    last = await session.scalar(past.order_by(Meeting.unplanned, Meeting.starts_at.desc()).limit(1))
    if last is None:
        return None
    own = await session.run_sync(own_holidays, last.organisation_id)
    return next_meeting_of(last.starts_at, pair.intensity, ZoneInfo(last.zone), now, own=own)


async def clash_of(session: AsyncSession, actor: Actor, view: MeetingView) -> MeetingView | None:
    """Another meeting of the reader's own at the same time: worth a word, no refusal."""
    statement = select(Meeting).where(
        Meeting.mentorship_id.in_(own_pairs(actor)),
        Meeting.mentorship_id != view.mentorship_id,
        Meeting.state.in_(AHEAD),
        Meeting.starts_at < view.ends_at,
    )
    for other in await session.scalars(statement.options(*MEMBERS)):
        if other.ends_at > view.starts_at:
            return MeetingView.of(other, actor)
    return None


def own_pairs(actor: Actor) -> Select[int]:
    """The ids of the pairs in which the reader stands on a side."""
    return _pairs_of(actor.person_id)


def _pairs_of(person_id: int | BindParameter[int] | None) -> Select[int]:
    return select(MentorshipMember.mentorship_id).where(
        MentorshipMember.person_id == person_id,
        MentorshipMember.left_at.is_(None),
        MentorshipMember.answer == Answer.YES,
    )


_PERSONS: ORMOption = selectinload(Mentorship.members).joinedload(MentorshipMember.person)
MEMBERS: tuple[ORMOption, ...] = (
    joinedload(Meeting.mentorship).selectinload(Mentorship.members).joinedload(MentorshipMember.person),
)
"""What `MeetingView.of` needs to have been loaded."""
MINE = Meeting.mentorship_id.in_(_pairs_of(bindparam("me")))
"""Meetings of the pairs of whoever is asked for as `me`."""
_MEETING = Meeting.__table__.c
_AHEAD = select(_MEETING.id, _MEETING.starts_at, _MEETING.duration_min).where(
    _MEETING.mentorship_id.in_(_pairs_of(bindparam("me"))), _MEETING.state.in_(AHEAD)
)
_NEXT = _AHEAD.where(_MEETING.starts_at > bindparam("now")).order_by(_MEETING.starts_at).limit(1).subquery()
_PLANNED = union_all(_AHEAD.where(_MEETING.starts_at <= bindparam("now")), select(_NEXT)).order_by("starts_at")
"""Those that have begun, and the next one; built once and without objects, as every menu asks."""


async def _load(session: AsyncSession, actor: Actor, meeting_id: int) -> ShownMeeting:
    """Raises ProgrammeError where there is none in the reader's scope."""
    known = 0 < meeting_id <= MAX_ID
    meeting = (await read_meetings(session, [meeting_id])).get(meeting_id) if known else None
    if meeting is None:
        raise ProgrammeError("error-gone")
    if not meeting.mentorship.is_shared_with(actor):
        raise outside(actor, "Meeting", 0)
    return meeting


async def _load_pair(session: AsyncSession, actor: Actor, mentorship_id: int) -> Mentorship:
    known = 0 < mentorship_id <= MAX_ID
    statement = select(Mentorship).where(Mentorship.id == mentorship_id).options(_PERSONS)
    pair = await session.scalar(statement) if known else None
    if pair is None:
        raise ProgrammeError("error-gone")
    if not pair.is_shared_with(actor):
        raise outside(actor, "Mentorship", pair.id)
    return pair


def _of_pair(pair: Mentorship) -> Select[Meeting]:
    return select(Meeting).where(Meeting.mentorship_id == pair.id)


def _begun(now: datetime) -> Select[Meeting]:
    """Meetings that have begun without a word on whether they took place, oldest first."""
    return select(Meeting).where(Meeting.state.in_(AHEAD), Meeting.starts_at <= now).order_by(Meeting.starts_at)


def _files(meeting: ShownMeeting) -> Select[MeetingAttachment]:
    return select(MeetingAttachment).where(MeetingAttachment.meeting_id == meeting.id).order_by(MeetingAttachment.id)


async def _busy(session: AsyncSession, person_ids: list[int]) -> list[Busy]:
    pairs = select(MentorshipMember.mentorship_id).where(
        MentorshipMember.person_id.in_(person_ids), MentorshipMember.left_at.is_(None)
    )
    rows = await session.scalars(select(Meeting).where(Meeting.mentorship_id.in_(pairs), Meeting.state.in_(AHEAD)))
    return [Busy(row.starts_at - timedelta(minutes=USUAL_DURATION - 15), row.ends_at) for row in rows]
