"""A curator asks somebody to fill in what is missing, or fills it in «со слов»."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, joinedload, selectinload

from models.access import Actor, Permission
from models.errors import ProgrammeError
from models.mentorships.states import RUNNING, Side
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.notices.rules import ASKED_AGAIN
from models.notices.tables import Notice
from models.people.consents import expire, give_on_paper
from models.people.names import official
from models.people.settings import checked_position
from models.people.tables import Person
from models.registers.gaps import Gap, lacking
from models.registers.reach import Reach
from models.requests.rules import clean_words
from models.use_case import Tx, use_case

MOST = 200
"""So many are asked by one press."""


@dataclass(frozen=True)
class Asked:
    """Who is asked; not anew where the same was asked within a week."""

    official: str
    is_new: bool


@dataclass(frozen=True)
class AskedAll:
    """How many are asked, were asked within a week already, and can be asked in person only."""

    new: int
    before: int
    unreached: int


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
    expire(tx, person)
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


@use_case(Permission.CURATE)
def ask_all(tx: Tx, gap: Gap) -> AskedAll:
    """«Спросить всех»: whoever lacks it in the curator's scope, nobody twice within a week; the first 200 at most.

    Raises ProgrammeError `error-no-access`, `error-state` for what nobody but the curator can fill in.
    """
    people, told = _to_ask(tx.session, tx.actor, gap, tx.now)
    for subject_id, person in people:
        _post(tx, person, gap, subject_id)
    return told


async def whom_to_ask(session: AsyncSession, actor: Actor, gap: Gap, now: datetime) -> AskedAll:
    """What `ask_all` would do. Raises as it does."""
    return (await session.run_sync(_to_ask, actor, gap, now))[1]


def _to_ask(session: Session, actor: Actor, gap: Gap, now: datetime) -> tuple[list[tuple[int, Person]], AskedAll]:
    """Who is to be asked about whom or which pair: a few statements, whatever their number."""
    if not gap.can_be_asked:
        raise ProgrammeError("error-state")
    ids = session.scalars(lacking(Reach.of(session, actor, {}, now), gap).limit(MOST)).all()
    if gap.is_of_pair:
        pairs = select(Mentorship).where(Mentorship.id.in_(ids)).order_by(Mentorship.id)
        found = [(pair.id, pair.member(Side.MENTEE).person) for pair in session.scalars(pairs)]
    else:
        people = select(Person).where(Person.id.in_(ids)).order_by(Person.id)
        found = [(person.id, person) for person in session.scalars(people)]
    told = select(Person).where(Person.id.in_([person.id for _, person in found]))
    session.scalars(told.options(selectinload(Person.accounts), joinedload(Person.organisation))).all()
    reached = [(subject_id, person) for subject_id, person in found if person.accounts]
    lately = _asked_lately(session, {person.id for _, person in reached}, now)
    new = [one for one in reached if (gap.value, one[0]) not in lately]
    return new, AskedAll(len(new), len(reached) - len(new), len(found) - len(reached))


def _ask(tx: Tx, person: Person, gap: Gap, subject_id: int) -> Asked:
    if not gap.can_be_asked:
        raise ProgrammeError("error-state")
    _check_lacks(tx, gap, subject_id)
    if not person.accounts:
        raise ProgrammeError("error-registers-no-account")
    is_new = (gap.value, subject_id) not in _asked_lately(tx.session, {person.id}, tx.now)
    if is_new:
        _post(tx, person, gap, subject_id)
    return Asked(official(person), is_new)


def _post(tx: Tx, person: Person, gap: Gap, subject_id: int) -> None:
    payload: dict[str, object] = {"gap": gap.value, "subject_id": subject_id}
    version = f"{tx.now:%Y%m%d}"
    post(tx, person, NoticeKind.DATA_ASKED, f"gap:{gap.value}:{subject_id}", payload=payload, version=version)


def _check_lacks(tx: Tx, gap: Gap, subject_id: int) -> None:
    """Raises ProgrammeError `error-state` where it is filled in already."""
    reach = Reach.of(tx.session, tx.actor, {}, tx.now)
    key = Mentorship.id if gap.is_of_pair else Person.id
    if tx.session.scalar(lacking(reach, gap).where(key == subject_id)) is None:
        raise ProgrammeError("error-state")


def _asked_lately(session: Session, people: Collection[int], now: datetime) -> set[tuple[str, int]]:
    """What stands, of which subject, in their bundles that left within a week or have yet to leave."""
    bundles = session.scalars(
        select(Notice.payload).where(
            Notice.person_id.in_(people), Notice.kind == NoticeKind.BUNDLE.value, Notice.due_at > now - ASKED_AGAIN
        )
    )
    items = (item for bundle in bundles for item in bundle.get("items", []))
    asked = (item["payload"] for item in items if item["kind"] == NoticeKind.DATA_ASKED.value)
    return {(one["gap"], one["subject_id"]) for one in asked}
