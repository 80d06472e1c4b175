"""A pair at the end of a cycle."""

import pytest

from tests.oversight.life import Life
from tests.retention.kept import LAST_OF_CYCLE
from tests.town import Town


@pytest.fixture
def life(town: Town) -> Life:
    return Life(town)


@pytest.fixture
async def pair(town: Town, life: Life) -> int:
    """A pair that goes on."""
    town.clock.moment = LAST_OF_CYCLE
    return await life.pair()
