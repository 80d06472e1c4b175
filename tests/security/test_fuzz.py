"""A few hundred hostile updates; `python -m tests.security` sends as many as one likes."""

import pytest

from tests.play import Play
from tests.security.fuzz import Fuzz, drawn
from tests.security.presser import failures

UPDATES = 200


async def test_it_shrugs_off_hostile_updates(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    fuzz = await Fuzz.begin(play)
    for batch in drawn(fuzz.batches(), UPDATES):
        await fuzz.send(batch)
    assert await fuzz.harm() == []
    assert [line for line in failures(caplog) if "is passed over" not in line] == []
