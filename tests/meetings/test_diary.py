"""What the menu, the diary and the plan's screens read."""

from datetime import date, timedelta

import pytest

from models.errors import ProgrammeError
from models.meetings import diary, log, plan, queries
from models.meetings.states import MeetingMethod, MeetingMode
from models.mentorships.states import MentorshipState
from tests.meetings.couple import TOMORROW, Couple, couple_of
from tests.town import Town


async def test_it_names_the_next_meeting_and_those_without_a_record(town: Town, couple: Couple) -> None:
    over = await couple.planned()
    town.clock.moment = TOMORROW + timedelta(hours=1)
    ahead = await couple.planned(TOMORROW + timedelta(days=7))
    actor = await town.actor(couple.mentee_id)
    async with town.database.read() as session:
        facts = await queries.menu_facts(session, actor, town.clock.now())
    assert facts.next is not None
    assert (facts.next.id, [one.id for one in facts.to_log]) == (ahead, [over])


async def test_it_says_nothing_of_other_peoples_meetings(town: Town, couple: Couple) -> None:
    await couple.planned()
    async with town.database.read() as session:
        facts = await queries.menu_facts(session, await town.actor(town.curator), town.clock.now())
    assert (facts.next, facts.to_log) == (None, ())


async def test_it_pages_the_diary_newest_first(town: Town, couple: Couple) -> None:
    act = await couple.mentor()
    for days in range(1, 9):
        held_at = town.clock.now() - timedelta(days=days)
        await act(log.record_unplanned, couple.id, held_at, 30, MeetingMethod.TALK)
    actor = await town.actor(couple.mentor_id)
    async with town.database.read() as session:
        first, last, beyond = [await diary.diary(session, actor, page) for page in (0, 1, 99)]
    days = [one.starts_at for one in (*first.meetings, *last.meetings)]
    assert days == sorted(days, reverse=True)
    assert (len(days), first.pages, first.held) == (8, 2, 8)
    assert beyond == last


async def test_it_opens_a_pairs_diary_to_its_curator_and_nobody_elses(town: Town, couple: Couple) -> None:
    await couple.planned()
    async with town.database.read() as session:
        page = await diary.diary(session, await town.actor(town.curator), 0, couple.id)
        assert len(page.meetings) == 1
        for outsider in (town.other_curator, await town.mentor()):
            with pytest.raises(ProgrammeError, match="error-no-access"):
                await diary.diary(session, await town.actor(outsider), 0, couple.id)


async def test_it_offers_the_pairs_that_meet(town: Town, couple: Couple) -> None:
    paused = await couple_of(town, mentor=couple.mentor_id, state=MentorshipState.PAUSED)
    await couple_of(town)
    actor = await town.actor(couple.mentor_id)
    async with town.database.read() as session:
        meeting = await queries.pairs_that_meet(session, actor)
        logging = await queries.pairs_that_meet(session, actor, with_paused=True)
    assert [one.id for one in meeting] == [couple.id]
    assert [one.id for one in logging] == [couple.id, paused.id]


async def test_it_offers_times_that_suit_both(town: Town) -> None:
    mentor = await town.mentor(card={"slots": ["TUE_AFTERNOON", "FRI_DAY"]})
    couple = await couple_of(town, mentor, slots=["TUE_AFTERNOON", "THU_AFTERNOON"])
    await couple.planned(TOMORROW)
    actor = await town.actor(couple.mentee_id)
    async with town.database.read() as session:
        times = await queries.times_of_day(session, actor, couple.id, date(2026, 10, 13), town.clock.now())
        other = await queries.times_of_day(session, actor, couple.id, date(2026, 10, 15), town.clock.now())
    assert [f"{one:%H:%M}" for one in times.shared] == ["13:30", "14:00", "14:30"]
    assert other.shared == ()
    assert len(other.others) == 24


async def test_it_remembers_the_last_place_and_suggests_the_usual_hour(town: Town, couple: Couple) -> None:
    meeting_id = await couple.planned(mode=MeetingMode.ONLINE, place="https://telemost.example/1")
    actor = await town.actor(couple.mentee_id)
    async with town.database.read() as session:
        place = await queries.last_place(session, actor, couple.id)
        assert await queries.suggestion(session, actor, couple.id, town.clock.now()) is None
    assert place == queries.Place(MeetingMode.ONLINE, "https://telemost.example/1", False)
    town.clock.moment = TOMORROW + timedelta(hours=1)
    act = await couple.mentor()
    await act(log.record, meeting_id)
    async with town.database.read() as session:
        assert await queries.suggestion(session, actor, couple.id, town.clock.now()) == TOMORROW + timedelta(days=7)
    await act(plan.plan, couple.id, TOMORROW + timedelta(days=7))
    async with town.database.read() as session:
        assert await queries.suggestion(session, actor, couple.id, town.clock.now()) is None
