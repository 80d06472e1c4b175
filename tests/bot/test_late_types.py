"""Telegram's types are built when they are used."""

import subprocess
import sys

import aiogram.methods
import aiogram.types
import pytest
from pydantic import BaseModel

from handlers.late_types import FIRST

STARTED = """
import bot.application, aiogram.types
kinds = [getattr(aiogram.types, name) for name in aiogram.types.__all__]
print(*sorted(kind.__name__ for kind in kinds if getattr(kind, "__pydantic_complete__", False)))
"""


@pytest.mark.xdist_group("processes")
def test_it_starts_with_hardly_a_type_built() -> None:
    """Otherwise the start takes twice as long; aiogram may build its types in another way one day."""
    built = subprocess.run([sys.executable, "-c", STARTED], check=True, capture_output=True, text=True).stdout
    assert tuple(built.split()) == FIRST


@pytest.mark.parametrize("module", [aiogram.types, aiogram.methods])
def test_it_can_build_every_type(module) -> None:
    """Whichever is used first: none needs another to be built before."""
    models = [kind for name in module.__all__ if isinstance(kind := getattr(module, name), type)]
    for model in (one for one in models if issubclass(one, BaseModel)):
        assert model.__pydantic_validator__.title == model.__name__
