"""A curator asks somebody to fill in what is missing, or fills it in «со слов»."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from models.access import Permission
from models.errors import ProgrammeError
from models.mentorships.states import RUNNING, Side
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.notices.tables import Notice
from models.people.consents import PURPOSE, give_on_paper
from models.people.names import official
from models.people.settings import checked_position
from models.people.states import CONSENT, ConsentState
from models.people.tables import Consent, Person
from models.registers.gaps import Gap, lacking
from models.registers.reach import Reach
from models.requests.rules import clean_words
from models.use_case import Tx, use_case

QUIET = timedelta(days=7)
"""So long nobody is asked the same once more."""


@dataclass(frozen=True)
class Asked:
    """Who is asked; not anew where the same was asked within a week."""

    official: str
    is_new: bool


@use_case(Permission.CURATE)
def ask_person(tx: Tx, gap: Gap, person_id: int) -> Asked:
    """Asks somebody in scope for what they lack, with the nudges of the day (R-09).

    Raises ProgrammeError `error-no-access`, `error-state` where nothing is missing or nobody but the curator can fill
    it in, and `error-registers-no-account`.
    """
    person = tx.get(Person, person_id)
    if person.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    return _ask(tx, person, gap, person.id)


@use_case(Permission.CURATE)
def ask_pair(tx: Tx, gap: Gap, mentorship_id: int) -> Asked:
    """Asks the mentee of a pair in scope for what the pair lacks. Raises as `ask_person`."""
    pair = tx.get(Mentorship, mentorship_id)
    if pair.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    return _ask(tx, pair.member(Side.MENTEE).person, gap, pair.id)


@use_case(Permission.CURATE)
def record_paper(tx: Tx, person_id: int, paper: str) -> Asked:
    """The consent that lies at the school on paper; `paper` is its number and date, empty for «оформлено в школе».

    Raises ProgrammeError `error-no-access`, `error-state` where a consent is in force.
    """
    person = tx.get(Person, person_id)
    if person.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    _check_lacks(tx, Gap.CONSENT_NONE, person.id)
    for old in tx.session.scalars(
        select(Consent).where(
            Consent.person_id == person.id, Consent.purpose == PURPOSE, Consent.state == ConsentState.GRANTED
        )
    ):
        old.state = CONSENT.after(old.state, "expire")
    give_on_paper(tx, person, paper)
    return Asked(official(person), True)


@use_case(Permission.CURATE)
def describe(tx: Tx, person_id: int, position: str) -> Asked:
    """What somebody in scope does, in a curator's words. Raises ProgrammeError `error-no-access`, `error-too-long`."""
    person = tx.get(Person, person_id)
    if person.organisation_id not in tx.actor.curates:
        raise ProgrammeError("error-no-access")
    person.position = checked_position(position)
    return Asked(official(person), True)


@use_case(Permission.PLAN)
def set_goal(tx: Tx, mentorship_id: int, goal: str) -> str:
    """The goal of a running pair, in the words of a member or of the curator.

    Raises ProgrammeError `error-no-access`, `error-state`, `error-request-words-none`, `error-request-words-long`.
    """
    pair = tx.get(Mentorship, mentorship_id)
    if pair.state not in RUNNING:
        raise ProgrammeError("error-state")
    pair.goal = clean_words(goal)
    return pair.goal


def _ask(tx: Tx, person: Person, gap: Gap, subject_id: int) -> Asked:
    if not gap.can_be_asked:
        raise ProgrammeError("error-state")
    _check_lacks(tx, gap, subject_id)
    if not person.accounts:
        raise ProgrammeError("error-registers-no-account")
    payload: dict[str, object] = {"gap": gap.value, "subject_id": subject_id}
    is_new = not _was_asked(tx, person, payload)
    if is_new:
        version = f"{tx.now:%Y%m%d}"
        post(tx, person, NoticeKind.DATA_ASKED, f"gap:{gap.value}:{subject_id}", payload=payload, version=version)
    return Asked(official(person), is_new)


def _check_lacks(tx: Tx, gap: Gap, subject_id: int) -> None:
    """Raises ProgrammeError `error-state` where it is filled in already."""
    reach = Reach.of(tx.session, tx.actor, {}, tx.now)
    key = Mentorship.id if gap.is_of_pair else Person.id
    if tx.session.scalar(lacking(reach, gap).where(key == subject_id)) is None:
        raise ProgrammeError("error-state")


def _was_asked(tx: Tx, person: Person, payload: dict[str, object]) -> bool:
    """Whether the same stands in a bundle that left within a week or has yet to leave."""
    bundles = tx.session.scalars(
        select(Notice).where(
            Notice.person_id == person.id,
            Notice.kind == NoticeKind.BUNDLE.value,
            Notice.due_at > tx.now - QUIET,
        )
    )
    items = (item for bundle in bundles for item in bundle.payload.get("items", []))
    return any(item["kind"] == NoticeKind.DATA_ASKED.value and item["payload"] == payload for item in items)
