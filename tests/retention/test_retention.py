"""How long things are kept: each rule on the last day of its term and on the day after."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from models.access import Permission
from models.audit import AuditEntry
from models.clock import FixedClock
from models.database import Database
from models.errors import ProgrammeError
from models.forms.states import CallKind, FormState
from models.forms.tables import FeedbackForm, HelpCall, HelpReply
from models.meetings.states import MeetingMethod, MeetingState
from models.meetings.tables import Meeting, MeetingAttachment, MeetingNote, MeetingVersion
from models.mentorships.states import MentorshipState, Side
from models.mentorships.tables import Mentorship, MentorshipMember, OfferQuestion
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from models.oversight.digest import digest_of
from models.oversight.post import STORED
from models.oversight.states import SignalCode
from models.oversight.tables import Digest, RiskSignal
from models.papers.yearly.handing import hand_in
from models.papers.yearly.kinds import ReportKind
from models.papers.yearly.tables import YearReport
from models.people.privacy import withdraw_consent
from models.people.tables import Invitation, MentorProfile, Person, WrongCode
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.retention import meetings, papers, people, requests, traces
from models.retention.sweep import RULES, forget
from models.retention.terms import Terms
from models.school_year import school_year_of
from models.terms import Intensity, MentoringForm, Role, Severity
from models.use_case import USE_CASES
from tests.oversight.life import Life
from tests.postgres import Postgres
from tests.town import Town

MOSCOW = ZoneInfo("Europe/Moscow")
DAY = timedelta(days=1)
LAST_OF_CYCLE = datetime(2026, 8, 31, 20, 30, tzinfo=UTC)
"""Half an hour before midnight in Moscow."""
LAST_DAY = datetime(2027, 8, 31, 20, 30, tzinfo=UTC)
"""The last night in which what belongs to the cycle of 2025/26 is kept."""
TOO_LATE = LAST_DAY + timedelta(minutes=30)
WORDS = "договорились о втором уроке"


async def forgotten(town: Town, at: datetime) -> int:
    """The night at this moment; the number of rows."""
    town.clock.moment = at
    return await town.act_as_system()(forget, town.school)


async def kept_until(town: Town, last: datetime, gone: datetime, rows: int = 1) -> None:
    """It is still there in the one night and gone in the other, and a further night finds nothing."""
    assert await forgotten(town, last) == 0
    assert await forgotten(town, gone) == rows
    assert await forgotten(town, gone) == 0


@pytest.fixture
def life(town: Town) -> Life:
    return Life(town)


@pytest.fixture
async def pair(town: Town, life: Life) -> int:
    """A pair that goes on."""
    town.clock.moment = LAST_OF_CYCLE
    return await life.pair()


async def a_meeting(town: Town, pair_id: int, **values: Any) -> int:
    row = await town.row(Mentorship, pair_id)
    member = row.members[0].person_id
    usual: dict[str, Any] = {"state": MeetingState.HELD, "zone": "Europe/Moscow", "starts_at": LAST_OF_CYCLE}
    usual |= {"planned_by": member, "logged_by": member}
    return await town._stored(
        Meeting(
            mentorship_id=pair_id,
            organisation_id=row.organisation_id,
            planned_at=LAST_OF_CYCLE,
            **(usual | values),
        )
    )


async def a_form(town: Town, meeting_id: int, **values: Any) -> int:
    pair = await town.row(Mentorship, (await town.row(Meeting, meeting_id)).mentorship_id)
    usual: dict[str, Any] = {"state": FormState.SUBMITTED, "usefulness": 4, "items": {"COMFORT": "EASY"}}
    return await town._stored(
        FeedbackForm(
            meeting_id=meeting_id,
            mentorship_id=pair.id,
            organisation_id=pair.organisation_id,
            respondent_id=pair.member(Side.MENTEE).person_id,
            side=Side.MENTEE,
            closes_at=LAST_OF_CYCLE + 7 * DAY,
            **({"created_at": LAST_OF_CYCLE} | usual | values),
        )
    )


async def a_request(town: Town, state: RequestState, **values: Any) -> int:
    return await town._stored(
        MentoringRequest(
            mentee_id=await town.mentee(),
            organisation_id=town.school,
            form=MentoringForm.TEACHER_TEACHER,
            topics=["CLASSROOM"],
            goal=WORDS,
            intensity=Intensity.WEEKLY,
            slots=["MON-15"],
            wished_mentor_ids=[],
            state=state,
            **({"created_at": LAST_OF_CYCLE} | values),
        )
    )


async def a_notice(town: Town, kind: NoticeKind, state: NoticeState, **values: Any) -> int:
    usual: dict[str, Any] = {"payload": {"meeting_id": 1}, "due_at": LAST_OF_CYCLE, "created_at": LAST_OF_CYCLE}
    key = f"{kind}:{state}"
    fields = {"person_id": town.curator, "kind": kind.value, "subject": key, "key": key, "state": state}
    return await town._stored(Notice(**(fields | usual | values)))


async def test_it_forgets_what_was_said_at_a_meeting_a_year_after_the_cycle(town: Town, pair: int) -> None:
    meeting = await a_meeting(town, pair, log_text=WORDS, place="каб. 214", void_reason=WORDS)
    await kept_until(town, LAST_DAY, TOO_LATE)
    row = await town.row(Meeting, meeting)
    assert (row.log_text, row.place, row.void_reason) == ("", "", "")
    assert (row.state, row.starts_at, row.logged_by is not None) == (MeetingState.HELD, LAST_OF_CYCLE, True)


async def test_it_keeps_the_words_of_the_cycle_that_ended_last(town: Town, pair: int) -> None:
    meeting = await a_meeting(town, pair, log_text=WORDS, starts_at=LAST_OF_CYCLE + timedelta(minutes=30))
    assert await forgotten(town, TOO_LATE) == 0
    assert (await town.row(Meeting, meeting)).log_text == WORDS


async def test_it_forgets_notes_files_and_former_versions_with_them(town: Town, pair: int) -> None:
    meeting = await a_meeting(town, pair)
    common = {"meeting_id": meeting, "author_id": town.curator}
    await town._stored(MeetingNote(**common, text=WORDS, written_at=LAST_DAY))
    await town._stored(MeetingAttachment(**common, kind="VOICE", channel="TELEGRAM", file_ref="x", added_at=LAST_DAY))
    before = {"starts_at": LAST_OF_CYCLE, "duration_min": 45, "method": MeetingMethod.TALK, "changed_at": LAST_DAY}
    await town._stored(MeetingVersion(meeting_id=meeting, reason=WORDS, **before))
    await kept_until(town, LAST_DAY, TOO_LATE, rows=3)
    assert [await town.rows(model) for model in (MeetingNote, MeetingAttachment, MeetingVersion)] == [[], [], []]


async def test_it_forgets_comments_and_keeps_the_marks(town: Town, pair: int) -> None:
    form = await a_form(town, await a_meeting(town, pair), comment=WORDS)
    await kept_until(town, LAST_DAY, TOO_LATE)
    row = await town.row(FeedbackForm, form)
    assert (row.comment, row.usefulness, row.items) == ("", 4, {"COMFORT": "EASY"})


@pytest.mark.parametrize(
    ("kind", "last", "gone"),
    [
        (CallKind.HELP, LAST_DAY, TOO_LATE),
        (CallKind.PSYCHOLOGIST, LAST_OF_CYCLE + 30 * DAY, LAST_OF_CYCLE + 31 * DAY),
    ],
)
async def test_it_forgets_settled_calls(town: Town, kind: CallKind, last: datetime, gone: datetime) -> None:
    common = {"organisation_id": town.school, "person_id": await town.mentee(), "kind": kind, "text": WORDS}
    lists = {"concerned_ids": [], "reader_ids": [], "asked_at": LAST_OF_CYCLE}
    call = await town._stored(HelpCall(**common, **lists, closed_at=LAST_OF_CYCLE))
    await town._stored(HelpCall(**common, **lists))
    await town._stored(HelpReply(call_id=call, author_id=town.curator, text=WORDS, written_at=LAST_OF_CYCLE))
    await kept_until(town, last, gone)
    assert [row.closed_at for row in await town.rows(HelpCall)] == [None]
    assert await town.rows(HelpReply) == []


async def test_it_forgets_who_was_in_a_pair_and_counts_its_meetings_still(town: Town, life: Life) -> None:
    town.clock.moment = LAST_OF_CYCLE
    ended = {"state": MentorshipState.COMPLETED, "closed_at": LAST_OF_CYCLE, "goal": WORDS, "order_ref": "12"}
    request = await a_request(town, RequestState.FULFILLED, matched_at=LAST_OF_CYCLE)
    pair, going_on = await life.pair(**ended, request_id=request), await life.pair()
    meeting = await a_meeting(town, pair)
    form = await a_form(town, meeting)
    await town._stored(OfferQuestion(mentorship_id=pair, text=WORDS, asked_at=LAST_OF_CYCLE))
    await kept_until(town, LAST_DAY, TOO_LATE, rows=2)
    row = await town.row(Mentorship, pair)
    assert (row.members, row.goal, row.order_ref, row.state) == ([], "", "", MentorshipState.COMPLETED)
    assert len(await town.rows(MentorshipMember, MentorshipMember.mentorship_id == going_on)) == 2
    held = await town.row(Meeting, meeting)
    assert (held.planned_by, held.logged_by, held.state) == (None, None, MeetingState.HELD)
    assert ((await town.row(FeedbackForm, form)).respondent_id, await town.rows(OfferQuestion)) == (None, [])
    wish = await town.row(MentoringRequest, request)
    assert (wish.mentee_id, wish.goal, wish.state) == (None, "", RequestState.FULFILLED)


async def test_it_opens_to_nobody_what_is_only_a_count(town: Town, life: Life) -> None:
    town.clock.moment = LAST_OF_CYCLE
    request = await a_request(town, RequestState.WITHDRAWN, closed_at=LAST_OF_CYCLE)
    pair = await life.pair(state=MentorshipState.TERMINATED, closed_at=LAST_OF_CYCLE)
    form = await a_form(town, await a_meeting(town, pair))
    await forgotten(town, TOO_LATE + DAY)
    curator, stranger = await town.act(town.curator), town.act_as_stranger()

    def reached(session: Any, actor: Any) -> set[type]:
        rows = [(Mentorship, pair), (MentoringRequest, request), (FeedbackForm, form)]
        return {model for model, row_id in rows if session.get_one(model, row_id).is_open_to(actor)}

    for act in (curator, stranger):
        assert await town.database.write(lambda session, actor=act.actor: reached(session, actor)) == set()


@pytest.mark.parametrize("state", [RequestState.REJECTED, RequestState.WITHDRAWN, RequestState.EXPIRED])
async def test_it_forgets_after_a_year_whose_request_came_to_nothing(town: Town, state: RequestState) -> None:
    closed = datetime(2026, 10, 12, 15, tzinfo=UTC)
    request = await a_request(town, state, closed_at=closed, submitted_at=closed - DAY, reject_reason=WORDS)
    await kept_until(town, datetime(2027, 10, 12, 20, tzinfo=UTC), datetime(2027, 10, 12, 22, tzinfo=UTC))
    row = await town.row(MentoringRequest, request)
    assert (row.mentee_id, row.goal, row.reject_reason, row.slots) == (None, "", "", [])
    assert (row.state, row.topics, row.submitted_at) == (state, ["CLASSROOM"], closed - DAY)


async def test_it_forgets_drafts_after_seven_days(town: Town) -> None:
    request = await a_request(town, RequestState.DRAFT)
    await kept_until(town, LAST_OF_CYCLE + 7 * DAY, LAST_OF_CYCLE + 7 * DAY + timedelta(seconds=1))
    row = await town.row(MentoringRequest, request)
    assert (row.state, row.mentee_id, row.goal) == (RequestState.EXPIRED, None, "")


async def test_it_forgets_what_a_notice_was_about_after_thirty_days(town: Town) -> None:
    sent = await a_notice(town, NoticeKind.MEETING_PLANNED, NoticeState.SENT)
    held = await a_notice(town, NoticeKind.MEETING_PLANNED, NoticeState.HELD)
    bundle = await a_notice(town, NoticeKind.BUNDLE, NoticeState.SENT)
    await kept_until(town, LAST_OF_CYCLE + 30 * DAY, LAST_OF_CYCLE + 31 * DAY)
    assert [bool((await town.row(Notice, one)).payload) for one in (sent, held, bundle)] == [False, True, True]


async def test_it_forgets_that_a_notice_was_sent_a_year_after_the_cycle(town: Town) -> None:
    for state in (NoticeState.SENT, NoticeState.VOID, NoticeState.WAITING):
        await a_notice(town, NoticeKind.BUNDLE, state)
    await kept_until(town, LAST_DAY, TOO_LATE, rows=2)
    assert [row.state for row in await town.rows(Notice)] == [NoticeState.WAITING]


async def test_it_forgets_a_curators_words_about_a_signal(town: Town) -> None:
    signal = RiskSignal(
        code=SignalCode.LOW_RATING,
        organisation_id=town.school,
        subject_id=1,
        severity=Severity.HIGH,
        evidence={"n": 3},
        opened_at=LAST_OF_CYCLE,
        shown_from=LAST_OF_CYCLE,
        resolved_at=LAST_OF_CYCLE,
        resolution=WORDS,
    )
    signal_id = await town._stored(signal)
    await kept_until(town, LAST_DAY, TOO_LATE)
    row = await town.row(RiskSignal, signal_id)
    assert (row.resolution, row.evidence, row.resolved_at) == ("", {}, LAST_OF_CYCLE)


async def test_it_forgets_the_names_in_a_digest_and_keeps_its_numbers(town: Town) -> None:
    town.clock.moment = LAST_OF_CYCLE
    await a_request(town, RequestState.QUEUED, waiting_since=LAST_OF_CYCLE - 9 * DAY, submitted_at=LAST_OF_CYCLE)
    view = await town.database.write(lambda session: digest_of(session, town.school, LAST_OF_CYCLE, town.curator))
    assert view.decide
    stored = STORED.dump_python(view, mode="json")
    week = {"week": "2026-W36", "is_sent": True, "payload": stored, "made_at": LAST_OF_CYCLE}
    digest = await town._stored(Digest(person_id=town.curator, organisation_id=town.school, **week))
    await kept_until(town, LAST_DAY, TOO_LATE)
    kept = STORED.validate_python((await town.row(Digest, digest)).payload)
    assert (kept.decide, kept.wait, kept.numbers) == ((), (), view.numbers)


async def test_it_counts_in_a_digest_the_same_before_and_after(town: Town, life: Life) -> None:
    """What is erased is older than any week that a digest counts, and the running pair's marks stay."""
    town.clock.moment = LAST_OF_CYCLE
    pair = await life.pair(approved_days_ago=90)
    meeting = await a_meeting(town, pair, log_text=WORDS)
    await a_form(town, meeting, comment=WORDS)
    town.clock.moment = TOO_LATE + DAY
    await a_form(town, await a_meeting(town, pair, starts_at=TOO_LATE), created_at=TOO_LATE)
    before = await town.database.write(lambda session: digest_of(session, town.school, TOO_LATE + DAY, town.curator))
    assert await forgotten(town, TOO_LATE + DAY) == 2
    after = await town.database.write(lambda session: digest_of(session, town.school, TOO_LATE + DAY, town.curator))
    assert after == before
    assert after.numbers.answered == 1


async def test_it_forgets_expired_invitations_and_wrong_codes(town: Town) -> None:
    expired = {"expires_at": LAST_OF_CYCLE, "created_at": LAST_OF_CYCLE - 9 * DAY, "uses_left": 1}
    await town._stored(Invitation(code_hash="0" * 64, role=Role.MENTEE, organisation_id=town.school, **expired))
    await kept_until(town, LAST_OF_CYCLE + 90 * DAY, LAST_OF_CYCLE + 91 * DAY)
    await town._stored(WrongCode(account_hash="0" * 64, at=LAST_OF_CYCLE))
    await kept_until(town, LAST_OF_CYCLE + DAY, LAST_OF_CYCLE + 2 * DAY)
    assert await town.rows(Invitation) == await town.rows(WrongCode) == []


async def test_it_forgets_who_did_what_after_three_years(town: Town) -> None:
    done_at = datetime(2026, 10, 12, 7, tzinfo=UTC)
    await town._stored(AuditEntry(at=done_at, person_id=town.curator, use_case="x", arguments={}))
    await kept_until(town, datetime(2029, 10, 12, 20, tzinfo=UTC), datetime(2029, 10, 12, 22, tzinfo=UTC))
    assert await town.rows(AuditEntry, AuditEntry.use_case == "x") == []


async def test_it_erases_within_ten_days_whoever_has_withdrawn_the_consent(town: Town, life: Life) -> None:
    mentor = await town.mentor("Лебедева Ирина Викторовна", card={"about": WORDS})
    pair = await life.pair(mentor=mentor)
    meeting = await a_meeting(town, pair, log_text=WORDS, logged_by=mentor)
    await town._stored(MeetingNote(meeting_id=meeting, author_id=mentor, text=WORDS, written_at=town.clock.moment))
    withdrawn_at = town.clock.moment
    await (await town.act(mentor))(withdraw_consent)
    await kept_until(town, withdrawn_at + 7 * DAY, withdrawn_at + 8 * DAY)
    person = await town.row(Person, mentor)
    assert (person.family_name, person.given_name, person.patronymic, person.position) == ("—", "—", "", "")
    assert (await town.row(Meeting, meeting)).log_text == ""
    assert [row.about for row in await town.rows(MentorProfile, MentorProfile.person_id == mentor)] == [""]
    assert await town.rows(MeetingNote) == []
    assert (await town.row(Person, town.curator)).family_name == "Соколова"


async def test_it_forgets_in_its_own_school_only(town: Town, life: Life) -> None:
    town.clock.moment = LAST_OF_CYCLE
    elsewhere = await life.pair(organisation=town.other_school)
    meeting = await a_meeting(town, elsewhere, log_text=WORDS)
    assert await forgotten(town, TOO_LATE) == 0
    assert (await town.row(Meeting, meeting)).log_text == WORDS


async def test_it_is_nobodys_to_call(town: Town) -> None:
    assert USE_CASES[forget].permission is Permission.SWEEP
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await (await town.act(town.curator))(forget, town.school)


def test_it_goes_back_whole_years_from_a_leap_day_too() -> None:
    terms = Terms(datetime(2028, 2, 29, 9, tzinfo=UTC), MOSCOW)
    assert terms.years_ago(1) == datetime(2027, 2, 27, 21, tzinfo=UTC)
    assert terms.cycles_ago(1) == datetime(2026, 8, 31, 21, tzinfo=UTC)


@pytest.fixture
def there_url(postgres: Postgres) -> str:
    return postgres.url(postgres.new_database(postgres.template))


@pytest.fixture
async def there(there_url: str, clock: FixedClock) -> AsyncIterator[Town]:
    database = Database(there_url)
    yield await Town.build(database, clock)
    await database.close()


@pytest.mark.xdist_group("postgres")
async def test_it_forgets_the_same_on_postgresql(there: Town) -> None:
    there.clock.moment = LAST_OF_CYCLE
    pair = await Life(there).pair(state=MentorshipState.TERMINATED, closed_at=LAST_OF_CYCLE)
    await a_form(there, await a_meeting(there, pair, log_text=WORDS), comment=WORDS)
    await a_request(there, RequestState.WITHDRAWN, closed_at=LAST_OF_CYCLE)
    payload = {"decide": [{"names": ["Кузнецова О. С."]}], "wait": [], "numbers": {"held": 3}}
    week = {"week": "2026-W36", "is_sent": True, "payload": payload, "made_at": LAST_OF_CYCLE}
    await there._stored(Digest(person_id=there.curator, organisation_id=there.school, **week))
    sent = await a_notice(there, NoticeKind.MEETING_PLANNED, NoticeState.SENT, due_at=TOO_LATE - 40 * DAY)
    assert await forgotten(there, TOO_LATE) == 6
    assert await forgotten(there, TOO_LATE) == 0
    [digest] = await there.rows(Digest)
    assert digest.payload == payload | {"decide": []}
    assert (await there.row(Notice, sent)).payload == {}


def test_it_runs_every_rule_there_is() -> None:
    written = {
        function
        for module in (meetings, papers, people, requests, traces)
        for name, function in vars(module).items()
        if name.startswith(("forget_", "unlink_", "erase_"))
    }
    assert set(RULES) == written
    assert len(RULES) == len(written)


async def test_it_leaves_the_rest_to_the_next_night(town: Town) -> None:
    def many(session: Any) -> None:
        session.add_all(WrongCode(account_hash="0" * 64, at=LAST_OF_CYCLE) for _ in range(250))

    await town.database.write(many)
    assert [await forgotten(town, LAST_OF_CYCLE + 2 * DAY) for _ in range(3)] == [200, 50, 0]


async def test_it_forgets_who_stood_in_a_pair_that_was_handed_in_and_keeps_the_pair(town: Town, pair: int) -> None:
    town.clock.moment = LAST_OF_CYCLE
    year = school_year_of(LAST_OF_CYCLE.date())
    sent = await (await town.act(town.curator))(hand_in, town.school, ReportKind.PAIRS, year)
    before = (await town.row(YearReport, sent.id)).contents
    assert before["pairs"][0]["mentor_ids"]
    await kept_until(town, LAST_DAY, TOO_LATE)
    [kept] = (await town.row(YearReport, sent.id)).contents["pairs"]
    assert kept == {**before["pairs"][0], "mentor_ids": [], "mentee_ids": []}
