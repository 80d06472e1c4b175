"""The same programme on PostgreSQL: what differs there is locking, so that is what is tried."""

import asyncio

import pytest
from sqlalchemy import func, select, text

from bot.outbox import Outbox
from models.audit import AuditEntry, Effect
from models.errors import ProgrammeError
from models.mentorships import answers, propose
from models.mentorships.places import load_of
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.notices.tables import Notice, NoticeState
from models.people import settings
from models.people.tables import Person
from models.requests import submit
from models.terms import Intensity, MentoringForm
from models.use_case import Act, Tx
from tests.town import Town

FORM = MentoringForm.TEACHER_TEACHER


async def count(town: Town, model: type) -> int:
    async with town.database.read() as session:
        return await session.scalar(select(func.count()).select_from(model))


async def request_for(town: Town, mentor: int) -> int:
    """A new mentee's request that wishes for the mentor; its id."""
    act = await town.act(await town.mentee())
    view = await act(submit.submit, FORM, ("CLASSROOM",), "", Intensity.WEEKLY, [], [mentor])
    return view.id


async def test_it_keeps_scope_audit_and_effects(there: Town) -> None:
    mentee = await there.mentee()
    actor = await there.actor(mentee)
    first = await Act(there.database, there.clock, actor, inbox_id=7)(settings.set_language, "en")
    await there.change(Person, mentee, locale="ru")
    again = await Act(there.database, there.clock, actor, inbox_id=7)(settings.set_language, "en")
    assert first == again
    assert (await there.row(Person, mentee)).locale == "ru"
    assert await count(there, Effect) == 1
    [entry] = await there.rows(AuditEntry)
    assert (entry.person_id, entry.at, entry.inbox_id) == (mentee, there.clock.now(), 7)


async def test_it_refuses_across_schools_and_leaves_nothing(there: Town) -> None:
    mentor = await there.mentor()
    request = await request_for(there, mentor)
    audited = await count(there, AuditEntry)
    other = await there.act(there.other_curator)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await other(propose.propose, request, mentor)
    assert await count(there, AuditEntry) == audited


async def test_it_fills_a_mentors_places_and_not_one_more_when_eight_accept_at_once(there: Town) -> None:
    mentor = await there.mentor()
    curator = await there.act(there.curator)
    offers = [await curator(propose.propose, await request_for(there, mentor), mentor) for _ in range(8)]
    act = await there.act(mentor)
    taken = await asyncio.gather(*(act(answers.accept, offer.id) for offer in offers), return_exceptions=True)
    refused = [one for one in taken if isinstance(one, Exception)]
    assert {getattr(one, "key", repr(one)) for one in refused} <= {"error-no-place", "error-offer-closed"}
    assert len(refused) == 6
    assert await there.database.write(lambda session: load_of(session, mentor)) == 2


async def test_it_claims_each_notice_once_when_several_processes_claim(there: Town) -> None:
    def job(session) -> None:
        tx = Tx(session, there.act_as_system().actor, there.clock.now())
        for number in range(60):
            post(tx, session.get_one(Person, there.curator), NoticeKind.ADMITTED, f"meeting:{number}")

    await there.database.write(job)
    claimed = await asyncio.gather(*(Outbox(there.database, there.clock).claim() for _ in range(4)))
    ids = [notice.id for batch in claimed for notice in batch]
    assert len(ids) == len(set(ids))
    rest = await Outbox(there.database, there.clock).claim()
    assert len({*ids, *(notice.id for notice in rest)}) == 60


async def test_it_lets_one_of_two_senders_begin(there: Town) -> None:
    def job(session) -> None:
        tx = Tx(session, there.act_as_system().actor, there.clock.now())
        post(tx, session.get_one(Person, there.curator), NoticeKind.ADMITTED, "meeting:42")

    await there.database.write(job)
    [claimed] = await Outbox(there.database, there.clock).claim()
    begun = await asyncio.gather(*(Outbox(there.database, there.clock).started(claimed) for _ in range(4)))
    assert sorted(begun) == [False, False, False, True]
    assert [row.state for row in await there.rows(Notice)] == [NoticeState.STARTED]


async def test_it_counts_true_under_many_writers_at_once(there: Town) -> None:
    def raise_number(session) -> None:
        person = session.get_one(Person, there.curator, with_for_update=True)
        person.position = str(int(person.position or 0) + 1)

    await asyncio.gather(*(there.database.write(raise_number) for _ in range(40)))
    assert (await there.row(Person, there.curator)).position == "40"


async def test_it_runs_a_job_again_that_waited_in_a_circle(there: Town) -> None:
    def rename_both(session, first: int, second: int) -> None:
        session.execute(text("SET LOCAL deadlock_timeout = '20ms'"))
        for person_id in (first, second):
            person = session.get_one(Person, person_id, with_for_update=True)
            person.position = f"{person.position or ''}+"
            session.execute(text("SELECT pg_sleep(0.2)"))

    pairs = ((there.curator, there.other_curator), (there.other_curator, there.curator))
    await asyncio.gather(*(there.database.write(lambda session, p=pair: rename_both(session, *p)) for pair in pairs))
    assert [(await there.row(Person, one)).position for one in pairs[0]] == ["++", "++"]


async def test_it_stores_updates_once_and_keeps_dialogs(there: Town) -> None:
    from aiogram.fsm.storage.base import StorageKey
    from aiogram.types import Update

    from bot.fsm import DialogStorage
    from bot.inbox import Inbox

    message = {"message_id": 1, "date": 1, "chat": {"id": 2**40, "type": "private"}, "text": "раз"}
    updates = [Update.model_validate({"update_id": number, "message": message}) for number in (1, 2)]
    inboxes = [Inbox(there.database, there.clock, 42) for _ in range(3)]
    stored = await asyncio.gather(*(inbox.store(updates) for inbox in inboxes))
    assert sorted(one.update.update_id for batch in stored for one in batch) == [1, 2]

    storage, key = DialogStorage(there.database, there.clock), StorageKey(bot_id=42, chat_id=7, user_id=7)
    await asyncio.gather(*(storage.set_data(key, {"number": number}) for number in range(10)))
    assert set(await storage.get_data(key)) == {"number"}


async def test_it_plans_each_question_for_the_values_that_are_asked(there: Town) -> None:
    """A plan for any values takes all states for equally frequent: a school's week reads the whole programme then."""
    async with there.database.read() as session:
        assert await session.scalar(text("SHOW plan_cache_mode")) == "force_custom_plan"
