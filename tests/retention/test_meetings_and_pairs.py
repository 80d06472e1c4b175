"""How long what was said at meetings and who stood in a pair is kept: on the last day of its term and the day after."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from models.forms.states import CallKind
from models.forms.tables import FeedbackForm, HelpCall, HelpReply
from models.meetings.states import MeetingMethod, MeetingState
from models.meetings.tables import Meeting, MeetingAttachment, MeetingNote, MeetingVersion
from models.mentorships.states import MentorshipState
from models.mentorships.tables import Mentorship, MentorshipMember, OfferQuestion
from models.papers.yearly.handing import hand_in
from models.papers.yearly.kinds import ReportKind
from models.papers.yearly.tables import YearReport
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.school_year import school_year_of
from tests.oversight.life import Life
from tests.retention.kept import (
    DAY,
    LAST_DAY,
    LAST_OF_CYCLE,
    TOO_LATE,
    WORDS,
    a_form,
    a_meeting,
    a_request,
    forgotten,
    kept_until,
)
from tests.town import Town


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


async def test_it_forgets_who_stood_in_a_pair_that_was_handed_in_and_keeps_the_pair(town: Town, pair: int) -> None:
    town.clock.moment = LAST_OF_CYCLE
    year = school_year_of(LAST_OF_CYCLE.date())
    sent = await (await town.act(town.curator))(hand_in, town.school, ReportKind.PAIRS, year)
    before = (await town.row(YearReport, sent.id)).contents
    assert before["pairs"][0]["mentor_ids"]
    await kept_until(town, LAST_DAY, TOO_LATE)
    [kept] = (await town.row(YearReport, sent.id)).contents["pairs"]
    assert kept == {**before["pairs"][0], "mentor_ids": [], "mentee_ids": []}
