"""What the windows of the year's reports do."""

from datetime import timedelta
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.flow import number, typed
from handlers.kit import act_of, words_of
from handlers.oversight.states import Figures
from handlers.papers.states import Yearly
from handlers.papers.yearly_getters import RETURN, board_shown, desk_shown, kind_of, purpose_of, year_shown
from handlers.registers.states import Registers
from handlers.telling import acknowledge
from models.errors import ProgrammeError
from models.oversight.indicators.codes import Block
from models.papers.yearly.campaigns import move_campaign, nudge_schools
from models.papers.yearly.handing import accept_report, hand_in, return_report, write_part
from models.papers.yearly.kinds import NotePart, ReportKind
from models.registers.terms import Register

WEEK, STAYS = timedelta(days=7), timedelta(0)
STEPS = {
    "start_less": (-WEEK, STAYS),
    "start_more": (WEEK, STAYS),
    "last_less": (STAYS, -WEEK),
    "last_more": (STAYS, WEEK),
}
"""By how much a button moves the first day and the last."""


async def on_kind(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """A school's report, or the board above it."""
    if item not in set(ReportKind):
        raise ProgrammeError("error-gone")
    shown = await year_shown(manager)
    manager.dialog_data.update(kind=item, page=0, home=shown.organisation_id)
    manager.dialog_data.pop("school", None)
    await manager.switch_to(Yearly.one if shown.is_school else Yearly.board)


async def on_school(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """A school of the board; whether it is in the scope is checked by the query."""
    manager.dialog_data["school"] = number(item)
    await manager.switch_to(Yearly.one)


async def on_back(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """From a report to the board it was opened from, or to the three kinds."""
    is_below = manager.dialog_data.pop("school", None) is not None
    await manager.switch_to(Yearly.board if is_below else Yearly.main)


async def on_send(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """«Данные верны», «Сдать»."""
    shown = await desk_shown(manager)
    await act_of(manager)(hand_in, shown.organisation_id, shown.kind, shown.term.school_year)
    await acknowledge(query, words_of(manager).label("yearly-handed-in"))


async def on_fix(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Поправить»: to the register of pairs."""
    await manager.start(Registers.list, data={"register": Register.PAIRS.value})


async def on_numbers(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """To the May page of the indicators, where numbers are entered, and back."""
    shown = await desk_shown(manager)
    await manager.start(Figures.table, data={"organisation_id": shown.organisation_id, "block": Block.MAY.value})


async def on_part(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """A part of the note is to be written."""
    if item not in set(NotePart):
        raise ProgrammeError("error-gone")
    manager.dialog_data["purpose"] = item
    await manager.switch_to(Yearly.text)


async def on_return(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The sentence with which it goes back is asked for."""
    manager.dialog_data["purpose"] = RETURN
    await manager.switch_to(Yearly.text)


async def on_text(message: Message, _: Any, manager: DialogManager) -> None:
    """The words."""
    shown, purpose = await desk_shown(manager), purpose_of(manager)
    if purpose == RETURN:
        await act_of(manager)(return_report, shown.report_id or 0, typed(message))
    else:
        await act_of(manager)(write_part, shown.organisation_id, NotePart(purpose), typed(message))
    await manager.switch_to(Yearly.one)


async def on_accept(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The level above accepts."""
    shown = await desk_shown(manager)
    await act_of(manager)(accept_report, shown.report_id or 0)
    await acknowledge(query, words_of(manager).label("yearly-accepted"))


async def on_nudge(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The municipality reminds whoever is left, once."""
    shown = await board_shown(manager)
    schools = await act_of(manager)(nudge_schools, shown.term.campaign_id or 0)
    await acknowledge(query, words_of(manager).label("yearly-nudged", count=schools))


async def on_move(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A week earlier or later."""
    shown = await board_shown(manager)
    first, last = STEPS[button.widget_id or "last_more"]
    days = shown.term.days
    await act_of(manager)(move_campaign, shown.organisation_id, kind_of(manager), days.first + first, days.last + last)
