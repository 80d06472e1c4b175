"""A mentor's card as a row: its defaults, how it is written, how it comes into force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.errors import ProgrammeError
from models.notices.kinds import NoticeKind
from models.notices.post import void
from models.people.grants import settle_admission
from models.people.names import official, polite
from models.people.states import MENTOR, MentorState
from models.people.tables import MentorProfile, Organisation, Person, RoleGrant
from models.people.topics import STRONG, checked_topics
from models.terms import MentoringForm, MentorSource, PersonKind, Role
from models.use_case import Tx

PLACES = {PersonKind.STAFF: 2, PersonKind.STUDENT: 1, PersonKind.UNISTUDENT: 3, PersonKind.EXTERNAL: 3}
"""How many mentees at once by default (R-02)."""
SOURCES = {
    MentorSource.TEACHER: PersonKind.STAFF,
    MentorSource.GRADUATE: PersonKind.EXTERNAL,
    MentorSource.ENTERPRISE: PersonKind.EXTERNAL,
    MentorSource.BUSINESS_PUBLIC: PersonKind.EXTERNAL,
    MentorSource.NGO_SOCIAL: PersonKind.EXTERNAL,
    MentorSource.UNISTUDENT: PersonKind.UNISTUDENT,
    MentorSource.OTHER_ORG: PersonKind.EXTERNAL,
}
"""Where an adult mentor may come from (OMS-10), and what that makes of them for the school."""


@dataclass(frozen=True)
class CardView:
    """A mentor's card as it stands."""

    profile_id: int
    person_id: int
    official: str
    polite: str
    state: MentorState
    topics: tuple[str, ...]
    strong_topics: tuple[str, ...]
    forms: tuple[MentoringForm, ...]
    places: int
    slots: tuple[str, ...]
    source: MentorSource
    about: str
    no_offers_before: date | None

    @classmethod
    def of(cls, card: MentorProfile, person: Person) -> "CardView":
        """The view of a row."""
        return cls(
            profile_id=card.id,
            person_id=card.person_id,
            official=official(person),
            polite=polite(person),
            state=card.state,
            topics=tuple(card.topics),
            strong_topics=tuple(card.strong_topics),
            forms=tuple(MentoringForm(code) for code in card.forms),
            places=card.capacity,
            slots=tuple(card.slots),
            source=card.source,
            about=card.about,
            no_offers_before=card.no_offers_before,
        )


def confirm(tx: Tx, card: MentorProfile, grant: RoleGrant) -> None:
    """Puts the card, and the role where it waited, in force."""
    if card.state is MentorState.APPLICANT:
        card.state = MENTOR.after(card.state, "confirm")
    void(tx, subject(card), NoticeKind.CARD_WAITING)
    if grant.admitted_at is None:
        settle_admission(tx, grant)


def write_topics(tx: Tx, person: Person, topics: Sequence[str]) -> MentorProfile:
    """The person's card with these topics, the first three being the strong ones; a new card has the defaults.

    A card that was rejected or has left begins anew.
    """
    organisation = tx.session.get_one(Organisation, person.organisation_id)
    chosen = checked_topics(topics, (MentoringForm(code) for code in organisation.forms))
    card = person.mentor
    if card is None:
        card = MentorProfile(
            person=person,
            organisation_id=organisation.id,
            state=MENTOR.initial,
            source=next((source for source, kind in SOURCES.items() if kind is person.kind), MentorSource.OTHER_ORG),
            forms=list(organisation.forms),
            capacity=PLACES[person.kind],
            slots=[],
        )
    elif MENTOR.is_terminal(card.state):
        card.state = MENTOR.initial
    card.topics, card.strong_topics = chosen, chosen[:STRONG]
    tx.add(card)
    return card


def card_of(tx: Tx, person_id: int) -> MentorProfile:
    """The card of a person in scope. Raises ProgrammeError `error-no-card` where they have none."""
    card = tx.get(Person, person_id).mentor
    if card is None:
        raise ProgrammeError("error-no-card")
    return tx.get(MentorProfile, card.id)


def mentor_grant(person: Person) -> RoleGrant | None:
    """The mentor's role of a person, in force or asked for; that of their own school before those of others."""
    found = [one for one in person.grants if one.role is Role.MENTOR and one.ended_at is None]
    return min(found, key=lambda one: (one.organisation_id != person.organisation_id, one.id), default=None)


def subject(card: MentorProfile) -> str:
    """What notices about the card call it."""
    return f"card:{card.id}"
