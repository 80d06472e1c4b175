"""Makers for registers: pairs that both sides have agreed to."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from models.mentorships import propose
from models.mentorships.views import PairView
from models.requests import submit
from models.requests.views import RequestView
from models.terms import Intensity, MentoringForm
from tests.town import Town

FORM = MentoringForm.TEACHER_TEACHER


@pytest.fixture
def ask(town: Town) -> Callable[..., Awaitable[RequestView]]:
    """Sends a request as a mentee; keywords override what is usual."""

    async def ask(mentee: int, **fields: Any) -> RequestView:
        usual: dict[str, Any] = {"topics": ("CLASSROOM",), "goal": "", "intensity": Intensity.WEEKLY, "slots": []}
        act = await town.act(mentee)
        return await act(submit.submit, FORM, **(usual | fields))

    return ask


@pytest.fixture
def pair(town: Town) -> Callable[[int, int], Awaitable[PairView]]:
    """An approved pair of a mentee and a mentor."""

    async def pair(mentee: int, mentor: int) -> PairView:
        return await (await town.act(town.curator))(propose.already_agreed, mentee, mentor)

    return pair
