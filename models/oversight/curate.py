"""What a curator can do about a line of the digest with one tap."""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from models.access import Permission
from models.errors import ProgrammeError
from models.meetings.tables import Meeting
from models.mentorships.states import RUNNING, Side
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.notices.rules import ASKED_AGAIN
from models.notices.tables import Notice
from models.oversight.conditions.meetings import overdue_logs
from models.oversight.conditions.schools import in_pairs
from models.oversight.finding import School
from models.oversight.limits import limits_of
from models.oversight.states import SignalCode
from models.oversight.sweep import ask_both
from models.people.consents import runs_on
from models.people.curators import curators_at
from models.people.guardians import linked_to, subject
from models.people.tables import Organisation, Person
from models.terms import PersonKind
from models.use_case import Tx, use_case


@dataclass(frozen=True)
class ConsentsAsked:
    """How many are asked for their consent, were asked within a week already, and give it on paper."""

    new: int
    before: int
    on_paper: int


@use_case(Permission.CURATE)
def ask_pair(tx: Tx, mentorship_id: int) -> int:
    """«Спросить пару»: both sides get a question with buttons, at most one a day; gives how many have an account.

    Raises ProgrammeError `error-no-access` for a pair of another school, `error-pair-over` for one that is over.
    """
    mentorship = tx.get(Mentorship, mentorship_id)
    if mentorship.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    if mentorship.state not in RUNNING:
        raise ProgrammeError("error-pair-over")
    ask_both(tx, mentorship, NoticeKind.PAIR_ASKED_BY_CURATOR, f"curator-{tx.now.date()}")
    return sum(bool(member.person.accounts) for member in mentorship.members)


@use_case(Permission.CURATE)
def nudge_logs(tx: Tx, organisation_id: int) -> int:
    """«Напомнить»: asks once more about each meeting without a record, at most once a day; gives how many people.

    The mentor is asked, the mentee where the mentor has no account. Raises ProgrammeError `error-no-access`.
    """
    tx.get(Organisation, organisation_id)
    if organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    school = School.at(tx.session, organisation_id, tx.now)
    reached: set[int] = set()
    for meeting in overdue_logs(school):
        person = _who_records(meeting)
        if person is not None:
            reached.add(person.id)
            _nudge(tx, person, meeting, school.zone)
    return len(reached)


@use_case(Permission.CURATE)
def ask_school(tx: Tx, organisation_id: int) -> int:
    """«Написать»: a level above asks the school's curators how it goes, at most once a day; gives how many it reaches.

    Raises ProgrammeError `error-no-access`.
    """
    school = tx.get(Organisation, organisation_id)
    if school.id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    posted = 0
    others = (one for one in curators_at(tx.session, school.id) if one.id != tx.actor.me)
    for curator in others:
        payload = {"organisation_id": school.id, "asked_by": tx.actor.me}
        day = tx.now.astimezone(ZoneInfo(school.zone)).date()
        post(tx, curator, NoticeKind.SCHOOL_ASKED, f"school:{school.id}", payload=payload, version=str(day))
        posted += bool(curator.accounts)
    return posted


@use_case(Permission.CURATE)
def ask_consents(tx: Tx, organisation_id: int) -> ConsentsAsked:
    """«Попросить всех»: whoever in running pairs is, or will soon be, without consent; nobody twice within a week.

    For pupils their parents in the chat are asked; other pupils' consents are on paper, as are those of whoever has no
    bot. Raises ProgrammeError `error-no-access`.
    """
    school = tx.get(Organisation, organisation_id)
    if school.id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    ahead = timedelta(days=limits_of(tx.session, school.id)[SignalCode.CONSENT_EXPIRING])
    soon = tx.now.astimezone(ZoneInfo(school.zone)).date() + ahead
    told = (selectinload(Person.accounts), joinedload(Person.organisation))
    people = tx.session.scalars(in_pairs(school.id, ~runs_on(soon)).options(*told).order_by(Person.id)).all()
    pupils = [one.id for one in people if one.kind is PersonKind.STUDENT]
    parents = linked_to(tx.session, pupils)
    adults = [one for one in people if one.accounts and one.kind is not PersonKind.STUDENT]
    whom: dict[str, tuple[Person, NoticeKind, dict[str, int]]]
    whom = {f"person:{one.id}": (one, NoticeKind.CONSENT_ASKED, {}) for one in adults}
    whom |= {subject(one): (one.guardian, NoticeKind.PARENT_CONSENT_ASKED, {"link_id": one.id}) for one in parents}
    lately = select(Notice.subject).where(
        Notice.subject.in_(whom),
        Notice.kind.in_((NoticeKind.CONSENT_ASKED.value, NoticeKind.PARENT_CONSENT_ASKED.value)),
        Notice.due_at > tx.now - ASKED_AGAIN,
    )
    before = set(tx.session.scalars(lately))
    for about in whom.keys() - before:
        person, kind, payload = whom[about]
        post(tx, person, kind, about, payload=payload, version=f"{tx.now:%Y%m%d}")
    reached = {one.id for one in adults} | {one.child_person_id for one in parents}
    return ConsentsAsked(len(whom) - len(before), len(before), len(people) - len(reached))


def _who_records(meeting: Meeting) -> Person | None:
    pair = meeting.mentorship
    people = (member.person for side in (Side.MENTOR, Side.MENTEE) for member in pair.on(side))
    return next((person for person in people if person.accounts), None)


def _nudge(tx: Tx, person: Person, meeting: Meeting, zone: ZoneInfo) -> None:
    day = tx.now.astimezone(zone).date()
    payload = {"meeting_id": meeting.id}
    post(tx, person, NoticeKind.LOG_NUDGE, f"meeting:{meeting.id}", payload=payload, version=f"curator-{day}")
