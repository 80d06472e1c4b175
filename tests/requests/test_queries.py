"""Looking at requests: the queue's order, where a request lies, and who may look."""

from datetime import timedelta

import pytest

from models.errors import ProgrammeError
from models.mentorships import answers, propose
from models.oversight.digest import digest_of
from models.requests import queries, review
from models.requests.queries import With
from tests.town import Town


async def test_it_orders_the_queue_by_waiting_and_leaves_what_is_put_off_to_the_end(town: Town, ask) -> None:
    first = await ask(await town.mentee())
    town.clock.moment += timedelta(days=1)
    second, third = await ask(await town.mentee()), await ask(await town.mentee())
    await (await town.act(town.curator))(review.postpone, first.id)
    actor = await town.actor(town.curator)
    async with town.database.read() as session:
        page = await queries.queue(session, actor, town.clock.now())
        facts = await queries.menu_facts(session, actor, town.clock.now())
        later = await queries.queue(session, actor, town.clock.now() + timedelta(days=5))
        other = await queries.queue(session, await town.actor(town.other_curator), town.clock.now())
    assert [line.request.id for line in page.items] == [second.id, third.id, first.id]
    assert [line.request.id for line in later.items] == [first.id, second.id, third.id]
    assert page.items[2].days == 1
    assert facts.to_decide == 2
    assert other.total == 0


async def test_it_counts_the_days_of_a_wait_as_the_digest_does(town: Town, ask) -> None:
    town.clock.moment += timedelta(hours=12)  # 22:00 in Moscow
    request = await ask(await town.mentee())
    town.clock.moment += timedelta(hours=10)
    actor = await town.actor(town.curator)
    async with town.database.read() as session:
        page = await queries.queue(session, actor, town.clock.now())
        decision = await queries.decision(session, actor, request.id, town.clock.now())
        digest = await session.run_sync(digest_of, town.school, town.clock.now(), town.curator)
    assert [page.items[0].days, decision.days, digest.decide[0].days] == [1, 1, 1]


async def test_it_says_with_whom_a_request_lies(town: Town, ask) -> None:
    mentee, mentor = await town.mentee(), await town.mentor()
    request = await ask(mentee)
    actor, curator = await town.actor(mentee), await town.act(town.curator)

    async def where() -> With:
        async with town.database.read() as session:
            found = await queries.whereabouts(session, actor, town.clock.now())
        assert found is not None
        return found.lies_with

    assert await where() is With.CURATOR
    await curator(review.return_with_question, request.id, "В каких классах?")
    assert await where() is With.YOU
    pair = await curator(propose.propose, request.id, mentor)
    assert await where() is With.MENTOR
    await (await town.act(mentor))(answers.ask, pair.id, "В каких классах?")
    assert await where() is With.YOU
    await (await town.act(mentor))(answers.accept, pair.id)
    assert await where() is With.YOU
    await (await town.act(mentee))(answers.accept, pair.id)
    assert await where() is With.NOBODY


async def test_it_shows_a_decision_to_the_schools_curators_alone(town: Town, ask) -> None:
    mentee = await town.mentee()
    request = await ask(mentee)
    async with town.database.read() as session:
        for outsider in (mentee, town.other_curator):
            with pytest.raises(ProgrammeError, match="error-no-access"):
                await queries.decision(session, await town.actor(outsider), request.id, town.clock.now())
        with pytest.raises(ProgrammeError, match="error-gone"):
            await queries.decision(session, await town.actor(town.curator), 10**20, town.clock.now())
        above = await queries.decision(session, await town.actor(town.municipal_curator), request.id, town.clock.now())
    assert above.candidates == ()
