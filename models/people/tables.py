"""Organisations, persons and what ties them: accounts, roles, consents, invitations, mentors' cards."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.access import Actor
from models.base import Base, Keyed
from models.people.states import ConsentState, MentorState, PersonState
from models.school_year import Season
from models.terms import MentoringForm, MentorSource, OrgKind, PersonKind, QualificationCategory, Role


class Organisation(Keyed, Base):
    """A node of the tree region → municipality → school; a school is the operator of its people's data."""

    __tablename__ = "organisation"

    kind: Mapped[OrgKind]
    name: Mapped[str]
    short_name: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    zone: Mapped[str] = mapped_column(default="Europe/Moscow")
    """IANA name; meetings, digests and quiet hours of its people go by it."""
    forms: Mapped[list[str]]
    """Codes of MentoringForm that the school's programme uses."""

    def is_open_to(self, actor: Actor) -> bool:
        """Its own people and its curators."""
        return self.id == actor.organisation_id or self.id in actor.curates


class Person(Keyed, Base):
    """Somebody who takes part, with or without an account."""

    __tablename__ = "person"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    family_name: Mapped[str]
    given_name: Mapped[str]
    patronymic: Mapped[str] = mapped_column(default="")
    kind: Mapped[PersonKind]
    position: Mapped[str] = mapped_column(default="")
    """In free words: «учитель математики, первый год»."""
    class_label: Mapped[str] = mapped_column(default="")
    born_on: Mapped[date | None]
    """Of staff alone, and for the curator of their school alone: models/people/young.py."""
    teaching_since: Mapped[date | None]
    """The first day of teaching anywhere."""
    qualification_category: Mapped[QualificationCategory | None]
    """None where nobody has entered it; as private as the dates."""
    locale: Mapped[str] = mapped_column(default="ru")
    zone: Mapped[str | None]
    """The person's own zone; the organisation's where there is none."""
    quiet_hours: Mapped[str] = mapped_column(default="20:00-07:30")
    """«HH:MM-HH:MM» in the person's zone, or empty for none (R-09)."""
    state: Mapped[PersonState] = mapped_column(default=PersonState.ACTIVE)
    created_at: Mapped[datetime]
    created_by: Mapped[int | None]
    """The curator who entered somebody without an account."""

    organisation: Mapped[Organisation] = relationship()
    accounts: Mapped[list["Account"]] = relationship(back_populates="person")
    grants: Mapped[list["RoleGrant"]] = relationship(back_populates="person", foreign_keys="RoleGrant.person_id")
    mentor: Mapped["MentorProfile | None"] = relationship(back_populates="person")

    def is_open_to(self, actor: Actor) -> bool:
        """The person themselves and the curators of their organisation."""
        return self.id == actor.person_id or self.organisation_id in actor.curates


class Account(Keyed, Base):
    """A person's identity in a messenger."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    channel: Mapped[str]
    external_id: Mapped[str]
    blocked_bot: Mapped[bool] = mapped_column(default=False)

    person: Mapped[Person] = relationship(back_populates="accounts")


class RoleGrant(Keyed, Base):
    """A role of a person in an organisation; it counts from the admission by a curator to its end."""

    __tablename__ = "role_grant"
    __table_args__ = (UniqueConstraint("person_id", "role", "organisation_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[Role]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    asked_at: Mapped[datetime]
    admitted_at: Mapped[datetime | None]
    admitted_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]
    is_deputy: Mapped[bool] = mapped_column(default=False)
    order_ref: Mapped[str] = mapped_column(default="")
    order_date: Mapped[date | None]
    away_from: Mapped[date | None]
    """A curator's absence, both days included and local to the organisation: the deputies are told meanwhile."""
    away_until: Mapped[date | None]

    person: Mapped[Person] = relationship(back_populates="grants", foreign_keys=[person_id])

    def is_open_to(self, actor: Actor) -> bool:
        """Curators of the organisation."""
        return self.organisation_id in actor.curates


class Consent(Keyed, Base):
    """A consent as a document of its own: for what, which text, how and when (reference.md §13)."""

    __tablename__ = "consent"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    """Whose data it is about."""
    purpose: Mapped[str]
    text_version: Mapped[str]
    form: Mapped[str]
    """BOT or PAPER."""
    evidence: Mapped[str] = mapped_column(default="")
    """The update's number, or the number and date of the paper."""
    given_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """The parent who gave it for a child in the chat; empty where it is the person's own, or on paper."""
    state: Mapped[ConsentState]
    given_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    expires_on: Mapped[date | None]


class GuardianLink(Keyed, Base):
    """A parent of a child, verified by the school, which gave the code (OMS-45). It ends, and may begin anew."""

    __tablename__ = "guardian_link"
    __table_args__ = (UniqueConstraint("guardian_person_id", "child_person_id"),)

    guardian_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    child_person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    verified_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """The curator whose code it was."""
    verified_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    guardian: Mapped[Person] = relationship(foreign_keys=[guardian_person_id])
    child: Mapped[Person] = relationship(foreign_keys=[child_person_id], lazy="joined", innerjoin=True)

    def is_open_to(self, actor: Actor) -> bool:
        """The parent, while it lasts, and the curators of the child's own school, who alone see pupils (R-20)."""
        is_parents = self.guardian_person_id == actor.person_id and self.ended_at is None
        return is_parents or self.child.organisation_id in actor.own


class SchoolHoliday(Keyed, Base):
    """Dates that the top of a tree has set for all schools below, in place of the usual ones of a season."""

    __tablename__ = "school_holiday"
    __table_args__ = (UniqueConstraint("organisation_id", "school_year", "season"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    school_year: Mapped[int]
    """The calendar year in which it began."""
    season: Mapped[Season]
    first_day: Mapped[date]
    last_day: Mapped[date]

    def is_open_to(self, actor: Actor) -> bool:
        """Curators of the organisation."""
        return self.organisation_id in actor.curates


class Invitation(Keyed, Base):
    """A link that knows role and school. Only the hash of its code is kept."""

    __tablename__ = "invitation"

    code_hash: Mapped[str] = mapped_column(unique=True)
    role: Mapped[Role]
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Set where the link hands an account to somebody whom the curator had entered; the child of a parent's link."""
    uses_left: Mapped[int]
    expires_at: Mapped[datetime]
    created_at: Mapped[datetime]
    created_by: Mapped[int | None]

    def is_open_to(self, actor: Actor) -> bool:
        """Curators of the organisation."""
        return self.organisation_id in actor.curates


class WrongCode(Keyed, Base):
    """A try with a code that no invitation has. Whoever tried has given no consent, so only a hash of them is kept."""

    __tablename__ = "wrong_code"

    account_hash: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]


class MentorProfile(Keyed, Base):
    """A mentor's card (YAR-1): topics, the strong ones, places and times."""

    __tablename__ = "mentor_profile"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    state: Mapped[MentorState] = mapped_column(default=MentorState.APPLICANT)
    source: Mapped[MentorSource]
    forms: Mapped[list[str]]
    topics: Mapped[list[str]]
    strong_topics: Mapped[list[str]]
    """The first three chosen (R-05 counts them full)."""
    capacity: Mapped[int] = mapped_column(default=2)
    slots: Mapped[list[str]]
    """Weekly times, codes of models.availability; empty means «договоримся»."""
    about: Mapped[str] = mapped_column(default="")
    level: Mapped[int] = mapped_column(default=0)
    ready: Mapped[bool] = mapped_column(default=True)
    no_offers_before: Mapped[date | None]
    """«Сейчас не могу»: until when no new offers come."""

    person: Mapped[Person] = relationship(back_populates="mentor")

    def is_open_to(self, actor: Actor) -> bool:
        """The mentor and the curators of the school."""
        return self.person_id == actor.person_id or self.organisation_id in actor.curates

    @property
    def mentoring_forms(self) -> frozenset[MentoringForm]:
        """The forms as the enumeration."""
        return frozenset(MentoringForm(code) for code in self.forms)
