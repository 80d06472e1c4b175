"""Campaigns: opened by the calendar, two reminders, one by hand; handed in, frozen, returned, a new version."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from models.errors import ProgrammeError
from models.meetings.states import MeetingState
from models.notices.tables import Notice
from models.oversight.indicators import queries as figures
from models.oversight.indicators.codes import Block, Code, Moment
from models.oversight.indicators.hand import enter_value
from models.oversight.indicators.tables import Snapshot
from models.papers.states import ReportState
from models.papers.yearly import queries
from models.papers.yearly.campaigns import move_campaign, nudge_schools, run_campaigns
from models.papers.yearly.handing import accept_report, hand_in, return_report, write_part
from models.papers.yearly.kinds import NotePart, ReportKind
from models.papers.yearly.queries import Board, Desk
from models.papers.yearly.tables import Campaign, YearReport
from models.people.tables import Person
from models.terms import PersonKind, Role
from tests.oversight.life import Life
from tests.town import Town

PAIRS, MAY, NOTE = ReportKind


def at(month: int, day: int, hour: int = 8) -> datetime:
    """A moment of the school year 2026/2027, in UTC: 08:00 is 11:00 at the school."""
    return datetime(2026 if month > 8 else 2027, month, day, hour, tzinfo=UTC)


async def told(town: Town, kind: str) -> list[int]:
    """Who was told of a kind, in the order of telling."""
    return [row.person_id for row in await town.rows(Notice, Notice.kind == f"papers-{kind}")]


async def desk(town: Town, who: int, kind: ReportKind = PAIRS) -> Desk:
    async with town.database.read() as session:
        return await queries.desk(session, await town.actor(who), town.school, kind, town.clock.now())


async def board(town: Town, kind: ReportKind = PAIRS) -> Board:
    async with town.database.read() as session:
        actor = await town.actor(town.municipal_curator)
        return await queries.board(session, actor, town.municipality, kind, town.clock.now())


async def test_it_opens_by_the_calendar_and_reminds_twice_whoever_is_left(town: Town) -> None:
    programme, curator = town.act_as_system(), await town.act(town.curator)
    town.clock.moment = at(9, 30)
    assert await programme(run_campaigns) == 0
    town.clock.moment = at(10, 1, 6)
    assert await programme(run_campaigns) == 0
    town.clock.moment = at(10, 1)
    assert [await programme(run_campaigns) for _ in range(2)] == [1, 0]
    assert sorted(await told(town, "campaign-opened")) == [town.curator, town.other_curator]
    await curator(hand_in, town.school, PAIRS, 2026)
    for day in range(2, 32):
        town.clock.moment = at(10, day)
        await programme(run_campaigns)
    reminders = await town.rows(Notice, Notice.kind == "papers-campaign-nudge")
    assert [row.person_id for row in reminders] == [town.other_curator] * 2
    assert [row.created_at.day for row in reminders] == [23, 30]
    town.clock.moment = at(11, 2)
    await programme(run_campaigns)
    municipal = await town.act(town.municipal_curator)
    [campaign] = await town.rows(Campaign)
    assert await municipal(nudge_schools, campaign.id) == 1
    with pytest.raises(ProgrammeError, match="error-campaign-nudged"):
        await municipal(nudge_schools, campaign.id)
    assert await told(town, "campaign-nudge") == [town.other_curator] * 3


async def test_it_shows_the_municipality_who_is_late_first(town: Town) -> None:
    curator, other, municipal = [
        await town.act(one) for one in (town.curator, town.other_curator, town.municipal_curator)
    ]
    town.clock.moment = at(10, 20)
    await town.act_as_system()(run_campaigns)
    await curator(hand_in, town.school, PAIRS, 2026)
    await municipal(move_campaign, town.municipality, PAIRS, date(2026, 10, 1), date(2026, 11, 5))
    town.clock.moment = at(11, 6)
    shown = await board(town)
    assert [(line.name, line.is_late, line.sent_on) for line in shown.lines.items] == [
        ("Школа № 37", True, None),
        ("Школа № 25", False, date(2026, 10, 20)),
    ]
    assert (shown.done, shown.schools, shown.term.is_moved) == (1, 2, True)
    [line] = await town.database.write(lambda session: queries.progress(session, town.municipality, town.clock.now()))
    assert (line.kind, line.closes_on, line.done, line.waiting) == (PAIRS, date(2026, 11, 5), 1, 1)
    await other(hand_in, town.other_school, PAIRS, 2026)
    shown = await board(town)
    assert [(line.name, line.is_late) for line in shown.lines.items] == [("Школа № 25", False), ("Школа № 37", True)]
    [campaign] = await town.rows(Campaign)
    with pytest.raises(ProgrammeError, match="error-campaign-all"):
        await municipal(nudge_schools, campaign.id)
    for days in ((date(2026, 10, 1), date(2026, 9, 30)), (date(2026, 10, 2), date(2026, 11, 5))):
        with pytest.raises(ProgrammeError, match="error-campaign-days"):
            await municipal(move_campaign, town.municipality, PAIRS, *days)


async def test_it_keeps_what_was_handed_in_and_begins_a_new_version_once_it_is_returned(town: Town, life: Life) -> None:
    curator, municipal = await town.act(town.curator), await town.act(town.municipal_curator)
    pupil = await town.mentee("Белова Мария Петровна", kind=PersonKind.STUDENT)
    pair = await life.pair(mentor=await town.mentor("Лебедева Ирина Викторовна"), mentee=pupil, approved_days_ago=20)
    sent = await curator(hand_in, town.school, PAIRS, 2026)
    assert (sent.version, sent.state) == (1, ReportState.SENT)
    await life.meeting(pair, 1)
    await life.pair()
    assert await curator(hand_in, town.school, PAIRS, 2026) == sent
    lying = await desk(town, town.curator)
    assert [(one.id, one.held) for one in lying.contents.pairs] == [(pair, 0)]
    assert "Белова М., " in "".join(lying.names.values()) or "Мария Б." in "".join(lying.names.values())
    above = await desk(town, town.municipal_curator)
    assert list(above.names.values()) == ["Лебедева И. В."]
    assert (above.may_judge, lying.may_judge, lying.may_send) == (True, False, False)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await curator(accept_report, sent.id)
    returned = await municipal(return_report, sent.id, "  Проверьте  пары. ")
    assert (returned.state, returned.remark) == (ReportState.RETURNED, "Проверьте пары.")
    assert await told(town, "report-returned") == [town.curator]
    assert len((await desk(town, town.curator)).contents.pairs) == 2
    again = await curator(hand_in, town.school, PAIRS, 2026)
    assert again.version == 2
    assert (await municipal(accept_report, again.id)).state is ReportState.ACCEPTED
    with pytest.raises(ProgrammeError, match="error-state"):
        await municipal(return_report, again.id, "Ещё раз.")
    first, second = await town.rows(YearReport)
    assert [len(row.contents["pairs"]) for row in (first, second)] == [1, 2]
    assert len({row.snapshot_id for row in (first, second)}) == len(await town.rows(Snapshot)) == 2
    with pytest.raises(TypeError, match="never changed"):
        await town.change(YearReport, first.id, contents={})


async def test_it_freezes_the_may_numbers_with_what_was_entered(town: Town) -> None:
    curator, municipal = await town.act(town.curator), await town.act(town.municipal_curator)
    with pytest.raises(ProgrammeError, match="error-campaign-early"):
        await curator(hand_in, town.school, MAY, 2026)
    town.clock.moment = at(5, 12)
    with pytest.raises(ProgrammeError, match="error-gone"):
        await curator(hand_in, town.school, MAY, 2025)
    numbers: list[Any] = []
    for number in (4, 5):
        await curator(enter_value, town.school, Code.S_1, Moment.RESULT, number, "По документам школы")
        line = await curator(hand_in, town.school, MAY, 2026)
        lying = await desk(town, town.municipal_curator, MAY)
        async with town.database.read() as session:
            table = await figures.table(
                session,
                municipal.actor,
                town.school,
                town.clock.now(),
                block=Block.MAY,
                snapshot_id=lying.snapshot_id,
            )
        numbers.append(next(one.now.number for one in table.figures if one.code is Code.S_1))
        await municipal(return_report, line.id, "Уточните.")
    assert numbers == [4, 5]


async def test_it_writes_the_note_from_the_records_and_the_words_of_the_curator(town: Town, life: Life) -> None:
    curator = await town.act(town.curator)
    done = await life.pair(approved_days_ago=20)
    for days, state in ((1, MeetingState.HELD), (2, MeetingState.NO_SHOW), (3, MeetingState.CANCELLED)):
        await life.meeting(done, days, state)
    with pytest.raises(ProgrammeError, match="error-report-text"):
        await curator(write_part, town.school, NotePart.PROPOSALS, "  ")
    await curator(write_part, town.school, NotePart.PROPOSALS, "Больше времени.")
    line = await curator(write_part, town.school, NotePart.PROPOSALS, "Час в неделю.")
    seen = await desk(town, town.curator, NOTE)
    assert seen.texts == {NotePart.PROPOSALS: "Час в неделю."}
    assert (await desk(town, town.municipal_curator, NOTE)).texts == {}
    note = seen.contents.note
    assert note is not None
    assert (note.pairs, note.completed, note.months[-1].held, note.months[-1].planned) == (1, 0, 1, 2)
    town.clock.moment = at(6, 2)
    sent = await curator(hand_in, town.school, NOTE, 2026)
    assert (sent.id, sent.version) == (line.id, 1)
    with pytest.raises(ProgrammeError, match="error-report-locked"):
        await curator(write_part, town.school, NotePart.PROPOSALS, "Позже.")
    await (await town.act(town.municipal_curator))(return_report, sent.id, "Добавьте, что мешает.")
    second = await curator(write_part, town.school, NotePart.THREATS, "Замены уроков.")
    assert second.version == 2
    assert set((await desk(town, town.curator, NOTE)).texts) == {NotePart.PROPOSALS, NotePart.THREATS}


async def test_it_lets_only_the_schools_own_curator_hand_in(town: Town) -> None:
    away = await town.person("Громова Инна Олеговна", Role.CURATOR_SCHOOL)
    assert (await town.row(Person, away)).organisation_id == town.school
    for who in (town.municipal_curator, town.other_curator):
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await (await town.act(who))(hand_in, town.school, PAIRS, 2026)
    assert (await (await town.act(away))(hand_in, town.school, PAIRS, 2026)).version == 1
