"""Telegram's limits, kept against a server that insists on them."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageText,
    GetUpdates,
    SendChatAction,
    SendMessage,
    SetMyCommands,
    TelegramMethod,
)
from markupsafe import escape

from bot.client import make_bot
from bot.delivery import Delivery
from bot.inbox import InboxRow, InboxState
from bot.limiter import Limiter
from bot.outbox import Outbox
from bot.pacing import chat_of, is_counted
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from handlers.notices import RENDERERS, Telling
from handlers.telling import Drawn
from models.access import SYSTEM
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.notices.tables import Notice, NoticeState
from models.people.tables import Account
from models.people.tables import Person as Somebody
from models.use_case import Tx
from tests.bot.conftest import TOKEN
from tests.play import Play
from tests.town import Town

SILENCE = {"code": 429, "description": "Too Many Requests: retry after 300", "parameters": {"retry_after": 300}}


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    """A client that keeps to the limits, and a server that minds them."""
    sandbox.limits.flood = True
    settings = Settings(bot_token=TOKEN, bot_api_url=sandbox.url, _env_file=None)
    bot = make_bot(settings, Limiter(limited=settings.flood_limits))
    yield bot
    await bot.session.close()


class Office:
    """Delivery to people of the town."""

    def __init__(self, town: Town, bot: Bot, sandbox: Sandbox) -> None:
        self.town, self.sandbox = town, sandbox
        [pacing] = bot.session.middleware
        self.delivery = Delivery(town.database, bot, town.clock, Outbox(town.database, town.clock), pacing._limiter)

    async def person(self, *texts: str) -> Person:
        """A new mentee at their phone who is to be told these."""
        person_id = await self.town.mentee()
        [account] = await self.town.rows(Account, Account.person_id == person_id)
        person = self.sandbox.person("Ольга Кузнецова", user_id=int(account.external_id))
        await person.start()

        def job(session) -> None:
            tx = Tx(session, SYSTEM, self.town.clock.now())
            for text in texts:
                post(tx, session.get_one(Somebody, person_id), NoticeKind.ADMITTED, text, payload={"text": text})

        await self.town.database.write(job)
        return person

    async def states(self) -> list[NoticeState]:
        return [row.state for row in await self.town.rows(Notice)]


@pytest.fixture
async def office(town: Town, bot: Bot, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Office:
    async def renderer(telling: Telling) -> Drawn:
        return Drawn(escape(telling.payload["text"]))

    monkeypatch.setitem(RENDERERS, NoticeKind.ADMITTED, renderer)
    return Office(town, bot, sandbox)


def heard(person: Person) -> list[str]:
    return [message.text for message in person.messages if message.from_bot]


async def test_it_is_refused_nothing_where_the_server_minds_its_limits(office: Office) -> None:
    people = [await office.person(str(number)) for number in range(34)]
    talkative = await office.person("раз", "два", "три")
    await office.delivery.deliver_due()
    assert [heard(person) for person in people] == [[str(number)] for number in range(34)]
    assert heard(talkative) == ["раз", "два", "три"]
    assert {(row.state, row.attempts) for row in await office.town.rows(Notice)} == {(NoticeState.SENT, 0)}


async def test_it_answers_people_before_it_is_through_with_the_notices(office: Office, bot: Bot) -> None:
    for number in range(30):
        await office.person(str(number))
    pressing = [await office.person() for _ in range(10)]
    delivering = asyncio.create_task(office.delivery.deliver_due())
    for person in pressing:
        await bot.send_message(person.id, "ответ")
    assert not delivering.done()
    await delivering
    assert [heard(person) for person in pressing] == [["ответ"]] * 10
    assert set(await office.states()) == {NoticeState.SENT}


async def test_it_lets_nobody_wait_for_a_chat_that_gets_many_notices(office: Office) -> None:
    slow = await office.person(*(str(number) for number in range(150)))
    others = [await office.person("слово") for _ in range(5)]
    delivering = asyncio.create_task(office.delivery.deliver_due())
    for person in others:
        await person.sees("слово")
    assert not delivering.done()
    assert len(heard(slow)) < 10
    office.delivery.stop()
    await delivering
    assert set(await office.states()) == {NoticeState.SENT, NoticeState.WAITING}
    assert heard(slow) == [str(number) for number in range(len(heard(slow)))]


async def test_it_is_silent_altogether_when_an_answer_was_refused(office: Office, bot: Bot) -> None:
    olga, anna = await office.person("раз"), await office.person("два")
    office.sandbox.faults.add("error", "sendMessage", **SILENCE)
    for person in (olga, anna):
        with pytest.raises(TelegramRetryAfter) as refused:
            await bot.send_message(person.id, "ответ")
        assert refused.value.retry_after == 300
    await office.delivery.deliver_due()
    assert heard(olga) == heard(anna) == []
    assert await office.states() == [NoticeState.WAITING] * 2
    assert (await bot.get_me()).id == bot.id, "what is not counted goes on"


async def test_it_paces_the_answers_of_one_who_presses_fast(office: Office, bot: Bot) -> None:
    olga = await office.person()
    for number in range(7):
        await bot.send_message(olga.id, str(number))
    assert heard(olga) == [str(number) for number in range(7)]


async def test_it_answers_all_that_somebody_presses_in_a_hurry(town: Town) -> None:
    play = await Play.begin(town, flood_limits=True)
    try:
        marina = await play.person(town.curator)
        for _ in range(3):
            await marina.say("/menu")
            await marina.say("/help")
        await play.settle()
        rows = await town.rows(InboxRow)
        assert {(row.state, row.attempts) for row in rows} == {(InboxState.DONE, 0)}
        assert len(heard(marina)) == len(rows)
    finally:
        await play.end()


@pytest.mark.parametrize(
    ("method", "counted", "chat"),
    [
        (SendMessage(chat_id=7, text="x"), True, 7),
        (EditMessageText(chat_id=-7, message_id=1, text="x"), True, -7),
        (EditMessageText(inline_message_id="1", text="x"), True, 0),
        (SendMessage(chat_id="@school", text="x"), True, 0),
        (SendChatAction(chat_id=7, action="typing"), False, 7),
        (AnswerCallbackQuery(callback_query_id="1"), False, 0),
        (GetUpdates(), False, 0),
        (SetMyCommands(commands=[]), False, 0),
    ],
)
def test_it_counts_what_telegram_counts(method: TelegramMethod, counted: bool, chat: int) -> None:
    assert (is_counted(method), chat_of(method)) == (counted, chat)
