"""A region's night and its Monday: the sweep of all schools, and every curator's digest; cost a school from P to R."""

import time
from asyncio import to_thread
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import create_engine, insert, text
from sqlalchemy.orm import Session

from bot.schema import metadata
from models.access import SYSTEM
from models.clock import FixedClock
from models.database import Database
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import Answer, MentorshipState, ProposalOrigin, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.oversight.post import post_digests
from models.oversight.sweep import sweep_organisation
from models.people.states import MentorState
from models.people.tables import Account, MentorProfile, Organisation, Person, RoleGrant
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import Intensity, MentoringForm, MentorSource, OrgKind, PersonKind, Role
from models.use_case import Act
from tests.bench.child import Answers, Child
from tests.bench.figures import Figure, Report
from tests.postgres import Postgres

MONDAY = datetime(2027, 5, 17, 5, tzinfo=UTC)
"""08:00 in Moscow, late in the school year, so that there is a year of meetings."""
DAY = timedelta(days=1)
FORM = MentoringForm.TEACHER_TEACHER
MUNICIPALITIES = 33
CURATORS = 3
"""In each municipality: with one a school and one for the region that makes 600 digests at full size."""
MEETINGS = 20
SILENT, LATE = 0.05, 0.05
DIGEST_SECONDS, SWEEP_SECONDS, MEGABYTES, FLAT = 120, 300, 400, 1.5


@dataclass(frozen=True)
class Size:
    """How much there is."""

    schools: int
    pairs: int


P, R = Size(34, 1_700), Size(500, 25_000)
"""As many pairs a school in both, so that the cost of one can be compared."""


async def measure(rounds: int, count: int | None) -> Report:
    """`count` schools instead of 500, for a shorter run; a night and a Monday happen once, so rounds do not matter."""
    del rounds
    full = Size(count, 50 * count) if count else R
    figures = []
    with TemporaryDirectory() as folder:
        postgres = await to_thread(Postgres, Path(folder) / "postgres")
        for name in ("SQLite", "PostgreSQL"):
            small, large = [await _measured(await _new(name, Path(folder), size, postgres), size) for size in (P, full)]
            figures += _figures(name, full, small, large)
        await to_thread(postgres.stop)
    return Report("oversight: a night and a Monday of a region", figures)


def _figures(name: str, full: Size, small: dict[str, float], large: dict[str, float]) -> list[Figure]:
    n = f"{full.schools} schools, {full.pairs:,} pairs, {full.pairs * MEETINGS:,} meetings"
    digests = f"{name}: all {large['digests']:,.0f} digests"
    return [
        Figure(digests, large["monday"], n, at_most=DIGEST_SECONDS, unit="s"),
        Figure(f"{name}: longest transaction of them", large["longest"], n, unit="s"),
        Figure(f"{name}: the first nightly sweep", large["night"], n, at_most=SWEEP_SECONDS, unit="s"),
        Figure(f"{name}: the next one", large["again"], n, at_most=SWEEP_SECONDS, unit="s"),
        Figure(f"{name}: memory", large["memory"], n, at_most=MEGABYTES, unit="MB"),
        Figure(f"{name}: a school's sweep ÷ that of tier P", _each(large, small, "again"), n, at_most=FLAT),
        Figure(f"{name}: a school's digest ÷ that of tier P", _each(large, small, "monday"), n, at_most=FLAT),
    ]


def _each(large: dict[str, float], small: dict[str, float], what: str) -> float:
    return (large[what] / large["schools"]) / (small[what] / small["schools"])


async def _new(name: str, folder: Path, size: Size, postgres: Postgres) -> str:
    """An empty database; its URL."""
    if name == "PostgreSQL":
        template = await to_thread(lambda: postgres.template)
        return postgres.url(await to_thread(postgres.new_database, template))
    url = f"sqlite:///{folder / f'{size.schools}.sqlite'}"
    engine = create_engine(url)
    metadata.create_all(engine)
    engine.dispose()
    return url


async def _measured(url: str, size: Size) -> dict[str, float]:
    database = Database(url)
    schools = await database.write(lambda session: Filling(session, size).run())
    await database.close()
    child = Child(living, url=url, moment=MONDAY - 5 * timedelta(hours=1))
    night = await child.ask("sweep", schools)
    again = await child.ask("sweep", schools)
    made, monday, longest = await child.ask("digests")
    memory = await child.ask("memory")
    await child.stop()
    found = {"digests": made, "monday": monday, "longest": longest, "night": night, "again": again}
    return found | {"memory": memory, "schools": size.schools}


@asynccontextmanager
async def living(url: str, moment: datetime) -> AsyncIterator[Answers]:
    """The use cases on a database that is there."""
    database, clock = Database(url), FixedClock(moment)
    act = Act(database, clock, SYSTEM)

    async def sweep(schools: list[int]) -> float:
        begun = time.perf_counter()
        for school in schools:
            await act(sweep_organisation, school)
        return time.perf_counter() - begun

    async def digests() -> tuple[int, float, float]:
        clock.moment = MONDAY
        begun, made, longest = time.perf_counter(), 0, 0.0
        while True:
            before = time.perf_counter()
            if not (some := await act(post_digests)):
                return made, time.perf_counter() - begun, longest
            made, longest = made + some, max(longest, time.perf_counter() - before)

    yield {"sweep": sweep, "digests": digests}
    await database.close()


class Filling:
    """Rows written table by table; the same size gives the same rows."""

    def __init__(self, session: Session, size: Size) -> None:
        self.session, self.size = session, size
        self.chance = Random(size.schools)
        self.rows: dict[Any, list[dict[str, Any]]] = {}
        self.ids: dict[Any, count[int]] = {}

    def add(self, model: Any, **values: Any) -> int:
        """Keeps a row for later; gives its id."""
        number = next(self.ids.setdefault(model, count(1)))
        self.rows.setdefault(model, []).append({"id": number, **values})
        return number

    def run(self) -> list[int]:
        """Writes everything; the ids of the schools."""
        region = self._organisation("Область", OrgKind.REGION, None)
        towns = [self._organisation(f"Город {n}", OrgKind.MUNICIPALITY, region) for n in range(MUNICIPALITIES)]
        self._person(region, Role.CURATOR_REGIONAL)
        for town in towns:
            for _ in range(CURATORS):
                self._person(town, Role.CURATOR_MUNICIPAL)
        schools = [
            self._organisation(f"Школа № {n}", OrgKind.SCHOOL, towns[n % len(towns)]) for n in range(self.size.schools)
        ]
        for school in schools:
            self._person(school, Role.CURATOR_SCHOOL)
            for _ in range(self.size.pairs // self.size.schools):
                self._pair(school)
            self._request(school)
        for model, rows in self.rows.items():
            self.session.execute(insert(model), rows)
        if self.session.get_bind().dialect.name == "postgresql":
            self.session.execute(text("ANALYZE"))  # what a server does by itself, and the tests' own does not
        return schools

    def _organisation(self, name: str, kind: OrgKind, parent: int | None) -> int:
        called = {"name": name, "short_name": name, "forms": [FORM.value], "zone": "Europe/Moscow"}
        return self.add(Organisation, kind=kind, parent_id=parent, **called)

    def _person(self, place: int, role: Role) -> int:
        name = {"family_name": "Кузнецова", "given_name": "Ольга", "patronymic": "Петровна"}
        person = self.add(
            Person, organisation_id=place, kind=PersonKind.STAFF, created_at=MONDAY, quiet_hours="", **name
        )
        self.add(Account, person_id=person, channel="TELEGRAM", external_id=str(person))
        self.add(RoleGrant, person_id=person, role=role, organisation_id=place, asked_at=MONDAY, admitted_at=MONDAY)
        return person

    def _pair(self, school: int) -> None:
        """Every other week a meeting; some pairs have fallen silent, some do not write down."""
        mentor, mentee = self._person(school, Role.MENTOR), self._person(school, Role.MENTEE)
        card = {"state": MentorState.APPROVED, "source": MentorSource.TEACHER, "forms": [FORM.value], "slots": []}
        topics = {"topics": ["CLASSROOM"], "strong_topics": ["CLASSROOM"]}
        self.add(MentorProfile, person_id=mentor, organisation_id=school, **card, **topics)
        begun = MONDAY - 250 * DAY
        pair = self.add(
            Mentorship,
            organisation_id=school,
            form=FORM,
            state=MentorshipState.ACTIVE,
            origin=ProposalOrigin.CURATOR_CHOICE,
            intensity=Intensity.FORTNIGHTLY,
            topics=["CLASSROOM"],
            slots=[],
            reasons=[],
            proposed_at=begun,
            approved_at=begun,
        )
        for person, side in ((mentor, Side.MENTOR), (mentee, Side.MENTEE)):
            self.add(MentorshipMember, mentorship_id=pair, person_id=person, side=side, answer=Answer.YES)
        is_silent, is_late = self.chance.random() < SILENT, self.chance.random() < LATE
        for number in range(MEETINGS):
            ago = (12 if not is_silent else 40) * number + 1 + 3 * self.chance.random()
            late = is_late and number == 0
            self.add(
                Meeting,
                mentorship_id=pair,
                organisation_id=school,
                state=MeetingState.PLANNED if late else MeetingState.HELD,
                zone="Europe/Moscow",
                starts_at=MONDAY - (ago + (30 if is_silent else 3 if late else 0)) * DAY,
                planned_by=mentor,
                planned_at=begun,
            )

    def _request(self, school: int) -> None:
        waiting = {"mentee_id": self._person(school, Role.MENTEE), "state": RequestState.QUEUED}
        since = MONDAY - self.chance.randrange(5, 40) * DAY
        self.add(
            MentoringRequest,
            organisation_id=school,
            form=FORM,
            topics=["CLASSROOM"],
            intensity=Intensity.WEEKLY,
            slots=[],
            wished_mentor_ids=[],
            created_at=since,
            submitted_at=since,
            waiting_since=since,
            **waiting,
        )
