"""A colleague proposes a mentee, who confirms or not (OMS-8)."""

from datetime import timedelta

import pytest

from models.errors import ProgrammeError
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from models.requests import colleague
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import MentoringForm
from tests.town import Town

FORM = MentoringForm.TEACHER_TEACHER


async def test_it_waits_for_the_mentee(town: Town) -> None:
    mentee, mentor = await town.mentee(), await town.mentor()
    view = await (await town.act(mentor))(colleague.propose_mentee, mentee, FORM, ["METHODS"])
    assert view.state is RequestState.AWAITING_CONSENT
    assert [notice.person_id for notice in await town.rows(Notice)] == [mentee]
    confirmed = await (await town.act(mentee))(colleague.confirm, view.id)
    assert confirmed.state is RequestState.SUBMITTED
    again = await (await town.act(mentee))(colleague.confirm, view.id)
    assert again.state is RequestState.SUBMITTED
    arrived = await town.rows(Notice, Notice.kind == NoticeKind.REQUEST_ARRIVED)
    assert [notice.person_id for notice in arrived] == [town.curator]


async def test_it_leaves_no_text_behind_when_the_mentee_refuses(town: Town) -> None:
    mentee, mentor = await town.mentee(), await town.mentor()
    view = await (await town.act(mentor))(colleague.propose_mentee, mentee, FORM, ["METHODS"])
    await (await town.act(mentee))(colleague.refuse, view.id)
    row = await town.row(MentoringRequest, view.id)
    assert (row.state, row.topics) == (RequestState.WITHDRAWN, [])
    assert [notice.state for notice in await town.rows(Notice)] == [NoticeState.VOID]


async def test_it_expires_after_thirty_days(town: Town) -> None:
    mentee, mentor = await town.mentee(), await town.mentor()
    view = await (await town.act(mentor))(colleague.propose_mentee, mentee, FORM, ["METHODS"])
    town.clock.moment += timedelta(days=29, hours=23)
    assert await town.act_as_system()(colleague.expire_unconfirmed) == 0
    town.clock.moment += timedelta(hours=1)
    assert await town.act_as_system()(colleague.expire_unconfirmed) == 1
    assert (await town.row(MentoringRequest, view.id)).state is RequestState.EXPIRED


async def test_it_refuses_people_of_another_school_and_oneself(town: Town) -> None:
    foreign, mentor = await town.mentee(organisation=town.other_school), await town.mentor()
    act = await town.act(mentor)
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await act(colleague.propose_mentee, foreign, FORM, ["METHODS"])
    with pytest.raises(ProgrammeError, match="error-request-self"):
        await act(colleague.propose_mentee, mentor, FORM, ["METHODS"])
    with pytest.raises(ProgrammeError, match="error-gone"):
        await act(colleague.propose_mentee, 10**20, FORM, ["METHODS"])


async def test_it_lets_only_the_curator_speak_for_somebody_without_an_account(town: Town) -> None:
    mentee, mentor = await town.mentee(account=False), await town.mentor()
    with pytest.raises(ProgrammeError, match="error-request-no-account"):
        await (await town.act(mentor))(colleague.propose_mentee, mentee, FORM, ["METHODS"])
    view = await (await town.act(town.curator))(colleague.propose_mentee, mentee, FORM, ["METHODS"])
    assert view.state is RequestState.SUBMITTED


async def test_it_is_not_for_others_to_confirm(town: Town) -> None:
    mentee, mentor = await town.mentee(), await town.mentor()
    view = await (await town.act(mentor))(colleague.propose_mentee, mentee, FORM, ["METHODS"])
    with pytest.raises(ProgrammeError, match="error-no-access"):
        await (await town.act(mentor))(colleague.confirm, view.id)
