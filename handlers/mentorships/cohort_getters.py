"""What the windows of «Подобрать всем» show."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.kit import act_of, reading
from handlers.mentorships.cohort_words import choice_texts, line_texts, problem, resting_texts, why
from handlers.paging import page_number, paged
from handlers.requests.phrases import said
from handlers.words import Words
from models.clock import Clock
from models.errors import ProgrammeError
from models.matching.cohort import NeedLeft
from models.mentorships import cohort_queries as queries
from models.mentorships.cohort_queries import SIZE, DraftCard, Line, Part


def kept(manager: DialogManager, name: str) -> int:
    """A number that the dialog has gathered on its way. Raises ProgrammeError `error-gone` where it has not."""
    value = manager.dialog_data.get(name)
    if not isinstance(value, int):
        raise ProgrammeError("error-gone")
    return value


def part_of(manager: DialogManager) -> Part:
    """Which lines of the draft are open."""
    return Part(manager.dialog_data.get("part", Part.PAIRS.value))


async def card_of(manager: DialogManager) -> DraftCard:
    """The draft that is open."""
    async with reading(manager) as session:
        return await queries.draft(session, act_of(manager).actor, kept(manager, "draft_id"))


async def line_of(manager: DialogManager) -> Line:
    """The line that is open."""
    async with reading(manager) as session:
        actor = act_of(manager).actor
        return await queries.line(session, actor, kept(manager, "draft_id"), kept(manager, "request_id"))


async def get_begin(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What there is to pair; a curator of several places chooses one first."""
    actor = act_of(dialog_manager).actor
    async with reading(dialog_manager) as session:
        scopes = await queries.scopes(session, actor)
        chosen = dialog_manager.dialog_data.get("organisation_id")
        if chosen is None and len(scopes) == 1:
            chosen = scopes[0].organisation_id
        found = await queries.outlook(session, actor, chosen) if chosen is not None else None
    dialog_manager.dialog_data["organisation_id"] = chosen
    items = [{"id": scope.organisation_id, "title": scope.name} for scope in scopes]
    facts = {"items": items if found is None else [], "choosing": found is None}
    if found is None:
        return facts
    dialog_manager.dialog_data["draft_id"] = found.draft_id
    return facts | {
        "name": found.name,
        "requests": found.requests,
        "mentors": found.mentors,
        "schools": found.schools,
        "known": True,
        "ready": found.requests > 0 and found.draft_id is None,
        "has_draft": found.draft_id is not None,
        "drafted": int(found.draft_id is not None),
    }


async def get_draft(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of pairs, or of those who have nobody. Only here a curator sees what others have changed."""
    card = await card_of(dialog_manager)
    dialog_manager.dialog_data["version"] = card.version
    dialog_manager.dialog_data.setdefault("since", card.version)
    part = part_of(dialog_manager)
    async with reading(dialog_manager) as session:
        actor = act_of(dialog_manager).actor
        page = await queries.lines(session, actor, card.id, part, page_number(dialog_manager))
    first = page.number * SIZE + 1
    since = kept(dialog_manager, "since")
    return {
        **_counts(card),
        "lines": line_texts(words, page.items, first, since),
        "items": [
            {"id": one.request_id, "number": number, "title": words.label("mentorships-cohort-edit", number=number)}
            for number, one in enumerate(page.items, first)
        ],
        "changed": int(card.version > since),
        "person": card.changed_by,
        "is_pairs": part is Part.PAIRS,
        "is_left": part is Part.LEFT,
        "to_left": part is Part.PAIRS and card.left > 0,
        "to_pairs": part is Part.LEFT,
        **paged(dialog_manager, page),
    }


async def get_line(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One request with its mentor, or without."""
    card = await card_of(dialog_manager)
    line = await line_of(dialog_manager)
    is_out = line.left_why is NeedLeft.BY_HAND and line.is_fixed
    return {
        "mentee": line.mentee,
        "mentor": line.mentor,
        "paired": int(bool(line.mentor)),
        "school": line.school,
        "wide": int(line.school != card.name),
        **said(words, line.topics, line.goal, line.intensity, line.slots),
        "why": why(words, line),
        "problem": problem(words, line),
        "broken": int(line.problem is not None),
        "fixed": int(line.is_fixed and line.mentor_id is not None and not line.is_grouped),
        "mates": ", ".join(line.mates),
        "count": len(line.mates) + 1,
        "grouped": int(line.is_grouped),
        "may_unite": bool(line.mates) and not line.is_grouped,
        "may_part": line.is_grouped,
        "may_fix": line.mentor_id is not None and not line.is_fixed and not line.is_grouped,
        "may_loosen": line.mentor_id is not None and line.is_fixed and not line.is_grouped,
        "may_take_out": line.mentor_id is not None or not is_out,
        "may_let_in": is_out,
    }


async def get_mentors(clock: Clock, words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whom else the request could have."""
    card = await card_of(dialog_manager)
    line = await line_of(dialog_manager)
    async with reading(dialog_manager) as session:
        actor, number = act_of(dialog_manager).actor, page_number(dialog_manager)
        page = await queries.choices(session, actor, card.id, line.request_id, clock.now(), number)
    return {
        "mentee": line.mentee,
        "lines": choice_texts(words, page.items),
        "items": [{"id": one.mentor_id, "title": one.name} for one in page.items],
        **paged(dialog_manager, page),
    }


async def get_resting(words: Words, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The mentors without a pair, and why."""
    card = await card_of(dialog_manager)
    async with reading(dialog_manager) as session:
        actor = act_of(dialog_manager).actor
        page = await queries.resting(session, actor, card.id, page_number(dialog_manager))
    return {"lines": resting_texts(words, page.items), **paged(dialog_manager, page)}


async def get_sure(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many pairs would be published."""
    return _counts(await card_of(dialog_manager))


def _counts(card: DraftCard) -> dict[str, Any]:
    return {
        "name": card.name,
        "pairs": card.pairs,
        "groups": card.groups,
        "placed": card.pairs + card.grouped,
        "left": card.left,
        "resting": card.resting,
        "problems": card.problems,
        "fixed": card.fixed,
    }
