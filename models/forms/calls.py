"""Calls for the curator: «Нужна помощь», a talk, another mentor. They reach whoever stands outside the pair (R-03)."""

from sqlalchemy import select

from models.access import Permission
from models.errors import ProgrammeError
from models.forms.concerned import concerned
from models.forms.states import CallKind
from models.forms.tables import HelpCall, HelpReply
from models.forms.views import CallView
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.post import post, void
from models.oversight.signals import raise_signal, settle_signal
from models.oversight.states import SignalCode
from models.people.curators import present_curators
from models.people.tables import Person
from models.terms import Severity
from models.use_case import Tx, use_case

MAX_TEXT = 2000
_NOTICES = {
    CallKind.HELP: NoticeKind.HELP_ASKED,
    CallKind.TALK: NoticeKind.TALK_WANTED,
    CallKind.PSYCHOLOGIST: NoticeKind.TALK_WANTED,
    CallKind.ANOTHER_MENTOR: NoticeKind.ANOTHER_MENTOR_WANTED,
}


@use_case(Permission.FEEDBACK)
def ask_help(tx: Tx, text: str = "", mentorship_id: int | None = None) -> CallView:
    """«Нужна помощь», with or without words, about a pair or in general; the curator hears it at once, at any hour.

    Asked again while the first call is open, the words are added to it and the curator hears again.
    Raises ProgrammeError `error-comment-long` above 2000 characters.
    """
    if len(text) > MAX_TEXT:
        raise ProgrammeError("error-comment-long", limit=MAX_TEXT)
    mentorship = tx.get(Mentorship, mentorship_id) if mentorship_id is not None else None
    if mentorship is not None and mentorship.side_of(tx.actor.me) is None:
        raise ProgrammeError("error-no-access")
    return call_curator(tx, CallKind.HELP, mentorship, text.strip())


@use_case(Permission.CURATE)
def take(tx: Tx, call_id: int) -> CallView:
    """«Взять в работу»: the other curators see that somebody cares. Taking twice changes nothing."""
    call = tx.get(HelpCall, call_id)
    if call.taken_at is None and call.closed_at is None:
        call.taken_at, call.taken_by = tx.now, tx.actor.me
    return CallView.of(call)


@use_case(Permission.CURATE)
def close(tx: Tx, call_id: int) -> CallView:
    """«Закрыть»: the matter is settled. Closing twice changes nothing."""
    call = tx.get(HelpCall, call_id)
    if call.closed_at is None:
        call.closed_at, call.closed_by = tx.now, tx.actor.me
        void(tx, subject_of(call.id))
        settle_signal(tx, SignalCode.HELP_ASKED, call.id)
    return CallView.of(call)


@use_case(Permission.CURATE)
def reply(tx: Tx, call_id: int, text: str) -> CallView:
    """Writes back to whoever called, and takes the call. Raises ProgrammeError `error-comment-long`."""
    call = tx.get(HelpCall, call_id)
    if not 0 < len(text.strip()) <= MAX_TEXT:
        raise ProgrammeError("error-comment-long", limit=MAX_TEXT)
    if call.taken_at is None:
        call.taken_at, call.taken_by = tx.now, tx.actor.me
    written = HelpReply(call_id=call.id, author_id=tx.actor.me, text=text.strip(), written_at=tx.now)
    tx.add(written)
    post(tx, call.person, NoticeKind.HELP_ANSWERED, f"reply:{written.id}", payload={"reply_id": written.id})
    return CallView.of(call)


def call_curator(tx: Tx, kind: CallKind, mentorship: Mentorship | None, text: str = "") -> CallView:
    """Tells the curators who stand outside the pair that the actor wants them; an open call of this kind is renewed."""
    call = _open_call(tx, kind, mentorship)
    if call is None:
        call = _new_call(tx, kind, mentorship)
    call.text = "\n".join(part for part in (call.text, text) if part)
    for reader in tx.session.scalars(select(Person).where(Person.id.in_(call.reader_ids))):
        version = tx.now.strftime("%Y%m%d%H%M%S")
        post(tx, reader, _NOTICES[kind], subject_of(call.id), payload={"call_id": call.id}, version=version)
    if kind is CallKind.HELP:
        raise_signal(tx, SignalCode.HELP_ASKED, call.organisation_id, call.id, severity=Severity.CRITICAL)
    return CallView.of(call)


def subject_of(call_id: int) -> str:
    """The subject under which notices about a call are kept."""
    return f"call:{call_id}"


def _open_call(tx: Tx, kind: CallKind, mentorship: Mentorship | None) -> HelpCall | None:
    return tx.session.scalar(
        select(HelpCall).where(
            HelpCall.person_id == tx.actor.me,
            HelpCall.kind == kind,
            HelpCall.mentorship_id == (mentorship.id if mentorship else None),
            HelpCall.closed_at.is_(None),
        )
    )


def _new_call(tx: Tx, kind: CallKind, mentorship: Mentorship | None) -> HelpCall:
    person = tx.session.get_one(Person, tx.actor.me)
    organisation_id = mentorship.organisation_id if mentorship else person.organisation_id
    passed_over = concerned(tx.session, person.id, mentorship)
    readers = present_curators(tx.session, organisation_id, tx.now, passed_over)
    call = HelpCall(
        organisation_id=organisation_id,
        person_id=person.id,
        mentorship_id=mentorship.id if mentorship else None,
        kind=kind,
        concerned_ids=sorted(passed_over),
        reader_ids=[reader.id for reader in readers],
        asked_at=tx.now,
    )
    tx.add(call)
    return call
