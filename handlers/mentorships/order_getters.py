"""What the entry of an order's number shows: the pairs that wait for one."""

from dataclasses import replace
from datetime import date
from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, reading
from handlers.paging import page_number, paged
from handlers.words import Words
from models.mentorships import queries
from models.mentorships.queries import SchoolWithoutOrders
from models.mentorships.views import PairView
from models.paging import page_of


async def waiting_school(manager: DialogManager) -> SchoolWithoutOrders | None:
    """The school the window was opened for, or the first in scope, with its pairs; None where no pair waits.

    An order that was drawn up names its pairs: then only those.
    """
    started = start_data(manager)
    async with reading(manager) as session:
        school = await queries.without_order(session, act_of(manager).actor, started.get("organisation_id"))
    named = started.get("pair_ids")
    if school is None or named is None:
        return school
    pairs = tuple(pair for pair in school.pairs if pair.id in named)
    return replace(school, pairs=pairs) if pairs else None


async def get_orders(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the pairs, each ticked unless it was taken out."""
    school = await waiting_school(dialog_manager)
    pairs = school.pairs if school else ()
    page = page_of(pairs, page_number(dialog_manager))
    left_out = dialog_manager.dialog_data.get("left_out", [])
    return {
        "school": school.name if school else "",
        "items": [{"id": pair.id, "title": _title(words, pair, pair.id not in left_out)} for pair in page.items],
        "example": written(words.today),
        **paged(dialog_manager, page),
    }


async def get_sure(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The order as it was understood."""
    data = dialog_manager.dialog_data
    school = await waiting_school(dialog_manager)
    return {
        "number": data["number"],
        "date": written(date.fromisoformat(data["day"])),
        "school": school.name if school else "",
        "count": len(data["pair_ids"]),
    }


def written(day: date) -> str:
    """«12.10.2026», as orders are dated."""
    return f"{day:%d.%m.%Y}"


def _title(words: Words, pair: PairView, is_covered: bool) -> str:
    key = "mentorships-orders-covered" if is_covered else "mentorships-orders-left-out"
    return words.label(key, mentee=pair.mentee_official, mentor=pair.mentor_official)
