"""What the buttons of the curator's checklist and of the councils' decisions do."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.flow import number, typed
from handlers.kit import act_of, words_of
from handlers.oversight.desk_getters import NUMBERS, decisions_shown, place_id
from handlers.oversight.states import Decisions
from handlers.telling import acknowledge
from models.errors import ProgrammeError
from models.oversight.checklist import tick
from models.oversight.decisions import MAX_RESPONSIBLE, MAX_TEXT, close_decision, enter_decision, line_of
from models.oversight.indicators.queries import home_of
from models.oversight.states import CheckItem


async def on_item(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Ticks an item as the window shows it to be ticked: `chosen` says what and whether."""
    name, _dot, wish = chosen.partition(".")
    if name not in NUMBERS or wish not in ("0", "1"):
        raise ProgrammeError("error-gone")
    act = act_of(manager)
    await act(tick, place_id(manager) or home_of(act.actor), CheckItem(name), wish == "1")


async def on_close(query: CallbackQuery, _: Any, manager: DialogManager, chosen: str) -> None:
    """«Закрыто»: it goes to the end of the log."""
    await act_of(manager)(close_decision, number(chosen))
    await acknowledge(query, words_of(manager).label("desk-decision-closed-now"))


async def on_text(message: Message, _: Any, manager: DialogManager) -> None:
    """What was decided."""
    manager.dialog_data["text"] = line_of(typed(message), MAX_TEXT)
    await manager.switch_to(Decisions.responsible)


async def on_responsible(message: Message, _: Any, manager: DialogManager) -> None:
    """Who answers for it."""
    manager.dialog_data["responsible"] = line_of(typed(message), MAX_RESPONSIBLE)
    await manager.switch_to(Decisions.day)


async def on_day(query: CallbackQuery, _: Any, manager: DialogManager, day: date) -> None:
    """Until when, and it stands."""
    said = manager.dialog_data
    if "text" not in said or "responsible" not in said:
        raise ProgrammeError("error-gone")
    view = await decisions_shown(manager)
    await act_of(manager)(enter_decision, view.organisation_id, said["text"], said["responsible"], day)
    said.update(page=0)
    await acknowledge(query, words_of(manager).label("desk-decision-entered"))
    await manager.switch_to(Decisions.list)
