"""Looking at forms and calls: one's own form, and a call as its curator reads it (R-20)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor, outside
from models.errors import ProgrammeError
from models.forms.averages import Average, own_average
from models.forms.concerned import concerned
from models.forms.states import CallKind
from models.forms.tables import FeedbackForm, HelpCall, HelpReply
from models.forms.views import FormView
from models.mentorships.states import Side
from models.mentorships.tables import Mentorship
from models.mentorships.views import names, official_names
from models.people.curators import principal_curator
from models.people.names import official, polite
from models.people.tables import Account, Organisation, Person
from models.use_case import MAX_ID


@dataclass(frozen=True)
class Reader:
    """The curator who reads what somebody writes: the school's own, or the level above."""

    name: str
    is_usual: bool
    """Not the deputy or the level above, who read where the curator belongs to the pair (R-03)."""


@dataclass(frozen=True)
class Asked:
    """A form with what its question says: with whom the meeting was, and who will read the answer."""

    form: FormView
    partner: str
    reader: Reader | None


@dataclass(frozen=True)
class CallCard:
    """A call as its curator reads it."""

    id: int
    kind: CallKind
    name: str
    school: str
    partner: str
    text: str
    asked_at: datetime
    mentorship_id: int | None
    taken_by: str
    is_closed: bool
    has_account: bool


@dataclass(frozen=True)
class ReplyCard:
    """A curator's words to whoever called."""

    author: str
    text: str
    mentorship_id: int | None


async def asked(session: AsyncSession, actor: Actor, form_id: int, now: datetime) -> Asked:
    """The actor's own form. Raises ProgrammeError `error-gone` for anybody else's."""
    return await session.run_sync(_asked, actor, form_id, now)


async def reader_of(
    session: AsyncSession, actor: Actor, now: datetime, mentorship_id: int | None = None
) -> Reader | None:
    """Who will read a call of the actor about a pair, or about any of theirs; None where there is no curator yet."""
    return await session.run_sync(_reader_of, actor, now, mentorship_id)


async def call_card(session: AsyncSession, actor: Actor, call_id: int) -> CallCard:
    """A call. Raises ProgrammeError `error-gone`, `error-no-access` for whoever it is not meant for."""
    return await session.run_sync(_call_card, actor, call_id)


async def open_calls(session: AsyncSession, actor: Actor) -> tuple[CallCard, ...]:
    """The open calls that the actor may read, the oldest first."""
    return await session.run_sync(_open_calls, actor)


async def reply_card(session: AsyncSession, actor: Actor, reply_id: int) -> ReplyCard:
    """A reply to the actor's own call. Raises ProgrammeError `error-gone`."""
    return await session.run_sync(_reply_card, actor, reply_id)


async def my_average(session: AsyncSession, actor: Actor) -> Average:
    """A mentor's own average, from at least three different mentees (R-16)."""
    return await session.run_sync(own_average, actor.me)


def _asked(session: Session, actor: Actor, form_id: int, now: datetime) -> Asked:
    form = session.get(FeedbackForm, form_id) if 0 < form_id <= MAX_ID else None
    if form is None or not form.is_open_to(actor):
        raise ProgrammeError("error-gone")
    pair = form.meeting.mentorship
    partner = names(pair.on(Side.MENTEE if form.side is Side.MENTOR else Side.MENTOR))
    return Asked(FormView.of(form, now), partner, _reader(session, actor, pair.organisation_id, pair, now))


def _reader_of(session: Session, actor: Actor, now: datetime, mentorship_id: int | None) -> Reader | None:
    pair = session.get(Mentorship, mentorship_id) if mentorship_id is not None else None
    if pair is not None and pair.side_of(actor.person_id) is None:
        raise outside(actor, "Mentorship", pair.id)
    organisation_id = pair.organisation_id if pair else session.get_one(Person, actor.me).organisation_id
    return _reader(session, actor, organisation_id, pair, now)


def _reader(
    session: Session, actor: Actor, organisation_id: int, pair: Mentorship | None, now: datetime
) -> Reader | None:
    usual = principal_curator(session, organisation_id, now)
    reader = principal_curator(session, organisation_id, now, concerned(session, actor.me, pair))
    if reader is None:
        return None
    return Reader(polite(reader), usual is not None and usual.id == reader.id)


def _call_card(session: Session, actor: Actor, call_id: int) -> CallCard:
    call = session.get(HelpCall, call_id) if 0 < call_id <= MAX_ID else None
    if call is None:
        raise ProgrammeError("error-gone")
    if not call.is_open_to(actor):
        raise outside(actor, "HelpCall", call.id)
    return _card(session, call)


def _card(session: Session, call: HelpCall) -> CallCard:
    pair = session.get(Mentorship, call.mentorship_id) if call.mentorship_id else None
    side = pair.side_of(call.person_id) if pair else None
    others = [member for member in pair.members if member.side is not side] if pair and side else []
    taker = session.get(Person, call.taken_by) if call.taken_by else None
    has_account = session.scalar(select(Account.id).where(Account.person_id == call.person_id).limit(1)) is not None
    return CallCard(
        id=call.id,
        kind=call.kind,
        name=official(call.person),
        school=session.get_one(Organisation, call.organisation_id).short_name,
        partner=official_names(others),
        text=call.text,
        asked_at=call.asked_at,
        mentorship_id=call.mentorship_id,
        taken_by=official(taker) if taker else "",
        is_closed=call.closed_at is not None,
        has_account=has_account,
    )


def _open_calls(session: Session, actor: Actor) -> tuple[CallCard, ...]:
    calls = session.scalars(
        select(HelpCall)
        .where(HelpCall.organisation_id.in_(actor.curates), HelpCall.closed_at.is_(None))
        .order_by(HelpCall.asked_at, HelpCall.id)
    )
    return tuple(_card(session, call) for call in calls if call.is_open_to(actor))


def _reply_card(session: Session, actor: Actor, reply_id: int) -> ReplyCard:
    reply = session.get(HelpReply, reply_id) if 0 < reply_id <= MAX_ID else None
    call = session.get_one(HelpCall, reply.call_id) if reply else None
    if reply is None or call is None or call.person_id != actor.person_id:
        raise ProgrammeError("error-gone")
    return ReplyCard(polite(session.get_one(Person, reply.author_id)), reply.text, call.mentorship_id)
