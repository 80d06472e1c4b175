"""What somebody is told who may not."""

from typing import Any

import pytest

from models.errors import ProgrammeError
from tests.town import Town


async def refused(town: Town, person: int, case: Any, *args: Any, **fields: Any) -> str:
    """The key of the refusal."""
    with pytest.raises(ProgrammeError) as refusal:
        await (await town.act(person))(case, *args, **fields)
    return refusal.value.key
