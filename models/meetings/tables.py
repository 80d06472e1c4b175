"""Meetings of a pair: the plan, the record, and what was added to it."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.access import Actor
from models.base import Base, Keyed
from models.meetings.states import MeetingKind, MeetingMethod, MeetingMode, MeetingState, Obstacle
from models.mentorships.tables import Mentorship


class Meeting(Keyed, Base):
    """A planned or held contact of a pair. A moved meeting ends and a linked new one begins."""

    __tablename__ = "meeting"

    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    kind: Mapped[MeetingKind] = mapped_column(default=MeetingKind.REGULAR)
    state: Mapped[MeetingState] = mapped_column(default=MeetingState.DRAFT)
    mode: Mapped[MeetingMode] = mapped_column(default=MeetingMode.OFFLINE)
    method: Mapped[MeetingMethod] = mapped_column(default=MeetingMethod.TALK)
    place: Mapped[str] = mapped_column(default="")
    """A room, an address, or the link of an online meeting; empty while nobody has said."""
    elsewhere: Mapped[bool] = mapped_column(default=False)
    """Not at school: the reminder an hour before goes out even when everybody has said «Буду» (R-09)."""
    zone: Mapped[str]
    """IANA name; the meeting keeps its own."""
    starts_at: Mapped[datetime] = mapped_column(index=True)
    duration_min: Mapped[int] = mapped_column(default=45)
    planned_by: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=True)
    """Null only where the pair has had its time (models/retention); such meetings are open to nobody."""
    planned_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    logged_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    logged_at: Mapped[datetime | None]
    log_text: Mapped[str] = mapped_column(default="")
    """What was agreed, of both sides, in the order of writing; read by the mentor and the mentee only (R-20)."""
    unplanned: Mapped[bool] = mapped_column(default=False)
    from_mentee: Mapped[bool] = mapped_column(default=False)
    """Recorded by the mentee: «со слов наставляемого»."""
    entered_late: Mapped[bool] = mapped_column(default=False)
    """Entered by the curator after the usual 30 days: «внесено позже»."""
    obstacle: Mapped[Obstacle | None]
    cancel_reason: Mapped[str] = mapped_column(default="")
    """A code: of Obstacle, or PAIR where the pair paused or ended."""
    void_reason: Mapped[str] = mapped_column(default="")
    """The curator's words, of a record that does not count."""
    reschedule_of: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    closed_at: Mapped[datetime | None]

    mentorship: Mapped[Mentorship] = relationship(lazy="joined", innerjoin=True)

    @property
    def ends_at(self) -> datetime:
        """When it is over by plan, in UTC."""
        return self.starts_at + timedelta(minutes=self.duration_min)

    def is_open_to(self, actor: Actor) -> bool:
        """The members of its pair who have agreed, and the curators of its school."""
        return self.mentorship.is_shared_with(actor)


Meeting.at_once = (joinedload(Meeting.mentorship).joinedload(Mentorship.members),)


class MeetingAttendance(Keyed, Base):
    """Whether a member was at a held meeting of a group or of teams; a pair needs none (YAR-22, R-13).

    Before the meeting a row says that somebody will not come.
    """

    __tablename__ = "meeting_attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """Nobody any more once the group has had its time (models/retention): the attendance stays a count."""
    present: Mapped[bool]


class MeetingVersion(Keyed, Base):
    """How a record stood before somebody changed it (§4.4: «version kept»)."""

    __tablename__ = "meeting_version"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    starts_at: Mapped[datetime]
    duration_min: Mapped[int]
    method: Mapped[MeetingMethod]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")
    """The curator's words; the mentor needs none."""


class MeetingNote(Keyed, Base):
    """«Личная заметка»: its author's alone (R-20)."""

    __tablename__ = "meeting_note"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    text: Mapped[str]
    written_at: Mapped[datetime]


class MeetingAttachment(Keyed, Base):
    """A voice note or a photo added to a record; the file stays with the messenger, by its id."""

    __tablename__ = "meeting_attachment"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str]
    """VOICE, PHOTO or DOCUMENT."""
    channel: Mapped[str]
    file_ref: Mapped[str]
    added_at: Mapped[datetime]


class MonthLetter(Base):
    """A mentor who wants to read «Мой месяц»; without a row nobody does."""

    __tablename__ = "month_letter"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
