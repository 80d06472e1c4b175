"""The page of figures: it parses, it agrees with what was done, and it names nobody."""

from datetime import timedelta
from types import SimpleNamespace

from aiogram.types import Update
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import select, text

from bot.observer import Handled
from bot.outcomes import Outcome
from bot.sandbox.person import Person
from bot.web.metrics import KINDS, SENDS, Metrics
from models.access import SYSTEM
from models.notices.kinds import NoticeKind
from models.notices.post import post
from models.oversight.states import SignalCode
from models.oversight.tables import RiskSignal
from models.people.tables import Account, RoleGrant
from models.people.tables import Person as Somebody
from models.terms import Severity
from models.use_case import Tx
from tests.web.hosted import Hosted, said


async def figures(hosted: Hosted) -> dict[str, float]:
    """Every sample by its name and labels: `nastavnik_sends_total/sent`."""
    status, shown = await hosted.get("/metrics")
    assert status == 200
    return {
        "/".join([sample.name.removeprefix("nastavnik_"), *sample.labels.values()]): sample.value
        for family in text_string_to_metric_families(shown)
        for sample in family.samples
    }


async def test_it_counts_updates_by_kind_and_outcome(hosted: Hosted, anna: Person) -> None:
    edited = {**said(anna, 3, "раз")["message"], "edit_date": 1_791_000_001}
    await hosted.post(said(anna, 1, "/start"))
    await hosted.post(said(anna, 2, "/help"))
    await hosted.post({"update_id": 3, "edited_message": edited})
    await hosted.settle()
    await anna.block()
    await hosted.settle()
    await hosted.post(said(anna, 4, "/start"))
    await hosted.settle()
    found = await figures(hosted)
    counted = {(kind, outcome): found[f"updates_total/{kind}/{outcome}"] for kind in KINDS for outcome in Handled}
    assert {labels: number for labels, number in counted.items() if number} == {
        ("message", Handled.DONE): 2,
        ("message", Handled.UNREACHABLE): 1,
        ("my_chat_member", Handled.DONE): 1,
        ("other", Handled.DONE): 1,
    }
    assert [found[f"update_seconds_count/{kind}"] for kind in KINDS] == [3, 0, 1, 1]
    assert found["update_seconds_bucket/message/+Inf"] == 3
    assert 0 < found["update_seconds_sum/message"] < 300


async def test_it_counts_another_try(hosted: Hosted, anna: Person) -> None:
    again = {"code": 429, "description": "Too Many Requests: retry after 0", "parameters": {"retry_after": 0}}
    hosted.sandbox.faults.add("error", "sendMessage", **again)
    await hosted.post(said(anna, 1, "/start"))
    await hosted.settle()
    found = await figures(hosted)
    assert found["updates_total/message/again"] == 1
    assert found["updates_total/message/done"] == 1


async def test_it_counts_what_was_sent_and_what_became_of_it(hosted: Hosted) -> None:
    town = hosted.town
    mentees = [await town.mentee() for _ in range(3)]
    for person in mentees:
        [account] = await town.rows(Account, Account.person_id == person)
        phone = hosted.sandbox.person("Ольга Кузнецова", user_id=int(account.external_id))
        hosted.sandbox.world.chats[phone.id].state = "active"
    phone.deactivate()

    def job(session) -> None:
        tx = Tx(session, SYSTEM, town.clock.now())
        for person in mentees:
            somebody = session.get_one(Somebody, person)
            payload = {"grant_id": session.scalar(select(RoleGrant.id).where(RoleGrant.person_id == person))}
            post(tx, somebody, NoticeKind.ADMITTED, f"person:{person}", payload=payload)
            later = town.clock.now() + timedelta(days=3)
            post(tx, somebody, NoticeKind.ADMITTED, f"later:{person}", payload=payload, due_at=later)

    await town.database.write(job)
    town.clock.moment += timedelta(seconds=90)
    before = await figures(hosted)
    assert (before["outbox_waiting"], before["outbox_due"], before["outbox_oldest_seconds"]) == (6, 3, 90)
    await hosted.application.delivery.deliver_due()
    after = await figures(hosted)
    assert (after["outbox_due"], after["outbox_oldest_seconds"]) == (0, 0)
    sends = {outcome: after[f"sends_total/{outcome}"] for outcome in ("sent", *Outcome)}
    assert {outcome: number for outcome, number in sends.items() if number} == {"sent": 2, Outcome.UNREACHABLE: 1}
    assert after["limiter_wait_seconds_count"] == 3


async def test_it_tells_what_waits_and_what_needs_an_eye(hosted: Hosted, anna: Person) -> None:
    town = hosted.town
    hosted.sandbox.faults.add("delay", "sendMessage", seconds=0.5)
    await hosted.post(said(anna, 1, "/start"))
    await hosted.post(said(anna, 2, "/start"))

    def job(session) -> None:
        now = town.clock.now()
        for number, resolved_at in enumerate((None, None, now)):
            fields = {"subject_id": number, "evidence": {}, "opened_at": now, "shown_from": now}
            fields |= {"organisation_id": town.school, "severity": Severity.WARN, "resolved_at": resolved_at}
            session.add(RiskSignal(code=SignalCode.HELP_ASKED, **fields))

    await town.database.write(job)
    town.clock.moment += timedelta(seconds=30)
    found = await figures(hosted)
    assert (found["inbox_waiting"], found["inbox_oldest_seconds"]) == (2, 30)
    assert {code: found[f"open_signals/{code}"] for code in SignalCode} == {
        **dict.fromkeys(SignalCode, 0),
        SignalCode.HELP_ASKED: 2,
    }
    assert found["database_answers"] == 1
    assert found["process_resident_memory_bytes"] > 0
    await hosted.settle()
    assert (await figures(hosted))["inbox_waiting"] == 0


def test_it_names_nobody() -> None:
    metrics, anna = Metrics(), SimpleNamespace(id=987_654_321)
    metrics.handled(Update.model_validate(said(anna, 123_456_789, "слово-канарейка")), Handled.DONE)
    shown = metrics.show(None).decode()
    closed = {*KINDS, *Handled, *SENDS, *SignalCode}
    samples = [sample for family in text_string_to_metric_families(shown) for sample in family.samples]
    told = {value for sample in samples for name, value in sample.labels.items() if name != "le"}
    assert told == closed
    assert [word for word in ("слово", "Анна", "123456789", "987654321") if word in shown] == []


async def test_it_shows_what_it_counted_although_the_database_does_not_answer(hosted: Hosted, anna: Person) -> None:
    await hosted.post(said(anna, 1, "/start"))
    await hosted.settle()
    await hosted.town.database.write(lambda session: session.execute(text("ALTER TABLE inbox RENAME TO away")))
    found = await figures(hosted)
    assert found["database_answers"] == 0
    assert found["updates_total/message/done"] == 1
    assert str(found["inbox_waiting"]) == str(found["open_signals/HELP_ASKED"]) == "nan"
