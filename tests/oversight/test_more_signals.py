"""Signals about rhythms, forms and schools, the days that a programme chooses, and who sees what (§12)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from models.errors import ProgrammeError
from models.forms.states import FormState
from models.forms.tables import FeedbackForm
from models.meetings.states import MeetingState
from models.mentorships.states import Side
from models.mentorships.tables import CuratorTalk, Mentorship
from models.mentorships.talks import is_due, record_talk, take_back_talk, talks_due, talks_of
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.oversight.curate import ConsentsAsked, ask_consents
from models.oversight.digest import DigestView
from models.oversight.limits import choose_limit, limits
from models.oversight.lines import LineKind
from models.oversight.queries import SignalView, signals_of, week_of
from models.oversight.signals import dismiss
from models.oversight.states import SignalCode
from models.oversight.sweep import sweep_organisation
from models.oversight.tables import RiskSignal
from models.papers.yearly.campaigns import move_campaign
from models.papers.yearly.handing import hand_in
from models.papers.yearly.kinds import ReportKind
from models.people.consents import VERSION, renew_consent, renewal
from models.people.names import Nameless
from models.people.tables import Consent, GuardianLink, MentorProfile
from models.terms import Intensity, PersonKind, Role, Severity
from tests.oversight.life import DAY, Life
from tests.town import Town

NOW = datetime(2026, 10, 12, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _monday(town: Town) -> None:
    town.clock.moment = NOW


async def live(town: Town) -> dict[SignalCode, RiskSignal]:
    await town.act_as_system()(sweep_organisation, town.school)
    return {one.code: one for one in await town.rows(RiskSignal, RiskSignal.resolved_at.is_(None))}


async def seen(town: Town, person: int) -> dict[SignalCode, SignalView]:
    async with town.database.read() as session:
        return {one.code: one for one in await signals_of(session, await town.actor(person), town.clock.now())}


async def test_it_asks_a_mentor_alone_when_nothing_is_planned(town: Town, life: Life) -> None:
    pair = await life.pair(approved_days_ago=40)
    await life.meeting(pair, 14)
    assert (await live(town)).keys() == {SignalCode.NO_PLAN, SignalCode.SCHOOL_SILENT}
    [notice] = await town.rows(Notice)
    mentor = (await town.row(Mentorship, pair)).members[0].person_id
    assert notice.person_id == mentor
    assert await seen(town, town.curator) == {}
    await life.pass_days(7)
    assert (await live(town)).keys() == {SignalCode.PAIR_NO_MEETING, SignalCode.SCHOOL_SILENT}, "now both are asked"
    await life.meeting(pair, 0.1)
    await life.pass_days(1)
    assert await live(town) == {}


async def test_it_sees_meetings_that_did_not_take_place_until_two_did(town: Town, life: Life) -> None:
    pair = await life.pair(approved_days_ago=40)
    for days in (20, 10):
        await life.meeting(pair, days, MeetingState.NO_SHOW)
    await life.meeting(pair, 5)
    assert SignalCode.NO_SHOW_REPEAT in await live(town)
    view = await school_week(town)
    assert LineKind.SIGNALS in {line.kind for line in view.wait}
    town.clock.moment += 15 * DAY
    await life.meeting(pair, 16, MeetingState.HELD)
    assert SignalCode.NO_SHOW_REPEAT not in await live(town)


async def school_week(town: Town) -> DigestView:
    async with town.database.read() as session:
        view = await week_of(session, await town.actor(town.curator), town.school, town.clock.now())
    assert isinstance(view, DigestView)
    return view


async def test_it_sees_forms_that_are_ignored_or_answered_for_form_s_sake(town: Town, life: Life) -> None:
    silent, formal = await life.pair(mentor=town.curator), await life.pair()
    for days in (8, 6, 4, 2):
        form = await life.answer(silent, await life.meeting(silent, days), None)
        await town.change(FeedbackForm, form, state=FormState.EXPIRED)
        form = await life.answer(formal, await life.meeting(formal, days), 5)
        await town.change(FeedbackForm, form, comment="Всё хорошо, спасибо большое")
    found = await live(town)
    assert found[SignalCode.FORM_SILENT].subject_id == silent
    assert found[SignalCode.FORMAL_FEEDBACK].subject_id == formal
    assert (await seen(town, town.curator)).keys() == {SignalCode.FORMAL_FEEDBACK}, "not of a pair of one's own"
    await life.answer(silent, await life.meeting(silent, 1), 4)
    await life.answer(formal, await life.meeting(formal, 1), 4)
    assert await live(town) == {}


async def test_it_sees_sides_that_speak_differently_of_their_meetings(town: Town, life: Life) -> None:
    own, other = await life.pair(mentor=town.curator), await life.pair()
    for pair in (own, other):
        for days, mentee, mentor in ((9, 3, 4), (6, 3, 5), (3, 3, 5)):
            meeting = await life.meeting(pair, days)
            await life.answer(pair, meeting, mentee)
            await life.answer(pair, meeting, mentor, Side.MENTOR)
    assert SignalCode.SIDES_DIVERGE not in await live(town), "not two words apart yet"
    for pair in (own, other):
        meeting = await life.meeting(pair, 1)
        await life.answer(pair, meeting, 3)
        await life.answer(pair, meeting, 5, Side.MENTOR)
    await live(town)
    views = await seen(town, town.curator)
    assert views[SignalCode.SIDES_DIVERGE].mentorship_id == other, "not of a pair of one's own"
    [line] = [line for line in (await school_week(town)).wait if line.kind is LineKind.SIGNALS]
    assert line.count == 1
    for days in (0.3, 0.2):
        meeting = await life.meeting(other, days)
        await life.answer(other, meeting, 5)
        await life.answer(other, meeting, 5, Side.MENTOR)
    await live(town)
    assert SignalCode.SIDES_DIVERGE not in await seen(town, town.curator)


async def test_it_speaks_of_orders_until_the_day_that_the_municipality_chose(town: Town, life: Life) -> None:
    await life.meeting(await life.pair(order_ref=""), 1)

    async def due() -> list[date | None]:
        return [line.until for line in (await school_week(town)).wait if line.kind is LineKind.ORDERS]

    assert await due() == [], "the usual day, 31 October, is far ahead"
    municipal = await town.act(town.municipal_curator)
    days = date(2026, 10, 1), date(2026, 10, 24)
    await municipal(move_campaign, town.municipality, ReportKind.PAIRS, *days)
    assert await due() == [days[1]]
    await (await town.act(town.curator))(hand_in, town.school, ReportKind.PAIRS, 2026)
    assert await due() == []


async def test_it_sees_that_mentors_are_short_and_consents_have_run_out(town: Town, life: Life) -> None:
    await life.request(1)
    pair = await life.pair()
    await life.meeting(pair, 1)
    for row in await town.rows(MentorProfile):
        await town.change(MentorProfile, row.id, capacity=1)
    [consent] = [row for row in await town.rows(Consent) if row.person_id == await mentee_of(town, pair)]
    await town.change(Consent, consent.id, expires_on=date(2026, 8, 31))
    found = await live(town)
    assert found.keys() == {SignalCode.MENTOR_SHORTAGE, SignalCode.CONSENT_MISSING}
    assert found[SignalCode.MENTOR_SHORTAGE].evidence == {"topics": ["CLASSROOM", "LESSON_ANALYSIS"], "count": 1}
    assert (found[SignalCode.CONSENT_MISSING].severity, found[SignalCode.CONSENT_MISSING].evidence["count"]) == (
        Severity.CRITICAL,
        1,
    )
    assert (await seen(town, town.municipal_curator)).keys() == {SignalCode.MENTOR_SHORTAGE}


async def test_it_sees_once_a_school_that_consents_end_soon_and_asks_all_for_them(town: Town, life: Life) -> None:
    town.clock.moment = datetime(2027, 8, 5, 5, tzinfo=UTC)
    mentor, pupil = await town.mentor(), await town.mentee(kind=PersonKind.STUDENT)
    await life.meeting(await life.pair(mentor=mentor), 1)
    await life.meeting(await life.pair(mentor=mentor, mentee=pupil), 1)
    for row in await town.rows(Consent):
        await town.change(Consent, row.id, expires_on=date(2027, 8, 31))
    assert (await live(town))[SignalCode.CONSENT_EXPIRING].evidence == {"count": 3}
    curator, act = await town.act(town.curator), await town.act(mentor)
    assert await curator(ask_consents, town.school) == ConsentsAsked(2, 0, 1)
    assert await curator(ask_consents, town.school) == ConsentsAsked(0, 2, 1)
    mother = await town.person("Котова Алла Игоревна", Role.GUARDIAN)
    ids = {"guardian_person_id": mother, "child_person_id": pupil, "verified_at": town.clock.moment}
    link = await town._stored(GuardianLink(**ids))
    assert await curator(ask_consents, town.school) == ConsentsAsked(1, 2, 0)
    assert await curator(ask_consents, town.school) == ConsentsAsked(0, 3, 0)
    [told] = await town.rows(Notice, Notice.kind == NoticeKind.PARENT_CONSENT_ASKED.value)
    assert (told.person_id, told.payload) == (mother, {"link_id": link})
    asked = await town.rows(Notice, Notice.kind == NoticeKind.CONSENT_ASKED.value)
    assert (len(asked), mentor in {notice.person_id for notice in asked}) == (2, True)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await curator(ask_consents, town.other_school)
    with pytest.raises(ProgrammeError, match="error-consent-changed"):
        await act(renew_consent, "2020-01")
    with pytest.raises(ProgrammeError, match="error-consent-paper"):
        await (await town.act(pupil))(renew_consent, VERSION)
    assert [await act(renew_consent, VERSION) for _ in range(2)] == [date(2028, 8, 31)] * 2
    assert [row.state.value for row in await town.rows(Consent, Consent.person_id == mentor)] == ["EXPIRED", "GRANTED"]
    async with town.database.read() as session:
        assert await renewal(session, act.actor, town.clock.now()) is None
    assert (await live(town))[SignalCode.CONSENT_EXPIRING].evidence == {"count": 2}
    town.clock.moment += 27 * DAY
    assert (await live(town))[SignalCode.CONSENT_MISSING].evidence == {"count": 2}


async def mentee_of(town: Town, pair: int) -> int:
    return (await town.row(Mentorship, pair)).members[1].person_id


async def test_it_tells_the_level_above_of_silent_schools_and_curators_and_of_no_pupil(town: Town, life: Life) -> None:
    mentee = await town.mentee("Котова Мария Ивановна", kind=PersonKind.STUDENT)
    pair = await life.pair(mentee=mentee, approved_days_ago=80)
    assert (await live(town)).keys() == {SignalCode.PAIR_NO_MEETING, SignalCode.SCHOOL_SILENT}
    await life.pass_days(45)
    assert SignalCode.CURATOR_SILENT in await live(town)
    assert (await seen(town, town.curator)).keys() == {SignalCode.PAIR_NO_MEETING}
    above = await seen(town, town.municipal_curator)
    assert above.keys() == {SignalCode.SCHOOL_SILENT, SignalCode.CURATOR_SILENT}
    assert above[SignalCode.SCHOOL_SILENT].names == ("Школа № 25",)
    request = await life.request(10, mentee=mentee, state="SUBMITTED")
    await live(town)
    unread = (await seen(town, town.municipal_curator))[SignalCode.REQUEST_UNREAD]
    assert (unread.request_id, unread.names) == (request, ("—",))
    assert isinstance(unread.names[0], Nameless)
    await (await town.act(town.curator))(record_talk, pair, "")
    assert SignalCode.CURATOR_SILENT not in await live(town)


async def test_it_sees_the_third_new_match_of_somebody(town: Town, life: Life) -> None:
    mentor, old = await town.mentor(), await life.pair()
    await life.meeting(old, 1)
    for number in range(3):
        assert SignalCode.REMATCH_REPEAT not in await live(town)
        pair = await life.pair(mentor=mentor, rematch_of=old)
        await life.meeting(pair, 1 + number)
    found = (await live(town))[SignalCode.REMATCH_REPEAT]
    assert (found.subject_id, found.severity) == (mentor, Severity.HIGH)
    await (await town.act(town.curator))(dismiss, found.id, "KNOWN")
    town.clock.moment += 13 * DAY
    assert SignalCode.REMATCH_REPEAT not in await live(town), "quiet for two weeks"
    town.clock.moment += 2 * DAY
    assert SignalCode.REMATCH_REPEAT in await live(town)


async def test_it_goes_by_the_days_that_the_programme_or_the_level_above_chose(town: Town, life: Life) -> None:
    fortnightly = await life.pair(approved_days_ago=80)
    weekly = await life.pair(approved_days_ago=80, intensity=Intensity.WEEKLY)
    await life.meeting(fortnightly, 15)
    await life.meeting(weekly, 7)
    await life.meeting(weekly, -1, MeetingState.PLANNED)
    assert SignalCode.PAIR_NO_MEETING not in await live(town)
    above, here = await town.act(town.municipal_curator), await town.act(town.curator)
    line = await above(choose_limit, town.municipality, SignalCode.PAIR_NO_MEETING)
    assert (line.days, line.is_own) == (14, True)
    await live(town)
    found = {one.subject_id for one in await town.rows(RiskSignal, RiskSignal.code == SignalCode.PAIR_NO_MEETING)}
    assert found == {fortnightly, weekly}, "a weekly pair in proportion"
    chosen = [(await here(choose_limit, town.school, SignalCode.PAIR_NO_MEETING)).days for _ in range(4)]
    assert chosen == [14, 21, 28, 14], "after the last choice, what the level above says"
    await here(choose_limit, town.school, SignalCode.PAIR_NO_MEETING)
    async with town.database.read() as session:
        lines = await limits(session, await town.actor(town.curator), town.school)
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await limits(session, await town.actor(town.curator), town.municipality)
    assert {line.code: line.is_own for line in lines}[SignalCode.PAIR_NO_MEETING]
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await here(choose_limit, town.municipality, SignalCode.PAIR_NO_MEETING)


@pytest.mark.parametrize(
    ("approved", "talks", "last", "due"),
    [
        (9, 0, None, False),
        (10, 0, None, True),
        (23, 1, 14, False),
        (24, 1, 14, True),
        (250, 1, 13, False),
        (250, 2, 29, False),
        (250, 2, 30, True),
    ],
)
def test_it_prompts_a_talk_twice_in_the_first_month_then_monthly(
    approved: int, talks: int, last: int | None, due: bool
) -> None:
    assert is_due(approved, talks, last) is due


async def test_it_records_a_talk_by_one_tap_and_prompts_by_one_line_a_week(town: Town, life: Life) -> None:
    pair = await life.pair(approved_days_ago=12)
    await life.meeting(pair, 1)
    await life.pair(approved_days_ago=3)
    [line] = [line for line in (await school_week(town)).wait if line.kind is LineKind.TALKS]
    assert line.count == 1
    act = await town.act(town.curator)
    await act(record_talk, pair, "")
    await act(record_talk, pair, "Всё хорошо, ждут каникул")
    assert len(await town.rows(CuratorTalk)) == 1
    async with town.database.read() as session:
        actor = await town.actor(town.curator)
        assert (await talks_due(session, actor, town.clock.now())).total == 0
        [talk] = (await talks_of(session, actor, pair)).talks
        assert (talk.day, talk.curator, talk.note) == (NOW.date(), "Соколова М. П.", "Всё хорошо, ждут каникул")
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await talks_of(session, await town.actor(town.other_curator), pair)
    assert await act(take_back_talk, pair)
    assert not await act(take_back_talk, pair)
    with pytest.raises(ProgrammeError, match="error-talk-note"):
        await act(record_talk, pair, "а" * 501)
    town.clock.moment += timedelta(days=20)
    async with town.database.read() as session:
        due = await talks_due(session, await town.actor(town.curator), town.clock.now())
    assert due.items[0].mentorship_id == pair
