"""Several processes on one PostgreSQL: a person's updates in order, each handled once, whoever stored them."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from itertools import count

import pytest
from aiogram import Bot, Dispatcher
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram.types import Message, Update
from sqlalchemy import select

from bot.fsm import DialogStorage
from bot.inbox import Inbox, InboxRow, InboxState
from bot.lines import SharedLine
from bot.locks import PostgresLocks
from bot.workers import Workers
from models.clock import FixedClock
from models.database import Database
from tests.bot.conftest import TOKEN
from tests.postgres import Postgres

pytestmark = pytest.mark.xdist_group("postgres")


class Log:
    """What was handled, by chat, and whether two ever served a chat at once."""

    def __init__(self) -> None:
        self.handled: defaultdict[int, list[str]] = defaultdict(list)
        self.by: defaultdict[int, set[str]] = defaultdict(set)
        self.busy: set[int] = set()
        self.together = False


class Process:
    """Inbox, workers and locks as one process has them."""

    def __init__(self, name: str, database: Database, clock: FixedClock, log: Log) -> None:
        self.name, self._log = name, log
        self.go = asyncio.Event()
        self.go.set()
        self.bot = Bot(TOKEN)
        self.inbox = Inbox(database, clock, self.bot.id)
        self.locks = PostgresLocks(database.url)
        storage = DialogStorage(database, clock)
        dispatcher = Dispatcher(storage=storage, events_isolation=DisabledEventIsolation())
        dispatcher.message.register(self._handle)
        line = SharedLine(self.inbox, self.bot, self.locks)
        self.workers = Workers(self.bot, dispatcher, self.inbox, self._never, self._never, line)

    async def take_in(self, *updates: Update) -> None:
        self.workers.add(await self.inbox.store(updates))

    async def _handle(self, message: Message) -> None:
        chat = message.chat.id
        self._log.together |= chat in self._log.busy
        self._log.busy.add(chat)
        await asyncio.sleep(0.002)
        await self.go.wait()
        self._log.handled[chat].append(message.text)
        self._log.by[chat].add(self.name)
        self._log.busy.discard(chat)

    async def _never(self, *_: object) -> None:
        raise AssertionError("nothing fails here")


@pytest.fixture
def url(postgres: Postgres) -> str:
    return postgres.url(postgres.new_database(postgres.template))


@pytest.fixture
async def there(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    yield database
    await database.close()


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
async def pair(there: Database, clock: FixedClock, log: Log) -> AsyncIterator[list[Process]]:
    processes = [Process(name, there, clock, log) for name in ("one", "two")]
    for process in processes:
        await process.locks.take(process.name)  # connected, so that neither serves all while the other still knocks
    yield processes
    for process in processes:
        await process.workers.stop(5)
        await process.locks.close()


def updates(chats: int, each: int) -> list[Update]:
    """As they come in: the chats' messages mixed, each chat's in order."""
    numbers = count(1)
    return [message(chat, str(number), next(numbers)) for number in range(each) for chat in range(1, chats + 1)]


def message(chat: int, text: str, number: int) -> Update:
    user = {"id": chat, "is_bot": False, "first_name": "О"}
    body = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "from": user, "text": text}
    return Update.model_validate({"update_id": number, "message": body})


async def states(database: Database) -> list[InboxState]:
    async with database.read() as session:
        return list(await session.scalars(select(InboxRow.state).order_by(InboxRow.id)))


async def until_done(database: Database, pair: list[Process]) -> None:
    """Looks as often as it takes, as the processes do each second."""
    while InboxState.NEW in await states(database):
        for process in pair:
            await process.workers.below(1)
            await process.workers.look()


async def test_it_keeps_each_chats_order_whoever_stored_what(there: Database, pair: list[Process], log: Log) -> None:
    for number, update in enumerate(updates(chats=6, each=8)):
        await pair[number % 5 % 2].take_in(update)
    await until_done(there, pair)
    assert log.handled == {chat: [str(number) for number in range(8)] for chat in range(1, 7)}
    assert not log.together
    assert set.union(*log.by.values()) == {"one", "two"}


async def test_it_leaves_a_chat_to_the_process_that_serves_it(there: Database, pair: list[Process], log: Log) -> None:
    one, two = pair
    one.go.clear()
    await one.take_in(message(7, "раз", 1))
    while not log.busy:
        await asyncio.sleep(0)
    await two.take_in(message(7, "два", 2))
    await two.workers.below(1)
    assert log.handled == {}
    one.go.set()
    await one.workers.below(1)
    assert log.handled == {7: ["раз", "два"]}
    assert log.by[7] == {"one"}
    assert set(await states(there)) == {InboxState.DONE}


async def test_it_takes_up_what_a_dead_process_had_stored(there: Database, pair: list[Process], log: Log) -> None:
    one, two = pair
    for update in updates(chats=3, each=2):
        await one.inbox.store([update])
    assert await one.locks.take(f"chat {one.bot.id} 2")
    await two.workers.look()
    await two.workers.below(1)
    assert set(log.handled) == {1, 3}
    await one.locks.close()
    await until_done(there, [two])
    assert log.handled == {chat: ["0", "1"] for chat in (1, 2, 3)}


async def test_it_handles_an_update_once_that_was_delivered_to_both(
    there: Database, pair: list[Process], log: Log
) -> None:
    update = message(7, "раз", 1)
    await asyncio.gather(*(process.take_in(update) for process in pair))
    await until_done(there, pair)
    assert log.handled == {7: ["раз"]}
