"""A mentor's card (YAR-1): topics first, everything else has a default and is changed later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.access import Permission
from models.availability import in_week_order
from models.errors import ProgrammeError
from models.notices.kinds import NoticeKind
from models.notices.post import post, void
from models.people.curators import curators_of
from models.people.grants import settle_admission
from models.people.grants import subject as grant_subject
from models.people.names import official, polite
from models.people.states import MENTOR, MentorState
from models.people.tables import MentorProfile, Organisation, Person, RoleGrant
from models.people.topics import STRONG, checked_topics
from models.terms import MentoringForm, MentorSource, PersonKind, Role
from models.use_case import Tx, use_case

PLACES = {PersonKind.STAFF: 2, PersonKind.STUDENT: 1, PersonKind.UNISTUDENT: 3, PersonKind.EXTERNAL: 3}
"""How many mentees at once by default (R-02)."""
MAX_PLACES = 10
MAX_ABOUT = 500
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


@use_case(Permission.OWN)
def fill_card(tx: Tx, topics: Sequence[str]) -> CardView:
    """Sets the topics of one's own card in the order of choice; a new card goes to the curator, who confirms it.

    Raises ProgrammeError `error-topics-none`, `error-gone` for an unknown topic, `error-no-access` where the person
    neither is a mentor nor has asked to be one.
    """
    person = tx.get(Person, tx.actor.me)
    grant = mentor_grant(person)
    if grant is None:
        raise ProgrammeError("error-no-access")
    card = write_topics(tx, person, topics)
    if card.state is MentorState.APPLICANT:
        _ask_for_confirmation(tx, card, grant)
    return CardView.of(card, person)


@use_case(Permission.CURATE)
def fill_card_of(tx: Tx, person_id: int, topics: Sequence[str]) -> CardView:
    """Sets the topics of somebody's card «со слов»; the curator's own hand is the confirmation."""
    person = tx.get(Person, person_id)
    grant = mentor_grant(person)
    if grant is None:
        raise ProgrammeError("error-no-access")
    card = write_topics(tx, person, topics)
    confirm(tx, card, grant)
    return CardView.of(card, person)


@use_case(Permission.OWN)
def set_places(tx: Tx, person_id: int, places: int) -> CardView:
    """How many mentees at once, 1 to 10; running pairs stay. For the mentor, or the curator in their place."""
    if not 1 <= places <= MAX_PLACES:
        raise ProgrammeError("error-places")
    card = card_of(tx, person_id)
    card.capacity = places
    return CardView.of(card, card.person)


@use_case(Permission.OWN)
def set_times(tx: Tx, person_id: int, slots: Sequence[str]) -> CardView:
    """The weekly times that suit; none means «договоримся»."""
    card = card_of(tx, person_id)
    try:
        card.slots = list(in_week_order(set(slots)))
    except ValueError:
        raise ProgrammeError("error-gone") from None
    return CardView.of(card, card.person)


@use_case(Permission.OWN)
def set_source(tx: Tx, person_id: int, source: MentorSource) -> CardView:
    """Where the mentor comes from; places that nobody had changed follow the new default."""
    card = card_of(tx, person_id)
    if source not in SOURCES:
        raise ProgrammeError("error-gone")
    person, kind = card.person, SOURCES[source]
    if card.capacity == PLACES[person.kind]:
        card.capacity = PLACES[kind]
    card.source, person.kind = source, kind
    return CardView.of(card, person)


@use_case(Permission.OWN)
def set_about(tx: Tx, person_id: int, about: str) -> CardView:
    """A few words about oneself, up to 500 characters; everybody of the school reads them."""
    card = card_of(tx, person_id)
    text = about.strip()
    if len(text) > MAX_ABOUT:
        raise ProgrammeError("error-too-long", limit=MAX_ABOUT)
    card.about = text
    return CardView.of(card, card.person)


@use_case(Permission.OWN)
def pause(tx: Tx, person_id: int) -> CardView:
    """No new offers; running pairs go on (§4.2). A second press finds it done."""
    card = card_of(tx, person_id)
    if card.state is not MentorState.PAUSED:
        card.state = MENTOR.after(card.state, "pause")
    return CardView.of(card, card.person)


@use_case(Permission.OWN)
def resume(tx: Tx, person_id: int) -> CardView:
    """Offers may come again, also where «сейчас не могу» had put them off."""
    card = card_of(tx, person_id)
    if card.state is not MentorState.APPROVED:
        card.state = MENTOR.after(card.state, "resume")
    card.no_offers_before = None
    return CardView.of(card, card.person)


@use_case(Permission.CURATE)
def confirm_card(tx: Tx, profile_id: int) -> CardView:
    """Takes a mentor into the register and admits them where that is still open; a second press finds it done."""
    card = tx.get(MentorProfile, profile_id)
    grant = mentor_grant(card.person)
    if grant is None:
        raise ProgrammeError("error-gone")
    if card.state is MentorState.APPLICANT:
        confirm(tx, card, grant)
        _tell(tx, card, NoticeKind.CARD_CONFIRMED)
    return CardView.of(card, card.person)


@use_case(Permission.CURATE)
def reject_card(tx: Tx, profile_id: int) -> CardView:
    """Does not take a mentor into the register; they are told neutrally. A second press finds it done."""
    card = tx.get(MentorProfile, profile_id)
    if card.state is not MentorState.REJECTED:
        card.state = MENTOR.after(card.state, "reject")
        void(tx, subject(card), NoticeKind.CARD_WAITING)
        _tell(tx, card, NoticeKind.CARD_NOT_CONFIRMED)
    return CardView.of(card, card.person)


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
    """The mentor's role of a person, in force or asked for."""
    return next((one for one in person.grants if one.role is Role.MENTOR and one.ended_at is None), None)


def subject(card: MentorProfile) -> str:
    """What notices about the card call it."""
    return f"card:{card.id}"


def _ask_for_confirmation(tx: Tx, card: MentorProfile, grant: RoleGrant) -> None:
    """One notice with one tap: it takes the place of the question whether to admit. Who curates confirms themselves."""
    if card.organisation_id in tx.actor.curates:
        confirm(tx, card, grant)
        return
    void(tx, grant_subject(grant), NoticeKind.ADMISSION_ASKED)
    for curator in curators_of(tx.session, card.organisation_id, {card.person_id}):
        version = f"{tx.now:%Y%m%d%H%M}"
        post(tx, curator, NoticeKind.CARD_WAITING, subject(card), payload={"profile_id": card.id}, version=version)


def _tell(tx: Tx, card: MentorProfile, kind: NoticeKind) -> None:
    version = f"{tx.now:%Y%m%d%H%M%S}"
    post(tx, card.person, kind, subject(card), payload={"profile_id": card.id}, version=version)
