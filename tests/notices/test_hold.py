"""After a restore: what was due is held back, and the curator of the people concerned decides, once."""

from datetime import timedelta
from typing import Any

import pytest

from models.access import SYSTEM
from models.errors import ProgrammeError
from models.meetings.tables import Meeting
from models.notices.held import HeldGroup, group_of, held_lines
from models.notices.hold import Decided, hold_back, leave_held, send_held
from models.notices.kinds import NoticeKind
from models.notices.post import post, void
from models.notices.tables import Notice, NoticeState
from models.people.tables import Person
from models.use_case import Tx
from tests.meetings.couple import Couple
from tests.play import Play
from tests.town import Town

HOUR = timedelta(hours=1)


async def waiting(town: Town, person_id: int, kind: NoticeKind, subject: str, **options: Any) -> None:
    def job(session: Any) -> None:
        post(Tx(session, SYSTEM, town.clock.now()), session.get_one(Person, person_id), kind, subject, **options)

    await town.database.write(job)


async def held_of(town: Town, subject: str) -> Notice:
    [notice] = await town.rows(Notice, Notice.subject == subject)
    return notice


async def restored(town: Town, hours: float = 3) -> int:
    """The programme comes back after so many hours."""
    made_at = town.clock.now()
    town.clock.moment += hours * HOUR
    return await town.act_as_system()(hold_back, made_at)


@pytest.fixture
async def mentee(town: Town) -> int:
    """Somebody for whom three things were due, one of which is of no use any more."""
    mentee, now = await town.mentee("Кузнецова Ольга Сергеевна"), town.clock.now()
    await waiting(town, mentee, NoticeKind.PAIR_PAUSED, "pair:1")
    await waiting(town, mentee, NoticeKind.LOG_PROMPT, "meeting:1", due_at=now + HOUR, expires_at=now + 50 * HOUR)
    await waiting(town, mentee, NoticeKind.REMINDER_1H, "meeting:2", due_at=now + HOUR, expires_at=now + 2 * HOUR)
    await waiting(town, mentee, NoticeKind.LOG_PROMPT, "meeting:3", due_at=now + 30 * HOUR)
    return mentee


async def test_it_holds_what_was_due_and_nothing_else(town: Town, mentee: int) -> None:
    assert await restored(town) == 3
    states = {notice.subject: notice.state for notice in await town.rows(Notice, Notice.person_id == mentee)}
    assert states.pop("meeting:3") is NoticeState.WAITING
    assert set(states.values()) == {NoticeState.HELD}
    told = await town.rows(Notice, Notice.kind == NoticeKind.RESTORED.value)
    assert [notice.person_id for notice in told] == [town.curator]


async def test_it_lists_groups_people_and_days(town: Town, mentee: int) -> None:
    await restored(town)
    async with town.database.read() as session:
        lines = await held_lines(session, await town.actor(town.curator))
        elsewhere = await held_lines(session, await town.actor(town.other_curator))
    today = town.clock.now().date()
    assert [(line.group, line.count, line.people) for line in lines] == [
        (HeldGroup.REMINDERS, 1, 1),
        (HeldGroup.MEETINGS, 1, 1),
        (HeldGroup.PAIRS, 1, 1),
    ]
    assert {line.first for line in lines} == {line.last for line in lines} == {today}
    assert elsewhere == ()


async def test_it_sends_what_is_of_use_and_says_that_it_repeats(town: Town, mentee: int) -> None:
    await restored(town)
    assert await (await town.act(town.curator))(send_held) == Decided(sent=2, left=1)
    assert (await held_of(town, "meeting:2")).state is NoticeState.EXPIRED
    paused = await held_of(town, "pair:1")
    assert (paused.state, paused.repeated, paused.due_at) == (NoticeState.WAITING, True, town.clock.now())


async def test_it_waits_for_the_morning_where_it_is_decided_at_night(town: Town, mentee: int) -> None:
    await restored(town, hours=13)
    await (await town.act(town.curator))(send_held)
    prompt = await held_of(town, "meeting:1")
    assert (prompt.state, prompt.due_at.hour) == (NoticeState.WAITING, 4)


async def test_it_tells_nothing_about_meetings_that_are_past(town: Town, couple: Couple) -> None:
    await couple.planned(town.clock.now() + 2 * HOUR)
    await restored(town)
    decided = await (await town.act(town.curator))(send_held)
    [meeting] = await town.rows(Meeting)
    notices = await town.rows(Notice, Notice.subject == f"meeting:{meeting.id}", Notice.kind == "meetings-planned")
    assert {notice.state for notice in notices} == {NoticeState.EXPIRED}
    assert decided.left >= len(notices) > 0


async def test_it_leaves_everything_unsent(town: Town, mentee: int) -> None:
    await restored(town)
    assert await (await town.act(town.curator))(leave_held) == Decided(sent=0, left=3)
    assert (await held_of(town, "pair:1")).state is NoticeState.VOID


@pytest.mark.parametrize("use_case", [send_held, leave_held])
async def test_it_is_decided_once_and_by_whose_matter_it_is(town: Town, mentee: int, use_case: Any) -> None:
    await restored(town)
    with pytest.raises(ProgrammeError, match="error-nothing-held"):
        await (await town.act(town.other_curator))(use_case)
    await (await town.act(town.curator))(leave_held)
    with pytest.raises(ProgrammeError, match="error-nothing-held"):
        await (await town.act(town.curator))(use_case)


async def test_it_takes_back_what_has_changed_while_it_was_held(town: Town, mentee: int) -> None:
    await restored(town)
    await town.database.write(lambda session: void(Tx(session, SYSTEM, town.clock.now()), "pair:1"))
    assert (await held_of(town, "pair:1")).state is NoticeState.VOID


def test_it_knows_a_group_for_every_kind() -> None:
    assert {group_of(kind) for kind in NoticeKind} == set(HeldGroup)


async def test_it_asks_the_curator_and_does_what_they_say(play: Play, couple: Couple) -> None:
    town = play.town
    await couple.planned(town.clock.now() + 26 * HOUR)
    await restored(town)
    marina, olga = await play.person(town.curator), await play.person(couple.mentee_id)
    assert marina.last.text.startswith("База восстановлена из копии\n\nКопия сделана: сегодня, пн 12 октября, 10:00.")
    assert "• о встречах и записях: 1 (1 человек), пн 12 октября" in marina.last.text
    seen = len(olga.messages)
    message = marina.last
    await marina.tap("Отправить нужные")
    await play.settle()
    assert marina.last.text.startswith("Отправляем ")
    assert "(повтор: прошлый раз сообщение могло не дойти)" in olga.last.text
    assert len(olga.messages) > seen
    await marina.tap_data("o-h:leave", message)
    await play.settle()
    assert marina.last.text == "По этим сообщениям всё уже решено."


async def test_it_sends_nothing_where_the_curator_says_so(play: Play, couple: Couple) -> None:
    await couple.planned(play.clock.now() + 26 * HOUR)
    await restored(play.town)
    marina, olga = await play.person(play.town.curator), await play.person(couple.mentee_id)
    seen = len(olga.messages)
    await marina.tap("Не отправлять")
    await play.settle()
    assert marina.last.text.startswith("Хорошо, ничего не отправляем.")
    assert len(olga.messages) == seen
