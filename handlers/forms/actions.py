"""What the area's windows do."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.flow import finish, start_data, typed
from handlers.forms import drawn
from handlers.forms.states import Call
from handlers.kit import act_of, reading, words_of
from handlers.mentorships.states import Pair
from handlers.telling import Drawn, menu_key
from models.errors import ProgrammeError
from models.forms import answer, calls, queries


async def on_comment(message: Message, _: Any, manager: DialogManager) -> None:
    """Keeps what was typed about the meeting."""
    await act_of(manager)(answer.comment, start_data(manager)["form_id"], typed(message))
    await _end(message, manager, "forms-comment-kept")


async def on_help(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Calls the curator without words."""
    await _call(query, manager, "")


async def on_help_text(message: Message, _: Any, manager: DialogManager) -> None:
    """Calls the curator with what was typed."""
    await _call(message, manager, typed(message))


async def on_reply(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Asks for the words."""
    await manager.switch_to(Call.reply)


async def on_reply_text(message: Message, _: Any, manager: DialogManager) -> None:
    """Sends the curator's words to whoever called."""
    await act_of(manager)(calls.reply, start_data(manager)["call_id"], typed(message))
    await _end(message, manager, "forms-call-replied")


async def on_take(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Взять в работу»; the window shows it."""
    await act_of(manager)(calls.take, start_data(manager)["call_id"])


async def on_close(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Закрыть»; the window shows it."""
    await act_of(manager)(calls.close, start_data(manager)["call_id"])


async def on_pair(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Opens the caller's pair."""
    async with reading(manager) as session:
        card = await queries.call_card(session, act_of(manager).actor, start_data(manager)["call_id"])
    if card.mentorship_id is None:
        raise ProgrammeError("error-gone")
    await manager.start(Pair.view, data={"mentorship_id": card.mentorship_id})


async def _call(event: CallbackQuery | Message, manager: DialogManager, text: str) -> None:
    mentorship_id = start_data(manager).get("mentorship_id")
    await act_of(manager)(calls.ask_help, text, mentorship_id)
    async with reading(manager) as session:
        reader = await queries.reader_of(session, act_of(manager).actor, words_of(manager).now, mentorship_id)
    words = words_of(manager)
    await finish(event, manager, Drawn(drawn.heard(reader, words), ((menu_key(words),),)))


async def _end(event: Message, manager: DialogManager, key: str) -> None:
    words = words_of(manager)
    await finish(event, manager, Drawn(words.text(key), ((menu_key(words),),)))
