"""«Моя справка»: counted from held meetings, confirmed in one tap, frozen from then on (YKT-10)."""

from datetime import UTC, date, datetime

import pytest

from models.errors import ProgrammeError
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting
from models.mentorships.states import MentorshipState
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from models.papers import queries
from models.papers.period import Span, months_until, spans, whole_months
from models.papers.statement import ask_statement, return_statement, sign_statement
from models.papers.states import ReportState
from models.papers.tables import ActivityStatement
from models.people.privacy import withdraw_consent
from models.retention.sweep import forget
from models.school_year import Period
from models.terms import PersonKind, Role
from tests.oversight.life import DAY, Life
from tests.town import Town

FIRST, TODAY = date(2026, 9, 1), date(2026, 10, 12)


@pytest.fixture
async def mentor(town: Town, life: Life) -> int:
    """A mentor with a colleague and a pupil, three held meetings, and some that do not count."""
    mentor = await town.mentor("Лебедева Ирина Викторовна", position="учитель математики")
    olga = await town.mentee("Кузнецова Ольга Сергеевна")
    masha = await town.mentee("Котова Мария Ильинична", kind=PersonKind.STUDENT, class_label="7 кл.")
    pair = await life.pair(mentor=mentor, mentee=olga, approved_days_ago=40, order_ref="45", order_date=FIRST)
    done = await life.pair(
        mentor=mentor, mentee=masha, approved_days_ago=40, state=MentorshipState.COMPLETED, closed_at=life.now
    )
    await life.meeting(pair, 1, duration_min=45)
    await life.meeting(done, 2, duration_min=60)
    await life.meeting(pair, 20, duration_min=30)
    await life.meeting(pair, 60)  # in August
    for state in (MeetingState.VOIDED, MeetingState.CANCELLED, MeetingState.NO_SHOW, MeetingState.CONFIRMED):
        await life.meeting(pair, 3, state)
    return mentor


async def test_it_counts_held_meetings_and_names_pupils_by_first_name_and_class(town: Town, mentor: int) -> None:
    told = await (await town.act(mentor))(ask_statement, FIRST, TODAY)
    figures = told.statement.figures
    assert (figures.mentor, figures.position) == ("Лебедева Ирина Викторовна", "учитель математики")
    assert (figures.meetings, figures.minutes, figures.completed) == (3, 135, 1)
    assert [(pair.mentees, pair.meetings, pair.minutes) for pair in figures.pairs] == [
        (("Кузнецова О. С.",), 2, 75),
        (("Мария К., 7 кл.",), 1, 60),
    ]
    assert [(one.month.month, one.meetings, one.minutes) for one in figures.months] == [(9, 1, 30), (10, 2, 105)]
    assert told.curator == "Марина Петровна"
    [notice] = await town.rows(Notice, Notice.kind == NoticeKind.STATEMENT_ASKED.value)
    assert notice.person_id == town.curator


async def test_it_is_confirmed_once_and_frozen(town: Town, life: Life, mentor: int) -> None:
    asked = (await (await town.act(mentor))(ask_statement, FIRST, TODAY)).statement
    curator = await town.act(town.curator)
    signed = await curator(sign_statement, asked.id, asked.made)
    assert not signed.changed
    assert (signed.statement.number, signed.statement.signer) == (1, "Соколова М. П.")
    again = await curator(sign_statement, asked.id, asked.made)
    assert again.statement == signed.statement, "a second tap is the same answer"
    same = await (await town.act(mentor))(ask_statement, FIRST, TODAY)
    assert same.statement == signed.statement, "the same figures are not confirmed twice"
    [told] = await town.rows(Notice, Notice.kind == NoticeKind.STATEMENT_SIGNED.value)
    assert told.person_id == mentor
    for meeting in await town.rows(Meeting):
        await town.change(Meeting, meeting.id, state=MeetingState.VOIDED, duration_min=5)
    async with town.database.read() as session:
        assert await queries.statement(session, curator.actor, asked.id) == signed.statement
    with pytest.raises(ProgrammeError, match="error-state"):
        await curator(return_statement, asked.id, "Верно ли это?")


async def test_it_shows_new_figures_before_they_are_confirmed(town: Town, mentor: int) -> None:
    asked = (await (await town.act(mentor))(ask_statement, FIRST, TODAY)).statement
    curator = await town.act(town.curator)
    held = (await town.rows(Meeting, Meeting.state == MeetingState.HELD))[0]
    await town.change(Meeting, held.id, state=MeetingState.VOIDED)
    town.clock.moment += (await town.row(Meeting, held.id)).ends_at - held.starts_at
    told = await curator(sign_statement, asked.id, asked.made)
    assert told.changed
    assert (told.statement.state, told.statement.figures.meetings) == (ReportState.SENT, 2)
    assert (await curator(sign_statement, asked.id, asked.made)).changed, "what was read is out of date"
    fresh = (await town.row(ActivityStatement, asked.id)).made_at
    assert not (await curator(sign_statement, asked.id, int(fresh.timestamp()))).changed


async def test_it_goes_back_with_a_question_and_comes_again_as_a_new_version(town: Town, mentor: int) -> None:
    act, curator = await town.act(mentor), await town.act(town.curator)
    asked = (await act(ask_statement, FIRST, TODAY)).statement
    with pytest.raises(ProgrammeError, match="error-statement-question"):
        await curator(return_statement, asked.id, "   ")
    returned = await curator(return_statement, asked.id, "А встреча 5 октября?")
    assert returned.question == "А встреча 5 октября?"
    with pytest.raises(ProgrammeError, match="error-state"):
        await curator(sign_statement, asked.id, asked.made)
    again = (await act(ask_statement, FIRST, TODAY)).statement
    assert again.id != asked.id
    waiting = await town.rows(Notice, Notice.state == NoticeState.WAITING)
    assert {notice.subject for notice in waiting} == {f"statement:{asked.id}", f"statement:{again.id}"}
    assert len(await town.rows(Notice, Notice.state == NoticeState.VOID)) == 1


async def test_it_is_confirmed_by_somebody_else_of_that_school(town: Town, life: Life) -> None:
    both = await town.person("Белова Анна Петровна", Role.MENTOR, Role.CURATOR_SCHOOL)
    await life.meeting(await life.pair(mentor=both), 1)
    act = await town.act(both)
    asked = (await act(ask_statement, FIRST, TODAY)).statement
    with pytest.raises(ProgrammeError, match="error-statement-own"):
        await act(sign_statement, asked.id, asked.made)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await (await town.act(town.other_curator))(sign_statement, asked.id, asked.made)
    numbers = []
    for person in (both, await town.mentor()):
        if person != both:
            await life.meeting(await life.pair(mentor=person), 1)
            asked = (await (await town.act(person))(ask_statement, FIRST, TODAY)).statement
        numbers.append((await (await town.act(town.curator))(sign_statement, asked.id, asked.made)).statement.number)
    assert numbers == [1, 2]


@pytest.mark.parametrize(
    ("first", "last", "refusal"),
    [
        (TODAY, FIRST, "error-paper-period"),
        (FIRST, date(2026, 10, 13), "error-paper-period"),
        (date(1, 1, 1), TODAY, "error-paper-period"),
        (TODAY, TODAY, "error-statement-empty"),
    ],
)
async def test_it_says_what_is_wrong_with_a_period(
    town: Town, mentor: int, first: date, last: date, refusal: str
) -> None:
    with pytest.raises(ProgrammeError, match=refusal):
        await (await town.act(mentor))(ask_statement, first, last)


def test_it_offers_periods_between_which_no_meeting_falls() -> None:
    assert spans(date(2027, 1, 20)) == {
        Span.YEAR: Period(date(2026, 9, 1), date(2027, 1, 20)),
        Span.HALF: Period(date(2027, 1, 1), date(2027, 1, 20)),
        Span.QUARTER: Period(date(2027, 1, 11), date(2027, 1, 20)),
        Span.LAST_QUARTER: Period(date(2026, 11, 5), date(2027, 1, 10)),
    }
    assert Span.LAST_QUARTER not in spans(FIRST)
    assert [month.month for month in months_until(TODAY)] == [9, 10]
    assert len(months_until(FIRST)) == 13
    assert whole_months(date(2026, 10, 1), date(2026, 9, 1), TODAY) == Period(FIRST, TODAY)


async def test_it_forgets_statements_a_cycle_after_theirs(town: Town, mentor: int) -> None:
    await (await town.act(mentor))(ask_statement, FIRST, TODAY)
    town.clock.moment = datetime(2028, 8, 31, 12, tzinfo=UTC)
    await town.act_as_system()(forget, town.school)
    assert await town.rows(ActivityStatement)
    town.clock.moment = datetime(2028, 9, 1, 12, tzinfo=UTC)
    await town.act_as_system()(forget, town.school)
    assert not await town.rows(ActivityStatement)


async def test_it_puts_a_dash_for_whoever_withdrew_the_consent(town: Town, mentor: int) -> None:
    asked = (await (await town.act(mentor))(ask_statement, FIRST, TODAY)).statement
    [olga] = asked.figures.pairs[0].mentee_ids
    await (await town.act(olga))(withdraw_consent)
    town.clock.moment += 9 * DAY
    await town.act_as_system()(forget, town.school)
    async with town.database.read() as session:
        pairs = (await queries.statement(session, await town.actor(mentor), asked.id)).figures.pairs
    assert [(pair.mentees, pair.meetings) for pair in pairs] == [(("—",), 2), (("Мария К., 7 кл.",), 1)]
    await (await town.act(mentor))(withdraw_consent)
    town.clock.moment += 9 * DAY
    await town.act_as_system()(forget, town.school)
    assert not await town.rows(ActivityStatement)
