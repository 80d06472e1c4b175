"""What the entry of an order's number does: which pairs, the typed number and date, and it stands."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.flow import finish, number, typed
from handlers.kit import act_of, words_of
from handlers.mentorships.order_getters import waiting_school, written
from handlers.mentorships.states import Orders
from handlers.telling import Drawn, menu_key
from models.errors import ProgrammeError
from models.mentorships.orders import check_order_date, read_order, record_order


async def on_pair(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Takes a pair out of the order, or back into it."""
    pair_id, left_out = number(chosen), list(manager.dialog_data.get("left_out", []))
    is_out = pair_id in left_out
    manager.dialog_data["left_out"] = [one for one in left_out if one != pair_id] if is_out else [*left_out, pair_id]


async def on_order(message: Message, _: Any, manager: DialogManager) -> None:
    """The typed order, held against the calendar before it is shown once more."""
    order = read_order(typed(message))
    check_order_date(order.day, words_of(manager).today)
    school = await waiting_school(manager)
    if school is None:
        raise ProgrammeError("error-order-none")
    left_out = manager.dialog_data.get("left_out", [])
    covered = [pair.id for pair in school.pairs if pair.id not in left_out]
    if not covered:
        raise ProgrammeError("error-order-nobody")
    manager.dialog_data.update(
        organisation_id=school.organisation_id, number=order.number, day=order.day.isoformat(), pair_ids=covered
    )
    await manager.switch_to(Orders.sure)


async def on_sure(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """One entry for all the pairs that were shown."""
    data, words = manager.dialog_data, words_of(manager)
    day = date.fromisoformat(data["day"])
    told = await act_of(manager)(record_order, data["organisation_id"], data["number"], day, tuple(data["pair_ids"]))
    facts = {"number": told.order.number, "date": written(told.order.day), "count": len(told.mentorship_ids)}
    await finish(query, manager, Drawn(words.text("mentorships-orders-done", **facts), ((menu_key(words),),)))
