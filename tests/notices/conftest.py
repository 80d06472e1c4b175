"""A pair for tests of notices about meetings."""

import pytest

from tests.meetings.couple import Couple, couple_of
from tests.town import Town


@pytest.fixture
async def couple(town: Town) -> Couple:
    """A pair that meets every week."""
    return await couple_of(town)
