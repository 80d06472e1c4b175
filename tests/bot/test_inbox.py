"""The inbox: stored once and in order, replayed after a death, forgotten in time."""

from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.types import Update
from sqlalchemy import select

from bot.fsm import Held, Remembered
from bot.inbox import KEPT, Inbox, InboxRow, InboxState, chat_of
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from models.audit import Effect
from models.clock import FixedClock
from models.database import Database

SECRET = "Мой телефон 8 900 123-45-67"


@pytest.fixture
def inbox(database: Database, clock: FixedClock, bot: Bot) -> Inbox:
    return Inbox(database, clock, bot.id)


@pytest.fixture
async def olga(sandbox: Sandbox) -> Person:
    olga = sandbox.person("Ольга Кузнецова")
    await olga.start()
    return olga


async def rows(database: Database) -> list[InboxRow]:
    async with database.read() as session:
        return list(await session.scalars(select(InboxRow).order_by(InboxRow.id)))


async def test_it_stores_a_polls_updates_in_order(inbox: Inbox, bot: Bot, olga: Person) -> None:
    await olga.say("раз")
    await olga.say("два")
    stored = await inbox.store(await bot.get_updates())
    assert [one.update.message.text for one in stored] == ["/start", "раз", "два"]
    assert [one.inbox_id for one in stored] == sorted(one.inbox_id for one in stored)
    assert {one.chat for one in stored} == {olga.id}


async def test_it_stores_an_update_once_however_often_it_is_delivered(
    inbox: Inbox, database: Database, bot: Bot, olga: Person
) -> None:
    updates = await bot.get_updates()
    assert len(await inbox.store(updates)) == 1
    await olga.say("новое")
    again = await inbox.store(await bot.get_updates())
    assert [one.update.message.text for one in again] == ["новое"]
    assert len(await rows(database)) == 2


async def test_it_gives_an_update_back_once_that_came_twice_in_one_poll(inbox: Inbox, bot: Bot, olga: Person) -> None:
    [update] = await bot.get_updates()
    assert len(await inbox.store([update, update])) == 1


async def test_it_stores_nothing_for_an_empty_poll(inbox: Inbox) -> None:
    assert await inbox.store([]) == []


async def test_it_stores_a_finished_update_not_anew(inbox: Inbox, bot: Bot, olga: Person) -> None:
    updates = await bot.get_updates()
    [stored] = await inbox.store(updates)
    await inbox.finish(stored, Held())
    assert await inbox.store(updates) == []
    assert await inbox.unfinished(bot) == []


async def test_it_replays_what_was_not_finished_ready_to_be_handled(
    inbox: Inbox, database: Database, clock: FixedClock, bot: Bot, olga: Person
) -> None:
    await olga.say("раз")
    first, second = await inbox.store(await bot.get_updates())
    await inbox.finish(first, Held())
    await inbox.count_attempt(second)
    [replayed] = await Inbox(database, clock, bot.id).unfinished(bot)
    assert (replayed.inbox_id, replayed.chat, replayed.attempts) == (second.inbox_id, olga.id, 1)
    assert replayed.update.message.text == "раз"
    await replayed.update.message.answer("ответ")
    assert olga.last.text == "ответ"


async def test_it_replays_in_the_order_in_which_things_came(inbox: Inbox, bot: Bot, olga: Person) -> None:
    for number in range(5):
        await olga.say(str(number))
    stored = await inbox.store(await bot.get_updates())
    assert [one.inbox_id for one in await inbox.unfinished(bot)] == [one.inbox_id for one in stored]


async def test_it_leaves_another_bots_updates_alone(
    inbox: Inbox, database: Database, clock: FixedClock, bot: Bot, olga: Person
) -> None:
    updates = await bot.get_updates()
    await inbox.store(updates)
    other = Inbox(database, clock, 77)
    assert await other.unfinished(bot) == []
    assert len(await other.store(updates)) == 1


async def test_it_erases_the_body_with_the_done_mark(inbox: Inbox, database: Database, bot: Bot, olga: Person) -> None:
    await olga.say(SECRET)
    for stored in await inbox.store(await bot.get_updates()):
        await inbox.finish(stored, Held())
    assert {(row.state, row.body) for row in await rows(database)} == {(InboxState.DONE, None)}


async def test_it_sets_an_update_aside_without_its_body(
    inbox: Inbox, database: Database, bot: Bot, olga: Person
) -> None:
    [stored] = await inbox.store(await bot.get_updates())
    await inbox.set_aside(stored, "ValueError at handlers/x.py:1")
    [row] = await rows(database)
    assert (row.state, row.body, row.problem) == (InboxState.SET_ASIDE, None, "ValueError at handlers/x.py:1")
    assert await inbox.unfinished(bot) == []


async def test_it_commits_what_the_dialog_wrote_with_the_done_mark(
    inbox: Inbox, database: Database, bot: Bot, olga: Person
) -> None:
    from bot.fsm import DialogRow

    [stored] = await inbox.store(await bot.get_updates())
    held = Held({"a": Remembered("Draft:name"), "b": Remembered("Draft:day")}, {"a"})
    await inbox.finish(stored, held)
    async with database.read() as session:
        assert list(await session.execute(select(DialogRow.key, DialogRow.state))) == [("a", "Draft:name")]


async def test_it_drops_the_dialog_of_a_process_that_finished_too_late(
    inbox: Inbox, database: Database, bot: Bot, olga: Person
) -> None:
    """It had lost its lock, and another process was quicker."""
    from bot.fsm import DialogRow

    [stored] = await inbox.store(await bot.get_updates())
    await inbox.finish(stored, Held())
    await inbox.finish(stored, Held({"a": Remembered("Draft:name")}, {"a"}))
    async with database.read() as session:
        assert list(await session.scalars(select(DialogRow))) == []


async def test_it_knows_a_chats_oldest_update_and_who_waits_longest(inbox: Inbox, bot: Bot, sandbox: Sandbox) -> None:
    people = [sandbox.person(name) for name in ("Ольга Кузнецова", "Анна Титова")]
    for person in people:
        await person.start()
    for person in people:
        await person.say("два")
    first, second, third, _ = await inbox.store(await bot.get_updates())
    assert await inbox.chats_waiting(10) == [first.chat, second.chat]
    assert await inbox.chats_waiting(1) == [first.chat]
    await inbox.finish(first, Held())
    assert await inbox.chats_waiting(10) == [second.chat, first.chat]
    oldest = await inbox.oldest(first.chat, bot)
    assert oldest is not None and oldest.inbox_id == third.inbox_id
    assert await inbox.oldest(7_000, bot) is None


async def test_it_forgets_after_two_days_with_the_effects_and_never_what_is_undone(
    inbox: Inbox, database: Database, clock: FixedClock, bot: Bot, olga: Person
) -> None:
    await olga.say("не успели")
    done, undone = await inbox.store(await bot.get_updates())
    await inbox.finish(done, Held())
    await database.write(
        lambda session: session.add_all(
            Effect(inbox_id=one.inbox_id, step=1, use_case="x", result="null") for one in (done, undone)
        )
    )
    clock.moment += KEPT
    await inbox.forget()
    assert len(await rows(database)) == 2
    clock.moment += timedelta(seconds=1)
    await inbox.forget()
    assert [row.id for row in await rows(database)] == [undone.inbox_id]
    async with database.read() as session:
        assert list(await session.scalars(select(Effect.inbox_id))) == [undone.inbox_id]


async def test_it_never_gives_a_number_twice(inbox: Inbox, clock: FixedClock, bot: Bot, olga: Person) -> None:
    """An effect answers for its number: a number used anew would answer for a stranger."""
    [first] = await inbox.store(await bot.get_updates())
    await inbox.finish(first, Held())
    clock.moment += KEPT + timedelta(seconds=1)
    await inbox.forget()
    await olga.say("позже")
    [*_, later] = await inbox.store(await bot.get_updates())
    assert later.inbox_id > first.inbox_id


def test_it_knows_the_chat_of_everything_that_can_come() -> None:
    user = {"id": 7, "is_bot": False, "first_name": "О"}
    chat = {"id": 7, "type": "private"}
    member = {"user": user, "status": "member"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": user}
    press = {"id": "1", "from": user, "chat_instance": "1", "data": "x"}
    blocked = {
        "chat": chat,
        "from": user,
        "date": 1,
        "old_chat_member": member,
        "new_chat_member": {**member, "status": "kicked", "until_date": 0},
    }
    bodies = [
        {"message": message},
        {"callback_query": press},
        {"callback_query": {**press, "message": message}},
        {"my_chat_member": blocked},
    ]
    assert {chat_of(Update.model_validate({"update_id": 1, **body})) for body in bodies} == {7}
