"""Notices held back after a restore: they may have been sent already, so that a curator says what becomes of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from models.access import Permission
from models.errors import ProgrammeError
from models.meetings.tables import Meeting
from models.notices.kinds import NoticeKind, class_of
from models.notices.post import post, quiet_hours_of, zone_of
from models.notices.rules import NoticeClass, send_at
from models.notices.tables import Notice, NoticeState
from models.people.curators import curators_of
from models.people.tables import Person
from models.use_case import Tx, use_case

LEFT = "left after a restore"
_UNSENT = (NoticeState.WAITING, NoticeState.CLAIMED, NoticeState.STARTED)
_BEFORE_A_MEETING = {
    NoticeKind.MEETING_PLANNED.value,
    NoticeKind.MEETING_CONFIRMED.value,
    NoticeKind.MEETING_MOVED.value,
    NoticeKind.MEETING_CANCELLED.value,
    NoticeKind.REMINDER_24H.value,
    NoticeKind.REMINDER_1H.value,
}
"""Of use while their meeting lies ahead."""


@dataclass(frozen=True)
class Decided:
    """What has become of the notices that were held back."""

    sent: int
    left: int


@use_case(Permission.SWEEP)
def hold_back(tx: Tx, made_at: datetime) -> int:
    """Holds back what was due until now, and what the programme has posted at this very moment to catch up.

    `made_at` is when the copy was made. Tells the curators of the people concerned, each once; gives the number held.
    """
    due = or_(Notice.due_at <= tx.now, Notice.created_at >= tx.now)
    held = tx.session.scalars(select(Notice).where(Notice.state.in_(_UNSENT), due)).all()
    for notice in held:
        notice.state, notice.lease_until = NoticeState.HELD, None
    tx.session.flush()
    for curator in _curators(tx, {notice.person_id for notice in held}):
        subject = f"restored:{tx.now:%Y%m%d%H%M%S}"
        post(tx, curator, NoticeKind.RESTORED, subject, payload={"made_at": made_at.isoformat()})
    return len(held)


@use_case(Permission.CURATE)
def send_held(tx: Tx) -> Decided:
    """Sends what is held back for the people in the curator's scope and still of use, as «повтор»; the rest is left.

    Raises ProgrammeError `error-nothing-held` where all is decided.
    """
    held = _in_scope(tx)
    sent = [notice for notice in held if _send(tx, notice)]
    return Decided(sent=len(sent), left=len(held) - len(sent))


@use_case(Permission.CURATE)
def leave_held(tx: Tx) -> Decided:
    """Leaves all unsent that is held back for the people in the curator's scope. Raises as `send_held` does."""
    held = _in_scope(tx)
    for notice in held:
        notice.state, notice.problem = NoticeState.VOID, LEFT
    return Decided(sent=0, left=len(held))


def _in_scope(tx: Tx) -> Sequence[Notice]:
    held = tx.session.scalars(
        select(Notice)
        .join(Person, Person.id == Notice.person_id)
        .where(Notice.state == NoticeState.HELD, Person.organisation_id.in_(tx.actor.curates))
        .with_for_update(of=Notice)
    ).all()
    if not held:
        raise ProgrammeError("error-nothing-held")
    return held


def _send(tx: Tx, notice: Notice) -> bool:
    """It waits again, at an hour that suits its person; expired where it has lost its use by then."""
    moment = _moment(tx, notice)
    if (notice.expires_at is not None and notice.expires_at <= moment) or _meeting_is_past(tx, notice, moment):
        notice.state = NoticeState.EXPIRED
        return False
    notice.state, notice.due_at, notice.repeated = NoticeState.WAITING, moment, True
    return True


def _moment(tx: Tx, notice: Notice) -> datetime:
    """Its own hour may be hours past: what was timed waits for the morning like an answer."""
    person = tx.session.get_one(Person, notice.person_id)
    kind = NoticeKind(notice.kind)
    is_bundle = kind is NoticeKind.BUNDLE
    usual = NoticeClass.BUNDLED if is_bundle else class_of(kind)
    cls = NoticeClass.ANSWER if usual is NoticeClass.TIMED else usual
    return send_at(cls, max(tx.now, notice.due_at), zone_of(person), quiet_hours_of(person))


def _meeting_is_past(tx: Tx, notice: Notice, moment: datetime) -> bool:
    if notice.kind not in _BEFORE_A_MEETING:
        return False
    meeting = tx.session.get(Meeting, notice.payload["meeting_id"])
    return meeting is None or meeting.starts_at <= moment


def _curators(tx: Tx, person_ids: set[int]) -> list[Person]:
    """Whose matter these people are, each curator once."""
    schools = set(tx.session.scalars(select(Person.organisation_id).where(Person.id.in_(person_ids))))
    found = {person.id: person for school in sorted(schools) for person in curators_of(tx.session, school)}
    return list(found.values())
