"""«Мой месяц»: for whoever wants it, once a month, and never a reproach (§10)."""

from datetime import UTC, date, datetime, timedelta

from models.meetings.month import choose_month, month_of, post_months
from models.meetings.states import MeetingState
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from tests.oversight.life import Life
from tests.town import Town


async def test_it_tells_a_mentor_who_wants_it_of_the_last_month_once(town: Town) -> None:
    life = Life(town)
    mentor, silent = await town.mentor(), await town.mentor()
    town.clock.moment = datetime(2026, 10, 20, 9, tzinfo=UTC)
    pair = await life.pair(mentor=mentor)
    for days, state in (
        (1, MeetingState.HELD),
        (8, MeetingState.HELD),
        (3, MeetingState.NO_SHOW),
        (25, MeetingState.HELD),
    ):
        await life.meeting(pair, days, state)
    for person in (mentor, silent):
        assert await (await town.act(person))(choose_month, True)
    sweep = town.act_as_system()
    town.clock.moment = datetime(2026, 10, 31, 3, tzinfo=UTC)
    assert await sweep(post_months, town.school) == 0
    town.clock.moment = datetime(2026, 11, 1, 1, tzinfo=UTC)
    for _ in range(2):
        assert await sweep(post_months, town.school) == 2
    await (await town.act(silent))(choose_month, False)
    town.clock.moment += timedelta(days=1)
    assert await sweep(post_months, town.school) == 1
    notices = await town.rows(Notice, Notice.kind == NoticeKind.MY_MONTH.value)
    assert {notice.person_id for notice in notices} == {mentor, silent}
    assert notices[0].due_at == datetime(2026, 11, 1, 6, tzinfo=UTC)
    async with town.database.read() as session:
        view = await month_of(session, await town.actor(mentor), date(2026, 10, 1))
        assert view is not None
        assert (view.held, view.minutes) == (2, 90)
        assert await month_of(session, await town.actor(silent), date(2026, 10, 1)) is None
