"""Every use case, called by those whose business it is not: what is not open on purpose is refused without a trace."""

import importlib
import pkgutil
import types
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import product
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

import models
from models.access import Permission
from models.audit import AuditEntry
from models.base import Base
from models.database import Database
from models.errors import ProgrammeError
from models.matching.cohort import Assignment
from models.people.consents import VERSION
from models.people.settings import QUIET_CHOICES
from models.terms import MentoringForm, OrgKind, Role
from models.use_case import USE_CASES, Act, UseCase
from tests.access.school import School
from tests.town import Town

for found in pkgutil.walk_packages(models.__path__, "models."):
    importlib.import_module(found.name)

CASES = sorted(USE_CASES.values(), key=lambda case: case.name)
REFUSALS = ("error-no-access", "error-gone")
THROUGH = "went through"

TEXTS = {
    "name": "Новикова Дарья Ильинична",
    "locale": "en",
    "channel": "TELEGRAM",
    "consent_version": VERSION,
    "quiet_hours": QUIET_CHOICES[0],
    "zone": "Europe/Moscow",
    "value": "YES",
}
SEQUENCES = {"topics": ("CLASSROOM",)}
NUMBERS = {
    "ready": 0,
    "duration_min": 45,
    "places": 2,
    "uses": 1,
    "days": 7,
    "version": 1,
    "usefulness": 5,
    "number": 5,
    "made": 1,
    "school_year": 2026,
}

OUTSIDERS = ("a stranger", "no roles", "another school's mentee", "another school's mentor", "another school's curator")
INSIDERS = ("the same school's mentee", "the same school's mentor")
"""They belong to the school and yet to none of its pairs, requests, meetings and forms."""
EVERYBODY = (*OUTSIDERS, *INSIDERS)
KNOWN = EVERYBODY[1:]
MENTEES = tuple(kind for kind in EVERYBODY if kind.endswith("mentee"))
MENTORS = tuple(kind for kind in EVERYBODY if kind.endswith("mentor"))
CURATORS = ("another school's curator",)

OPEN: dict[str, tuple[tuple[str, ...], str]] = {
    "people.accounts.block_bot": (EVERYBODY, "Telegram tells it of whoever blocks the bot; it marks their own account"),
    "people.accounts.unblock_bot": (EVERYBODY, "the same for whoever comes back"),
    "people.opening.open_invitation": (EVERYBODY, "whoever has a link may open it; wrong codes are counted"),
    "people.grants.ask_role": (KNOWN, "everybody may ask for a role in their own school; the curator decides"),
    "people.cards.fill_card": (MENTORS, "one's own card"),
    "people.sharing.share": (MENTORS, "one's own consent"),
    "people.sharing.stay_in_reserve": (MENTORS, "one's own consent"),
    "people.settings.rename": (KNOWN, "one's own name"),
    "people.settings.set_language": (KNOWN, "one's own language"),
    "people.settings.set_position": (KNOWN, "one's own position"),
    "people.settings.set_quiet_hours": (KNOWN, "one's own quiet hours"),
    "people.privacy.withdraw_consent": (KNOWN, "one's own consent"),
    "people.consents.renew_consent": (KNOWN, "one's own consent"),
    "people.appointing.come_back": (CURATORS, "one's own absence"),
    "meetings.month.choose_month": (MENTORS, "whether one reads one's own month"),
    "oversight.post.choose_time": (CURATORS, "the time of one's own digest"),
    "requests.submit.submit": ((*MENTEES, *MENTORS), "everybody who takes part may ask for a mentor of their own"),
    "requests.colleague.propose_mentee": (INSIDERS, "a colleague proposes a mentee of the same school, who confirms"),
}
"""What goes through on purpose: for whom, and why."""

OTHER_REFUSALS = {
    "people.opening.accept_invitation": "error-link-unknown",
    "people.registration.join": "error-",
    "people.guardians.become_guardian": "error-consent-changed",
    "people.appointing.set_away": "error-no-deputy",
    "notices.hold.send_held": "error-nothing-held",
    "notices.hold.leave_held": "error-nothing-held",
    "papers.statement.ask_statement": "error-paper-period",
    "registers.ask.ask_all": "error-state",
}
"""Use cases that refuse in words of their own, having no row to look at: for a code that is none, for who is in,
for a parent's link without its text,
for a curator in whose scope nothing is held back or who has no deputy, for one's own statement of days to come, for
what a curator cannot ask anybody."""


@dataclass
class Outsider:
    """Somebody whose business it is not, with all that they may reach by themselves."""

    act: Act
    person_id: int | None


async def outsider(town: Town, kind: str) -> Outsider:
    """Somebody new of that kind."""
    if kind == "a stranger":
        return Outsider(town.act_as_stranger(), None)
    school = town.school if kind.startswith("the same") else town.other_school
    if kind == "no roles":
        person = await town.person(organisation=school)
    elif kind.endswith("curator"):
        person = town.other_curator
    else:
        maker = town.mentor if kind.endswith("mentor") else town.mentee
        person = await maker(organisation=school)
    return Outsider(await town.act(person), person)


def values(name: str, hint: Any, school: School) -> list[Any]:
    """Plausible values of an argument: rows of school № 25 for ids, what a person could send otherwise."""
    if name in school.ids:
        return list(school.ids[name])
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(one for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is not None and issubclass(get_origin(hint), Sequence):
        return [SEQUENCES.get(name, ())]
    if hint is MentoringForm:
        return [MentoringForm.TEACHER_TEACHER]
    if issubclass(hint, Enum):
        return [next(iter(hint))]
    now = school.town.clock.now()
    usual: dict[type, Any] = {
        bool: True,
        bytes: b"PK",
        int: NUMBERS.get(name),
        str: TEXTS.get(name, "слово"),
        datetime: now + timedelta(hours=-2 if name == "held_at" else 26),
        date: now.date() + timedelta(days=10),
        Assignment: Assignment((), (), ()),
    }
    if usual.get(hint) is None:
        raise LookupError(f"no plausible value for {name}: {hint}")
    return [usual[hint]]


def calls(case: UseCase, school: School) -> Iterator[dict[str, Any]]:
    """All ways to call a use case with plausible values; an id that may be left out is never left out."""
    hints = get_type_hints(case.function)
    names = [name for name in case.signature.parameters if name != "tx"]
    for some in product(*(values(name, hints[name], school) for name in names)):
        yield dict(zip(names, some, strict=True))


async def everything(database: Database) -> dict[tuple[str, Any], dict[str, Any]]:
    """All rows of all tables but the audit, by table and key."""
    found = {}
    async with database.read() as session:
        for table in Base.metadata.sorted_tables:
            if table.name == AuditEntry.__tablename__:
                continue
            for row in (await session.execute(select(table))).mappings():
                key = tuple(row[column.name] for column in table.primary_key)
                found[table.name, key] = dict(row)
    return found


@pytest.fixture
async def school(town: Town) -> School:
    return await School.build(town)


class Inside:
    """Runs jobs in one transaction, each safe from the others, as the bot's writer does with those that wait together.

    Whoever lacks the permission is refused before anything is asked of a database: for them there is no session.
    """

    def __init__(self, session: Session | None) -> None:
        self._session = session

    async def write(self, job: Callable[[Any], Any]) -> Any:
        """Runs the job; what it raises undoes it alone."""
        with self._session.begin_nested() if self._session else nullcontext():
            return job(self._session)

    async def close(self) -> None:
        """There is nothing to let go of."""


async def attempt(act: Act, case: UseCase, school: School) -> dict[str, dict[str, Any]]:
    """What came of all calls: refusals by key, other failures by their words, «went through»; with an example each."""
    ways = list(calls(case, school))

    def attempts(session: Session | None, ways: Sequence[dict[str, Any]] = ways) -> dict[str, dict[str, Any]]:
        inside = Act(Inside(session), school.town.clock, act.actor)
        found = [(outcome(inside, case, arguments), arguments) for arguments in ways]
        act.actor = inside.actor
        return dict(reversed(found))

    if not act.actor.may(case.permission):  # then any arguments will do: nobody looks at them
        return attempts(None, ways[:1])
    return await school.town.database.write(attempts)


def outcome(act: Act, case: UseCase, arguments: dict[str, Any]) -> str:
    """What came of a call by somebody who has nothing to wait for."""
    try:
        act(case.function, **arguments).send(None)
    except StopIteration:
        return THROUGH
    except ProgrammeError as refusal:
        return refusal.key
    except Exception as error:
        return repr(error)
    raise AssertionError(f"{case.name} waits for something")


def is_refusal(case: UseCase, outcome: str) -> bool:
    """Whether access was refused, and not something else that an insider would be told as well."""
    return outcome in REFUSALS or (case.name in OTHER_REFUSALS and outcome.startswith(OTHER_REFUSALS[case.name]))


async def test_it_refuses_outsiders_all_that_is_not_open_on_purpose(town: Town, school: School) -> None:
    outsiders = {kind: await outsider(town, kind) for kind in EVERYBODY}
    before = await everything(town.database)
    wrong: dict[tuple[str, str, str], Any] = {}
    for kind, somebody in outsiders.items():
        for case in CASES:
            if kind not in OPEN.get(case.name, ((), ""))[0]:
                outcomes = await attempt(somebody.act, case, school)
                wrong |= {(kind, case.name, one): by for one, by in outcomes.items() if not is_refusal(case, one)}
    assert wrong == {}
    assert await everything(town.database) == before


@pytest.mark.parametrize("kinds", [OUTSIDERS, *([kind] for kind in INSIDERS)], ids=lambda kinds: " and ".join(kinds))
async def test_it_lets_them_touch_only_what_is_theirs(town: Town, school: School, kinds: Sequence[str]) -> None:
    """Each insider finds the school untouched: what one proposes to a colleague the other cannot propose again."""
    before = await everything(town.database)
    for kind in kinds:
        somebody = await outsider(town, kind)
        names = sorted((name for name, (open_to, _) in OPEN.items() if kind in open_to), key=last_of_all)
        for name in names:
            [case] = [case for case in CASES if case.name == name]
            found = await attempt(somebody.act, case, school)
            assert THROUGH in found, f"{name} need not stand among what is open to {kind}"
        after = await everything(town.database)
        touched = {key: row for key, row in before.items() if after.get(key) != row}
        assert {key for key, row in touched.items() if not is_own(key, row, somebody.person_id)} == set(), kind
        before = {key: after[key] for key in before.keys() & after.keys()}  # what the next ones find of the school


def last_of_all(name: str) -> tuple[bool, str]:
    """Whoever withdraws the consent can do nothing any more."""
    return "withdraw_consent" in name, name


def is_own(key: tuple[str, Any], row: dict[str, Any], person_id: int | None) -> bool:
    return person_id is not None and (row.get("person_id") == person_id or key == ("person", (person_id,)))


async def test_it_leaves_to_the_timetable_what_the_programme_does_by_itself(town: Town, school: School) -> None:
    region = await town.organisation("Ярославская область", OrgKind.REGION)
    regional = await town.person("Громова Инна Олеговна", Role.CURATOR_REGIONAL, organisation=region)
    before = await everything(town.database)
    for person in (town.curator, town.municipal_curator, regional, school.mentor, school.mentee):
        act = await town.act(person)
        for case in CASES:
            if case.permission is Permission.SWEEP:
                for arguments in calls(case, school):
                    with pytest.raises(ProgrammeError, match="error-no-access"):
                        await act(case.function, **arguments)
    assert await everything(town.database) == before


def test_it_gives_a_reason_for_whatever_is_open() -> None:
    assert OPEN.keys() <= {case.name for case in CASES}
    assert all(kinds and reason for kinds, reason in OPEN.values())
