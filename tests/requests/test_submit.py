"""Asking for a mentor: what is stored, what is refused, who hears of it."""

import asyncio
from datetime import timedelta

import pytest

from models.errors import ProgrammeError
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice
from models.requests import review, submit, withdraw
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import Intensity, MentoringForm, Role
from tests.town import Town

FORM = MentoringForm.TEACHER_TEACHER


async def test_it_hands_a_request_to_the_curators(town: Town, ask) -> None:
    mentee = await town.mentee()
    view = await ask(mentee)
    row = await town.row(MentoringRequest, view.id)
    assert row.state is RequestState.SUBMITTED
    assert row.submitted_at == row.waiting_since == town.clock.now()
    [notice] = await town.rows(Notice)
    assert (notice.kind, notice.person_id) == (NoticeKind.REQUEST_ARRIVED, town.curator)
    assert notice.payload == {"request_id": view.id}


async def test_it_allows_one_open_request_for_each_form(town: Town, ask) -> None:
    mentee = await town.mentee()
    await ask(mentee)
    with pytest.raises(ProgrammeError, match="error-request-open"):
        await ask(mentee)
    assert len(await town.rows(MentoringRequest)) == 1


async def test_it_lets_one_through_of_many_that_are_sent_at_once(town: Town, ask) -> None:
    mentee = await town.mentee()
    results = await asyncio.gather(*(ask(mentee) for _ in range(5)), return_exceptions=True)
    assert sum(isinstance(result, ProgrammeError) for result in results) == 4
    assert len(await town.rows(MentoringRequest)) == 1


async def test_it_may_be_asked_anew_after_withdrawing(town: Town, ask) -> None:
    mentee = await town.mentee()
    first = await ask(mentee)
    await (await town.act(mentee))(withdraw.withdraw, first.id)
    assert (await ask(mentee)).id != first.id


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"goal": "я" * 501}, "error-request-goal-long"),
        ({"topics": ()}, "error-topics-none"),
        ({"topics": ("FLYING",)}, "error-gone"),
        ({"slots": ["SUN_NIGHT"]}, "error-gone"),
        ({"wished_mentor_ids": [999]}, "error-gone"),
        ({"wished_mentor_ids": [10**20]}, "error-gone"),
        ({"wished_mentor_ids": [7, 8, 9, 10]}, "error-request-wishes"),
    ],
)
async def test_it_refuses_what_no_screen_offers(town: Town, ask, fields, error) -> None:
    mentee = await town.mentee()
    with pytest.raises(ProgrammeError, match=error):
        await ask(mentee, **fields)
    assert await town.rows(MentoringRequest) == []


async def test_it_keeps_a_goal_of_500_characters_and_none_at_all(town: Town, ask) -> None:
    assert (await ask(await town.mentee(), goal="я" * 500)).goal == "я" * 500
    assert (await ask(await town.mentee(), goal="  ")).goal == ""


async def test_it_refuses_a_form_that_the_school_does_not_use(town: Town) -> None:
    act = await town.act(await town.mentee())
    with pytest.raises(ProgrammeError, match="error-request-form"):
        await act(submit.submit, MentoringForm.HEAD_HEAD, ["TEAM"], "", Intensity.WEEKLY, [])


async def test_it_refuses_the_wish_for_oneself_and_for_strangers(town: Town, ask) -> None:
    both = await town.mentor()
    foreign = await town.mentor(organisation=town.other_school)
    with pytest.raises(ProgrammeError, match="error-mentor-self"):
        await ask(both, wished_mentor_ids=[both])
    with pytest.raises(ProgrammeError, match="error-gone"):
        await ask(both, wished_mentor_ids=[foreign])


async def test_it_may_be_changed_while_nobody_was_asked(town: Town, ask) -> None:
    mentee = await town.mentee()
    view = await ask(mentee)
    town.clock.moment += timedelta(days=1)
    changed = await (await town.act(mentee))(submit.edit, view.id, ["METHODS"], "", Intensity.MONTHLY, [])
    assert (changed.topics, changed.intensity, changed.goal) == (("METHODS",), Intensity.MONTHLY, "")
    assert changed.waiting_since == view.waiting_since


async def test_it_belongs_to_its_mentee_alone(town: Town, ask) -> None:
    view = await ask(await town.mentee())
    other = await town.act(await town.mentee())
    curator = await town.act(await town.person(None, Role.CURATOR_SCHOOL, Role.MENTEE))
    for act in (other, curator):
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await act(withdraw.withdraw, view.id)
        with pytest.raises(ProgrammeError, match="error-no-access"):
            await act(submit.edit, view.id, ["METHODS"], "", Intensity.MONTHLY, [])


async def test_it_comes_back_with_a_question_and_keeps_its_place(town: Town, ask) -> None:
    mentee = await town.mentee()
    view = await ask(mentee)
    curator, own = await town.act(town.curator), await town.act(mentee)
    town.clock.moment += timedelta(days=1)
    returned = await curator(review.return_with_question, view.id, "В каких классах вы ведёте?")
    assert returned.state is RequestState.RETURNED
    again = await own(submit.resubmit, view.id, "В седьмых")
    assert again.state is RequestState.SUBMITTED
    assert (again.id, again.waiting_since, again.question_answer) == (view.id, view.waiting_since, "В седьмых")
    kinds = [notice.kind for notice in await town.rows(Notice)]
    assert kinds.count(NoticeKind.REQUEST_ARRIVED) == 2
    assert kinds.count(NoticeKind.REQUEST_RETURNED) == 1


async def test_it_is_turned_down_with_a_reason_that_the_mentee_reads(town: Town, ask) -> None:
    mentee = await town.mentee()
    view = await ask(mentee)
    curator = await town.act(town.curator)
    with pytest.raises(ProgrammeError, match="error-request-words-none"):
        await curator(review.reject, view.id, " ")
    rejected = await curator(review.reject, view.id, "Эту тему ведёт методический центр")
    assert rejected.state is RequestState.REJECTED
    notices = await town.rows(Notice, Notice.person_id == mentee)
    assert [notice.kind for notice in notices] == [NoticeKind.REQUEST_REJECTED]
    with pytest.raises(ProgrammeError, match="error-state"):
        await curator(review.postpone, view.id)


async def test_it_is_out_of_reach_for_the_curator_of_another_school(town: Town, ask) -> None:
    view = await ask(await town.mentee())
    stranger = await town.act(town.other_curator)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await stranger(review.mark_read, view.id)
    assert (await town.row(MentoringRequest, view.id)).read_at is None


async def test_it_notes_who_read_it_first(town: Town, ask) -> None:
    view = await ask(await town.mentee())
    curator = await town.act(town.curator)
    first = await curator(review.mark_read, view.id)
    town.clock.moment += timedelta(hours=1)
    assert (await curator(review.mark_read, view.id)).read_at == first.read_at
