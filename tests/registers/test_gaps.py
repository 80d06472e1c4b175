"""«Чего не хватает»: what is listed, who is asked and how often, what a curator fills in."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import delete

from models.errors import ProgrammeError
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.people.states import MentorState
from models.people.tables import Consent, MentorProfile, Person
from models.registers.ask import AskedAll, ask_all, ask_pair, ask_person, describe, record_paper, set_goal, whom_to_ask
from models.registers.gaps import Gap, gap_counts, gap_line, gap_page
from models.terms import Role
from tests.people.family import pupil
from tests.play import Play
from tests.town import Town

SLOTS: dict[str, Any] = {"slots": ["TUE-AFTERNOON"]}


async def missing(town: Town, gap: Gap, reader: int | None = None) -> list[int]:
    actor = await town.actor(reader or town.curator)
    async with town.database.read() as session:
        page = await gap_page(session, actor, gap, town.clock.now())
        assert (await gap_counts(session, actor, town.clock.now()))[gap] == page.total
    return [line.subject_id for line in page.items]


async def questions(town: Town, person: int) -> list[dict[str, Any]]:
    bundles = await town.rows(Notice, Notice.person_id == person, Notice.kind == NoticeKind.BUNDLE.value)
    return [item["payload"] for bundle in bundles for item in bundle.payload["items"]]


async def test_it_lists_what_is_missing_of_each_kind(town: Town, pair) -> None:
    card = await town.mentor("Ан Анна Петровна", card={"state": MentorState.APPLICANT}, position="физик")
    none = await town.person("Бэ Анна Петровна", Role.MENTOR)
    times = await town.mentor("Ве Анна Петровна", card={"capacity": 5})
    mentee = await town.mentee("Ге Анна Петровна", account=False)
    described = await town.mentee("Де Анна Петровна", position="математика")
    child = await pupil(town)
    bare, complete = (await pair(mentee, times)).id, (await pair(described, times)).id
    await town.change(Mentorship, complete, goal="Удерживать внимание", order_ref="45", order_date=date(2026, 9, 1))
    await town.database.write(lambda session: session.execute(delete(Consent).where(Consent.person_id == described)))
    expected = {
        Gap.CARD_WAITS: [card],
        Gap.CONSENT_NONE: [described],
        Gap.PARENTS_NONE: [child],
        Gap.CARD_NONE: [none],
        Gap.ACCOUNT_NONE: [mentee],
        Gap.ORDER_NONE: [bare],
        Gap.GOAL_NONE: [bare],
        Gap.TIMES_NONE: [times],
        Gap.POSITION_NONE: [mentee],
    }
    assert {gap: await missing(town, gap) for gap in Gap} == expected
    assert {gap: await missing(town, gap, town.other_curator) for gap in Gap} == {gap: [] for gap in Gap}
    assert await missing(town, Gap.ORDER_NONE, town.municipal_curator) == [bare]


async def test_it_names_no_pupil_to_the_level_above(town: Town) -> None:
    child = await pupil(town)
    assert await missing(town, Gap.PARENTS_NONE) == [child]
    assert await missing(town, Gap.PARENTS_NONE, town.municipal_curator) == []
    async with town.database.read() as session:
        reader = await town.actor(town.municipal_curator)
        assert await gap_line(session, reader, Gap.PARENTS_NONE, child, town.clock.now()) is None


async def test_it_asks_with_the_nudges_of_the_day_and_not_twice_a_week(town: Town) -> None:
    mentor = await town.mentor()
    curator = await town.act(town.curator)
    assert (await curator(ask_person, Gap.TIMES_NONE, mentor)).is_new
    for hours in (0, 30, 60):
        town.clock.moment += timedelta(hours=hours)
        assert not (await curator(ask_person, Gap.TIMES_NONE, mentor)).is_new
    assert await questions(town, mentor) == [{"gap": "TIMES_NONE", "subject_id": mentor}]
    town.clock.moment += timedelta(days=5)
    assert (await curator(ask_person, Gap.TIMES_NONE, mentor)).is_new
    assert len(await questions(town, mentor)) == 2


async def test_it_asks_everybody_of_a_list_and_nobody_twice_a_week(town: Town, pair) -> None:
    asked, anew = [await town.mentor() for _ in range(2)]
    await town.mentor(account=False)
    curator = await town.act(town.curator)
    await curator(ask_person, Gap.TIMES_NONE, asked)
    for reader, told in ((town.curator, AskedAll(1, 1, 1)), (town.other_curator, AskedAll(0, 0, 0))):
        async with town.database.read() as session:
            assert await whom_to_ask(session, await town.actor(reader), Gap.TIMES_NONE, town.clock.now()) == told
        assert await (await town.act(reader))(ask_all, Gap.TIMES_NONE) == told
    assert await curator(ask_all, Gap.TIMES_NONE) == AskedAll(0, 2, 1)
    assert await questions(town, anew) == [{"gap": "TIMES_NONE", "subject_id": anew}]
    made = await pair(await town.mentee(), asked)
    assert (await curator(ask_all, Gap.GOAL_NONE)).new == 1
    assert await questions(town, made.mentee_id) == [{"gap": "GOAL_NONE", "subject_id": made.id}]
    with pytest.raises(ProgrammeError, match="error-state"):
        await curator(ask_all, Gap.ACCOUNT_NONE)


async def test_it_asks_the_mentee_for_the_goal_of_the_pair(town: Town, pair) -> None:
    mentee, mentor = await town.mentee(), await town.mentor()
    made = await pair(mentee, mentor)
    curator = await town.act(town.curator)
    assert (await curator(ask_pair, Gap.GOAL_NONE, made.id)).is_new
    assert await questions(town, mentee) == [{"gap": "GOAL_NONE", "subject_id": made.id}]
    assert await (await town.act(mentor))(set_goal, made.id, "  Вести урок без шума ") == "Вести урок без шума"
    assert await missing(town, Gap.GOAL_NONE) == []
    with pytest.raises(ProgrammeError, match="error-state"):
        await curator(ask_pair, Gap.GOAL_NONE, made.id)


async def test_it_refuses_to_ask_for_what_is_there_or_nobody_can_give(town: Town) -> None:
    curator = await town.act(town.curator)
    absent = await town.person(None, Role.MENTOR, account=False)
    full = await town.mentor(card={"slots": ["TUE-AFTERNOON"]})
    for gap, person, key in (
        (Gap.CARD_NONE, absent, "error-registers-no-account"),
        (Gap.CARD_NONE, full, "error-state"),
        (Gap.TIMES_NONE, full, "error-state"),
        (Gap.ACCOUNT_NONE, absent, "error-state"),
    ):
        with pytest.raises(ProgrammeError, match=key):
            await curator(ask_person, gap, person)


async def test_it_takes_what_the_curator_fills_in(town: Town) -> None:
    mentee = await town.mentee()
    curator = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-state"):
        await curator(record_paper, mentee, "12 от 01.09.2026")
    await town.change(
        Consent, (await town.rows(Consent, Consent.person_id == mentee))[0].id, expires_on=date(2026, 8, 31)
    )
    assert await missing(town, Gap.CONSENT_NONE) == [mentee]
    await curator(record_paper, mentee, "12 от 01.09.2026")
    states = [(row.state.value, row.form) for row in await town.rows(Consent, Consent.person_id == mentee)]
    assert states == [("EXPIRED", "BOT"), ("GRANTED", "PAPER")]
    await curator(describe, mentee, "физика,  второй год")
    assert (await town.row(Person, mentee)).position == "физика, второй год"


async def test_it_asks_in_chat_and_is_answered_in_chat(play: Play) -> None:
    town = play.town
    irina, olga = await town.mentor("Лебедева Ирина Викторовна"), await town.mentee("Кузнецова Ольга Сергеевна")
    marina, mentor, mentee = [await play.person(one) for one in (town.curator, irina, olga)]
    for label in (
        *("Реестры", "Чего не хватает · 2", "Наставник без удобных часов · 1", "Лебедева И. В.", "Спросить", "Назад"),
        *("Наставляемый без должности · 1", "Кузнецова О. С.", "Спросить"),
    ):
        await marina.tap(label)
        await play.settle()
    assert marina.alerts == [
        f"Вопрос уйдёт сегодня или в ближайший учебный день: {name}" for name in ("Лебедева И. В.", "Кузнецова О. С.")
    ]
    await play.move(hours=6)  # 16:00 on a school day
    assert "Когда вам удобно встречаться?" in mentor.last.text
    await mentor.tap("Ответить")
    await play.settle()
    for label in ("вт 15–18", "Готово"):
        await mentor.tap(label)
        await play.settle()
    assert (await town.rows(MentorProfile, MentorProfile.person_id == irina))[0].slots
    await mentee.tap("Ответить")
    await play.settle()
    await mentee.say("математика, первый год")
    await play.settle()
    assert (await town.row(Person, olga)).position == "математика, первый год"
    await marina.say("/menu")
    await play.settle()
    await marina.tap("Реестры")
    await play.settle()
    assert "Чего не хватает" in marina.last.buttons
