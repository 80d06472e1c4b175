"""Sending: what Telegram answers, what cannot be said, and who cannot be reached."""

import asyncio
import logging
from datetime import timedelta

import pytest
from aiogram import Bot
from markupsafe import Markup, escape
from sqlalchemy import update

from bot.delivery import IN_FLIGHT, TRIES, Delivery
from bot.outbox import Outbox
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from handlers.notices import RENDERERS, Telling
from handlers.telling import Drawn, Key
from models.access import SYSTEM
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.notices.tables import Notice, NoticeState
from models.people.tables import Account
from models.people.tables import Person as Somebody
from models.use_case import Tx
from tests.bot.conftest import Time
from tests.town import Town

SECRET = "канарейка-8-900-123-45-67"


class Office:
    """Delivery over the sandbox, with kinds of notice whose renderer says just what the payload holds."""

    def __init__(self, town: Town, bot: Bot, sandbox: Sandbox, time: Time) -> None:
        self.town, self.sandbox, self.time = town, sandbox, time
        self.delivery = Delivery(town.database, bot, town.clock, Outbox(town.database, town.clock))

    async def person(self, person_id: int | None = None) -> Person:
        """Somebody of the town at their phone; a new mentee unless told otherwise."""
        person_id = person_id or await self.town.mentee()
        [account] = await self.town.rows(Account, Account.person_id == person_id)
        person = self.sandbox.person("Ольга Кузнецова", user_id=int(account.external_id))
        await person.start()
        return person

    async def tell(self, to: Person, text: str = "слово", kind: NoticeKind = NoticeKind.ADMITTED, **fields) -> None:
        """Posts a notice that says `text`."""
        [account] = await self.town.rows(Account, Account.external_id == str(to.id))

        def job(session) -> None:
            tx = Tx(session, SYSTEM, self.town.clock.now())
            post(tx, session.get_one(Somebody, account.person_id), kind, text, payload={"text": text}, **fields)

        await self.town.database.write(job)

    async def later(self, seconds: float) -> None:
        """Lets time pass and sends what is due."""
        self.town.clock.moment += timedelta(seconds=seconds)
        self.time.skip(seconds)
        await self.delivery.deliver_due()

    async def states(self) -> list[NoticeState]:
        return [row.state for row in await self.town.rows(Notice)]


async def renderer(telling: Telling) -> Drawn | None:
    """Says the payload's text; has nothing to say for «нечего» and fails for «яд …»."""
    text = telling.payload["text"]
    if text.startswith("яд"):
        raise KeyError(text)
    return None if text == "нечего" else Drawn(escape(text), ((Key("Да", "x"),),))


@pytest.fixture
async def office(town: Town, bot: Bot, sandbox: Sandbox, time: Time, monkeypatch: pytest.MonkeyPatch) -> Office:
    for kind in (NoticeKind.ADMITTED, NoticeKind.PAIR_ASKED, NoticeKind.FEEDBACK_NUDGE):
        monkeypatch.setitem(RENDERERS, kind, renderer)
    return Office(town, bot, sandbox, time)


def texts(person: Person) -> list[str]:
    return [message.text for message in person.messages if message.from_bot]


async def test_it_sends_what_is_due_with_its_buttons(office: Office) -> None:
    olga = await office.person()
    await office.tell(olga, "<b>слово</b> & дело")
    await office.delivery.deliver_due()
    assert texts(olga) == ["<b>слово</b> & дело"]
    assert olga.buttons == ["Да"]
    [row] = await office.town.rows(Notice)
    assert (row.state, row.sent_at, row.message_id) == (NoticeState.SENT, office.town.clock.now(), olga.last.id)


async def test_it_sends_each_notice_once_however_often_it_is_asked(office: Office) -> None:
    olga = await office.person()
    for number in range(3):
        await office.tell(olga, str(number))
    await asyncio.gather(*(office.delivery.deliver_due() for _ in range(3)))
    assert sorted(texts(olga)) == ["0", "1", "2"]


async def test_it_sends_to_one_person_in_order(office: Office) -> None:
    olga = await office.person()
    for number in range(6):
        await office.tell(olga, str(number))
    await office.delivery.deliver_due()
    assert texts(olga) == [str(number) for number in range(6)]


async def test_it_obeys_telegrams_silence_for_everybody(office: Office) -> None:
    people = [await office.person() for _ in range(IN_FLIGHT + 8)]
    for person in people:
        await office.tell(person)
    office.sandbox.faults.add(
        "error", "sendMessage", code=429, description="Too Many Requests: retry after 7", parameters={"retry_after": 7}
    )
    asked_at = asyncio.get_running_loop().time()
    await office.delivery.deliver_due()
    await office.delivery.deliver_due()
    await office.later(7.1)
    early = [sent for sent in office.sandbox.sent if sent.method == "sendMessage" and sent.time < asked_at + 7]
    assert len(early) < IN_FLIGHT, "only what was in flight already may have arrived"
    assert [texts(person) for person in people] == [["слово"]] * len(people)


async def test_it_does_not_wait_in_telegrams_silence_with_notices_in_its_hands(office: Office) -> None:
    olga = await office.person()
    await office.tell(olga, "раз")
    await office.tell(olga, "два")
    office.sandbox.faults.add(
        "error",
        "sendMessage",
        code=429,
        description="Too Many Requests: retry after 300",
        parameters={"retry_after": 300},
    )
    await office.delivery.deliver_due()
    assert await office.states() == [NoticeState.WAITING, NoticeState.WAITING]
    assert sum(office.time.waits) < 5


async def test_it_repeats_an_unknown_outcome_once_and_says_so(office: Office) -> None:
    olga = await office.person()
    await office.tell(olga)
    office.sandbox.faults.add("cut_after", "sendMessage", times=2)
    await office.delivery.deliver_due()
    assert await office.states() == [NoticeState.WAITING]
    for _ in range(5):
        await office.later(60)
    first, second = texts(olga)
    assert first == "слово"
    assert second.startswith("слово") and "повтор" in second
    assert await office.states() == [NoticeState.UNKNOWN]


async def test_it_is_content_when_the_repeat_arrives(office: Office) -> None:
    olga = await office.person()
    await office.tell(olga)
    office.sandbox.faults.add("cut", "sendMessage")
    await office.delivery.deliver_due()
    await office.later(60)
    assert len(texts(olga)) == 1 and "повтор" in olga.last.text
    assert await office.states() == [NoticeState.SENT]


async def test_it_does_not_repeat_what_expired_meanwhile(office: Office) -> None:
    olga = await office.person()
    await office.tell(olga, expires_at=office.town.clock.now() + timedelta(seconds=30))
    office.sandbox.faults.add("cut_after", "sendMessage")
    await office.delivery.deliver_due()
    await office.later(60)
    assert texts(olga) == ["слово"]
    assert await office.states() == [NoticeState.EXPIRED]


async def test_it_tries_again_without_a_label_what_surely_did_not_leave(office: Office) -> None:
    olga = await office.person()
    await office.tell(olga)
    office.sandbox.faults.add("flood", "sendMessage", times=2)
    await office.delivery.deliver_due()
    for _ in range(3):
        await office.later(10)
    assert texts(olga) == ["слово"]


async def test_it_puts_a_days_nudges_into_one_message(office: Office) -> None:
    olga = await office.person()
    await office.tell(olga, "раз", NoticeKind.PAIR_ASKED)
    await office.tell(olga, "нечего", NoticeKind.PAIR_ASKED)
    await office.tell(olga, "два", NoticeKind.FEEDBACK_NUDGE)
    await office.tell(olga, "раз", NoticeKind.PAIR_ASKED)
    await office.delivery.deliver_due()
    assert texts(olga) == [], "nudges wait for the afternoon"
    await office.later(8 * 3600)
    assert texts(olga) == ["раз\n\nдва"]
    assert olga.buttons == ["Да", "Да"]


async def test_it_does_not_repeat_a_bundle_of_nudges(office: Office) -> None:
    olga = await office.person()
    await office.tell(olga, "раз", NoticeKind.PAIR_ASKED)
    office.sandbox.faults.add("cut_after", "sendMessage")
    await office.later(8 * 3600)
    await office.later(60)
    assert texts(olga) == ["раз"]
    assert await office.states() == [NoticeState.UNKNOWN]


async def test_it_says_nothing_where_there_is_nothing_to_say_any_more(office: Office) -> None:
    olga = await office.person()
    await office.tell(olga, "нечего")
    await office.delivery.deliver_due()
    assert texts(olga) == []
    assert await office.states() == [NoticeState.VOID]


async def test_it_sets_aside_what_cannot_be_said_while_the_others_go_on(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    olga, anna = await office.person(), await office.person()
    await office.tell(olga, f"яд {SECRET}")
    for number in range(3):
        await office.tell(olga, f"Ольге {number}")
        await office.tell(anna, f"Анне {number}")
    for _ in range(TRIES + 1):
        await office.later(600)
    assert texts(olga) == ["Ольге 0", "Ольге 1", "Ольге 2"]
    assert texts(anna) == ["Анне 0", "Анне 1", "Анне 2"]
    [poison] = await office.town.rows(Notice, Notice.state == NoticeState.SET_ASIDE)
    failures = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert len(failures) == TRIES
    assert all(f"notice {poison.id}" in failure and "KeyError" in failure for failure in failures)
    assert SECRET not in "".join(failures) + poison.problem


async def test_it_notes_that_somebody_has_blocked_the_bot_and_asks_telegram_no_more(office: Office) -> None:
    olga, anna = await office.person(), await office.person()
    await olga.block()
    await office.tell(olga, "раз")
    await office.tell(olga, "два")
    await office.tell(anna, "три")
    await office.delivery.deliver_due()
    assert texts(anna) == ["три"]
    states = await office.states()
    assert states[:2] == [NoticeState.UNREACHABLE] * 2
    [account] = await office.town.rows(Account, Account.external_id == str(olga.id))
    assert account.blocked_bot


async def test_it_tells_the_curator_who_cannot_be_reached(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []

    async def note(telling: Telling) -> Drawn:
        told.append(telling.payload["person_id"])
        return Drawn(Markup("нет связи"))

    monkeypatch.setitem(RENDERERS, NoticeKind.ACCOUNT_BLOCKED, note)
    olga, curator = await office.person(), await office.person(office.town.curator)
    await olga.block()
    await office.tell(olga)
    await office.delivery.deliver_due()
    await office.later(8 * 3600)
    [account] = await office.town.rows(Account, Account.external_id == str(olga.id))
    assert texts(curator) == ["нет связи"]
    assert told == [account.person_id]


async def test_it_closes_what_is_for_somebody_who_has_no_account_any_more(office: Office) -> None:
    olga = await office.person()
    await office.tell(olga)
    gone = update(Account).where(Account.external_id == str(olga.id)).values(channel="GONE")
    await office.town.database.write(lambda session: session.execute(gone))
    await office.delivery.deliver_due()
    assert await office.states() == [NoticeState.UNREACHABLE]


async def test_it_sets_aside_what_telegram_will_never_take(office: Office) -> None:
    olga = await office.person()
    await office.tell(olga, "раз " * 2000)
    await office.tell(olga, "два")
    await office.delivery.deliver_due()
    assert texts(olga) == ["два"]
    assert await office.states() == [NoticeState.SET_ASIDE, NoticeState.SENT]


async def test_it_begins_nothing_any_more_once_it_is_stopped(office: Office) -> None:
    olga = await office.person()
    await office.tell(olga)
    office.delivery.stop()
    await office.delivery.deliver_due()
    assert await office.states() == [NoticeState.WAITING]


async def test_it_draws_what_leaves_together_with_one_look_and_apart_from_what_fails(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[object] = []

    async def watched(telling: Telling) -> Drawn | None:
        looks.append(telling.session)
        return await renderer(telling)

    monkeypatch.setitem(RENDERERS, NoticeKind.ADMITTED, watched)
    people = [await office.person() for _ in range(4)]
    for person, text in zip(people, ("раз", "яд", "два", "три"), strict=True):
        await office.tell(person, text)
    await office.delivery.deliver_due()
    assert [texts(person) for person in people] == [["раз"], [], ["два"], ["три"]]
    first, poisoned, *others = looks
    assert first is poisoned
    assert first not in others and others[0] is others[1]
