"""Every fault between the bot and Telegram has its decided outcome: the product's table, walked by real requests."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import SendMessage
from aiogram.types import Message
from markupsafe import Markup

from bot.delivery import Delivery
from bot.inbox import InboxState
from bot.outbox import Outbox
from bot.outcomes import SIGNS, Outcome, outcome_of, sign_of, wait_after
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from handlers.notices import RENDERERS, Telling
from handlers.telling import Drawn
from models.access import Permission
from models.audit import AuditEntry
from models.notices.kinds import NoticeKind, is_repeated
from models.notices.tables import Notice, NoticeState
from models.people.tables import Account
from models.use_case import USE_CASES, Act, Tx, use_case
from tests.bot.conftest import Time
from tests.bot.test_workers import Bench
from tests.faults.network import FAULTS, Fault
from tests.town import Town

WORTH_REPEATING, NOT_WORTH_IT = NoticeKind.CARD_CONFIRMED, NoticeKind.BUNDLE
SAID = "слово"


async def say(_telling: Telling) -> Drawn:
    return Drawn(Markup(SAID))


class Office:
    """Delivery over the sandbox; notices of two kinds say one word."""

    def __init__(self, town: Town, bot: Bot, sandbox: Sandbox, time: Time) -> None:
        self.town, self.bot, self.sandbox, self.time = town, bot, sandbox, time
        self.delivery = Delivery(town.database, bot, town.clock, Outbox(town.database, town.clock))

    async def owe(self, kind: NoticeKind) -> tuple[Person, int]:
        """Somebody new to whom a notice is due, and the notice's id."""
        person_id = await self.town.mentee()
        [account] = await self.town.rows(Account, Account.person_id == person_id)
        person = self.sandbox.person(str(person_id), user_id=int(account.external_id))
        await person.start()
        now = self.town.clock.now()
        told = {"payload": {}, "subject": str(person_id), "key": str(person_id), "due_at": now, "created_at": now}
        row = Notice(person_id=person_id, kind=kind.value, **told)
        await self.town.database.write(lambda session: session.add(row))
        return person, (await self.town.rows(Notice, Notice.person_id == person_id))[0].id

    async def later(self, seconds: float) -> None:
        """Lets time pass and sends what is due."""
        self.town.clock.moment += timedelta(seconds=seconds)
        self.time.skip(seconds)
        await self.delivery.deliver_due()

    async def struck(self, fault: Fault, kind: NoticeKind) -> tuple[Person, int]:
        """The fault meets the first try to send a notice."""
        person, notice_id = await self.owe(kind)
        async with fault.between(self.bot, self.sandbox, person.id):
            await self.delivery.deliver_due()
        return person, notice_id

    async def end_of(self, person: Person, notice_id: int, wait: float) -> tuple[Any, ...]:
        """What became of it: its state before and after the wait, and what the person got by then."""
        first = await self._stands(person, notice_id)
        await self.later(wait - 0.5)
        early = await self._stands(person, notice_id)
        await self.later(1)
        return first, early, await self._stands(person, notice_id)

    async def _stands(self, person: Person, notice_id: int) -> tuple[NoticeState, int, int]:
        """State, messages without a label and with it."""
        texts = [message.text for message in person.messages if message.from_bot]
        labelled = sum("повтор" in text for text in texts)
        return (await self.town.row(Notice, notice_id)).state, len(texts) - labelled, labelled


def decided(fault: Fault, kind: NoticeKind) -> tuple[Any, ...]:
    """What the table says of a notice that met the fault."""
    came = int(fault.arrives)
    match fault.sign.outcome:
        case Outcome.NOT_SENT:
            waits = (NoticeState.WAITING, 0, 0)
            return waits, waits, (NoticeState.SENT, 1, 0)
        case Outcome.UNKNOWN if is_repeated(kind):
            waits = (NoticeState.WAITING, came, 0)
            return waits, waits, (NoticeState.SENT, came, 1)
        case Outcome.UNKNOWN:
            return ((NoticeState.UNKNOWN, came, 0),) * 3
        case Outcome.UNREACHABLE:
            return ((NoticeState.UNREACHABLE, 0, 0),) * 3
        case _:
            return ((NoticeState.SET_ASIDE, 0, 0),) * 3


@pytest.fixture
async def office(town: Town, bot: Bot, sandbox: Sandbox, time: Time, monkeypatch: pytest.MonkeyPatch) -> Office:
    for kind in (WORTH_REPEATING, NOT_WORTH_IT):
        monkeypatch.setitem(RENDERERS, kind, say)
    return Office(town, bot, sandbox, time)


@pytest.mark.parametrize("kind", [WORTH_REPEATING, NOT_WORTH_IT])
async def test_it_does_with_a_notice_what_the_table_says_of_each_fault(office: Office, kind: NoticeKind) -> None:
    became = {}
    for fault in FAULTS:
        became[fault.name] = await office.end_of(*await office.struck(fault, kind), fault.wait)
    assert became == {fault.name: decided(fault, kind) for fault in FAULTS}
    reasons = {row.state: row.problem for row in await office.town.rows(Notice)}
    assert reasons[NoticeState.SET_ASIDE] and reasons[NoticeState.UNREACHABLE]


async def test_it_does_with_an_update_what_the_table_says_of_each_fault(
    town: Town, bot: Bot, sandbox: Sandbox, time: Time
) -> None:
    """Whatever becomes of the answer, the step that it tells of is taken once."""

    @use_case(Permission.JOIN)
    def step(tx: Tx) -> int:
        return tx.now.year

    async def handler(message: Message, act: Act) -> None:
        await act(step)
        await message.answer(SAID)

    bench = Bench(town, bot, sandbox)
    bench.handle(handler)
    answers = [fault for fault in FAULTS if fault.is_an_answer]
    became, waited = {}, {}
    for fault in answers:
        person = sandbox.person(fault.name)
        came = await bot.get_updates(offset=await person.start())
        async with fault.between(bot, sandbox, person.id):
            bench.workers.add(await bench.inbox.store(came))
            await bench.workers.below(1)
        waited[fault.name], time.waits[:] = list(time.waits), []
        texts = [message.text for message in person.messages if message.from_bot]
        became[fault.name] = ((await bench.states())[-1], texts.count(SAID), "/menu" in "".join(texts))
    del USE_CASES[step]
    assert became == {fault.name: decided_of_update(fault) for fault in answers}
    assert waited == {fault.name: [fault.wait] * fault.sign.outcome.passes for fault in answers}
    assert len(await town.rows(AuditEntry)) == len(answers)
    assert len(bench.blocked) == sum(fault.sign.outcome is Outcome.UNREACHABLE for fault in answers)


def decided_of_update(fault: Fault) -> tuple[InboxState, int, bool]:
    """What the table says of an update whose answer met the fault: its end, the answers, whether there is an excuse."""
    if fault.sign.outcome.passes:
        return InboxState.DONE, 1 + fault.arrives, False
    return InboxState.SET_ASIDE, 0, fault.sign.outcome is Outcome.REFUSED


def test_it_knows_every_sign_by_a_fault() -> None:
    met = {fault.sign_name for fault in FAULTS}
    assert {sign.name for sign in SIGNS} - met == {"no request at all"}


async def test_it_waits_as_long_as_telegram_asks(sandbox: Sandbox, bot: Bot) -> None:
    [fault] = (fault for fault in FAULTS if fault.name == "429 for 7 seconds")
    async with fault.between(bot, sandbox, 7):
        with pytest.raises(Exception) as failed:
            await bot(SendMessage(chat_id=7, text=SAID))
    assert sign_of(failed.value) is fault.sign
    assert wait_after(failed.value, 0) == wait_after(failed.value, 9) == 7


def test_it_waits_twice_as_long_each_time_and_five_minutes_at_most() -> None:
    waits = [wait_after(ValueError(), attempts) for attempts in range(12)]
    assert waits[:5] == [1, 2, 4, 8, 16]
    assert waits[-1] == 300


def test_it_says_that_a_mistake_of_ours_is_no_request() -> None:
    assert outcome_of(KeyError("x")) is Outcome.NOT_TELEGRAM
