"""A file in the chat: «Готовлю…» at once, then the document in its place. It is made beside the bot."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, CallbackQuery, InputMediaDocument, Message

from handlers.telling import Drawn, acknowledge
from handlers.words import Words
from handlers.workshop import make
from models.errors import ProgrammeError

SECONDS = 120
"""Waiting for its turn included; whatever takes longer is ended with its process."""


@dataclass(frozen=True)
class Paper:
    """A file to be made: by which function out of what, its name, and what stands below it."""

    work: Callable[..., bytes]
    materials: tuple[Any, ...]
    name: str
    caption: Drawn


async def deliver(query: CallbackQuery, words: Words, paper: Paper) -> None:
    """A line at once, then the file in its place. Raises ProgrammeError `error-gone` without a message to answer,
    `error-paper-slow` where it takes too long."""
    if not isinstance(query.message, Message):
        raise ProgrammeError("error-gone")
    await acknowledge(query)
    progress = await query.message.answer(words.text("menu-making"))
    try:
        async with asyncio.timeout(SECONDS):
            content = await make(paper.work, *paper.materials)
    except TimeoutError:
        raise ProgrammeError("error-paper-slow") from None
    await put_in_place(progress, BufferedInputFile(content, paper.name), paper.caption)


async def put_in_place(progress: Message, file: BufferedInputFile, caption: Drawn) -> None:
    """The file in place of the line that announced it; below it where the line is gone."""
    try:
        await progress.edit_media(
            InputMediaDocument(media=file, caption=str(caption.text)), reply_markup=caption.keyboard()
        )
    except TelegramBadRequest:
        await progress.answer_document(file, caption=str(caption.text), reply_markup=caption.keyboard())
