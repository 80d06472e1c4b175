"""What the windows of the curator's checklist and of the councils' decisions show."""

from typing import Any

from aiogram_dialog import DialogManager
from markupsafe import Markup

from handlers.flow import start_data
from handlers.kit import act_of, reading
from handlers.paging import page_number, paged
from handlers.words import Words
from models.oversight.checklist import TOTAL, ChecklistView, Done, checklist
from models.oversight.decisions import MAX_TEXT, DecisionsView, DecisionView, decisions
from models.oversight.states import CHECKLIST, CheckItem, Duty

NUMBERS = {item: number for number, item in enumerate(CheckItem, 1)}
"""The items stand in the order of the functions, and are numbered through."""


async def get_checks(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """How far the year is, function by function, and a button for each item."""
    async with reading(dialog_manager) as session:
        view = await checklist(session, act_of(dialog_manager).actor, place_id(dialog_manager), words.now)
    return {
        "name": view.name,
        "year": f"{view.school_year}/{view.school_year + 1}",
        "done": len(view.done),
        "total": TOTAL,
        "percent": view.percent,
        "lines": Markup("\n\n").join(_duty(words, view, duty) for duty in Duty),
        "items": [
            {"id": f"{item.value}.{int(item not in view.done)}", "title": _key(words, item, item in view.done)}
            for item in CheckItem
        ],
        **_way_back(dialog_manager),
    }


async def get_decisions(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """A page of the log; the open decisions are numbered, each with its button."""
    view = await decisions_shown(dialog_manager)
    numbered = list(enumerate(view.page.items, 1))
    return {
        "name": view.name,
        "lines": Markup("\n\n").join(_decision(words, number, one) for number, one in numbered),
        "items": [
            {"id": one.id, "title": words.label("desk-decision-close", number=str(number))}
            for number, one in numbered
            if one.closed_at is None
        ],
        **paged(dialog_manager, view.page),
        **_way_back(dialog_manager),
    }


async def get_new(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What has been said of the new decision so far."""
    said = dialog_manager.dialog_data
    view = await decisions_shown(dialog_manager)
    facts = {"text": said.get("text", ""), "responsible": said.get("responsible", "")}
    return {"name": view.name, "limit": MAX_TEXT, **facts}


async def decisions_shown(manager: DialogManager) -> DecisionsView:
    """The page that is open."""
    async with reading(manager) as session:
        return await decisions(session, act_of(manager).actor, place_id(manager), page_number(manager))


def place_id(manager: DialogManager) -> int | None:
    """The organisation that was chosen before; without one it is the curator's own."""
    return start_data(manager).get("organisation_id")


def _way_back(manager: DialogManager) -> dict[str, Any]:
    """Whether a window lies below: there is none where a digest's button has opened this one."""
    return {"has_back": len(manager.current_stack().intents) > 1}


def _duty(words: Words, view: ChecklistView, duty: Duty) -> Markup:
    lines = (_item(words, item, view.done.get(item)) for item in CHECKLIST[duty])
    return Markup("\n").join((words.text("desk-check-duty", duty=duty.value), *lines))


def _item(words: Words, item: CheckItem, done: Done | None) -> Markup:
    return words.text(
        "desk-check-line",
        number=str(NUMBERS[item]),
        item=words.label("desk-check-item", item=item.value),
        state="OPEN" if done is None else "NAMED" if done.by else "DONE",
        who=done.by if done else "",
        day=words.day(done.at) if done else "",
    )


def _key(words: Words, item: CheckItem, done: bool) -> str:
    return words.label("desk-check-key", number=str(NUMBERS[item]), done=int(done))


def _decision(words: Words, number: int, one: DecisionView) -> Markup:
    said = {"text": one.text, "responsible": one.responsible, "due": words.day(one.due_on)}
    if one.closed_at is None:
        return words.text("desk-decision-open", number=str(number), late=int(one.due_on < words.today), **said)
    closed = {"closed": words.day(one.closed_at), "who": one.closed_by, "named": int(bool(one.closed_by))}
    return words.text("desk-decision-closed", **said, **closed)
