"""Makers for pairs: a mentee with a request, an offer, an approved pair."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from models.mentorships import propose
from models.mentorships.views import PairView
from models.requests import submit
from models.requests.views import RequestView
from models.terms import Intensity, MentoringForm
from tests.town import Town

TOPICS = ("CLASSROOM", "LESSON_ANALYSIS")
FORM = MentoringForm.TEACHER_TEACHER


@pytest.fixture
def ask(town: Town) -> Callable[..., Awaitable[RequestView]]:
    """Sends a request as a mentee; keywords override what is usual."""

    async def ask(mentee: int, **fields: Any) -> RequestView:
        usual: dict[str, Any] = {"topics": TOPICS, "goal": "", "intensity": Intensity.WEEKLY, "slots": []}
        act = await town.act(mentee)
        return await act(submit.submit, FORM, **(usual | fields))

    return ask


@pytest.fixture
def offer(town: Town, ask: Callable[..., Awaitable[RequestView]]) -> Callable[..., Awaitable[PairView]]:
    """A request of a new mentee that the curator offers to the mentor, whom the mentee had wished for by default."""

    async def offer(mentor: int, *, wished: bool = True) -> PairView:
        request = await ask(await town.mentee(), wished_mentor_ids=[mentor] if wished else [])
        return await (await town.act(town.curator))(propose.propose, request.id, mentor)

    return offer


@pytest.fixture
def pair(town: Town) -> Callable[..., Awaitable[PairView]]:
    """An approved pair of two new people."""

    async def pair() -> PairView:
        curator = await town.act(town.curator)
        return await curator(propose.already_agreed, await town.mentee(), await town.mentor())

    return pair
