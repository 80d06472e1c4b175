"""A pair for whoever needs one."""

import pytest

from tests.meetings.couple import Couple, couple_of
from tests.town import Town


@pytest.fixture
async def couple(town: Town) -> Couple:
    """«Лебедева Ирина Викторовна» and «Кузнецова Ольга Сергеевна», who meet every week."""
    return await couple_of(town)
