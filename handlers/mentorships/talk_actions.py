"""A curator's talk with a pair: recorded by the press itself; a few words may follow."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from markupsafe import Markup

from handlers.flow import typed
from handlers.kit import act_of, reading, words_of
from handlers.mentorships.pair_getters import mentorship_id_of
from handlers.mentorships.states import Pair
from handlers.telling import acknowledge
from handlers.words import Words
from models.mentorships import talks


async def get_talk(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """The pair's last talks."""
    async with reading(dialog_manager) as session:
        found = await talks.talks_of(session, act_of(dialog_manager).actor, mentorship_id_of(dialog_manager))
    lines = [
        words.text(
            "mentorships-talk-line",
            day=words.day(talk.day),
            curator=talk.curator,
            note=talk.note,
            has_note=int(bool(talk.note)),
        )
        for talk in found.talks
    ]
    return {"mentee": found.names[0], "mentor": found.names[1], "lines": Markup("\n").join(lines)}


async def on_talk(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """«Разговор состоялся»: that is all there is to do."""
    await act_of(manager)(talks.record_talk, mentorship_id_of(manager), "")
    await acknowledge(query, words_of(manager).label("mentorships-talk-saved"))
    await manager.switch_to(Pair.talk)


async def on_note(message: Message, _: Any, manager: DialogManager) -> None:
    """A few words about it."""
    await act_of(manager)(talks.record_talk, mentorship_id_of(manager), typed(message))
    await manager.switch_to(Pair.view)


async def on_undo(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """There was none today."""
    await act_of(manager)(talks.take_back_talk, mentorship_id_of(manager))
    await acknowledge(query, words_of(manager).label("mentorships-talk-undone"))
    await manager.switch_to(Pair.view)
