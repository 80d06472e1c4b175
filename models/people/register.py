"""When a mentor was in the register: the history that a profile's state does not keep (R-14)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, ForeignKey, event, insert, inspect, update
from sqlalchemy.orm import AttributeState, Mapped, Mapper, mapped_column, object_session

from models.base import Base, Keyed
from models.people.states import MentorState
from models.people.tables import MentorProfile
from models.terms import MentorSource

IN_REGISTER = (MentorState.APPROVED, MentorState.PAUSED)
"""A mentor who rests is a mentor (reference.md §6, block 2)."""
NOW = "now"
"""Under this name a session knows the moment of its use case."""


class MentorTerm(Keyed, Base):
    """A stretch of time in which somebody stood in a school's register of mentors, come from one source.

    Written whenever a profile changes, so that the counts of a past date stay what they were.
    """

    __tablename__ = "mentor_term"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    source: Mapped[MentorSource]
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    """Empty while it lasts."""


def term_of(card: Mapping[str, Any], since: datetime) -> dict[str, Any]:
    """The term that a card in force begins, for whoever writes cards as rows: the mapper's events see objects only."""
    return {name: card[name] for name in ("person_id", "organisation_id", "source")} | {"since": since}


@event.listens_for(MentorProfile, "after_insert")
@event.listens_for(MentorProfile, "after_update")
def _remember(_mapper: Mapper[MentorProfile], connection: Connection, card: MentorProfile) -> None:
    """Ends the term that no longer holds and begins the one that does; outside a use case nobody knows the moment."""
    session = object_session(card)
    now: datetime | None = session.info.get(NOW) if session is not None else None
    facts = inspect(card).attrs
    if now is None or not (facts.state.history.has_changes() or facts.source.history.has_changes()):
        return
    is_registered, was_registered = card.state in IN_REGISTER, _before(facts.state) in IN_REGISTER
    if is_registered and was_registered and not facts.source.history.has_changes():
        return
    running = update(MentorTerm).where(MentorTerm.person_id == card.person_id, MentorTerm.until.is_(None))
    connection.execute(running.values(until=now))
    if is_registered:
        connection.execute(insert(MentorTerm).values(**term_of(vars(card), now)))


def _before(fact: AttributeState) -> Any:
    """What stood there before this flush; None of a row that is new."""
    past = fact.history
    return next(iter(past.deleted or past.unchanged or ()), None)
