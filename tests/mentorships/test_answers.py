"""What the sides answer, and what follows: places, neutral refusals, questions."""

import asyncio
from datetime import date, timedelta

import pytest

from models.errors import ProgrammeError
from models.mentorships import answers, propose
from models.mentorships.states import DeclineUntil, MentorshipState
from models.mentorships.tables import Mentorship, OfferQuestion
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.people.tables import MentorProfile
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from tests.town import Town


async def test_it_ends_with_two_pairs_when_eight_offers_are_accepted_at_once(town: Town, offer) -> None:
    mentor = await town.mentor()
    offers = [await offer(mentor) for _ in range(8)]
    waiting = [(await town.row(MentoringRequest, one.request_id)).waiting_since for one in offers]
    act = [await town.act(mentor) for _ in offers]
    accepted = (one_act(answers.accept, one.id) for one_act, one in zip(act, offers, strict=True))
    results = await asyncio.gather(*accepted, return_exceptions=True)
    refused = [result for result in results if isinstance(result, ProgrammeError)]
    assert len(refused) == 6
    assert {error.key for error in refused} <= {"error-no-place", "error-offer-closed"}
    states = [(await town.row(Mentorship, one.id)).state for one in offers]
    assert states.count(MentorshipState.APPROVED) == 2
    assert states.count(MentorshipState.CANCELLED) == 6
    requests = [await town.row(MentoringRequest, one.request_id) for one in offers]
    assert [request.waiting_since for request in requests] == waiting
    assert [request.state for request in requests].count(RequestState.QUEUED) == 6
    told = await town.rows(Notice, Notice.kind == NoticeKind.OFFER_CLOSED, Notice.person_id == town.curator)
    assert len(told) == 6


async def test_it_counts_the_mentors_yes_as_a_place_while_the_mentee_thinks(town: Town, offer) -> None:
    mentor = await town.mentor(card={"capacity": 1})
    first, second = await offer(mentor, wished=False), await offer(mentor, wished=False)
    act = await town.act(mentor)
    assert (await act(answers.accept, first.id)).state is MentorshipState.PROPOSED
    assert (await town.row(Mentorship, second.id)).state is MentorshipState.CANCELLED
    with pytest.raises(ProgrammeError, match="error-offer-closed"):
        await act(answers.accept, second.id)


async def test_it_does_nothing_at_the_second_press(town: Town, offer) -> None:
    mentor = await town.mentor()
    pair = await offer(mentor)
    act = await town.act(mentor)
    first = await act(answers.accept, pair.id)
    assert await act(answers.accept, pair.id) == first
    with pytest.raises(ProgrammeError, match="error-offer-closed"):
        await act(answers.decline, pair.id)


async def test_it_is_nobody_elses_answer(town: Town, offer) -> None:
    pair = await offer(await town.mentor())
    outsider = await town.act(await town.mentor())
    for use_case in (answers.accept, answers.decline):
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await outsider(use_case, pair.id)
        with pytest.raises(ProgrammeError, match="error-gone"):
            await outsider(use_case, 10**20)
    curator = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await curator(answers.accept, pair.id)


@pytest.mark.parametrize(
    ("until", "day"),
    [
        (DeclineUntil.HOLIDAYS, date(2026, 10, 26)),
        (DeclineUntil.JANUARY, date(2027, 1, 1)),
        (DeclineUntil.SEPTEMBER, date(2027, 9, 1)),
        (DeclineUntil.NOT_MY_TOPIC, None),
        (None, None),
    ],
)
async def test_it_takes_a_refusal_without_a_word_more_than_was_said(town: Town, offer, until, day) -> None:
    mentor = await town.mentor()
    pair = await offer(mentor)
    before = await town.row(MentoringRequest, pair.request_id)
    town.clock.moment += timedelta(hours=5)
    declined = await (await town.act(mentor))(answers.decline, pair.id, until)
    assert declined.state is MentorshipState.DECLINED
    after = await town.row(MentoringRequest, pair.request_id)
    assert (after.state, after.waiting_since) == (RequestState.QUEUED, before.waiting_since)
    [card] = await town.rows(MentorProfile, MentorProfile.person_id == mentor)
    assert card.no_offers_before == day
    told = {(notice.person_id, notice.kind): notice.payload for notice in await town.rows(Notice)}
    assert told[town.curator, NoticeKind.OFFER_DECLINED] == {"mentorship_id": pair.id}
    assert told[pair.mentee_id, NoticeKind.OFFER_CLOSED] == {"mentorship_id": pair.id}


async def test_it_tells_the_mentor_neutrally_when_the_mentee_declines(town: Town, offer) -> None:
    mentor = await town.mentor()
    pair = await offer(mentor, wished=False)
    await (await town.act(pair.mentee_id))(answers.decline, pair.id)
    kinds = [notice.kind for notice in await town.rows(Notice, Notice.person_id == mentor)]
    assert kinds == [NoticeKind.OFFER, NoticeKind.OFFER_CLOSED]


async def test_it_carries_a_question_there_and_back_with_the_clock_at_rest(town: Town, offer) -> None:
    mentor = await town.mentor()
    pair = await offer(mentor)
    act, own = await town.act(mentor), await town.act(pair.mentee_id)
    await act(answers.ask, pair.id, "В каких классах?")
    assert (await town.row(Mentorship, pair.id)).silent_since is None
    [question] = await town.rows(OfferQuestion)
    with pytest.raises(ProgrammeError, match="error-question-open"):
        await act(answers.ask, pair.id, "И ещё?")
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(answers.answer, question.id, "Сам отвечу")
    town.clock.moment += timedelta(days=2)
    await own(answers.answer, question.id, "В седьмых")
    assert (await town.row(Mentorship, pair.id)).silent_since == town.clock.now()
    with pytest.raises(ProgrammeError, match="error-question-answered"):
        await own(answers.answer, question.id, "В шестых")
    await act(answers.ask, pair.id, "И ещё?")
    kinds = [notice.kind for notice in await town.rows(Notice)]
    assert kinds.count(NoticeKind.OFFER_QUESTION) == 2
    assert kinds.count(NoticeKind.OFFER_QUESTION_ANSWERED) == 1


@pytest.mark.parametrize(
    ("text", "error"), [("", "error-request-words-none"), ("я" * 5000, "error-request-words-long")]
)
async def test_it_refuses_a_question_without_words_or_with_5000(town: Town, offer, text, error) -> None:
    mentor = await town.mentor()
    pair = await offer(mentor)
    with pytest.raises(ProgrammeError, match=error):
        await (await town.act(mentor))(answers.ask, pair.id, text)
    assert await town.rows(OfferQuestion) == []


async def test_it_lets_the_curator_take_an_offer_back(town: Town, offer) -> None:
    mentor = await town.mentor()
    pair = await offer(mentor)
    cancelled = await (await town.act(town.curator))(answers.cancel, pair.id)
    assert cancelled.state is MentorshipState.CANCELLED
    assert (await town.row(MentoringRequest, pair.request_id)).state is RequestState.QUEUED
    again = await (await town.act(town.curator))(propose.propose, pair.request_id, mentor)
    assert again.state is MentorshipState.PROPOSED
