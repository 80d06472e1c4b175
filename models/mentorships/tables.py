"""Pairs, groups and teams, and the members who agree to them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from models.access import Actor
from models.base import Base, Json, Keyed
from models.mentorships.sides import Sides
from models.mentorships.states import Answer, MentorshipState, ProposalOrigin, Side
from models.people.tables import Person
from models.terms import Intensity, MentoringForm, MentoringType


class Mentorship(Sides["MentorshipMember"], Keyed, Base):
    """Mentors and mentees who work, or are asked to work, together: 1 : 1, a group of 1 : N, two teams."""

    __tablename__ = "mentorship"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    """The mentee's school: its curator leads the pair, also where the mentor comes from elsewhere."""
    lender_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    """The school of a mentor, or a leading team, from elsewhere: its curator approves, too (YAR-12), and sees it."""
    lent_at: Mapped[datetime | None]
    """When that curator approved."""
    request_id: Mapped[int | None] = mapped_column(ForeignKey("mentoring_request.id"), index=True)
    form: Mapped[MentoringForm]
    type: Mapped[MentoringType] = mapped_column(default=MentoringType.PERSONAL)
    state: Mapped[MentorshipState] = mapped_column(default=MentorshipState.PROPOSED)
    origin: Mapped[ProposalOrigin]
    intensity: Mapped[Intensity]
    topics: Mapped[list[str]]
    goal: Mapped[str] = mapped_column(default="")
    slots: Mapped[list[str]]
    """The mentee's weekly times, codes of models.availability."""
    reasons: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    """Why this mentor, as facts without words; stored with the proposal (R-05)."""
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """The curator whose choice, and so whose approval, it is; empty where the programme asked the next candidate."""
    override_reason: Mapped[str] = mapped_column(default="")
    """Why a curator gave a mentor more pairs than there are places (R-02)."""
    proposed_at: Mapped[datetime]
    silent_since: Mapped[datetime | None]
    """The clock of the offer, and of whoever approves teams; it stands still (empty) while a question waits for its
    answer."""
    escalated_at: Mapped[datetime | None]
    """When the curator was asked what to do about the silence."""
    approved_at: Mapped[datetime | None]
    trial_since: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    paused_until: Mapped[date | None]
    resumed_at: Mapped[datetime | None]
    """Silence is counted from here after a pause."""
    closing_since: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    close_reason: Mapped[str] = mapped_column(default="")
    order_ref: Mapped[str] = mapped_column(default="")
    order_date: Mapped[date | None]
    rematch_of: Mapped[int | None] = mapped_column(ForeignKey("mentorship.id"))

    members: Mapped[list["MentorshipMember"]] = relationship(
        back_populates="mentorship",
        lazy="selectin",
        order_by="MentorshipMember.id",
        primaryjoin="and_(Mentorship.id == MentorshipMember.mentorship_id, MentorshipMember.left_at.is_(None))",
    )
    """Who belongs to it now, as they were asked: the mentor first. PostgreSQL has no order of its own."""

    def member(self, side: Side) -> "MentorshipMember":
        """The first member on a side, who stands for it where one is enough."""
        return self.on(side)[0]

    @property
    def taking_part(self) -> list["MentorshipMember"]:
        """The members who have agreed; somebody may be invited into a group that works already."""
        return [member for member in self.members if member.answer is Answer.YES]

    @property
    def awaits_lender(self) -> bool:
        """Whether the curator of the mentor's school has yet to approve."""
        return self.lender_id is not None and self.lent_at is None

    @property
    def leading_id(self) -> int:
        """The school of those who lead: another than the mentees' where a mentor or a team is lent."""
        return self.lender_id or self.organisation_id

    @property
    def awaits_above(self) -> bool:
        """Whether two teams, on whom all agree, lie with the curator above the schools; their clock runs then."""
        return self._is_before_above and self.silent_since is not None

    @property
    def is_returned(self) -> bool:
        """Whether the curator above has asked for something first; the school's answer sets the clock going again."""
        return self._is_before_above and self.silent_since is None

    @property
    def _is_before_above(self) -> bool:
        is_agreed = self.state is MentorshipState.AGREED and not self.awaits_lender
        return self.type is MentoringType.TEAM and is_agreed

    def is_seen_by(self, actor: Actor) -> bool:
        """Whom the row is open to, and the curators of the mentor's school, who lead nothing in it."""
        return self.is_open_to(actor) or (bool(self.members) and self.lender_id in actor.curates)


class MentorshipMember(Keyed, Base):
    """One person in a pair, a group or a team, and what they have said."""

    __tablename__ = "mentorship_member"
    __table_args__ = (UniqueConstraint("mentorship_id", "person_id"),)

    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    side: Mapped[Side]
    request_id: Mapped[int | None] = mapped_column(ForeignKey("mentoring_request.id"), index=True)
    """The mentee's own request, where a group or a team answers several; a pair's stands in the pair itself."""
    answer: Mapped[Answer] = mapped_column(default=Answer.PENDING)
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Another than the person where a curator answered «со слов»."""
    silent_since: Mapped[datetime | None]
    """The clock of an invitation into a group that works; it stands still once the curators are asked what to do."""
    contact: Mapped[str] = mapped_column(default="")
    """What its owner has shown to the other side: «@name», or the account itself (R-15)."""
    contact_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]
    """When somebody declined or left while the others went on (§4.3); such a row is history and open to nobody."""

    mentorship: Mapped[Mentorship] = relationship(back_populates="members")
    person: Mapped[Person] = relationship(foreign_keys=[person_id], lazy="joined")
    """By an outer join: an inner one below the members' outer join makes SQLite read all members of the programme."""


Mentorship.at_once = (joinedload(Mentorship.members),)


class OfferQuestion(Keyed, Base):
    """«Есть вопрос»: what a mentor asks before answering, and what the mentee says to it.

    Or what the curator above asks before approving two teams, and what the school says.
    """

    __tablename__ = "offer_question"

    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id"), index=True)
    text: Mapped[str]
    asked_at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]


class CuratorTalk(Keyed, Base):
    """A curator has talked with a pair, or with one of its sides; one a day and curator."""

    __tablename__ = "curator_talk"
    __table_args__ = (UniqueConstraint("mentorship_id", "curator_id", "day"),)

    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id"))
    curator_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    day: Mapped[date]
    """Of the school's zone."""
    note: Mapped[str] = mapped_column(default="")
    """A few words that only curators read."""
