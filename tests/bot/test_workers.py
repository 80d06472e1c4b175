"""Handling what came in: order within a chat, chats side by side, and what becomes of failures."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot, Dispatcher, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram.types import Message, Update
from sqlalchemy import event, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError

from bot.fsm import DialogStorage
from bot.inbox import Inbox, InboxRow, InboxState
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.workers import AT_ONCE, TRIES, Workers
from handlers import errors
from handlers.entrance import entrance
from models.access import Permission
from models.audit import AuditEntry
from models.errors import ProgrammeError
from models.use_case import USE_CASES, Act, Tx, use_case
from tests.bot.conftest import Time
from tests.town import Town

SECRET = "канарейка-8-900-123-45-67"
Handler = Callable[..., Awaitable[Any]]


class Bench:
    """The inbox and its workers over a dispatcher with a handler of the test's own."""

    def __init__(self, town: Town, bot: Bot, sandbox: Sandbox) -> None:
        self.town, self.bot, self.sandbox = town, bot, sandbox
        self.router = Router()
        self.blocked: list[int] = []
        storage = DialogStorage(town.database, town.clock)
        self.dispatcher = Dispatcher(
            storage=storage, events_isolation=DisabledEventIsolation(), db=town.database, clock=town.clock
        )
        self.dispatcher.update.outer_middleware(entrance)
        self.dispatcher.include_routers(errors.setup(), self.router)
        self.inbox = Inbox(town.database, town.clock, bot.id)
        self.workers = Workers(bot, self.dispatcher, self.inbox, errors.apologise, self._mark_unreachable)

    async def _mark_unreachable(self, chat: int) -> None:
        self.blocked.append(chat)

    def handle(self, handler: Handler) -> None:
        """Every message goes to `handler`."""
        self.router.message.register(handler)

    async def take_in(self) -> None:
        """Fetches and stores what people wrote, and lets the workers begin."""
        self.workers.add(await self.inbox.store(await self.bot.get_updates()))

    async def work(self) -> None:
        """The same, until all is done."""
        await self.take_in()
        await self.workers.below(1)

    async def states(self) -> list[InboxState]:
        """Where each update stands, in order."""
        async with self.town.database.read() as session:
            return list(await session.scalars(select(InboxRow.state).order_by(InboxRow.id)))


@pytest.fixture
async def bench(town: Town, bot: Bot, sandbox: Sandbox) -> AsyncIterator[Bench]:
    bench = Bench(town, bot, sandbox)
    yield bench
    await bench.workers.stop(0)


async def somebody(sandbox: Sandbox, bot: Bot, name: str = "Ольга Кузнецова") -> Person:
    """A person whose «/start» is behind them."""
    person = sandbox.person(name)
    update_id = await person.start()
    await bot.get_updates(offset=update_id + 1)
    return person


@pytest.fixture
async def olga(sandbox: Sandbox, bot: Bot) -> Person:
    return await somebody(sandbox, bot)


async def test_it_handles_a_chats_updates_one_at_a_time_and_in_order(bench: Bench, olga: Person) -> None:
    log: list[str] = []

    async def handler(message: Message) -> None:
        log.append(f"+{message.text}")
        await message.answer(message.text)
        log.append(f"-{message.text}")

    bench.handle(handler)
    for number in range(4):
        await olga.say(str(number))
    await bench.work()
    assert log == [f"{sign}{number}" for number in range(4) for sign in "+-"]
    assert set(await bench.states()) == {InboxState.DONE}


async def test_it_serves_other_chats_while_one_waits(bench: Bench, olga: Person, bot: Bot) -> None:
    anna = await somebody(bench.sandbox, bot, "Анна Титова")
    annas_turn = asyncio.Event()

    async def handler(message: Message) -> None:
        if message.chat.id == anna.id:
            annas_turn.set()
        else:
            await annas_turn.wait()

    bench.handle(handler)
    await olga.say("раз")
    await anna.say("два")
    await bench.work()
    assert await bench.states() == [InboxState.DONE, InboxState.DONE]


async def test_it_serves_a_bounded_number_of_chats_at_once(bench: Bench, bot: Bot) -> None:
    people = [await somebody(bench.sandbox, bot, f"Анна {number}") for number in range(AT_ONCE + 3)]
    busy, most, go, full = 0, 0, asyncio.Event(), asyncio.Event()

    async def handler(_message: Message) -> None:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        if busy == AT_ONCE:
            full.set()
        await go.wait()
        busy -= 1

    bench.handle(handler)
    for person in people:
        await person.say("раз")
    await bench.take_in()
    await full.wait()
    go.set()
    await bench.workers.below(1)
    assert most == AT_ONCE


async def test_it_tries_again_after_a_network_fault_and_acts_once(bench: Bench, olga: Person, time: Time) -> None:
    @use_case(Permission.JOIN)
    def once(tx: Tx) -> int:
        return tx.now.year

    async def handler(message: Message, act: Act) -> None:
        await message.answer(str(await act(once)))

    bench.handle(handler)
    try:
        bench.sandbox.faults.add("cut", "sendMessage", times=2)
        await olga.say("раз")
        await bench.work()
    finally:
        del USE_CASES[once]
    assert olga.last.text == "2026"
    assert time.waits == [1.0, 2.0]
    assert len(await bench.town.rows(AuditEntry)) == 1
    assert await bench.states() == [InboxState.DONE]


async def test_it_waits_as_long_as_telegram_asks(bench: Bench, olga: Person, time: Time) -> None:
    async def handler(message: Message) -> None:
        await message.answer("ответ")

    bench.handle(handler)
    bench.sandbox.faults.add(
        "error", "sendMessage", code=429, description="Too Many Requests: retry after 7", parameters={"retry_after": 7}
    )
    await olga.say("раз")
    await bench.work()
    assert time.waits == [7.0]
    assert olga.last.text == "ответ"


async def test_it_gives_up_in_the_end_and_goes_on_with_the_next(bench: Bench, olga: Person, time: Time) -> None:
    async def handler(message: Message) -> None:
        await message.answer(f"ответ на {message.text}")

    bench.handle(handler)
    bench.sandbox.faults.add("bad_gateway", "sendMessage", times=TRIES + 2)
    await olga.say("раз")
    await olga.say("два")
    await bench.work()
    assert await bench.states() == [InboxState.SET_ASIDE, InboxState.DONE]
    assert olga.last.text == "ответ на два"
    assert len(time.waits) == TRIES


async def test_it_says_one_friendly_line_for_what_nobody_foresaw_and_logs_no_words(
    bench: Bench, olga: Person, caplog: pytest.LogCaptureFixture
) -> None:
    async def handler(message: Message) -> None:
        raise ValueError(message.text)

    bench.handle(handler)
    caplog.set_level(logging.DEBUG)
    update_id = await olga.say(SECRET)
    await bench.work()
    assert await bench.states() == [InboxState.SET_ASIDE]
    assert [message.text for message in olga.messages if message.from_bot] == [olga.last.text]
    assert "/menu" in olga.last.text
    failures = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(failures) == 1
    assert str(update_id) in failures[0].getMessage()
    assert "ValueError" in failures[0].getMessage()
    ours = [record for record in caplog.records if record.name.split(".")[0] in ("bot", "handlers", "models")]
    assert SECRET not in "".join(record.getMessage() + str(record.exc_text) for record in ours)


async def test_it_keeps_the_dialog_as_it_was_when_an_update_fails(bench: Bench, olga: Person) -> None:
    async def handler(message: Message, state: FSMContext) -> None:
        await state.update_data(text=message.text)
        if message.text == "плохо":
            raise ValueError("x")

    bench.handle(handler)
    await olga.say("хорошо")
    await olga.say("плохо")
    await bench.work()
    context = bench.dispatcher.fsm.get_context(bench.bot, olga.id, olga.id)
    assert await context.get_data() == {"text": "хорошо"}


async def test_it_lets_a_rule_refuse_without_setting_anything_aside(bench: Bench, olga: Person) -> None:
    async def handler(_message: Message) -> None:
        raise ProgrammeError("error-gone")

    bench.handle(handler)
    await olga.say("раз")
    await bench.work()
    assert await bench.states() == [InboxState.DONE]
    assert "нет" in olga.last.text


async def test_it_notes_that_somebody_has_blocked_the_bot(bench: Bench, olga: Person, time: Time) -> None:
    async def handler(message: Message) -> None:
        await message.answer("ответ")

    bench.handle(handler)
    await olga.say("раз")
    await olga.block()
    await bench.work()
    assert bench.blocked == [olga.id]
    assert InboxState.SET_ASIDE in await bench.states()
    assert time.waits == []


async def test_it_survives_a_thing_that_nobody_sent(bench: Bench, olga: Person) -> None:
    """Kinds that were asked for by an older version may still arrive for a while."""

    async def handler(message: Message) -> None:
        await message.answer(message.text)

    bench.handle(handler)
    edited = {"message_id": 1, "date": 1, "edit_date": 2, "chat": {"id": olga.id, "type": "private"}, "text": "раз"}
    strange = Update.model_validate({"update_id": 1, "edited_message": edited}, context={"bot": bench.bot})
    bench.workers.add(await bench.inbox.store([strange]))
    await bench.workers.below(1)
    await olga.say("раз")
    await bench.work()
    assert olga.last.text == "раз"
    assert await bench.states() == [InboxState.DONE, InboxState.DONE]


async def test_it_survives_a_database_that_fails_at_the_done_mark(bench: Bench, olga: Person, time: Time) -> None:
    handled: list[str] = []

    async def handler(message: Message) -> None:
        handled.append(message.text)

    def fail(_connection, _cursor, statement, *_rest) -> None:
        if statement.startswith("UPDATE inbox") and not failed:
            failed.append(statement)
            raise OperationalError(statement, {}, Exception("disk I/O error"))

    failed: list[str] = []
    bench.handle(handler)
    await olga.say("раз")
    await olga.say("два")
    event.listen(Engine, "before_cursor_execute", fail)
    try:
        await bench.work()
    finally:
        event.remove(Engine, "before_cursor_execute", fail)
    assert failed
    assert handled == ["раз", "раз", "два"]
    assert await bench.states() == [InboxState.DONE, InboxState.DONE]


async def test_it_finishes_what_it_holds_when_it_stops_and_leaves_the_rest_stored(bench: Bench, olga: Person) -> None:
    begun, go = asyncio.Event(), asyncio.Event()

    async def handler(message: Message) -> None:
        begun.set()
        await go.wait()
        await message.answer(message.text)

    bench.handle(handler)
    await olga.say("раз")
    await olga.say("два")
    await bench.take_in()
    await begun.wait()
    stopping = asyncio.create_task(bench.workers.stop(5))
    await asyncio.sleep(0)
    go.set()
    await stopping
    assert await bench.states() == [InboxState.DONE, InboxState.NEW]
    assert [stored.update.message.text for stored in await bench.inbox.unfinished(bench.bot)] == ["два"]
