"""Opening and closing post-meeting forms, inside the transaction that records a meeting or ends a pair (§4.5)."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, func, select

from models.access import Permission
from models.forms.questions import OPEN_FOR, is_full_after
from models.forms.states import FORM, UNANSWERED, FormState
from models.forms.tables import FeedbackForm
from models.meetings.presence import absent_from
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.tables import Mentorship, MentorshipMember
from models.notices.kinds import NoticeKind
from models.notices.post import post, quiet_hours_of, void, zone_of
from models.notices.rules import NoticeClass, send_at
from models.people.tables import Person
from models.terms import MentoringType, PersonKind
from models.use_case import Tx, use_case

_BREATH = timedelta(minutes=3)
"""Whoever has just recorded the meeting is still busy with the record."""
_MARKING = timedelta(minutes=10)
"""Meanwhile whoever records a group's meeting marks who was there."""
_DAY = timedelta(days=1)
_HELD = (
    Meeting.mentorship_id == bindparam("pair"),
    Meeting.state == MeetingState.HELD,
    Meeting.id != bindparam("meeting"),
)
_LATER = select(Meeting.id).where(*_HELD, Meeting.starts_at > bindparam("at")).limit(1)
_EARLIER = select(func.count()).where(*_HELD, Meeting.starts_at < bindparam("at"))
_FORM_OF = select(FeedbackForm).where(
    FeedbackForm.meeting_id == bindparam("meeting"), FeedbackForm.respondent_id == bindparam("person")
)
_LAST_FULL = select(func.max(FeedbackForm.created_at)).where(
    FeedbackForm.mentorship_id == bindparam("pair"),
    FeedbackForm.respondent_id == bindparam("person"),
    FeedbackForm.is_full,
)


def open_forms(tx: Tx, meeting: Meeting) -> None:
    """Asks each member with an account who was there how a held meeting was; a second call changes nothing.

    The forms of the pair's earlier meetings close. Nobody is asked about a meeting that is long past, or not the
    pair's last one.
    """
    if not _is_fresh(tx, meeting):
        return
    _close(tx, FeedbackForm.mentorship_id == meeting.mentorship_id, FeedbackForm.meeting_id != meeting.id)
    absent = absent_from(tx.session, meeting.id)
    for member in meeting.mentorship.taking_part:
        if member.person.accounts and member.person_id not in absent:
            _open(tx, meeting, member)


def close_forms(tx: Tx, mentorship: Mentorship, reason: str = "") -> None:
    """Closes the forms that still wait in a pair; what was answered stays. `reason` is a code for the reader only."""
    _close(tx, FeedbackForm.mentorship_id == mentorship.id)


def void_forms(tx: Tx, meeting: Meeting) -> None:
    """Takes the forms of a voided meeting out of all counts, answered or not."""
    for form in tx.session.scalars(select(FeedbackForm).where(FeedbackForm.meeting_id == meeting.id)):
        if FORM.allows(form.state, "void"):
            form.state = FORM.after(form.state, "void")
        void(tx, subject_of(form.id))


def withdraw_form(tx: Tx, meeting: Meeting, person_id: int) -> None:
    """Somebody was not at a group's meeting after all (YAR-22): what they were asked does not count."""
    form = _form_of(tx, meeting, person_id)
    if form is not None and FORM.allows(form.state, "void"):
        form.state = FORM.after(form.state, "void")
        void(tx, subject_of(form.id))


@use_case(Permission.SWEEP)
def expire_forms(tx: Tx, organisation_id: int) -> int:
    """Closes the organisation's forms that nobody answered within seven days; gives their number."""
    return _close(tx, FeedbackForm.organisation_id == organisation_id, FeedbackForm.closes_at <= tx.now)


def subject_of(form_id: int) -> str:
    """The subject under which notices about a form are kept."""
    return f"form:{form_id}"


def _is_fresh(tx: Tx, meeting: Meeting) -> bool:
    is_recent = tx.now - meeting.ends_at <= OPEN_FOR
    return is_recent and tx.session.scalar(_LATER, _facts(meeting)) is None


def _facts(meeting: Meeting) -> dict[str, object]:
    return {"pair": meeting.mentorship_id, "meeting": meeting.id, "at": meeting.starts_at}


def _open(tx: Tx, meeting: Meeting, member: MentorshipMember) -> None:
    person = member.person
    known = _form_of(tx, meeting, person.id)
    if known is not None and (known.state is not FormState.VOID or known.usefulness is not None):
        return
    if known is not None:  # They were marked as absent for a moment: asked anew.
        tx.session.delete(known)
        tx.session.flush()
    number = _number_of(tx, meeting)
    asked_at = _asked_at(person, tx.now + _wait(meeting, person))
    form = FeedbackForm(
        meeting_id=meeting.id,
        mentorship_id=meeting.mentorship_id,
        organisation_id=meeting.organisation_id,
        respondent_id=person.id,
        side=member.side,
        number=number,
        is_full=is_full_after(number, _last_full(tx, meeting.mentorship_id, person.id), tx.now),
        state=FORM.after(FormState.SCHEDULED, "send"),
        items={},
        created_at=tx.now,
        sent_at=asked_at,
        closes_at=asked_at + OPEN_FOR,
    )
    tx.add(form)
    _ask(tx, person, form, asked_at)


def _form_of(tx: Tx, meeting: Meeting, person_id: int) -> FeedbackForm | None:
    return tx.session.scalar(_FORM_OF, {"meeting": meeting.id, "person": person_id})


def _wait(meeting: Meeting, person: Person) -> timedelta:
    if meeting.mentorship.type is not MentoringType.PERSONAL:
        return _MARKING
    return _BREATH if meeting.logged_by == person.id else timedelta()


def _ask(tx: Tx, person: Person, form: FeedbackForm, asked_at: datetime) -> None:
    subject, payload = subject_of(form.id), {"form_id": form.id}
    post(
        tx,
        person,
        NoticeKind.FEEDBACK_ASKED,
        subject,
        payload=payload,
        due_at=asked_at,
        expires_at=form.closes_at,
    )
    post(tx, person, NoticeKind.FEEDBACK_NUDGE, subject, payload=payload, due_at=asked_at + _DAY)


def _asked_at(person: Person, wanted: datetime) -> datetime:
    """A form is timed, yet it can wait for the morning: it keeps quiet hours (R-09) and a child's night (§4.5)."""
    is_child = person.kind is PersonKind.STUDENT
    return send_at(NoticeClass.ANSWER, wanted, zone_of(person), quiet_hours_of(person), is_child=is_child)


def _number_of(tx: Tx, meeting: Meeting) -> int:
    return (tx.session.scalar(_EARLIER, _facts(meeting)) or 0) + 1


def _last_full(tx: Tx, mentorship_id: int, person_id: int) -> datetime | None:
    return tx.session.scalar(_LAST_FULL, {"pair": mentorship_id, "person": person_id})


def _close(tx: Tx, *conditions: ColumnElement[bool]) -> int:
    waiting = select(FeedbackForm).where(FeedbackForm.state.in_(UNANSWERED), *conditions)
    forms = list(tx.session.scalars(waiting))
    for form in forms:
        form.state = FORM.after(form.state, "closed_by_time")
        void(tx, subject_of(form.id))
    return len(forms)
