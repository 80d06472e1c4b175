"""The numbers of orders: read as people write them, one entry for many pairs, nothing blocked by a missing one."""

from datetime import date, timedelta

import pytest

from models.errors import ProgrammeError
from models.mentorships import orders
from models.mentorships.orders import Order, read_order, record_order
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from tests.play import Play
from tests.town import Town

TODAY = date(2026, 10, 12)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("№ 45 от 12.10.2026", Order("45", TODAY)),
        ("  приказ №45-од от 1.9.26 г. ", Order("45-од", date(2026, 9, 1))),
        ("01-08/45, 12.10.2026", Order("01-08/45", TODAY)),
        ("No. 45 of 12.10.2026", Order("45", TODAY)),
    ],
)
def test_it_reads_an_order_as_people_write_it(text: str, order: Order) -> None:
    assert read_order(text) == order


@pytest.mark.parametrize("text", ["", "45", "12.10.2026", "№ от 12.10.2026", "№ 45 от 32.10.2026", "№ 45 от завтра"])
def test_it_refuses_what_is_no_order(text: str) -> None:
    with pytest.raises(ProgrammeError, match="error-order-text"):
        read_order(text)


async def test_it_gives_all_waiting_pairs_one_number(town: Town, pair) -> None:
    first, second, paused, over = [(await pair()).id for _ in range(4)]
    await town.change(Mentorship, paused, state=MentorshipState.PAUSED)
    await town.change(Mentorship, over, state=MentorshipState.TERMINATED)
    curator = await town.act(town.curator)
    told = await curator(record_order, town.school, "45", TODAY)
    assert told.mentorship_ids == (first, second, paused)
    rows = {row.id: (row.order_ref, row.order_date) for row in await town.rows(Mentorship)}
    assert rows == {first: ("45", TODAY), second: ("45", TODAY), paused: ("45", TODAY), over: ("", None)}
    with pytest.raises(ProgrammeError, match="error-order-none"):
        await curator(record_order, town.school, "46", TODAY)


async def test_it_covers_only_the_pairs_that_were_named_and_keeps_known_numbers(town: Town, pair) -> None:
    named, known, other = [(await pair()).id for _ in range(3)]
    await town.change(Mentorship, known, order_ref="7")
    curator = await town.act(town.curator)
    told = await curator(record_order, town.school, "45", TODAY, (named, known))
    assert told.mentorship_ids == (named,)
    assert [(await town.row(Mentorship, one)).order_ref for one in (known, other)] == ["7", ""]


@pytest.mark.parametrize(
    ("number", "day", "key"),
    [
        ("45", TODAY + timedelta(days=1), "error-order-future"),
        ("45", date(2026, 7, 31), "error-order-early"),
        ("№", TODAY, "error-order-text"),
    ],
)
async def test_it_refuses_an_impossible_order(town: Town, pair, number: str, day: date, key: str) -> None:
    made = await pair()
    with pytest.raises(ProgrammeError, match=key):
        await (await town.act(town.curator))(record_order, town.school, number, day)
    assert (await town.row(Mentorship, made.id)).order_ref == ""


def test_it_takes_an_order_of_the_august_before() -> None:
    orders.check_order_date(date(2026, 8, 25), TODAY)


async def test_it_enters_a_number_in_chat(play: Play, pair) -> None:
    made = [await pair() for _ in range(3)]
    marina = await play.person(play.town.curator)
    for label in ("Пары · 3", "Внести номера приказов · 3", made[0].mentee_official):
        await marina.tap(label)
        await play.settle()
    assert "Пар без номера: 3" in marina.last.text
    for text, answer in (("сорок пять", "Не получилось прочитать"), ("№ 45 от 13.10.2026", "ещё не наступил")):
        await marina.say(text)
        await play.settle()
        assert any(answer in message.text for message in marina.messages)
    await marina.say("№ 45 от 12.10.2026")
    await play.settle()
    assert "Приказ № 45 от 12.10.2026\nШкола № 25, пар в приказе: 2" in marina.last.text
    await marina.tap("Да, внести")
    await play.settle()
    assert marina.last.text == "✅ Приказ № 45 от 12.10.2026 внесён. Пар в приказе: 2"
    assert sorted(row.order_ref for row in await play.town.rows(Mentorship)) == ["", "45", "45"]
