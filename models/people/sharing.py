"""What a mentor agrees to beyond their own school: to be asked by other schools, and to be called again later.

Each is a consent of its own beside that to the processing of data (reference.md §13), given and taken back by one tap.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, bindparam, false, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from models.access import Actor, Permission
from models.errors import ProgrammeError
from models.local_time import to_local
from models.people.actor import below, parent_of
from models.people.consents import consent_term
from models.people.states import CONSENT, ConsentState
from models.people.tables import Consent, MentorProfile, Organisation, Person
from models.school_year import consent_end
from models.use_case import Tx, use_case

VERSION = "2026-11"
"""Changes with the text of these consents in `locales/*/people.ftl`."""
RESERVE = "LONG_TERM_RESERVE"
"""«Позовите меня снова»: the long-term base of mentors (OMS-41, YKT-13)."""


class Visibility(StrEnum):
    """Whose curators may ask a mentor (reference.md §3): the own school's, the municipality's, the region's."""

    ORG = "ORG"
    MUNICIPAL = "MUNICIPAL"
    REGIONAL = "REGIONAL"


POOL = {Visibility.MUNICIPAL: "MUNICIPAL_POOL", Visibility.REGIONAL: "REGIONAL_POOL"}
"""The purposes of the consents by which a mentor is seen beyond the school (KHK-15)."""

_POOLED = (
    select(MentorProfile.person_id, MentorProfile.organisation_id, Consent.purpose)
    .join(Consent, Consent.person_id == MentorProfile.person_id)
    .where(
        MentorProfile.person_id.in_(bindparam("ids", expanding=True)),
        Consent.purpose.in_(POOL.values()),
        Consent.state == ConsentState.GRANTED,
    )
)
_SEEN_BELOW = (tuple(POOL.values()), (POOL[Visibility.REGIONAL],))
"""By which consents the schools of the municipality, and those of the region, see a mentor."""


@dataclass(frozen=True)
class Sharing:
    """What a mentor has agreed to beyond their school; moments are UTC, None where there is no consent."""

    visibility: Visibility
    since: datetime | None
    reserve_since: datetime | None
    levels: tuple[Visibility, ...]
    """What may be chosen: the levels that stand above the school."""
    until: date
    """The last day of what is agreed to now, local to the school."""


@use_case(Permission.MENTOR)
def share(tx: Tx, visibility: Visibility) -> Sharing:
    """Whose curators may ask the actor from now on; pairs that are there already stay. A second press changes nothing.

    Raises ProgrammeError `error-no-card` without a card, `error-gone` for a level that the school has not above it.
    """
    person = _mentor(tx)
    if visibility not in levels_above(tx.session, person.organisation_id):
        raise ProgrammeError("error-gone")
    _put(tx, person, POOL.values(), POOL.get(visibility))
    return sharing_of(tx.session, person, tx.now)


@use_case(Permission.MENTOR)
def stay_in_reserve(tx: Tx, wanted: bool) -> Sharing:
    """Whether the actor may be called again after a pause or a finished cycle. Raises `error-no-card`."""
    person = _mentor(tx)
    _put(tx, person, (RESERVE,), RESERVE if wanted else None)
    return sharing_of(tx.session, person, tx.now)


@use_case(Permission.SWEEP)
def expire_sharing(tx: Tx) -> int:
    """Whoever has not agreed anew leaves the pool and the reserve by themselves (YKT-13); gives how many did."""
    over = tx.session.scalars(
        select(Consent).where(
            Consent.purpose.in_((*POOL.values(), RESERVE)),
            Consent.state == ConsentState.GRANTED,
            Consent.expires_on < tx.now.date(),
        )
    ).all()
    for consent in over:
        consent.state = CONSENT.after(consent.state, "expire")
    return len(over)


async def my_sharing(session: AsyncSession, actor: Actor, now: datetime) -> Sharing:
    """What the actor has agreed to, and what may be chosen."""
    return await session.run_sync(lambda sync: sharing_of(sync, sync.get_one(Person, actor.me), now))


def sharing_of(session: Session, person: Person, now: datetime) -> Sharing:
    """What a mentor has agreed to."""
    given = {
        row.purpose: row.given_at
        for row in session.execute(
            select(Consent.purpose, Consent.given_at).where(
                Consent.person_id == person.id, Consent.state == ConsentState.GRANTED
            )
        )
    }
    seen = next((one for one, purpose in POOL.items() if purpose in given), Visibility.ORG)
    home = session.get_one(Organisation, person.organisation_id)
    until = consent_end(to_local(now, ZoneInfo(home.zone)).date())
    return Sharing(seen, given.get(POOL.get(seen, "")), given.get(RESERVE), levels_above(session, home.id), until)


def has_agreed(person_id: Any, *purposes: str) -> ColumnElement[bool]:
    """The condition that the person of a column has agreed to one of the purposes."""
    return (
        select(Consent.id)
        .where(Consent.person_id == person_id, Consent.purpose.in_(purposes), Consent.state == ConsentState.GRANTED)
        .exists()
    )


def levels_above(session: Session, organisation_id: int) -> tuple[Visibility, ...]:
    """How far somebody of this school may be seen: as far as the tree goes."""
    return tuple(list(Visibility)[: len(ancestors(session, organisation_id)) + 1])


def ancestors(session: Session, organisation_id: int) -> list[int]:
    """The municipality and the region above a school, as far as there are any."""
    found: list[int] = []
    step = parent_of(session, organisation_id)
    while step is not None:
        found.append(step)
        step = parent_of(session, step)
    return found


def in_pool_of(session: Session, organisation_id: int) -> ColumnElement[bool]:
    """The cards of mentors elsewhere in the municipality and the region of a school who agree to be asked there."""
    found: list[ColumnElement[bool]] = [false()]
    for node, purposes in zip(ancestors(session, organisation_id), _SEEN_BELOW, strict=False):
        there = MentorProfile.organisation_id.in_(below(session, [node]))
        found.append(there & has_agreed(MentorProfile.person_id, *purposes))
    return or_(*found)


def seen_in(session: Session, person_ids: Collection[int], here: Collection[int]) -> Mapping[int, frozenset[int]]:
    """Which of the organisations `here` may ask each of these mentors by the mentor's own consent."""
    rows = session.execute(_POOLED, {"ids": list(person_ids)}).all()
    if not rows:
        return {}
    towns = _parents(session, {*here, *(row.organisation_id for row in rows)})
    regions = _parents(session, towns.values())
    sights: dict[int, set[int]] = defaultdict(set)
    for one in here:
        for node in (towns.get(one), regions.get(towns.get(one, 0))):
            if node is not None:
                sights[node].add(one)
    frozen = {node: frozenset(some) for node, some in sights.items()}
    found = {}
    for person_id, home, purpose in rows:
        town = towns.get(home, 0)
        node = town if purpose == POOL[Visibility.MUNICIPAL] else regions.get(town, town)
        found[person_id] = frozen.get(node, frozenset())
    return found


def _parents(session: Session, ids: Collection[int]) -> dict[int, int]:
    rows = session.execute(
        select(Organisation.id, Organisation.parent_id).where(
            Organisation.id.in_(set(ids)), Organisation.parent_id.is_not(None)
        )
    )
    return {one: parent for one, parent in rows if parent is not None}


def _mentor(tx: Tx) -> Person:
    person = tx.get(Person, tx.actor.me)
    if person.mentor is None:
        raise ProgrammeError("error-no-card")
    return person


def _put(tx: Tx, person: Person, purposes: Any, wanted: str | None) -> None:
    """Of these purposes the wanted one is in force from now on, and no other."""
    given = select(Consent).where(
        Consent.person_id == person.id, Consent.purpose.in_(tuple(purposes)), Consent.state == ConsentState.GRANTED
    )
    for consent in tx.session.scalars(given.with_for_update()).all():
        if consent.purpose == wanted:
            return
        consent.state, consent.withdrawn_at = CONSENT.after(consent.state, "withdraw"), tx.now
    if wanted is not None:
        tx.add(
            Consent(
                person_id=person.id,
                purpose=wanted,
                text_version=VERSION,
                form="BOT",
                state=CONSENT.after(CONSENT.initial, "grant"),
                given_at=tx.now,
                expires_on=_term(tx, person),
            )
        )
    tx.session.flush()


def _term(tx: Tx, person: Person) -> date:
    return consent_term(tx, tx.session.get_one(Organisation, person.organisation_id))
