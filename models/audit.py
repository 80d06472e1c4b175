"""What was done: one entry for each use case that committed, and the results that answer a repeated update."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Keyed


class AuditEntry(Keyed, Base):
    """Who did what and when. Ids, dates and codes only: texts and names never come here."""

    __tablename__ = "audit_entry"

    at: Mapped[datetime] = mapped_column(index=True)
    person_id: Mapped[int | None] = mapped_column(index=True)
    use_case: Mapped[str]
    arguments: Mapped[dict[str, Any]]
    inbox_id: Mapped[int | None]


class Effect(Base):
    """The stored result of one step of one update: when a crashed update runs again, it answers instead of acting."""

    __tablename__ = "effect"

    inbox_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    step: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    use_case: Mapped[str]
    result: Mapped[str]
