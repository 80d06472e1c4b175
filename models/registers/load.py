"""Loading a list: everything that was confirmed, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select, update

from models.access import Permission
from models.base import Keyed
from models.errors import ProgrammeError
from models.local_time import utc_at
from models.mentorships.states import MENTORSHIP, Answer, ProposalOrigin, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.consents import paper_values
from models.people.profile import SOURCES
from models.people.register import MentorTerm, term_of
from models.people.states import MENTOR
from models.people.tables import Consent, MentorProfile, Organisation, Person, RoleGrant
from models.people.topics import STRONG
from models.registers.check import check
from models.registers.incoming import Checked, Filling, Key, NewPair, NewPerson, PairLine, PersonLine
from models.registers.known import known_of
from models.terms import Intensity, MentorSource, Role
from models.use_case import Tx, use_case


@dataclass(frozen=True)
class Loaded:
    """What has come in."""

    people: int
    pairs: int
    filled: int
    """Of how many who were there already more is known now."""


@use_case(Permission.CURATE)
def load_list(tx: Tx, people: tuple[PersonLine, ...], pairs: tuple[PairLine, ...], ready: int) -> Loaded:
    """Loads the lines of a list that are ready; `ready` is how many the curator has confirmed.

    The same list once more changes nothing: who is known by name, school and role is passed over, but for what is not
    known yet of a teacher. Mentors are confirmed by being entered; pairs work already and begin with their own day,
    silence is counted from now on.
    Raises ProgrammeError `error-gone` where nothing is to be loaded, `error-registers-changed` where other lines are
    ready by now than those that were confirmed, and what `check` raises.
    """
    if not ready:
        raise ProgrammeError("error-gone")
    checked = check(tx.session, tx.actor, people, pairs, tx.now)
    ids, filled = _schools_of(checked), [one.person_id for one in checked.fillings]
    locked = select(Organisation).where(Organisation.id.in_(ids)).order_by(Organisation.id).with_for_update()
    schools = {row.id: row for row in tx.session.scalars(locked)}
    tx.session.execute(select(Person.id).where(Person.id.in_(filled)).order_by(Person.id).with_for_update())
    # Whoever had loaded the same list meanwhile is seen only now: on PostgreSQL two may load at once.
    checked = check(tx.session, tx.actor, people, pairs, tx.now)
    if checked.ready != ready:
        raise ProgrammeError("error-registers-changed")
    known = known_of(tx.session, {}, ids)
    persons: dict[Key, int] = {key: some[0].id for key, some in known.people.items()}
    persons |= _bring_in(tx, checked.people, schools)
    _fill_in(tx, checked.fillings)
    _pair_up(tx, checked.pairs, schools, persons)
    return Loaded(len(checked.people), len(checked.pairs), len(checked.fillings))


def _schools_of(checked: Checked) -> set[int]:
    lines: list[NewPerson | Filling | NewPair] = [*checked.people, *checked.fillings, *checked.pairs]
    return {one.organisation_id for one in lines}


def _bring_in(tx: Tx, people: tuple[NewPerson, ...], schools: dict[int, Organisation]) -> dict[Key, int]:
    """The new persons with role, card and consent, in a statement for each table: others wait for this writer."""
    ids = _store(tx, Person, [_person(tx, new) for new in people])
    pairs = list(zip(people, ids, strict=True))
    _store(tx, RoleGrant, [_grant(tx, new, person_id) for new, person_id in pairs])
    _store(tx, Consent, [paper_values(tx, one, schools[new.organisation_id], new.consent) for new, one in pairs])
    mentors = [(new, person_id) for new, person_id in pairs if new.role is Role.MENTOR]
    cards = [_card(new, person_id, schools[new.organisation_id]) for new, person_id in mentors]
    _store(tx, MentorProfile, cards)
    _store(tx, MentorTerm, [term_of(card, tx.now) for card in cards])
    return {new.key: person_id for new, person_id in pairs}


def _fill_in(tx: Tx, fillings: tuple[Filling, ...]) -> None:
    if fillings:
        tx.session.execute(update(Person), [{"id": one.person_id, **vars(one.record)} for one in fillings])


def _pair_up(tx: Tx, pairs: tuple[NewPair, ...], schools: dict[int, Organisation], persons: dict[Key, int]) -> None:
    """Pairs that met before the programme came into the bot: both have agreed, the curator says so."""
    ids = _store(tx, Mentorship, [_pair(tx, new, schools[new.organisation_id]) for new in pairs])
    yes = {"answer": Answer.YES, "answered_at": tx.now, "answered_by": tx.actor.person_id}
    members = [
        {"mentorship_id": pair_id, "person_id": persons[key], "side": side, **yes}
        for new, pair_id in zip(pairs, ids, strict=True)
        for side, key in ((Side.MENTOR, new.mentor), (Side.MENTEE, new.mentee))
    ]
    _store(tx, MentorshipMember, members)


def _store(tx: Tx, table: type[Keyed], rows: list[dict[str, Any]]) -> Sequence[int]:
    """The ids of the new rows, in their order."""
    if not rows:
        return []
    statement = insert(table).returning(table.id, sort_by_parameter_order=True)
    return tx.session.scalars(statement, rows).all()


def _person(tx: Tx, new: NewPerson) -> dict[str, Any]:
    return {
        "organisation_id": new.organisation_id,
        "family_name": new.name.family_name,
        "given_name": new.name.given_name,
        "patronymic": new.name.patronymic,
        "kind": new.kind,
        "position": new.position,
        "class_label": new.class_label,
        **vars(new.record),
        "created_at": tx.now,
        "created_by": tx.actor.person_id,
    }


def _grant(tx: Tx, new: NewPerson, person_id: int) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "role": new.role,
        "organisation_id": new.organisation_id,
        "asked_at": tx.now,
        "admitted_at": tx.now,
        "admitted_by": tx.actor.person_id,
    }


def _card(new: NewPerson, person_id: int, school: Organisation) -> dict[str, Any]:
    pupils = MentorSource.STUDENT if new.class_label else MentorSource.OTHER_ORG
    return {
        "person_id": person_id,
        "organisation_id": school.id,
        "state": MENTOR.after(MENTOR.initial, "confirm"),
        "source": next((source for source, kind in SOURCES.items() if kind is new.kind), pupils),
        "forms": list(school.forms),
        "topics": list(new.topics),
        "strong_topics": list(new.topics[:STRONG]),
        "capacity": new.places,
        "slots": [],
    }


def _pair(tx: Tx, new: NewPair, school: Organisation) -> dict[str, Any]:
    approved = MENTORSHIP.after(MENTORSHIP.initial, "all_accept_by_curators_choice")
    began = utc_at(new.began, time(0), ZoneInfo(school.zone))
    return {
        "organisation_id": school.id,
        "form": new.form,
        "state": MENTORSHIP.after(approved, "skip_trial"),
        "origin": ProposalOrigin.CURATOR_CHOICE,
        "intensity": Intensity.FORTNIGHTLY,
        "topics": [],
        "goal": new.goal,
        "slots": [],
        "reasons": [],
        "proposed_by": tx.actor.person_id,
        "proposed_at": began,
        "approved_at": began,
        "resumed_at": tx.now,
        "order_ref": new.order,
        "order_date": new.order_date,
    }
