"""The curator corrects a record: what is chosen is kept until the reason is typed."""

from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.flow import number, typed
from handlers.kit import act_of
from handlers.meetings.log_actions import method_of
from handlers.meetings.record_actions import other_day, shown
from handlers.meetings.states import MeetingView
from models.meetings import amend


async def on_length(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Another length."""
    await _ask_why(manager, duration_min=number(chosen))


async def on_method(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Something else was done."""
    await _ask_why(manager, method=method_of(chosen).value)


async def on_day(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """It was on another day, at the same hour."""
    await _ask_why(manager, starts_at=(await other_day(manager, chosen)).isoformat())


async def on_reason(message: Message, _: Any, manager: DialogManager) -> None:
    """Why: the record is corrected, and how it stood before is kept."""
    change = manager.dialog_data.get("change", {})
    starts_at = change.get("starts_at")
    await act_of(manager)(
        amend.edit,
        (await shown(manager)).id,
        starts_at=datetime.fromisoformat(starts_at) if starts_at else None,
        duration_min=change.get("duration_min"),
        method=method_of(change["method"]) if "method" in change else None,
        reason=typed(message),
    )
    await manager.switch_to(MeetingView.main)


async def _ask_why(manager: DialogManager, **change: str | int) -> None:
    manager.dialog_data["change"] = change
    await manager.switch_to(MeetingView.reason)
