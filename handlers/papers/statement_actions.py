"""What the windows of «Моя справка» do."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from handlers.flow import finish, number, start_data, typed
from handlers.kit import act_of, reading, words_of
from handlers.papers import drawn
from handlers.papers.statement_getters import chosen_days, chosen_months
from handlers.papers.states import Statement
from handlers.sending import deliver
from handlers.telling import Drawn, menu_key
from models.errors import ProgrammeError
from models.papers import queries
from models.papers.period import months_until, spans
from models.papers.statement import ask_statement, return_statement
from models.school_year import Period


async def on_span(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """A usual period."""
    days = {span.value: period for span, period in spans(words_of(manager).today).items()}.get(item)
    await _review(manager, days)


async def on_month(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """The first tap is one month, the second makes a range, the third begins anew."""
    if item not in {month.isoformat() for month in months_until(words_of(manager).today)}:
        raise ProgrammeError("error-gone")
    tapped = manager.dialog_data.get("months", [])
    manager.dialog_data["months"] = [*tapped, item] if len(tapped) == 1 else [item]


async def on_months_ready(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """On with the chosen months."""
    await _review(manager, chosen_months(manager, words_of(manager)))


async def on_send(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Off to the curator; a confirmed one with the same figures comes back at once."""
    words, days = words_of(manager), chosen_days(manager)
    told = await act_of(manager)(ask_statement, days.first, days.last)
    if told.statement.number:
        await finish(query, manager, drawn.signed(told.statement, words, own=True))
        return
    text = words.text("papers-sent", curator=told.curator, has_curator=int(bool(told.curator)))
    await finish(query, manager, Drawn(text, ((drawn.file_key(told.statement, words), menu_key(words)),)))


async def on_mine(query: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """One's own statement as a file; the window follows it."""
    async with reading(manager) as session:
        view = await queries.statement(session, act_of(manager).actor, number(item))
    await deliver(query, words_of(manager), drawn.paper(view, words_of(manager)))
    manager.show_mode = ShowMode.SEND


async def on_question(message: Message, _: Any, manager: DialogManager) -> None:
    """The curator's words go to the mentor."""
    view = await act_of(manager)(return_statement, start_data(manager)["statement_id"], typed(message))
    words = words_of(manager)
    await finish(message, manager, Drawn(words.text("papers-question-sent", mentor=view.mentor), ((menu_key(words),),)))


async def _review(manager: DialogManager, days: Period | None) -> None:
    if days is None:
        raise ProgrammeError("error-gone")
    manager.dialog_data.update(first=days.first.isoformat(), last=days.last.isoformat())
    await manager.switch_to(Statement.review)
