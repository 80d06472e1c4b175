"""Presses under the area's notices: stateless, right a second time, right months later."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram import Router
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from handlers.flow import open_window
from handlers.meetings import drawn
from handlers.meetings.buttons import MeetingButton, Step, WhyButton
from handlers.meetings.states import MeetingRecord, PlanMeeting
from handlers.meetings.states import MeetingView as MeetingWindow
from handlers.telling import retell
from handlers.words import Words
from models.database import Database
from models.errors import ProgrammeError
from models.meetings import attendance, log, plan, queries
from models.meetings.states import MeetingState
from models.meetings.views import MeetingView
from models.use_case import Act

STALE = frozenset(
    {
        "error-state",
        "error-meetings-moved",
        "error-meetings-over",
        "error-meetings-begun",
        "error-meetings-not-yet",
        "error-meetings-pair-rests",
    }
)
"""Refusals that only say that things have moved on: they are answered with how things stand now."""


@dataclass(frozen=True)
class Press:
    """One press about one meeting."""

    query: CallbackQuery
    meeting_id: int
    act: Act
    words: Words
    db: Database
    manager: DialogManager

    async def now(self) -> MeetingView:
        """The meeting as it has become."""
        async with self.db.read() as session:
            return await queries.current(session, self.act.actor, self.meeting_id)

    async def open(self, state: State, show_mode: ShowMode = ShowMode.EDIT, **data: int) -> None:
        """Opens a dialog: in place of the notice, or below it."""
        await open_window(self.manager, state, data, show_mode)


async def on_step(
    query: CallbackQuery,
    callback_data: MeetingButton,
    act: Act,
    words: Words,
    db: Database,
    dialog_manager: DialogManager,
) -> None:
    """A step about a meeting."""
    press = Press(query, callback_data.meeting_id, act, words, db, dialog_manager)
    try:
        await _STEPS[callback_data.step](press)
    except ProgrammeError as error:
        if error.key not in STALE:
            raise
        await _tell_how_it_is(press)


async def on_why(query: CallbackQuery, callback_data: WhyButton, act: Act, words: Words, db: Database) -> None:
    """What got in the way."""
    async with db.read() as session:
        view = await queries.meeting_view(session, act.actor, callback_data.meeting_id)
    use_case = plan.cancel if view.state is MeetingState.CANCELLED else log.not_held
    view = await act(use_case, callback_data.meeting_id, callback_data.obstacle)
    await retell(query, drawn.as_it_is(view, words))


async def _tell_how_it_is(press: Press) -> None:
    view = await press.now()
    draw = drawn.has_moved if view.id != press.meeting_id else drawn.as_it_is
    await retell(press.query, draw(view, press.words))


async def _coming(press: Press) -> None:
    view = await press.act(plan.confirm, press.meeting_id)
    await retell(press.query, drawn.coming(view, press.words))


async def _move(press: Press) -> None:
    view = await press.now()
    if view.id != press.meeting_id or not view.is_ahead(press.words.now):
        await _tell_how_it_is(press)
        return
    await press.open(PlanMeeting.day, ShowMode.SEND, mentorship_id=view.mentorship_id, meeting_id=view.id)


async def _cancel(press: Press) -> None:
    view = await press.act(plan.cancel, press.meeting_id)
    await retell(press.query, drawn.what_got_in_the_way(view, press.words))


async def _away(press: Press) -> None:
    view = await press.act(attendance.cannot_come, press.meeting_id)
    await retell(press.query, drawn.away(view, press.words))


async def _held(press: Press) -> None:
    view = await press.act(log.record, press.meeting_id)
    await press.open(MeetingRecord.main, meeting_id=view.id)


async def _redo(press: Press) -> None:
    view = await press.act(log.not_held, press.meeting_id)
    await press.open(PlanMeeting.day, mentorship_id=view.mentorship_id)


async def _not_held(press: Press) -> None:
    view = await press.act(log.not_held, press.meeting_id)
    await retell(press.query, drawn.what_got_in_the_way(view, press.words))


async def _right(press: Press) -> None:
    view = await press.act(log.record, press.meeting_id)
    await retell(press.query, drawn.recorded(view, press.words))


async def _again(press: Press) -> None:
    view = await press.now()
    await press.open(PlanMeeting.day, mentorship_id=view.mentorship_id)


async def _open(press: Press) -> None:
    view = await press.now()
    await press.open(MeetingWindow.main, meeting_id=view.id)


async def _edit(press: Press) -> None:
    view = await press.now()
    await press.open(MeetingRecord.edit, meeting_id=view.id)


_STEPS: dict[Step, Callable[[Press], Awaitable[None]]] = {
    Step.COMING: _coming,
    Step.MOVE: _move,
    Step.CANCEL: _cancel,
    Step.HELD: _held,
    Step.REDO: _redo,
    Step.NOT_HELD: _not_held,
    Step.RIGHT: _right,
    Step.AGAIN: _again,
    Step.OPEN: _open,
    Step.EDIT: _edit,
    Step.AWAY: _away,
}


def setup() -> Router:
    """The answers' router."""
    router = Router(name="meetings-answers")
    router.callback_query.register(on_step, MeetingButton.filter())
    router.callback_query.register(on_why, WhyButton.filter())
    return router
