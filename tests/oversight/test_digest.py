"""The week of a school: what it says, and that it comes once (§10)."""

from datetime import UTC, datetime, timedelta

import pytest

from models.errors import ProgrammeError
from models.forms.calls import call_curator
from models.forms.states import CallKind
from models.forms.tables import FeedbackForm
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.oversight.digest import DigestView
from models.oversight.lines import LineKind
from models.oversight.post import STORED, choose_time, post_digests
from models.oversight.queries import menu_facts, schools_of, signals_of, stored_digest, week_of
from models.oversight.states import DigestTime
from models.oversight.sweep import sweep_organisation
from models.oversight.tables import Digest
from models.requests.states import WAITING
from models.requests.tables import MentoringRequest
from models.terms import OrgKind, Role
from models.use_case import Tx
from tests.oversight.life import DAY, Life
from tests.town import Town

MONDAY = datetime(2026, 10, 19, 5, tzinfo=UTC)
"""08:00 in Moscow."""


async def week(town: Town, curator: int | None = None, school: int | None = None) -> DigestView:
    actor = await town.actor(curator or town.curator)
    async with town.database.read() as session:
        return await week_of(session, actor, school or town.school, town.clock.now())


async def calls(town: Town, person: int, kind: CallKind, pair_id: int | None = None) -> None:
    """Somebody wants the curator."""
    actor = await town.actor(person)

    def job(session):
        pair = session.get(Mentorship, pair_id) if pair_id else None
        call_curator(Tx(session, actor, town.clock.now()), kind, pair)

    await town.database.write(job)


@pytest.fixture
async def busy(town: Town, life: Life) -> dict[str, int]:
    """Monday morning: somebody waits, a pair is silent, somebody wants to talk, two meetings are not recorded."""
    town.clock.moment = MONDAY - 4 * DAY
    ids = {"silent": await life.pair(approved_days_ago=60)}
    await life.meeting(ids["silent"], 21)
    await town.act_as_system()(sweep_organisation, town.school)
    town.clock.moment = MONDAY
    ids["mentor"] = await town.mentor("Лебедева Ирина Викторовна")
    asker = await town.mentee("Орлова Елена Николаевна")
    ids["talking"] = await life.pair(mentee=asker)
    await calls(town, asker, CallKind.TALK, ids["talking"])
    ids["unlogged"] = await life.pair()
    for days in (4, 3):
        await life.meeting(ids["unlogged"], days, MeetingState.PLANNED)
    ids["request"] = await life.request(8, mentee=await town.mentee("Кузнецова Ольга Сергеевна"))
    return ids


async def test_it_says_first_what_to_decide_with_the_ready_solution(town: Town, busy: dict[str, int]) -> None:
    view = await week(town)
    request, silent, talk = view.decide
    assert (request.kind, request.names, request.days) == (LineKind.REQUEST, ("Кузнецова О. С.",), 8)
    assert request.mentor == "Лебедева И. В."
    assert request.reasons[0]["kind"] == "ALL_TOPICS_STRONG"
    assert (silent.kind, silent.subject_id, silent.days) == (LineKind.NO_MEETING, busy["silent"], 25)
    assert (talk.kind, talk.names, talk.call) == (LineKind.CALL, ("Орлова Е. Н.",), CallKind.TALK)


async def test_it_says_then_what_can_wait_and_that_the_rest_is_fine(town: Town, life: Life, busy) -> None:
    await life.pair()
    view = await week(town)
    logs, orders, talks = view.wait
    assert (logs.kind, logs.count, logs.people) == (LineKind.LOGS, 2, 1)
    assert (orders.kind, orders.count) == (LineKind.ORDERS, 4)
    assert (talks.kind, talks.count) == (LineKind.TALKS, 1)
    assert (view.pairs, view.fine, view.to_log, view.above) == (4, 1, 1, 2)


async def test_it_gives_each_kind_its_turn_and_sums_up_the_rest(town: Town, life: Life, busy) -> None:
    for days in (20, 3, 1):
        await life.request(days)
    view = await week(town)
    assert [line.kind for line in view.decide] == [LineKind.REQUEST, LineKind.NO_MEETING, LineKind.CALL]
    assert view.decide[0].days == 20
    assert (view.wait[0].kind, view.wait[0].count) == (LineKind.REQUESTS, 3)


async def test_it_leaves_out_what_was_put_off(town: Town, life: Life, busy: dict[str, int]) -> None:
    await town.change(MentoringRequest, busy["request"], postponed_until=life.now + DAY)
    assert LineKind.REQUEST not in {line.kind for line in (await week(town)).lines}


async def test_it_forgets_at_once_what_is_no_longer_true(town: Town, life: Life, busy: dict[str, int]) -> None:
    await life.meeting(busy["silent"], 0.1)
    assert LineKind.NO_MEETING not in {line.kind for line in (await week(town)).lines}


async def test_it_never_mixes_in_a_call_for_help(town: Town) -> None:
    town.clock.moment = MONDAY
    await calls(town, await town.mentee(), CallKind.HELP)
    assert (await week(town)).is_quiet


async def test_it_hides_calls_and_low_marks_from_members_of_the_pair(town: Town, life: Life) -> None:
    deputy = await town.person("Ильина Вера Олеговна", Role.CURATOR_SCHOOL)
    town.clock.moment = MONDAY
    mentee = await town.mentee()
    pair = await life.pair(mentor=town.curator, mentee=mentee, order_ref="12")
    for days in (9, 6):
        await life.answer(pair, await life.meeting(pair, days), 1)
    await calls(town, mentee, CallKind.ANOTHER_MENTOR, pair)
    await town.act_as_system()(sweep_organisation, town.school)
    assert (await week(town)).is_quiet
    assert [line.kind for line in (await week(town, deputy)).decide] == [LineKind.LOW_RATING, LineKind.CALL]
    above = (await week(town, town.municipal_curator)).decide
    assert [line.kind for line in above] == [LineKind.LOW_RATING]
    async with town.database.read() as session:
        actor = await town.actor(town.curator)
        assert await signals_of(session, actor, life.now) == ()
        assert (await menu_facts(session, actor, life.now)).calls == 0


async def test_it_counts_as_a_plain_count_over_the_rows_does(town: Town, life: Life) -> None:
    """Five weeks of four pairs with every kind of outcome, counted again without a query."""
    town.clock.moment = MONDAY
    pairs = [await life.pair(approved_days_ago=40) for _ in range(4)]
    outcomes = (
        MeetingState.HELD,
        MeetingState.HELD,
        MeetingState.NO_SHOW,
        MeetingState.CANCELLED,
        MeetingState.PLANNED,
        MeetingState.RESCHEDULED,
        MeetingState.CONFIRMED,
        MeetingState.VOIDED,
    )
    for number, pair in enumerate(pairs):
        for step in range(18):
            days = 35 - 2.5 * step - number / 10
            outcome = outcomes[(step + number) % 8] if days > 0 else outcomes[4 + 2 * (step % 2)]
            meeting = await life.meeting(pair, days, outcome)
            if outcome is MeetingState.HELD:
                answered = (1 + (step + number) % 5) if step % 3 else None
                form = await life.answer(pair, meeting, answered, (Side.MENTEE, Side.MENTOR)[step % 2])
                await town.change(FeedbackForm, form, created_at=life.now - days * DAY)
    for days in (1, 5, 9):
        await life.request(days)
    expected = await count_plainly(town)
    numbers = (await week(town)).numbers
    assert {name: getattr(numbers, name) for name in expected} == expected


async def count_plainly(town: Town) -> dict[str, object]:
    """The same numbers, from all rows, in plain Python."""
    now = town.clock.now()
    start = datetime(2026, 10, 11, 21, tzinfo=UTC)
    meetings, forms = await town.rows(Meeting), await town.rows(FeedbackForm)
    requests = await town.rows(MentoringRequest)

    def count(first: datetime, last: datetime, *states: MeetingState) -> int:
        return sum(first <= meeting.starts_at < last and meeting.state in states for meeting in meetings)

    def mean(side: Side) -> tuple[int, float | None]:
        marks = [form.usefulness for form in recent if form.side is side and form.usefulness]
        return len(marks), round(sum(marks) / len(marks), 1) if len(marks) >= 3 else None

    past = (MeetingState.HELD, MeetingState.NO_SHOW, MeetingState.PLANNED, MeetingState.CONFIRMED)
    week_long = timedelta(days=7)
    recent = [form for form in forms if form.created_at >= now - 4 * week_long]
    view = (await week(town)).numbers
    assert (view.mentees.n, view.mentees.mean) == mean(Side.MENTEE)
    assert (view.mentors.n, view.mentors.mean) == mean(Side.MENTOR)
    return {
        "held": count(start, start + week_long, MeetingState.HELD),
        "planned": count(start, start + week_long, *past),
        "no_show": count(start, start + week_long, MeetingState.NO_SHOW),
        "held_before": count(start - week_long, start, MeetingState.HELD),
        "planned_before": count(start - week_long, start, *past),
        "ahead": count(now, start + 2 * week_long, *past[2:]),
        "requests_in": sum(start <= request.submitted_at < start + week_long for request in requests),
        "waiting": sum(request.state in WAITING for request in requests),
        "asked": len(recent),
        "answered": sum(form.usefulness is not None for form in recent),
    }


async def sent(town: Town) -> list[Notice]:
    await town.act_as_system()(post_digests)
    return await town.rows(Notice, Notice.kind == NoticeKind.DIGEST.value)


async def test_it_comes_to_each_school_on_monday_at_eight(town: Town) -> None:
    town.clock.moment = MONDAY - timedelta(minutes=1)
    assert await sent(town) == []
    town.clock.moment = MONDAY
    assert [notice.person_id for notice in await sent(town)] == [town.curator, town.other_curator]


async def test_it_comes_at_eight_of_the_school_s_own_clock(town: Town) -> None:
    school = await town.organisation("Школа № 1", OrgKind.SCHOOL, town.municipality, zone="Asia/Yakutsk")
    curator = await town.person(None, Role.CURATOR_SCHOOL, organisation=school)
    town.clock.moment = datetime(2026, 10, 18, 23, tzinfo=UTC)
    assert [notice.person_id for notice in await sent(town)] == [curator]


async def test_it_comes_once_a_week_also_after_a_day_without_the_bot(town: Town) -> None:
    town.clock.moment = MONDAY + timedelta(hours=11, minutes=50)
    assert len(await sent(town)) == 2
    town.clock.moment += timedelta(minutes=5)
    assert len(await sent(town)) == 2
    town.clock.moment = MONDAY + 7 * DAY - timedelta(minutes=1)
    assert len(await sent(town)) == 2


async def test_it_does_not_come_in_the_evening_any_more(town: Town) -> None:
    town.clock.moment = MONDAY + timedelta(hours=12)
    assert await sent(town) == []


async def test_it_comes_when_its_reader_chose(town: Town) -> None:
    await (await town.act(town.curator))(choose_time, DigestTime.MON_14)
    await (await town.act(town.other_curator))(choose_time, DigestTime.FRI_15)
    town.clock.moment = MONDAY
    assert await sent(town) == []
    town.clock.moment = MONDAY + timedelta(hours=6)
    assert [notice.person_id for notice in await sent(town)] == [town.curator]
    await (await town.act(town.curator))(choose_time, DigestTime.FRI_15)
    town.clock.moment = MONDAY + 4 * DAY + timedelta(hours=7)
    assert [notice.person_id for notice in await sent(town)] == [town.curator, town.other_curator]


async def test_it_keeps_the_week_as_it_was_told(town: Town, busy: dict[str, int]) -> None:
    expected = await week(town)
    await sent(town)
    [digest] = await town.rows(Digest, Digest.person_id == town.curator)
    assert STORED.validate_python(digest.payload) == expected
    async with town.database.read() as session:
        stored = await stored_digest(session, await town.actor(town.curator), digest.id)
        assert (stored.view, stored.offers_choice) == (expected, True)
        with pytest.raises(ProgrammeError, match="error-gone"):
            await stored_digest(session, await town.actor(town.other_curator), digest.id)


async def test_it_tells_schools_that_are_looked_at_together_each_its_own_week(
    town: Town, life: Life, busy: dict[str, int]
) -> None:
    there = {"organisation": town.other_school}
    mentor = await town.mentor("Попова Вера Ильинична", **there)
    mentee = await town.mentee("Зайцева Ольга Львовна", **there)
    await life.request(20, mentee=mentee, organisation_id=town.other_school)
    pair = await life.pair(mentor=mentor, approved_days_ago=60, **there)
    for days, state in ((2, MeetingState.HELD), (3, MeetingState.NO_SHOW), (4, MeetingState.NO_SHOW)):
        await life.answer(pair, await life.meeting(pair, days, state), 2)
    for school in (town.school, town.other_school):
        await town.act_as_system()(sweep_organisation, school)
    readers = ((town.curator, town.school), (town.other_curator, town.other_school))
    expected = [await week(town, *reader) for reader in readers]
    assert [view.decide[0].mentor for view in expected] == ["Лебедева И. В.", "Попова В. И."]
    assert [view.numbers.no_show for view in expected] == [0, 2]
    await sent(town)
    told = [await town.rows(Digest, Digest.person_id == reader) for reader, _ in readers]
    assert [STORED.validate_python(digest.payload) for [digest] in told] == expected


async def test_it_is_silent_in_holidays_in_which_nothing_happened(town: Town, life: Life) -> None:
    town.clock.moment = datetime(2026, 11, 2, 5, tzinfo=UTC)
    await life.pair(approved_days_ago=12)
    assert await sent(town) == []
    assert [digest.is_sent for digest in await town.rows(Digest)] == [False] * 3
    await life.request(2)
    assert await sent(town) == [], "told once a week, be it in silence"


async def test_it_speaks_in_holidays_when_somebody_waits(town: Town, life: Life) -> None:
    town.clock.moment = datetime(2026, 11, 2, 5, tzinfo=UTC)
    await life.request(2)
    assert [notice.person_id for notice in await sent(town)] == [town.curator]


async def test_it_shows_a_week_to_the_curators_of_the_school_only(town: Town) -> None:
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await week(town, town.other_curator)
    async with town.database.read() as session:
        schools = await schools_of(session, await town.actor(town.municipal_curator))
    assert [school.id for school in schools] == [town.school, town.other_school]


async def test_it_counts_a_pair_once_whatever_is_said_of_it(town: Town, life: Life, busy: dict[str, int]) -> None:
    members = await town.rows(MentorshipMember, MentorshipMember.mentorship_id == busy["silent"])
    mentee = next(member.person_id for member in members if member.side is Side.MENTEE)
    await calls(town, mentee, CallKind.ANOTHER_MENTOR, busy["silent"])
    view = await week(town)
    assert view.above == 2
    assert view.fine + view.to_log + view.above == view.pairs


async def test_it_counts_no_pair_that_has_ended(town: Town, life: Life) -> None:
    await life.pair(state=MentorshipState.COMPLETED)
    await life.pair(state=MentorshipState.PROPOSED)
    assert (await week(town)).pairs == 0
