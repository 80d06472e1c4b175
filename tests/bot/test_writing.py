"""Jobs that wait together share one commit, and none of them can spoil it for the others."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest
from sqlalchemy import Connection, event, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models.database import Database, ThreadWriter
from models.errors import ProgrammeError
from models.people.tables import Person
from tests.town import Town

Job = Callable[[Session], Any]
Together = Callable[[Sequence[Job]], Awaitable[list[Any]]]


@pytest.fixture
def commits() -> list[object]:
    """What is committed from now on."""
    return []


@pytest.fixture
def together(town: Town, commits: list[object]) -> Together:
    """Lets jobs run that have waited for the same commit; what each comes to."""

    async def run(jobs: Sequence[Job]) -> list[Any]:
        await town.database.write(lambda session: None)
        event.listen(_connection(town.database), "commit", commits.append)
        begun, free = threading.Event(), threading.Event()
        holding = asyncio.create_task(town.database.write(lambda session: (begun.set(), free.wait(10))))
        await asyncio.to_thread(begun.wait, 10)
        waiting = [asyncio.create_task(town.database.write(job)) for job in jobs]
        await asyncio.sleep(0)
        free.set()
        await holding
        return await asyncio.gather(*waiting, return_exceptions=True)

    return run


def _connection(database: Database) -> Any:
    writer = database._writer
    assert isinstance(writer, ThreadWriter)
    return writer._connection


def called(position: str) -> Job:
    """Somebody is given a position; how many have it then."""

    def job(session: Session) -> int:
        person = session.scalars(select(Person).order_by(Person.id)).first()
        assert person is not None
        person.position += position
        session.flush()
        return len(person.position)

    return job


def refused(session: Session) -> None:
    """Changes something before a rule refuses it."""
    called("X")(session)
    raise ProgrammeError("error-gone")


def impossible(session: Session) -> None:
    """What the database itself refuses."""
    called("Y")(session)
    session.add(Person(organisation_id=None, family_name="Нет", given_name="Никого"))
    session.flush()


async def position(town: Town) -> str:
    """What the first person was given."""
    [*people] = sorted(await town.rows(Person), key=lambda one: one.id)
    return people[0].position


async def test_it_commits_once_for_those_that_wait_together(
    town: Town, together: Together, commits: list[object]
) -> None:
    before = len(await position(town))
    assert await together([called("а"), called("б"), called("в")]) == [before + 1, before + 2, before + 3]
    assert len(commits) == 2, "one for the job before them"


async def test_it_undoes_what_fails_alone(town: Town, together: Together, commits: list[object]) -> None:
    before = await position(town)
    _, error, _ = await together([called("а"), refused, called("б")])
    assert isinstance(error, ProgrammeError)
    assert await position(town) == before + "аб"
    assert len(commits) == 2


async def test_it_keeps_the_others_when_the_database_refuses_one(town: Town, together: Together) -> None:
    before = await position(town)
    _, error, _ = await together([called("а"), impossible, called("б")])
    assert isinstance(error, IntegrityError)
    assert await position(town) == before + "аб"


async def test_it_runs_a_job_after_one_that_failed_alone(town: Town) -> None:
    before = await position(town)
    for job, error in ((refused, ProgrammeError), (impossible, IntegrityError)):
        with pytest.raises(error):
            await town.database.write(job)
    await town.database.write(called("а"))
    assert await position(town) == before + "а"


def noted(person_id: int, word: str, error: Exception | None = None) -> Callable[[Connection], None]:
    """A word about somebody, without a session."""

    def note(connection: Connection) -> None:
        connection.execute(update(Person).where(Person.id == person_id).values(position=word))
        if error is not None:
            raise error

    return note


@pytest.mark.both_databases
async def test_it_keeps_a_note_and_nothing_of_one_that_fails(town: Town) -> None:
    await town.database.note(noted(town.curator, "завуч"))
    with pytest.raises(ProgrammeError):
        await town.database.note(noted(town.curator, "директор", ProgrammeError("error-gone")))
    [curator] = await town.rows(Person, Person.id == town.curator)
    assert curator.position == "завуч"
