"""Planning, confirming, moving and cancelling."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from models.access import SYSTEM
from models.errors import ProgrammeError
from models.meetings import plan, queries
from models.meetings.states import MeetingKind, MeetingMode, MeetingState, Obstacle
from models.meetings.tables import Meeting
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship
from models.notices.tables import Notice, NoticeState
from models.use_case import Tx
from tests.meetings.couple import TOMORROW, Couple, couple_of, waiting
from tests.town import Town


async def test_it_plans_a_meeting_and_tells_the_other_side(town: Town, couple: Couple) -> None:
    act = await couple.mentor()
    view = await act(plan.plan, couple.id, TOMORROW, MeetingMode.OFFLINE, "  каб.  214 ", 60)
    assert (view.state, view.place, view.duration_min, view.partner) == (
        MeetingState.PLANNED,
        "каб. 214",
        60,
        "Ольга Сергеевна",
    )
    row = await town.row(Meeting, view.id)
    assert (row.zone, row.planned_by) == ("Europe/Moscow", couple.mentor_id)
    assert "planned" in await waiting(town, couple.mentee_id)
    assert "planned" not in await waiting(town, couple.mentor_id)


async def test_it_calls_the_first_meeting_an_acquaintance_and_the_last_one_final(town: Town) -> None:
    fresh = await couple_of(town, state=MentorshipState.APPROVED)
    closing = await couple_of(town, state=MentorshipState.CLOSING)
    first, second = await fresh.planned(), await fresh.planned(TOMORROW + timedelta(days=7))
    last = await closing.planned()
    kinds = [(await town.row(Meeting, one)).kind for one in (first, second, last)]
    assert kinds == [MeetingKind.ACQUAINTANCE, MeetingKind.REGULAR, MeetingKind.FINAL]


@pytest.mark.parametrize(
    ("starts_at", "key"),
    [
        (datetime(2026, 10, 12, 7, 0, tzinfo=UTC), "error-meetings-past"),
        (datetime(2020, 1, 1, tzinfo=UTC), "error-meetings-past"),
        (datetime(2027, 10, 13, 7, 1, tzinfo=UTC), "error-meetings-too-far"),
        (datetime(9999, 12, 31, tzinfo=UTC), "error-meetings-too-far"),
    ],
)
async def test_it_refuses_days_that_are_past_or_beyond_a_year(couple: Couple, starts_at: datetime, key: str) -> None:
    act = await couple.mentor()
    with pytest.raises(ProgrammeError, match=key):
        await act(plan.plan, couple.id, starts_at)
    assert await couple.meetings() == []


@pytest.mark.parametrize("minutes", [9, 481, -45])
async def test_it_refuses_lengths_that_no_meeting_has(couple: Couple, minutes: int) -> None:
    act = await couple.mentor()
    with pytest.raises(ProgrammeError, match="error-meetings-duration"):
        await act(plan.plan, couple.id, TOMORROW, duration_min=minutes)


@pytest.mark.parametrize("state", [one for one in MentorshipState if one not in plan.MEETING_PAIR])
async def test_it_refuses_to_plan_for_a_pair_that_does_not_meet(town: Town, state: MentorshipState) -> None:
    couple = await couple_of(town, state=state)
    with pytest.raises(ProgrammeError, match="error-meetings-pair-rests"):
        await couple.planned()


async def test_it_makes_one_meeting_of_a_doubled_press(town: Town, couple: Couple) -> None:
    act = await couple.mentor()
    await asyncio.gather(*(act(plan.plan, couple.id, TOMORROW) for _ in range(5)))
    assert len(await couple.meetings()) == 1
    assert len(await town.rows(Notice, Notice.kind == "meetings-planned")) == 1


async def test_it_refuses_two_meetings_of_a_pair_at_once_and_allows_them_of_two_pairs(town: Town) -> None:
    couple = await couple_of(town)
    other = await couple_of(town, mentor=couple.mentor_id)
    mine = await couple.planned()
    with pytest.raises(ProgrammeError, match="error-meetings-taken"):
        await couple.planned(TOMORROW + timedelta(minutes=30))
    await couple.planned(TOMORROW + timedelta(minutes=45))
    theirs = await other.planned()
    actor = await town.actor(couple.mentor_id)
    async with town.database.read() as session:
        view = await queries.meeting_view(session, actor, theirs)
        clash = await queries.clash_of(session, actor, view)
    assert clash is not None
    assert clash.id == mine


async def test_it_lets_only_the_pair_and_its_curator_plan(town: Town, couple: Couple) -> None:
    foreign = await couple_of(
        town, await town.mentor(organisation=town.other_school), organisation_id=town.other_school
    )
    meeting_id = await couple.planned()
    for outsider in (foreign.mentor_id, town.other_curator):
        act = await town.act(outsider)
        for attempt in (
            act(plan.plan, couple.id, TOMORROW),
            act(plan.confirm, meeting_id),
            act(plan.move, meeting_id, TOMORROW),
            act(plan.cancel, meeting_id),
        ):
            with pytest.raises(ProgrammeError, match="error-no-access"):
                await attempt
    act = await town.act(town.curator)
    view = await act(plan.plan, couple.id, TOMORROW + timedelta(days=1))
    assert view.partner == "Лебедева И. В. — Кузнецова О. С."
    assert {"planned"} <= set(await waiting(town, couple.mentor_id))


async def test_it_confirms_once_and_tells_whoever_planned(town: Town, couple: Couple) -> None:
    meeting_id = await couple.planned()
    mentee = await couple.mentee()
    for _ in range(2):
        assert (await mentee(plan.confirm, meeting_id)).state is MeetingState.CONFIRMED
    assert len(await town.rows(Notice, Notice.kind == "meetings-confirmed")) == 1
    assert "confirmed" in await waiting(town, couple.mentor_id)


async def test_it_takes_no_confirmation_from_whoever_planned(couple: Couple) -> None:
    meeting_id = await couple.planned()
    act = await couple.mentor()
    assert (await act(plan.confirm, meeting_id)).state is MeetingState.PLANNED


async def test_it_moves_a_meeting_and_forgets_the_old_time(town: Town, couple: Couple) -> None:
    meeting_id = await couple.planned(place="каб. 214", duration_min=60)
    mentee = await couple.mentee()
    await mentee(plan.confirm, meeting_id)
    moved = await mentee(plan.move, meeting_id, TOMORROW + timedelta(days=2))
    assert (moved.state, moved.place, moved.duration_min) == (MeetingState.PLANNED, "каб. 214", 60)
    assert (await town.row(Meeting, meeting_id)).state is MeetingState.RESCHEDULED
    assert await town.rows(Notice, Notice.subject == f"meeting:{meeting_id}", Notice.state != NoticeState.VOID) == []
    due = await waiting(town, couple.mentor_id)
    assert "moved" in due
    assert due["reminder-1h"] == TOMORROW + timedelta(days=2) - timedelta(hours=1)


async def test_it_leads_from_a_moved_meeting_to_what_it_has_become(town: Town, couple: Couple) -> None:
    first = await couple.planned()
    act = await couple.mentor()
    second = await act(plan.move, first, TOMORROW + timedelta(days=1))
    third = await act(plan.move, second.id, TOMORROW + timedelta(days=2))
    for late in (act(plan.confirm, first), act(plan.cancel, first), act(plan.move, first, TOMORROW)):
        with pytest.raises(ProgrammeError, match="error-meetings-moved"):
            await late
    async with town.database.read() as session:
        assert (await queries.current(session, await town.actor(couple.mentee_id), first)).id == third.id
    assert len(await couple.meetings()) == 3


async def test_it_lets_the_first_of_two_moves_stand(couple: Couple) -> None:
    meeting_id = await couple.planned()
    mentor, mentee = await couple.mentor(), await couple.mentee()
    outcomes = await asyncio.gather(
        mentor(plan.move, meeting_id, TOMORROW + timedelta(days=1)),
        mentee(plan.move, meeting_id, TOMORROW + timedelta(days=2)),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes].count(ProgrammeError) == 1
    assert [one.state for one in await couple.meetings()].count(MeetingState.PLANNED) == 1


async def test_it_moves_nothing_to_a_taken_or_impossible_time(couple: Couple) -> None:
    meeting_id = await couple.planned()
    await couple.planned(TOMORROW + timedelta(days=1))
    act = await couple.mentor()
    with pytest.raises(ProgrammeError, match="error-meetings-taken"):
        await act(plan.move, meeting_id, TOMORROW + timedelta(days=1, minutes=15))
    with pytest.raises(ProgrammeError, match="error-meetings-past"):
        await act(plan.move, meeting_id, TOMORROW - timedelta(days=3))
    assert {one.state for one in await couple.meetings()} == {MeetingState.PLANNED}
    assert (await act(plan.move, meeting_id, TOMORROW + timedelta(minutes=15))).state is MeetingState.PLANNED


async def test_it_cancels_once_and_hears_the_reason_later(town: Town, couple: Couple) -> None:
    meeting_id = await couple.planned()
    act = await couple.mentor()
    await act(plan.cancel, meeting_id)
    await act(plan.cancel, meeting_id, Obstacle.ILLNESS)
    row = await town.row(Meeting, meeting_id)
    assert (row.state, row.cancel_reason) == (MeetingState.CANCELLED, "ILLNESS")
    assert list(await waiting(town, couple.mentee_id)) == ["cancelled"]


async def test_it_takes_no_step_on_a_meeting_that_has_begun(couple: Couple) -> None:
    meeting_id = await couple.begun()
    act = await couple.mentee()
    for step in (act(plan.confirm, meeting_id), act(plan.cancel, meeting_id)):
        with pytest.raises(ProgrammeError, match="error-meetings-begun"):
            await step


async def test_it_cancels_what_lies_before_a_pair_that_stops(town: Town, couple: Couple) -> None:
    begun = await couple.begun()
    ahead = [await couple.planned(TOMORROW + timedelta(days=7 * week)) for week in (1, 2)]

    def stop(session) -> None:
        plan.cancel_ahead(Tx(session, SYSTEM, town.clock.now()), session.get_one(Mentorship, couple.id))

    await town.database.write(stop)
    states = {one.id: one.state for one in await couple.meetings()}
    assert states[begun] is MeetingState.PLANNED
    assert {states[one] for one in ahead} == {MeetingState.CANCELLED}


async def test_it_sets_a_place_afterwards_and_refuses_an_endless_one(town: Town, couple: Couple) -> None:
    meeting_id = await couple.planned()
    act = await couple.mentee()
    await act(plan.set_place, meeting_id, MeetingMode.ONLINE, "https://telemost.example/1")
    assert (await town.row(Meeting, meeting_id)).mode is MeetingMode.ONLINE
    with pytest.raises(ProgrammeError, match="error-meetings-place-long"):
        await act(plan.set_place, meeting_id, MeetingMode.OFFLINE, "а" * 201)
