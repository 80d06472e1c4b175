"""What a numbered line opens, whether it is pressed under a digest or in the week's window."""

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.flow import open_window
from handlers.forms.states import Call
from handlers.kit import act_of, words_of
from handlers.mentorships.states import Orders, Pair, Pairs
from handlers.oversight import drawn
from handlers.oversight.states import Decisions, Figures, Signals
from handlers.people.states import Tree
from handlers.requests.states import Decide, Requests
from handlers.telling import Drawn, menu_key, say_below
from models.mentorships.across import Awaited
from models.oversight import curate
from models.oversight.lines import LineKind

_WINDOWS: dict[LineKind, tuple[State, str]] = {
    LineKind.REQUEST: (Decide.request, "request_id"),
    LineKind.LOW_RATING: (Pair.view, "mentorship_id"),
    LineKind.CALL: (Call.main, "call_id"),
    LineKind.REQUESTS: (Requests.list, ""),
    LineKind.OFFERS: (Requests.list, ""),
    LineKind.AWAITED: (Pairs.list, Awaited.LENDER.value),
    LineKind.TO_LEND: (Pairs.list, Awaited.LENDING.value),
    LineKind.TEAMS: (Pairs.list, Awaited.ABOVE.value),
    LineKind.PAIRS: (Signals.list, ""),
    LineKind.CALLS: (Signals.list, ""),
    LineKind.OVERLOAD: (Signals.list, ""),
    LineKind.TALKS: (Signals.talks, ""),
    LineKind.SIGNALS: (Signals.list, ""),
    LineKind.DECISIONS: (Decisions.list, "organisation_id"),
    LineKind.ORDERS: (Orders.list, "organisation_id"),
    LineKind.NO_MENTOR: (Figures.table, "organisation_id"),
    LineKind.NO_CURATOR: (Tree.node, "organisation_id"),
    LineKind.SCHOOLS: (Figures.calls, "organisation_id"),
    LineKind.SUPPORTED: (Figures.marks, "organisation_id"),
}


async def open_line(query: CallbackQuery, kind: LineKind, subject_id: int, manager: DialogManager) -> None:
    """Does what the line's button says: opens the thing below the message, asks a pair, reminds of records."""
    if kind in _WINDOWS:
        state, name = _WINDOWS[kind]
        data = {name: subject_id} if name else None
        await open_window(manager, state, data)
    elif kind is LineKind.LOGS:
        await _remind(query, subject_id, manager)
    elif kind in (LineKind.SILENT_SCHOOL, LineKind.LATE_SCHOOL):
        await _write(query, subject_id, manager)
    else:
        await _ask(query, subject_id, manager)


async def _ask(query: CallbackQuery, mentorship_id: int, manager: DialogManager) -> None:
    words = words_of(manager)
    reached = await act_of(manager)(curate.ask_pair, mentorship_id)
    text = words.text("oversight-asked", people=reached) if reached else words.text("oversight-asked-nobody")
    await say_below(query, drawn.with_pair(text, mentorship_id, words))


async def _write(query: CallbackQuery, organisation_id: int, manager: DialogManager) -> None:
    words = words_of(manager)
    reached = await act_of(manager)(curate.ask_school, organisation_id)
    said = words.text("oversight-school-asked", people=reached)
    text = said if reached else words.text("oversight-school-asked-nobody")
    await say_below(query, Drawn(text, ((menu_key(words),),)))


async def _remind(query: CallbackQuery, organisation_id: int, manager: DialogManager) -> None:
    words = words_of(manager)
    reached = await act_of(manager)(curate.nudge_logs, organisation_id)
    await say_below(query, Drawn(words.text("oversight-reminded", people=reached), ((menu_key(words),),)))
