"""Telegram's types are built when they are used."""

import subprocess
import sys

import aiogram.methods
import aiogram.types
import pytest
from pydantic import BaseModel

STARTED = """
import bot.application, aiogram.types
unbuilt = [name for name in aiogram.types.__all__ if not getattr(getattr(aiogram.types, name), "__pydantic_complete__", True)]
print(len(unbuilt) / len(aiogram.types.__all__))
"""  # noqa: E501


@pytest.mark.xdist_group("processes")
def test_it_starts_with_hardly_a_type_built() -> None:
    """Otherwise the start takes twice as long; aiogram may build its types in another way one day."""
    left = subprocess.run([sys.executable, "-c", STARTED], check=True, capture_output=True, text=True).stdout
    assert float(left) > 0.9


@pytest.mark.parametrize("module", [aiogram.types, aiogram.methods])
def test_it_can_build_every_type(module) -> None:
    """Whichever is used first: none needs another to be built before."""
    models = [kind for name in module.__all__ if isinstance(kind := getattr(module, name), type)]
    for model in (one for one in models if issubclass(one, BaseModel)):
        assert model.__pydantic_validator__.title == model.__name__
