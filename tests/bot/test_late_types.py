"""Telegram's types are built when they are used."""

import subprocess
import sys

import aiogram.methods
import aiogram.types
import pytest
from aiogram import Bot
from pydantic import BaseModel

from handlers.late_types import FIRST, remember_bot

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
        assert module is aiogram.methods or model.model_post_init is remember_bot


def test_it_tells_all_parts_of_what_was_received_their_bot() -> None:
    bot = Bot("4242:somebody")
    keys = {"inline_keyboard": [[{"text": "Буду", "callback_data": "yes"}]]}
    told = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "reply_markup": keys}
    message = aiogram.types.Message.model_validate(told, context={"bot": bot})
    assert {message.bot, message.chat.bot, message.reply_markup.inline_keyboard[0][0].bot} == {bot}
    assert aiogram.types.Chat(id=1, type="private").bot is None
    assert aiogram.types.Chat(id=1, type="private").as_(bot).bot is bot
