"""A region for benchmarks: schools with their curators and pairs, written in one go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from pathlib import Path

from sqlalchemy import create_engine, func, insert, select
from sqlalchemy.orm import Session

from bot.schema import metadata
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import Answer, MentorshipState, ProposalOrigin, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.people.states import MentorState
from models.people.tables import Account, MentorProfile, Organisation, Person, RoleGrant
from models.terms import Intensity, MentoringForm, MentorSource, OrgKind, PersonKind, Role

NOW = datetime(2026, 10, 12, 7, 0, tzinfo=UTC)
"""Monday, 10:00 in Moscow."""
FORMS = [MentoringForm.TEACHER_TEACHER.value]
NAMES = ("Кузнецова Ольга", "Лебедева Ирина", "Сергеева Анна", "Орлова Вера", "Смирнова Елена", "Титова Нина")


@dataclass(frozen=True)
class Pair:
    """A pair, and the accounts of its sides."""

    id: int
    organisation_id: int
    mentor_id: int
    mentee_id: int
    mentor: int
    mentee: int


@dataclass(frozen=True)
class Region:
    """What was written."""

    url: str
    curators: Sequence[int]
    """Their accounts."""
    pairs: Sequence[Pair]

    @property
    def accounts(self) -> list[int]:
        """Everybody who can press."""
        return [*self.curators, *(side for pair in self.pairs for side in (pair.mentor, pair.mentee))]


def build(file: Path, schools: int, pairs: int) -> Region:
    """A new SQLite file with a municipality of so many schools and so many pairs in each."""
    url = f"sqlite:///{file}"
    engine = create_engine(url)
    metadata.create_all(engine)
    with Session(engine) as session:
        region = _fill(session, url, schools, pairs)
        session.commit()
    engine.dispose()
    return region


def plan(region: Region, meetings: int, pairs: Sequence[Pair], first: datetime) -> list[list[int]]:
    """Plans meetings of each pair, a day apart from `first` on, planned by the mentor; their ids by pair."""
    engine = create_engine(region.url)
    ids, rows = [], []
    with Session(engine) as session:
        numbers = count((session.scalar(select(func.max(Meeting.id))) or 0) + 1)
        for pair in pairs:
            own = [next(numbers) for _ in range(meetings)]
            rows += [_meeting(pair, number, first + timedelta(days=day)) for day, number in enumerate(own)]
            ids.append(own)
        session.execute(insert(Meeting), rows)
        session.commit()
    engine.dispose()
    return ids


def _meeting(pair: Pair, number: int, starts_at: datetime) -> dict[str, object]:
    return {
        "id": number,
        "mentorship_id": pair.id,
        "organisation_id": pair.organisation_id,
        "state": MeetingState.PLANNED,
        "zone": "Europe/Moscow",
        "starts_at": starts_at,
        "place": "кабинет 214",
        "planned_by": pair.mentor_id,
        "planned_at": NOW,
    }


def _fill(session: Session, url: str, schools: int, pairs: int) -> Region:
    town = _organisation("г. Ярославль", OrgKind.MUNICIPALITY, None)
    session.add(town)
    session.flush()
    accounts, names = count(1001), cycle(NAMES)
    curators: list[int] = []
    made: list[Pair] = []
    for number in range(1, schools + 1):
        school = _organisation(f"Школа № {number}", OrgKind.SCHOOL, town.id)
        session.add(school)
        session.flush()
        curators.append(next(accounts))
        session.add(_person(school.id, next(names), Role.CURATOR_SCHOOL, curators[-1]))
        made += [_pair(session, school.id, accounts, names) for _ in range(pairs)]
    return Region(url, curators, made)


def _organisation(name: str, kind: OrgKind, parent: int | None) -> Organisation:
    return Organisation(kind=kind, name=name, short_name=name, parent_id=parent, forms=FORMS)


def _pair(session: Session, school: int, accounts: "count[int]", names: Iterator[str]) -> Pair:
    mentor = _person(school, next(names), Role.MENTOR, next(accounts))
    mentee = _person(school, next(names), Role.MENTEE, next(accounts))
    session.add_all((mentor, mentee))
    session.flush()
    card = MentorProfile(
        person_id=mentor.id,
        organisation_id=school,
        state=MentorState.APPROVED,
        source=MentorSource.TEACHER,
        forms=FORMS,
        topics=["CLASSROOM"],
        strong_topics=["CLASSROOM"],
        slots=[],
    )
    sides = ((Side.MENTOR, mentor), (Side.MENTEE, mentee))
    pair = Mentorship(
        organisation_id=school,
        form=MentoringForm.TEACHER_TEACHER,
        state=MentorshipState.ACTIVE,
        origin=ProposalOrigin.CURATOR_CHOICE,
        intensity=Intensity.WEEKLY,
        topics=["CLASSROOM"],
        slots=[],
        reasons=[],
        proposed_at=NOW,
        approved_at=NOW,
        members=[MentorshipMember(person_id=one.id, side=side, answer=Answer.YES) for side, one in sides],
    )
    session.add_all((card, pair))
    session.flush()
    return Pair(pair.id, school, mentor.id, mentee.id, *(int(one.accounts[0].external_id) for one in (mentor, mentee)))


def _person(school: int, name: str, role: Role, account: int) -> Person:
    family, given = name.split()
    person = Person(
        organisation_id=school,
        family_name=family,
        given_name=given,
        patronymic="Петровна",
        kind=PersonKind.STAFF,
        created_at=NOW,
        quiet_hours="",
    )
    person.accounts = [Account(channel="TELEGRAM", external_id=str(account))]
    person.grants = [RoleGrant(role=role, organisation_id=school, asked_at=NOW, admitted_at=NOW)]
    return person
