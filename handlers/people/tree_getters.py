"""What the windows of the tree show."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, reading
from handlers.paging import page_number, paged
from handlers.people.staff_getters import role_key
from handlers.requests.phrases import FORMS, ticked
from handlers.words import Words
from models.errors import ProgrammeError
from models.oversight.checklist import percents
from models.people import tree
from models.people.organisations import ZONES
from models.people.tree import CuratorLine, NodeLine, NodeView
from models.terms import OrgKind


async def node_of(manager: DialogManager, page: int = 0) -> NodeView:
    """The organisation that is open."""
    wanted = manager.dialog_data.get("node_id") or start_data(manager).get("organisation_id")
    async with reading(manager) as session:
        return await tree.node(session, act_of(manager).actor, wanted, page)


async def curator_of(manager: DialogManager) -> CuratorLine:
    """The post that is open. Raises ProgrammeError `error-gone` where none is."""
    async with reading(manager) as session:
        return await tree.curator(session, act_of(manager).actor, manager.dialog_data.get("grant_id") or 0)


async def get_node(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """The organisation, its curators, and a page of what lies below."""
    view = await node_of(dialog_manager, page_number(dialog_manager))
    actor = act_of(dialog_manager).actor
    mine = next((one for one in view.curators if one.person_id == actor.person_id), None)
    done = await _done(dialog_manager, view, words)
    is_away = mine is not None and mine.away_until is not None and mine.away_until >= words.today
    return {
        "name": view.name,
        "kind": view.kind.value,
        "has_curators": int(bool(view.curators)),
        "has_below": int(view.founds is not None),
        "curators": [{"id": one.grant_id, "title": _curator_title(words, one)} for one in view.curators],
        "items": [
            {"id": one.organisation_id, "title": _node_title(words, one, done.get(one.organisation_id))}
            for one in view.below.items
        ],
        "is_school": view.kind is OrgKind.SCHOOL,
        "may_found": view.founds is not None,
        "founds": view.founds.value if view.founds else "",
        "up": view.parent_id is not None,
        "is_away": is_away,
        "is_here": mine is not None and not is_away,
        **paged(dialog_manager, view.below),
    }


async def get_candidates(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who may be appointed."""
    view = await node_of(dialog_manager)
    async with reading(dialog_manager) as session:
        actor, number = act_of(dialog_manager).actor, page_number(dialog_manager)
        page = await tree.candidates(session, actor, view.organisation_id, number)
    return {
        "name": view.name,
        "is_first": int(not view.curators),
        "items": [{"id": one.person_id, "title": one.official} for one in page.items],
        **paged(dialog_manager, page),
    }


async def get_curator(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """One post: the order, the absence, and what can be done."""
    line = await curator_of(dialog_manager)
    async with reading(dialog_manager) as session:
        actor = act_of(dialog_manager).actor
        view = await tree.node(session, actor, line.organisation_id)
        others = await tree.receivers(session, actor, line.grant_id)
    is_own = line.person_id == actor.person_id
    return {
        "curator": line.official,
        "name": view.name,
        "role": words.label(role_key(view.role)),
        "is_deputy": int(line.is_deputy),
        "has_order": int(bool(line.order_ref)),
        "order": line.order_ref,
        "order_date": written(line.order_date),
        "away": int(line.away_until is not None and line.away_until >= words.today),
        "away_from": written(line.away_from),
        "away_until": written(line.away_until),
        "example": written(words.today),
        "may_hand_over": bool(others) and (is_own or view.parent_id is not None),
    }


async def get_receivers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """To whom everything may go."""
    line = await curator_of(dialog_manager)
    async with reading(dialog_manager) as session:
        others = await tree.receivers(session, act_of(dialog_manager).actor, line.grant_id)
    return {"curator": line.official, "items": [{"id": one.person_id, "title": one.official} for one in others]}


async def get_hand_over(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who gives everything to whom."""
    found = await get_receivers(dialog_manager)
    wanted = dialog_manager.dialog_data.get("receiver_id")
    receiver = next((one["title"] for one in found["items"] if one["id"] == wanted), None)
    if receiver is None:
        raise ProgrammeError("error-gone")
    return {"curator": found["curator"], "receiver": receiver}


async def get_away(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """From when."""
    return {"first": written(date.fromisoformat(dialog_manager.dialog_data["first"]))}


async def get_found(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """Under what it is founded, and the zones."""
    view = await node_of(dialog_manager)
    return {
        "name": view.name,
        "founds": view.founds.value if view.founds else "",
        "new_name": dialog_manager.dialog_data.get("name", ""),
        "items": [{"id": code, "title": words.label(f"people-zone-{code}")} for code in ZONES],
    }


async def get_forms(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """All forms; those that the school's programme uses are ticked."""
    view = await node_of(dialog_manager)
    items = [{"id": form.value, "title": ticked(words, words.label(FORMS[form]), form in view.forms)} for form in FORMS]
    return {"name": view.name, "items": items}


def written(day: date | None) -> str:
    """«12.10.2026», as orders are dated; empty for none."""
    return f"{day:%d.%m.%Y}" if day else ""


def _curator_title(words: Words, line: CuratorLine) -> str:
    key = "people-tree-line-deputy" if line.is_deputy else "people-tree-line-curator"
    return words.label(key, curator=line.official)


async def _done(manager: DialogManager, view: NodeView, words: Words) -> Mapping[int, int]:
    """How far the schools below are with the curator's checklist, in per cent (OMS-13)."""
    if view.founds is not OrgKind.SCHOOL:
        return {}
    ids = [one.organisation_id for one in view.below.items]
    async with reading(manager) as session:
        return await percents(session, act_of(manager).actor, ids, words.now)


def _node_title(words: Words, line: NodeLine, percent: int | None) -> str:
    if not line.curator:
        return words.label("people-tree-line-nobody", name=line.name)
    if percent is None:
        return words.label("people-tree-line", name=line.name, curator=line.curator)
    return words.label("people-tree-line-school", name=line.name, curator=line.curator, percent=percent)
