"""`Act`: access, scope, audit, and the effects that answer a repeated update."""

import asyncio

import pytest
from sqlalchemy import select

from models.access import Permission
from models.audit import AuditEntry, Effect
from models.errors import ProgrammeError
from models.people.tables import Person
from models.use_case import USE_CASES, Act, Tx, use_case
from tests.town import Town


@pytest.fixture
def rename():
    """A use case of the test's own, taken out of the registry afterwards."""

    @use_case(Permission.CURATE)
    def rename(tx: Tx, person_id: int, name: str) -> str:
        person = tx.get(Person, person_id)
        old, person.given_name = person.given_name, name
        return old

    yield rename
    del USE_CASES[rename]


async def test_it_refuses_whoever_lacks_the_permission(town: Town, rename) -> None:
    mentee = await town.mentee()
    act = await town.act(mentee)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(rename, mentee, "Иная")


async def test_it_refuses_rows_outside_the_scope(town: Town, rename) -> None:
    act = await town.act(town.other_curator)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(rename, await town.mentee(), "Иная")


async def test_it_lets_the_level_above_reach_down_the_tree(town: Town, rename) -> None:
    mentee = await town.mentee()
    act = await town.act(town.municipal_curator)
    await act(rename, mentee, "Иная")
    assert (await town.row(Person, mentee)).given_name == "Иная"


@pytest.mark.parametrize("row_id", [0, -1, 10**20, 10**6])
async def test_it_says_that_a_row_is_gone_whatever_the_number(town: Town, rename, row_id: int) -> None:
    act = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-gone"):
        await act(rename, row_id, "Иная")


async def test_it_audits_ids_and_never_texts(town: Town, rename) -> None:
    mentee = await town.mentee()
    act = await town.act(town.curator)
    await act(rename, mentee, "Тайна")
    [entry] = await town.rows(AuditEntry, AuditEntry.use_case.endswith("rename"))
    assert entry.arguments == {"person_id": mentee}
    assert entry.person_id == town.curator


async def test_it_answers_a_repeated_update_with_the_stored_result(town: Town, rename) -> None:
    mentee = await town.mentee("Кузнецова Ольга Сергеевна")
    actor = await town.actor(town.curator)
    first = await Act(town.database, town.clock, actor, inbox_id=7)(rename, mentee, "Первая")
    await town.change(Person, mentee, given_name="Вторая")
    again = await Act(town.database, town.clock, actor, inbox_id=7)(rename, mentee, "Первая")
    assert first == again == "Ольга"
    assert (await town.row(Person, mentee)).given_name == "Вторая"
    async with town.database.read() as session:
        assert len((await session.scalars(select(Effect))).all()) == 1


async def test_it_leaves_nothing_behind_when_a_rule_refuses(town: Town) -> None:
    @use_case(Permission.JOIN)
    def half(tx: Tx) -> None:
        tx.get(Person, town.curator).given_name = "Иная"

    act = town.act_as_stranger()
    try:
        with pytest.raises(ProgrammeError):
            await act(half)
    finally:
        del USE_CASES[half]
    assert (await town.row(Person, town.curator)).given_name == "Марина"


@pytest.mark.sqlite_only("one writer makes a row safe without a lock; test_postgres.py counts with one")
async def test_it_counts_true_under_many_writers_at_once(town: Town) -> None:
    def raise_capacity(session):
        person = session.get_one(Person, town.curator)
        person.position = str(int(person.position or 0) + 1)

    await asyncio.gather(*(town.database.write(raise_capacity) for _ in range(200)))
    assert (await town.row(Person, town.curator)).position == "200"


async def test_it_tells_whoever_waits_that_a_job_ran_out_of_what_it_went_through(town: Town) -> None:
    """StopIteration cannot be told through a future: it would be waited for for ever."""
    with pytest.raises(RuntimeError, match="StopIteration"):
        await town.database.write(lambda session: next(iter(())))
