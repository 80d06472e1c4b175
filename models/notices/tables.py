"""The outbox's one table (architecture: «Notices»)."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Keyed


class NoticeState(StrEnum):
    """Where a notice stands."""

    WAITING = "WAITING"
    CLAIMED = "CLAIMED"
    """A sender holds it by a lease; safe to claim anew once the lease is over."""
    STARTED = "STARTED"
    """The request may have left: from here a crash makes the outcome unknown."""
    HELD = "HELD"
    """Due before a restore, and perhaps sent already: a curator says what becomes of it."""
    SENT = "SENT"
    VOID = "VOID"
    """What it was about has changed before it left."""
    EXPIRED = "EXPIRED"
    """Too late to be of use."""
    UNKNOWN = "UNKNOWN"
    """Started, outcome not known, and not worth repeating."""
    UNREACHABLE = "UNREACHABLE"
    """No account, or the person has blocked the bot."""
    SET_ASIDE = "SET_ASIDE"
    """Could not be rendered or sent after several tries."""


class Notice(Keyed, Base):
    """Something that one person must be told at a certain time."""

    __tablename__ = "notice"
    __table_args__ = (Index("ix_notice_due", "state", "due_at"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]]
    """Ids and codes; the words are found when it is sent."""
    subject: Mapped[str] = mapped_column(index=True)
    """What it is about, «meeting:42»: changing the subject voids what has not left."""
    key: Mapped[str] = mapped_column(unique=True)
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    state: Mapped[NoticeState] = mapped_column(default=NoticeState.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    repeated: Mapped[bool] = mapped_column(default=False)
    """Sent again after an unknown outcome, and says so («повтор»)."""
    lease_until: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    message_id: Mapped[int | None]
    problem: Mapped[str] = mapped_column(default="")
    """Why it is set aside: a class of error, never a text."""
    created_at: Mapped[datetime]
