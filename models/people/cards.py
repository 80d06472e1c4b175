"""What is done with a mentor's card (YAR-1): topics first, everything else has a default and is changed later."""

from collections.abc import Sequence

from sqlalchemy import select

from models.access import Permission
from models.availability import in_week_order
from models.errors import ProgrammeError
from models.notices.kinds import NoticeKind
from models.notices.post import post, void
from models.people.curators import present_curators
from models.people.grants import subject as grant_subject
from models.people.profile import PLACES, SOURCES, CardView, card_of, confirm, mentor_grant, subject, write_topics
from models.people.sharing import RESERVE, has_agreed
from models.people.states import MENTOR, MentorState
from models.people.tables import MentorProfile, Person, RoleGrant
from models.terms import MentorSource
from models.use_case import Tx, use_case

MAX_PLACES = 10
MAX_ABOUT = 500


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
        card.state = MENTOR.after(card.state, "confirm" if card.state is MentorState.RESERVE else "resume")
    card.no_offers_before = None
    return CardView.of(card, card.person)


@use_case(Permission.CURATE)
def call_again(tx: Tx, person_id: int) -> CardView:
    """«Позвать снова»: asks somebody of the long-term reserve whether offers may come again (OMS-41); once a day.

    Raises ProgrammeError `error-not-in-reserve` for whoever has not agreed to be called, or does not rest.
    """
    card = card_of(tx, person_id)
    if card.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    agreed = tx.session.scalar(select(has_agreed(card.person_id, RESERVE)))
    if not agreed or card.state not in (MentorState.PAUSED, MentorState.RESERVE):
        raise ProgrammeError("error-not-in-reserve")
    version = f"{tx.now:%Y%m%d}"
    post(tx, card.person, NoticeKind.CALLED_AGAIN, subject(card), payload={"profile_id": card.id}, version=version)
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


def _ask_for_confirmation(tx: Tx, card: MentorProfile, grant: RoleGrant) -> None:
    """One notice with one tap: it takes the place of the question whether to admit. Who curates confirms themselves."""
    if card.organisation_id in tx.actor.curates:
        confirm(tx, card, grant)
        return
    void(tx, grant_subject(grant), NoticeKind.ADMISSION_ASKED)
    for curator in present_curators(tx.session, card.organisation_id, tx.now, {card.person_id}):
        version = f"{tx.now:%Y%m%d%H%M}"
        post(tx, curator, NoticeKind.CARD_WAITING, subject(card), payload={"profile_id": card.id}, version=version)


def _tell(tx: Tx, card: MentorProfile, kind: NoticeKind) -> None:
    version = f"{tx.now:%Y%m%d%H%M%S}"
    post(tx, card.person, kind, subject(card), payload={"profile_id": card.id}, version=version)
