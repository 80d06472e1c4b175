"""How long requests, notices, signals, digests, invitations and the audit are kept: the same two days."""

from datetime import UTC, datetime, timedelta

import pytest

from models.audit import AuditEntry
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from models.oversight.digest import digest_of
from models.oversight.post import STORED
from models.oversight.states import SignalCode
from models.oversight.tables import Digest, RiskSignal
from models.people.tables import Invitation, WrongCode
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import Role, Severity
from tests.oversight.life import Life
from tests.retention.kept import (
    DAY,
    LAST_DAY,
    LAST_OF_CYCLE,
    TOO_LATE,
    WORDS,
    a_form,
    a_meeting,
    a_notice,
    a_request,
    forgotten,
    kept_until,
)
from tests.town import Town


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
