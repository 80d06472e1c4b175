"""Whom a meeting's steps are told, and its reminders by R-09. All in the transaction of the step."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, select

from models.meetings.tables import Meeting
from models.mentorships.states import Side
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.post import post, quiet_hours_of, void, zone_of
from models.notices.rules import log_nudge_at, log_prompt_at, reminder_1h, reminder_24h
from models.notices.tables import Notice, NoticeState
from models.people.tables import Person
from models.terms import MentoringType
from models.use_case import Tx

_PROMPT_LASTS = timedelta(days=7)
_TEXT_SETTLES = timedelta(minutes=10)
_TOLD = (
    select(Notice)
    .where(
        Notice.subject == bindparam("about"), Notice.kind == bindparam("kind"), Notice.person_id == bindparam("told")
    )
    .execution_options(populate_existing=True)  # what was voided meanwhile was voided in the table
)


def subject_of(meeting: Meeting) -> str:
    """What its notices are about."""
    return f"meeting:{meeting.id}"


def tell_others(tx: Tx, meeting: Meeting, kind: NoticeKind) -> None:
    """Tells all members but whoever acts; that one of a group will come is news to its planner alone."""
    is_small = kind is NoticeKind.MEETING_CONFIRMED and meeting.mentorship.type is not MentoringType.PERSONAL
    for person in _people(meeting.mentorship):
        if person.id != tx.actor.person_id and (not is_small or person.id == meeting.planned_by):
            post(tx, person, kind, subject_of(meeting), payload={"meeting_id": meeting.id})


def tell_record(tx: Tx, meeting: Meeting) -> None:
    """Tells the other members of a record.

    Whoever writes goes on writing for a while: what is told of it waits ten minutes and starts anew with each text,
    so that one notice brings it all. A mentee's record is the mentor's to check, at once.
    """
    wait = timedelta() if meeting.from_mentee and not meeting.log_text else _TEXT_SETTLES
    for person in _people(meeting.mentorship):
        if person.id != tx.actor.person_id:
            _tell_of_record(tx, meeting, person, tx.now + wait)


def _tell_of_record(tx: Tx, meeting: Meeting, person: Person, due_at: datetime) -> None:
    kind = NoticeKind.MEETING_LOGGED
    about = {"about": subject_of(meeting), "kind": kind.value, "told": person.id}
    told = list(tx.session.scalars(_TOLD, about))
    waiting = [notice for notice in told if notice.state is NoticeState.WAITING]
    for notice in waiting:
        notice.due_at = max(notice.due_at, due_at)
    if not waiting:
        payload = {"meeting_id": meeting.id}
        post(tx, person, kind, subject_of(meeting), payload=payload, version=f"v{len(told)}", due_at=due_at)


def post_reminders(tx: Tx, meeting: Meeting) -> None:
    """Reminders a day and an hour before, «Состоялась?» after it, the mentor's nudge on the next working day.

    What is late already is left out; none outlives its use. Each person's own zone and quiet hours count.
    """
    for person in _people(meeting.mentorship):
        day_before = reminder_24h(meeting.starts_at, zone_of(person), quiet_hours_of(person))
        for kind, due_at in (
            (NoticeKind.REMINDER_24H, day_before),
            (NoticeKind.REMINDER_1H, reminder_1h(meeting.starts_at)),
        ):
            if due_at > tx.now:
                _post_timed(tx, meeting, person, kind, due_at, meeting.starts_at)
    _post_prompts(tx, meeting)


def void_notices(tx: Tx, meeting: Meeting) -> None:
    """Takes back all that has not left: a reminder for the old time can never go out."""
    void(tx, subject_of(meeting))


def _post_prompts(tx: Tx, meeting: Meeting) -> None:
    askers = [person for person in _recorders(meeting.mentorship) if person.accounts]
    if not askers:
        # Nobody of the pair has an account: whoever planned for them writes it down for them, too.
        askers = [tx.session.get_one(Person, meeting.planned_by)]
    last = meeting.ends_at + _PROMPT_LASTS
    for person in askers:
        _post_timed(tx, meeting, person, NoticeKind.LOG_PROMPT, log_prompt_at(meeting.ends_at), last)
    nudged = askers[0]
    _post_timed(tx, meeting, nudged, NoticeKind.LOG_NUDGE, log_nudge_at(meeting.ends_at, zone_of(nudged)), last)


def _post_timed(
    tx: Tx, meeting: Meeting, person: Person, kind: NoticeKind, due_at: datetime, expires_at: datetime
) -> None:
    payload = {"meeting_id": meeting.id}
    post(tx, person, kind, subject_of(meeting), payload=payload, due_at=due_at, expires_at=expires_at)


def _people(pair: Mentorship) -> list[Person]:
    """All who have agreed, the mentors first: the nudge is theirs."""
    return [member.person for member in sorted(pair.taking_part, key=lambda one: one.side is not Side.MENTOR)]


def _recorders(pair: Mentorship) -> list[Person]:
    """Who is asked whether a meeting took place: both of a pair; in a group the mentor, of teams the mentors."""
    mentors = [member.person for member in pair.taking_part if member.side is Side.MENTOR]
    if pair.type is MentoringType.PERSONAL or not any(person.accounts for person in mentors):
        return _people(pair)
    return mentors
