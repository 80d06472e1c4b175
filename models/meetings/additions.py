"""What is added to a record: the text of both sides, voice notes and photos, and a note of one's own (R-20)."""

from enum import StrEnum

from sqlalchemy import func, select

from models.access import Permission
from models.errors import ProgrammeError
from models.meetings.reminders import tell_record
from models.meetings.rules import MAX_ATTACHMENTS, MAX_NOTE, MAX_TEXT, check_length
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting, MeetingAttachment, MeetingNote
from models.meetings.views import MeetingView
from models.use_case import Tx, use_case

_MAX_REF = 300


class AttachmentKind(StrEnum):
    """What may be sent instead of typing."""

    VOICE = "VOICE"
    PHOTO = "PHOTO"
    DOCUMENT = "DOCUMENT"


@use_case(Permission.PLAN)
def add_text(tx: Tx, meeting_id: int, text: str) -> MeetingView:
    """Adds a paragraph to the record's text, which mentor and mentee read and the curator does not; both may write.

    Raises ProgrammeError, and keeps what was there, where the whole would pass 4,000 characters or nothing is said.
    """
    meeting = _record_of_mine(tx, meeting_id)
    whole = f"{meeting.log_text}\n{text.strip()}" if meeting.log_text and text.strip() else text
    meeting.log_text = check_length(whole, MAX_TEXT)
    tell_record(tx, meeting)
    return MeetingView.of(meeting, tx.actor)


@use_case(Permission.PLAN)
def add_attachment(tx: Tx, meeting_id: int, kind: AttachmentKind, file_ref: str) -> MeetingView:
    """Ties a file of the actor's messenger to the record, by its reference there; the same file once.

    Raises ProgrammeError beyond ten files.
    """
    meeting = _record_of_mine(tx, meeting_id)
    known = list(
        tx.session.scalars(select(MeetingAttachment.file_ref).where(MeetingAttachment.meeting_id == meeting_id))
    )
    if file_ref in known:
        return MeetingView.of(meeting, tx.actor)
    if len(known) >= MAX_ATTACHMENTS or not 0 < len(file_ref) <= _MAX_REF:
        raise ProgrammeError("error-meetings-attachments", limit=MAX_ATTACHMENTS)
    tx.add(
        MeetingAttachment(
            meeting_id=meeting.id,
            author_id=tx.actor.me,
            kind=kind.value,
            channel=tx.actor.channel,
            file_ref=file_ref,
            added_at=tx.now,
        )
    )
    tell_record(tx, meeting)
    return MeetingView.of(meeting, tx.actor)


@use_case(Permission.PLAN)
def add_note(tx: Tx, meeting_id: int, text: str) -> int:
    """Keeps a note to a meeting that nobody but its author ever reads; returns how many of theirs it has now.

    Raises ProgrammeError beyond 2,000 characters.
    """
    meeting = tx.get(Meeting, meeting_id)
    note = check_length(text, MAX_NOTE)
    tx.add(MeetingNote(meeting_id=meeting.id, author_id=tx.actor.me, text=note, written_at=tx.now))
    mine = (MeetingNote.meeting_id == meeting.id, MeetingNote.author_id == tx.actor.me)
    return tx.session.scalar(select(func.count()).select_from(MeetingNote).where(*mine)) or 0


def _record_of_mine(tx: Tx, meeting_id: int) -> Meeting:
    """A held meeting of the actor's own pair: the curator reads no texts and writes none."""
    meeting = tx.get(Meeting, meeting_id)
    if meeting.mentorship.side_of(tx.actor.person_id) is None:
        raise ProgrammeError("error-no-access")
    if meeting.state is not MeetingState.HELD:
        raise ProgrammeError("error-meetings-no-record")
    return meeting
