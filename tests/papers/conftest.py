"""Fixtures of the tests about papers."""

import pytest

from tests.oversight.life import Life
from tests.town import Town


@pytest.fixture
def life(town: Town) -> Life:
    """The school's life on top of the town."""
    return Life(town)
