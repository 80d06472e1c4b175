"""Makers for requests: the usual mentee with the usual request."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

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
        usual: dict[str, Any] = {
            "topics": TOPICS,
            "goal": "Хочу удерживать внимание 7 класса",
            "intensity": Intensity.WEEKLY,
            "slots": ["TUE_AFTERNOON", "THU_AFTERNOON"],
        }
        act = await town.act(mentee)
        return await act(submit.submit, FORM, **(usual | fields))

    return ask
