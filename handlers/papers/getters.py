"""What «Документы» of a curator shows."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, reading
from handlers.oversight.getters import get_schools as get_schools
from handlers.paging import page_number, paged
from handlers.papers import facts
from handlers.words import Words
from models.errors import ProgrammeError
from models.oversight import queries as oversight
from models.oversight.indicators.access import own_schools
from models.paging import page_of
from models.papers import queries
from models.papers.period import months_until
from models.papers.queries import OrderPair
from models.papers.states import OrderKind
from models.terms import Role

KINDS = {
    OrderKind.ORDER_INTRODUCE: "papers-order-introduce",
    OrderKind.ORDER_PLAN: "papers-order-plan",
    OrderKind.ORDER_REGULATION: "papers-order-regulation",
    OrderKind.ORDER_CURATOR_MENTORS: "papers-order-curator-mentors",
    OrderKind.ORDER_PAIRS: "papers-order-pairs",
    OrderKind.ORDER_FINAL_EVENT: "papers-order-final-event",
}
REPORTS = 6
"""So many months back a report can be asked for."""


async def school_id(manager: DialogManager) -> int:
    """The chosen school, the curator's own, or the first in scope. Raises ProgrammeError `error-no-school`."""
    chosen = manager.dialog_data.get("organisation_id") or start_data(manager).get("organisation_id")
    if chosen:
        return int(chosen)
    actor = act_of(manager).actor
    async with reading(manager) as session:
        schools = [school.id for school in await oversight.schools_of(session, actor)]
    if not schools:
        raise ProgrammeError("error-no-school")
    own = {grant.organisation_id for grant in actor.grants if grant.role is Role.CURATOR_SCHOOL}
    return next((school for school in schools if school in own), schools[0])


async def get_main(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The school, and how many statements wait."""
    actor, school = act_of(dialog_manager).actor, await school_id(dialog_manager)
    async with reading(dialog_manager) as session:
        return {
            "school": await queries.school_name(session, actor, school),
            "count": await queries.count_waiting(session, actor),
            "is_own": school in own_schools(actor),
            "has_schools": len(await oversight.schools_of(session, actor)) > 1,
        }


async def get_orders(words: Words, **_: Any) -> dict[str, Any]:
    """The six kinds."""
    return {"items": [{"id": kind.value, "title": words.label(key)} for kind, key in KINDS.items()]}


async def get_which(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many pairs there are, and how many without an order."""
    pairs = await order_pairs(dialog_manager)
    kind = OrderKind(dialog_manager.dialog_data["kind"])
    waiting = sum(not pair.has_order for pair in pairs)
    return {
        "kind": words.label(KINDS[kind]),
        "waiting": waiting,
        "count": waiting,
        "total": len(pairs),
        "found": bool(pairs),
        "empty": not pairs,
    }


async def get_choose(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the pairs, the chosen ones ticked."""
    pairs, chosen = await order_pairs(dialog_manager), dialog_manager.dialog_data.get("chosen", [])
    page = page_of(pairs, page_number(dialog_manager))
    items = [{"id": pair.id, "title": _title(words, pair, pair.id in chosen)} for pair in page.items]
    return {"items": items, "count": len(chosen), **paged(dialog_manager, page)}


async def order_pairs(manager: DialogManager) -> tuple[OrderPair, ...]:
    """The standing pairs of the school."""
    school = await school_id(manager)
    async with reading(manager) as session:
        return await queries.pairs_for_order(session, act_of(manager).actor, school)


async def get_report_months(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The last months, the newest first, and as which file the report comes."""
    months = months_until(words.today)[::-1][:REPORTS]
    items = [{"id": month.isoformat(), "title": facts.month_name(month, words)} for month in months]
    return {"items": items, "sheet": int(dialog_manager.dialog_data.get("sheet", False))}


async def get_statements(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those that wait for the curator."""
    async with reading(dialog_manager) as session:
        page = await queries.waiting_statements(session, act_of(dialog_manager).actor, page_number(dialog_manager))
    items = [
        {
            "id": line.id,
            "title": words.label(
                "papers-statement-line",
                mentor=line.mentor,
                first=words.short_date(line.first),
                last=words.short_date(line.last),
            ),
        }
        for line in page.items
    ]
    return {"items": items, **paged(dialog_manager, page)}


def _title(words: Words, pair: OrderPair, is_chosen: bool) -> str:
    key = "mentorships-orders-covered" if is_chosen else "mentorships-orders-left-out"
    return words.label(key, mentee=pair.mentee, mentor=pair.mentor)
