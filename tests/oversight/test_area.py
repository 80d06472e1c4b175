"""The week of a municipality and a region: whom to call, sums, and nobody's name (§10)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from models.errors import ProgrammeError
from models.meetings.states import MeetingState
from models.mentorships.tables import MentorshipMember
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.oversight.area import AreaView
from models.oversight.curate import ask_school
from models.oversight.indicators.attention import attention
from models.oversight.indicators.codes import Block, Heads
from models.oversight.indicators.flags import set_flag
from models.oversight.indicators.heads import enter_headcount
from models.oversight.indicators.queries import table
from models.oversight.lines import LineKind
from models.oversight.post import STORED, post_digests
from models.oversight.queries import stored_digest, week_of
from models.oversight.tables import Digest
from models.papers.yearly.kinds import ReportKind
from models.people.calendar import set_holiday
from models.people.tables import Organisation
from models.school_year import Season
from models.terms import OrgFlag, OrgKind, Role
from tests.oversight.life import DAY, Life
from tests.town import Town

MONDAY = datetime(2026, 10, 19, 5, tzinfo=UTC)
"""08:00 in Moscow."""


@pytest.fixture
async def area(town: Town, life: Life) -> dict[str, int]:
    """A school where nobody meets, one with late records, one without a curator, and a region above."""
    town.clock.moment = MONDAY
    region = await town.organisation("Ярославская область", OrgKind.REGION)
    regional = await town.person("Громова Инна Олеговна", Role.CURATOR_REGIONAL, organisation=region)
    await town.change(Organisation, town.municipality, parent_id=region)
    headless = await town.organisation("Школа № 7", OrgKind.SCHOOL, town.municipality)
    silent = await life.pair(approved_days_ago=60)
    await life.meeting(silent, 25)
    for number in range(3):
        pair = await life.pair(approved_days_ago=40, organisation=town.other_school)
        await life.meeting(pair, 4)
        await life.meeting(pair, 11 + number, MeetingState.PLANNED)
    await life.meeting(pair, -2, MeetingState.PLANNED)
    orphan = await life.pair(approved_days_ago=20, organisation=headless)
    await life.meeting(orphan, 3)
    return {"region": region, "regional": regional, "headless": headless}


async def week(town: Town, person: int, organisation: int) -> AreaView:
    async with town.database.read() as session:
        view = await week_of(session, await town.actor(person), organisation, town.clock.now())
    assert isinstance(view, AreaView)
    return view


async def test_it_says_first_whom_to_call_and_names_nobody(town: Town, life: Life, area: dict[str, int]) -> None:
    await life.request(31, organisation_id=area["headless"])
    view = await week(town, town.municipal_curator, town.municipality)
    assert [(line.kind, line.subject_id) for line in view.decide] == [
        (LineKind.SILENT_SCHOOL, town.school),
        (LineKind.LATE_SCHOOL, town.other_school),
        (LineKind.NO_MENTOR, area["headless"]),
    ]
    silent, late, waiting = view.decide
    assert (silent.names, silent.days, silent.count) == (("Школа № 25",), 25, 1)
    assert (late.count, late.whole, waiting.count) == (3, 6, 1)
    assert (view.schools, view.total.pairs, view.total.waiting, view.ahead) == (3, 5, 1, 1)
    assert (view.weeks[-1].held, view.weeks[-1].planned) == (4, 4)
    assert view.weeks[-2].planned == 3
    assert [(one.kind, one.closes_on, one.done, one.waiting) for one in view.campaigns] == [
        (ReportKind.PAIRS, date(2026, 10, 31), 0, 3)
    ]
    families = {member.person.family_name for member in await town.rows(MentorshipMember)}
    told = str(STORED.dump_python(view, mode="json"))
    assert not [name for name in families if name in told]


async def test_it_equals_what_the_figures_windows_say(town: Town, area: dict[str, int]) -> None:
    await (await town.act(town.curator))(enter_headcount, town.school, Heads.STAFF, 20, date(2026, 10, 1))
    await (await town.act(town.municipal_curator))(set_flag, town.school, OrgFlag.SHANS, True)
    view = await week(town, area["regional"], area["region"])
    async with town.database.read() as session:
        actor, now = await town.actor(area["regional"]), town.clock.now()
        calls = await attention(session, actor, area["region"], now)
        shown = await table(session, actor, area["region"], now, block=Block.COVERAGE)
    assert view.coverage == shown.coverage
    assert view.total.calls == calls.lines.total == 2
    assert [line.subject_id for line in view.silent] == [line.id for line in calls.lines.items if line.is_silent]
    [municipality] = view.groups
    assert (municipality.name, municipality.schools, municipality.pairs) == ("г. Ярославль", 3, 5)
    assert (municipality.held, municipality.late, municipality.due) == (5, 3, 8)
    assert (municipality.covered, municipality.heads) == (2, 20)
    assert view.supported is not None
    assert (view.supported.schools, view.supported.calls) == (1, 1)
    assert LineKind.SUPPORTED in {line.kind for line in view.wait}


async def test_it_comes_once_a_week_to_every_level_at_its_own_eight_also_after_a_day_without_the_bot(
    town: Town, area: dict[str, int]
) -> None:
    far = await town.organisation("г. Якутск", OrgKind.MUNICIPALITY, area["region"], zone="Asia/Yakutsk")
    await town.person(None, Role.CURATOR_MUNICIPAL, organisation=far)
    town.clock.moment = MONDAY - timedelta(minutes=1)
    assert await sent(town) == set()
    town.clock.moment = MONDAY + timedelta(hours=11)
    expected = await week(town, town.municipal_curator, town.municipality)
    everybody = {town.curator, town.other_curator, town.municipal_curator, area["regional"]}
    assert await sent(town) == everybody, "nothing has begun in the far municipality"
    assert await sent(town) == everybody
    assert len(await town.rows(Notice, Notice.kind == NoticeKind.DIGEST.value)) == 4
    [digest] = await town.rows(Digest, Digest.person_id == town.municipal_curator)
    async with town.database.read() as session:
        stored = await stored_digest(session, await town.actor(town.municipal_curator), digest.id)
    assert stored.view == expected


async def sent(town: Town) -> set[int]:
    while await town.act_as_system()(post_digests):
        pass
    return {notice.person_id for notice in await town.rows(Notice, Notice.kind == NoticeKind.DIGEST.value)}


async def test_it_asks_a_school_s_own_curators_once_a_day(town: Town, area: dict[str, int]) -> None:
    act = await town.act(town.municipal_curator)
    assert [await act(ask_school, one) for one in (town.school, town.school, area["headless"])] == [1, 1, 0]
    [notice] = await town.rows(Notice, Notice.kind == NoticeKind.SCHOOL_ASKED.value)
    assert notice.person_id == town.curator
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await (await town.act(town.curator))(ask_school, town.other_school)


async def test_it_counts_no_holidays_of_the_region_as_silence(town: Town, life: Life, area: dict[str, int]) -> None:
    act = await town.act(area["regional"])
    await act(set_holiday, area["region"], Season.AUTUMN, date(2026, 10, 1), date(2026, 10, 15))
    view = await week(town, town.municipal_curator, town.municipality)
    assert view.silent == ()
    town.clock.moment += 8 * DAY
    assert [line.days for line in (await week(town, town.municipal_curator, town.municipality)).silent] == [18]
