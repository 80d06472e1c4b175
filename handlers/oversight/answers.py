"""Presses under digests and under questions to pairs: stateless, right a second time, right months later."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.flow import open_window
from handlers.meetings.states import LogMeeting, PlanMeeting
from handlers.mentorships.states import Pair
from handlers.oversight import drawn
from handlers.oversight.buttons import (
    DigestButton,
    LineButton,
    OpenButton,
    Page,
    PairButton,
    PairStep,
    SignalsButton,
    TimeButton,
)
from handlers.oversight.lines import open_line
from handlers.oversight.picture import send_chart
from handlers.oversight.states import Signals
from handlers.telling import acknowledge, retell, say_below
from handlers.words import Words
from models.database import Database
from models.errors import ProgrammeError
from models.oversight import queries
from models.oversight.digest import DigestView
from models.oversight.post import choose_time
from models.use_case import Act


async def on_page(query: CallbackQuery, callback_data: DigestButton, act: Act, words: Words, db: Database) -> None:
    """The week, its numbers, or the text for the head."""
    async with db.read() as session:
        stored = await queries.stored_digest(session, act.actor, callback_data.digest_id)
    match callback_data.page:
        case Page.NUMBERS:
            await retell(query, drawn.numbers_page(stored.view, callback_data.digest_id, words))
        case Page.WEEK:
            shown = drawn.digest(stored.view, callback_data.digest_id, words, offers_choice=stored.offers_choice)
            await retell(query, shown)
        case Page.CHART:
            await send_chart(query, stored.view, words)
        case Page.WHY:
            await say_below(query, drawn.why(stored.view, words))
        case Page.HEAD:
            if not isinstance(stored.view, DigestView):
                raise ProgrammeError("error-gone")
            await say_below(query, drawn.for_head(stored.view, words))


async def on_line(query: CallbackQuery, callback_data: LineButton, dialog_manager: DialogManager) -> None:
    """A numbered line."""
    await open_line(query, callback_data.kind, callback_data.subject_id, dialog_manager)


async def on_time(query: CallbackQuery, callback_data: TimeButton, act: Act, words: Words) -> None:
    """When the next digests come."""
    time = await act(choose_time, callback_data.time)
    await acknowledge(query, words.label("oversight-time-chosen", time=time.value))


async def on_pair(query: CallbackQuery, callback_data: PairButton, dialog_manager: DialogManager) -> None:
    """«Встреча была», «Назначить»."""
    held = callback_data.step is PairStep.HELD
    await open_window(
        dialog_manager, LogMeeting.pair if held else PlanMeeting.day, {"mentorship_id": callback_data.mentorship_id}
    )


async def on_open(query: CallbackQuery, callback_data: OpenButton, dialog_manager: DialogManager) -> None:
    """«Открыть пару»."""
    data = {"mentorship_id": callback_data.mentorship_id}
    await open_window(dialog_manager, Pair.view, data)


async def on_signals(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    """The list of what needs an eye."""
    await open_window(dialog_manager, Signals.list)


def setup() -> Router:
    """The answers' router."""
    router = Router(name="oversight-answers")
    router.callback_query.register(on_page, DigestButton.filter())
    router.callback_query.register(on_line, LineButton.filter())
    router.callback_query.register(on_time, TimeButton.filter())
    router.callback_query.register(on_pair, PairButton.filter())
    router.callback_query.register(on_open, OpenButton.filter())
    router.callback_query.register(on_signals, SignalsButton.filter())
    return router
