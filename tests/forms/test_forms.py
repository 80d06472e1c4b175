"""The post-meeting form: when it comes, how it is answered, when it closes (§4.5, §9)."""

from datetime import UTC, datetime, timedelta

import pytest

from models.errors import ProgrammeError
from models.forms.answer import comment, finish, go_on, item, rate, skip, wish
from models.forms.averages import Average
from models.forms.open import expire_forms
from models.forms.queries import my_average
from models.forms.questions import Question
from models.forms.states import CallKind, FormState, Wish
from models.forms.tables import FeedbackForm, HelpCall
from models.meetings.amend import void
from models.meetings.log import record
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import MentorshipState, Side
from models.mentorships.tables import Mentorship
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from tests.oversight.life import Life
from tests.town import Town

HOUR = timedelta(hours=1)


class Pair:
    """A pair whose meetings are recorded as people record them."""

    def __init__(self, town: Town, life: Life, mentor: int, mentee: int, pair_id: int) -> None:
        self.town, self.life = town, life
        self.mentor, self.mentee, self.id = mentor, mentee, pair_id

    async def held(self, hours_ago: float = 1.0) -> int:
        """A planned meeting that the mentor records now."""
        meeting = await self.life.meeting(self.id, hours_ago / 24, MeetingState.PLANNED)
        await (await self.town.act(self.mentor))(record, meeting)
        return meeting

    async def form(self, side: Side = Side.MENTEE) -> FeedbackForm:
        """The latest form of a side."""
        return (await self.town.rows(FeedbackForm, FeedbackForm.side == side))[-1]

    async def says(self, function, *args, side: Side = Side.MENTEE):
        """A side answers its latest form."""
        form = await self.form(side)
        act = await self.town.act(self.mentee if side is Side.MENTEE else self.mentor)
        return await act(function, form.id, *args)


@pytest.fixture
async def pair(town: Town, life: Life) -> Pair:
    mentor, mentee = await town.mentor(), await town.mentee()
    pair_id = await life.pair(mentor=mentor, mentee=mentee, state=MentorshipState.APPROVED)
    return Pair(town, life, mentor, mentee, pair_id)


async def due(town: Town, kind: NoticeKind) -> dict[int, datetime]:
    return {
        notice.person_id: notice.due_at
        for notice in await town.rows(Notice, Notice.kind == kind.value, Notice.state == NoticeState.WAITING)
    }


async def test_it_asks_both_sides_within_five_minutes(town: Town, pair: Pair) -> None:
    await pair.held()
    asked = await due(town, NoticeKind.FEEDBACK_ASKED)
    assert set(asked) == {pair.mentor, pair.mentee}
    assert all(moment - town.clock.now() <= timedelta(minutes=5) for moment in asked.values())


async def test_it_waits_for_the_end_of_quiet_hours(town: Town, pair: Pair) -> None:
    town.clock.moment = datetime(2026, 10, 13, 18, 30, tzinfo=UTC)
    await pair.held()
    asked = await due(town, NoticeKind.FEEDBACK_ASKED)
    assert asked[pair.mentee] == datetime(2026, 10, 14, 4, 30, tzinfo=UTC)
    assert (await pair.form()).closes_at == asked[pair.mentee] + 7 * 24 * HOUR


async def test_it_asks_nobody_without_an_account(town: Town, life: Life) -> None:
    mentor, mentee = await town.mentor(), await town.mentee(account=False)
    pair = Pair(town, life, mentor, mentee, await life.pair(mentor=mentor, mentee=mentee))
    await pair.held()
    assert [form.side for form in await town.rows(FeedbackForm)] == [Side.MENTOR]


async def test_it_asks_in_full_after_the_first_and_third_meeting_then_monthly(town: Town, pair: Pair) -> None:
    full = []
    for _ in range(9):
        await pair.held()
        full.append((await pair.form()).is_full)
        town.clock.moment += 7 * 24 * HOUR
    assert [number for number, is_full in enumerate(full, 1) if is_full] == [1, 3, 7]


async def test_it_stores_the_first_tap_at_once_and_asks_on(town: Town, pair: Pair) -> None:
    await pair.held()
    view = await pair.says(rate, 5)
    assert (view.state, view.question) == (FormState.PARTIAL, Question.COMFORT)
    assert await due(town, NoticeKind.FEEDBACK_ASKED) == {pair.mentor: town.clock.now() + timedelta(minutes=3)}
    view = await pair.says(item, Question.COMFORT, "EASY")
    view = await pair.says(item, Question.NEXT_STEP, "YES")
    assert view.question is Question.CONTINUE
    view = await pair.says(go_on, True)
    assert (view.state, view.question) == (FormState.SUBMITTED, Question.NOTHING)


async def test_it_is_one_tap_after_the_second_meeting(pair: Pair) -> None:
    await pair.held()
    await pair.held(0.5)
    view = await pair.says(rate, 4)
    assert (view.state, view.question) == (FormState.SUBMITTED, Question.NOTHING)


async def test_it_lets_answers_be_changed_for_a_quarter_of_an_hour(town: Town, pair: Pair) -> None:
    await pair.held()
    await pair.says(rate, 4)
    await pair.says(finish)
    town.clock.moment += timedelta(minutes=15)
    await pair.says(rate, 5)
    assert (await pair.form()).usefulness == 5
    town.clock.moment += timedelta(minutes=1)
    with pytest.raises(ProgrammeError, match="error-form-closed"):
        await pair.says(rate, 1)
    await pair.says(comment, "Спасибо")
    assert (await pair.form()).comment == "Спасибо"


async def test_it_closes_with_the_next_meeting(town: Town, pair: Pair) -> None:
    await pair.held()
    await pair.held(0.5)
    assert [form.state for form in await town.rows(FeedbackForm, FeedbackForm.side == Side.MENTEE)] == [
        FormState.EXPIRED,
        FormState.SENT,
    ]
    assert len(await due(town, NoticeKind.FEEDBACK_ASKED)) == 2


async def test_it_closes_after_seven_days(town: Town, pair: Pair) -> None:
    await pair.held()
    town.clock.moment += 7 * 24 * HOUR + timedelta(minutes=4)
    with pytest.raises(ProgrammeError, match="error-form-closed"):
        await pair.says(rate, 4)
    assert await town.act_as_system()(expire_forms, town.school) == 2
    assert (await pair.form()).state is FormState.EXPIRED


async def test_it_is_void_with_its_meeting(town: Town, pair: Pair) -> None:
    meeting = await pair.held()
    await pair.says(rate, 5)
    await (await town.act(town.curator))(void, meeting, "ошибка")
    assert {form.state for form in await town.rows(FeedbackForm)} == {FormState.VOID}
    assert await due(town, NoticeKind.FEEDBACK_ASKED) == {}
    with pytest.raises(ProgrammeError, match="error-form-closed"):
        await pair.says(rate, 5)


async def test_it_does_not_ask_about_a_meeting_long_past(town: Town, pair: Pair) -> None:
    await pair.held(8 * 24)
    assert await town.rows(FeedbackForm) == []


async def test_it_is_skipped_on_request(pair: Pair) -> None:
    await pair.held()
    assert (await pair.says(skip)).state is FormState.SKIPPED


@pytest.mark.parametrize("usefulness", [0, 6, -1])
async def test_it_takes_no_answer_that_was_not_offered(pair: Pair, usefulness: int) -> None:
    await pair.held()
    with pytest.raises(ProgrammeError, match="error-gone"):
        await pair.says(rate, usefulness)
    with pytest.raises(ProgrammeError, match="error-gone"):
        await pair.says(item, Question.COMFORT, "FIVE")
    with pytest.raises(ProgrammeError, match="error-gone"):
        await pair.says(wish, Wish.ANOTHER_MENTOR, side=Side.MENTOR)


async def test_it_is_answered_by_its_person_only(town: Town, pair: Pair) -> None:
    await pair.held()
    form = await pair.form()
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await (await town.act(pair.mentor))(rate, form.id, 1)


async def test_it_asks_what_to_do_about_a_low_answer(town: Town, pair: Pair) -> None:
    await pair.held()
    assert (await pair.says(rate, 2)).question is Question.WISH
    await pair.says(wish, Wish.NOTHING)
    assert await town.rows(HelpCall) == []
    await pair.says(wish, Wish.TALK)
    await pair.says(wish, Wish.TALK)
    [call] = await town.rows(HelpCall)
    assert (call.kind, call.reader_ids) == (CallKind.TALK, [town.curator])
    assert set(await due(town, NoticeKind.TALK_WANTED)) == {town.curator}


async def test_it_tells_the_curator_at_night_who_wants_another_mentor(town: Town, pair: Pair) -> None:
    await pair.held()
    town.clock.moment = datetime(2026, 10, 13, 20, tzinfo=UTC)
    await pair.says(rate, 1)
    await pair.says(wish, Wish.ANOTHER_MENTOR)
    assert await due(town, NoticeKind.ANOTHER_MENTOR_WANTED) == {town.curator: town.clock.now()}


async def test_it_calls_the_curator_when_a_mentor_needs_support(town: Town, pair: Pair) -> None:
    await pair.held()
    await pair.says(rate, 4, side=Side.MENTOR)
    await pair.says(item, Question.ENGAGEMENT, "MEDIUM", side=Side.MENTOR)
    await pair.says(item, Question.SUPPORT, "PSYCHOLOGIST", side=Side.MENTOR)
    [call] = await town.rows(HelpCall)
    assert (call.kind, call.person_id) == (CallKind.PSYCHOLOGIST, pair.mentor)


async def test_it_makes_the_trial_a_running_pair_when_both_go_on(town: Town, pair: Pair) -> None:
    await pair.held()
    await pair.says(rate, 5)
    await pair.says(go_on, True)
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.TRIAL
    await pair.says(rate, 5, side=Side.MENTOR)
    await pair.says(go_on, True, side=Side.MENTOR)
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.ACTIVE


async def test_it_ends_the_trial_without_fault(town: Town, pair: Pair) -> None:
    await pair.held()
    await pair.says(rate, 3)
    await pair.says(go_on, False)
    assert (await town.row(Mentorship, pair.id)).state is MentorshipState.DECLINED
    assert (await pair.form()).usefulness == 3


async def test_it_shows_a_mentor_an_average_of_three_mentees_only(town: Town, life: Life) -> None:
    mentor = await town.mentor(card={"capacity": 3})
    pairs = [await life.pair(mentor=mentor) for _ in range(3)]
    for pair_id in pairs[:2]:
        for days in (2, 1):
            await life.answer(pair_id, await life.meeting(pair_id, days), 4)
    actor = await town.actor(mentor)
    async with town.database.read() as session:
        assert await my_average(session, actor) == Average(0, None)
    await life.answer(pairs[2], await life.meeting(pairs[2], 1), 2)
    async with town.database.read() as session:
        assert await my_average(session, actor) == Average(5, 3.6)


async def test_it_leaves_the_record_of_the_meeting_alone(town: Town, pair: Pair) -> None:
    meeting = await pair.held()
    await pair.says(rate, 1)
    assert (await town.row(Meeting, meeting)).state is MeetingState.HELD
